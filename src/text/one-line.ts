/** A text in one line, every run of blanks and line breaks one blank: how texts are compared that may be wrapped differently. */
export function inOneLine(text: string): string {
  return text.split(/\s+/).join(' ').trim();
}
