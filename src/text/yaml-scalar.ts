/** Writing texts into YAML so that readers of every version get the same text back. */
import { withoutControls } from './control-characters.ts';
import { unicodeEscape } from './unicode-escape.ts';

// What JSON leaves as it is and YAML counts as a line end, a byte-order mark or not printable (YAML 1.2, 5.1); and what moves text.
const UNSAFE = /[\u061C\u200E\u200F\u2028-\u202E\u2066-\u2069\uFEFF\uFFFE\uFFFF]/g;

/**
 * A text as a double-quoted scalar on one line, which no reader takes for a number, a truth, a time or a day (YAML 1.1 and 1.2).
 * Control characters but tabs and line ends are left out, and so are halves of surrogate pairs: some readers refuse the whole file.
 */
export function yamlScalar(text: string): string {
  return JSON.stringify(withoutControls(text)).replace(UNSAFE, unicodeEscape);
}
