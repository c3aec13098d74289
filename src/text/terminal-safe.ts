/**
 * C0 and C1 controls and DEL, the marks, embeddings, overrides and isolates of the bidirectional algorithm, the line and
 * paragraph separators, and halves of surrogate pairs: whatever moves a cursor, rings, hides or reorders text.
 */
// oxlint-disable-next-line no-control-regex -- control characters are what this looks for
const UNSAFE = /[\u0000-\u001F\u007F-\u009F\u061C\u200E\u200F\u2028\u2029\u202A-\u202E\u2066-\u2069\p{Surrogate}]/u;
const EVERY_UNSAFE = new RegExp(UNSAFE, 'gu');

/**
 * Text from a release, a file name or a settings file as it may go to a terminal: every control character, bidirectional
 * control, line separator and lone surrogate is shown as `\u{…}`, tabs and line ends too. Text without any comes back as is.
 */
export function terminalSafe(text: string): string {
  if (!UNSAFE.test(text)) return text;
  return text.replace(EVERY_UNSAFE, (character) => `\\u{${hexadecimal(character)}}`);
}

function hexadecimal(character: string): string {
  return character.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0');
}
