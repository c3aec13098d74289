// Every control character (C0, DEL, C1) but the three that plain text files have; and halves of surrogate pairs.
const CONTROLS = /(?![\t\n\r])\p{Cc}|\p{Surrogate}/gu;

/** Text without control characters; tabs and line ends stay. What is left cannot steer a terminal and has a form in UTF-8. */
export function withoutControls(text: string): string {
  return text.replace(CONTROLS, '');
}
