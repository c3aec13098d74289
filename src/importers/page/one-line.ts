/** Text as it may stand in a one-line value: a headline, a place, a label. */
import { withoutControls } from '../../text/control-characters.ts';

// Embeddings, overrides and isolates: they turn a line around, and no front matter may hold them.
const TURNING = /[\u202A-\u202E\u2066-\u2069\uFEFF]/g;
const BLANKS = /\s+/g;

/** Whether a text holds characters that turn it around, which `oneLine` drops. */
export function turnsAround(text: string): boolean {
  return text.search(TURNING) !== -1;
}

/** Every run of blanks (no-break ones and line ends too) one blank, no control characters, nothing that turns the text around. */
export function oneLine(text: string): string {
  return withoutControls(text.replace(BLANKS, ' ')).replace(TURNING, '').trim();
}
