/** Text that readers of a feed may take for HTML although it is none. */
import { withoutControls } from '../../text/control-characters.ts';
import { inOneLine } from '../../text/one-line.ts';

/**
 * Text without tags and control characters, on one line. Feed readers show titles and descriptions as HTML or as text, each as
 * it likes: what looks like a tag is taken out, `5 < 6` stays. Linear in the length of the text.
 */
export function plainLine(text: string): string {
  return inOneLine(withoutTags(withoutUnwritable(text)));
}

/** The same for a name or a title, of which something must be left: one that is nothing but tags loses their brackets alone. */
export function plainName(text: string): string {
  return plainLine(text) || inOneLine(withoutUnwritable(text).replace(/[<>]/g, ' '));
}

/** Controls, and two characters that XML has no room for and nobody can see. */
function withoutUnwritable(text: string): string {
  return withoutControls(text).replace(/[\uFFFE\uFFFF]/g, '');
}

/** Text without what looks like a tag: the innermost one goes at each `>`, so that what is left can never join into another one. */
export function withoutTags(text: string): string {
  if (!text.includes('>')) return text;
  const kept: string[] = [];
  const open: number[] = [];
  for (const piece of text.split(/([<>])/)) {
    if (piece === '') continue;
    if (piece === '<') open.push(kept.length);
    const start = piece === '>' ? tagStart(kept, open) : undefined;
    if (start === undefined) kept.push(piece);
    else kept.length = start;
  }
  return kept.join('');
}

/** Which piece the last tag that is still open begins with; a `<` that begins none is forgotten. */
function tagStart(kept: readonly string[], open: number[]): number | undefined {
  for (let start = open.pop(); start !== undefined; start = open.pop()) {
    if (/^[A-Za-z/!?]/.test(kept[start + 1] ?? '')) return start;
  }
  return undefined;
}

/** At most `most` UTF-16 units of a text: up to the end of its last whole sentence, else to a word with an ellipsis. */
export function shortened(text: string, most: number): string {
  if (text.length <= most) return text;
  const head = text.slice(0, most);
  const sentence = Math.max(...['. ', '! ', '? ', '… ', '。'].map((end) => head.lastIndexOf(end)));
  if (sentence > most / 3) return head.slice(0, sentence + 1);
  const blank = head.lastIndexOf(' ');
  const cut = blank > most / 3 ? head.slice(0, blank) : head.slice(0, most - 1);
  // Not half of a character that takes two units.
  return `${cut.replace(/[\uD800-\uDBFF]$/, '')}…`;
}
