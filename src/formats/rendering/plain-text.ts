/** Text that readers of a feed may take for HTML although it is none. */
import { withoutControls } from '../../text/control-characters.ts';

/**
 * Text without tags and control characters, on one line. Feed readers show titles and descriptions as HTML or as text, each as
 * it likes: what looks like a tag is taken out, `5 < 6` stays. Linear in the length of the text.
 */
export function plainLine(text: string): string {
  return withoutTags(withoutControls(text)).replace(/\s+/g, ' ').trim();
}

/** Takes the innermost tag out at each `>`, so that what is left can never join into another one. */
function withoutTags(text: string): string {
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
