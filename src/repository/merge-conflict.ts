/** What git leaves in a file when two people changed the same lines: both versions, between lines of its own. */
import type { Fault } from '../model/manuscript.ts';

const OPENING = '<<<<<<< ';
const CLOSING = '>>>>>>> ';

/**
 * The fault of a text with a conflict in it, at the line that opens the first one; undefined for every other text. A conflict has all
 * three lines, in order and each at the beginning of a line (git-merge, «How conflicts are presented»); less than that is text.
 */
export function mergeConflict(text: string): Fault | undefined {
  if (!text.includes(OPENING)) return undefined;
  const start = lineWith(text, OPENING, 0);
  const middle = start === undefined ? undefined : dividerAfter(text, start);
  const last = middle === undefined ? undefined : lineWith(text, CLOSING, middle);
  if (start === undefined || last === undefined) return undefined;
  const [{ length } = { length: 0 }] = /^[^\r\n]*/.exec(text.slice(start, start + 1000)) ?? [];
  return {
    rule: 'front-matter',
    start,
    end: start + length,
    message: 'Two versions of this file stand here one after the other: git could not join them.',
    hint: 'Keep what is right of the two, and take the lines out that begin with «<<<<<<<», «=======» and «>>>>>>>».',
  };
}

/** Where the first line after an offset begins that starts with a word. */
function lineWith(text: string, word: string, from: number): number | undefined {
  const first = text.charCodeAt(0) === 0xfeff ? 1 : 0;
  if (from === 0 && text.startsWith(word, first)) return first;
  const feed = text.indexOf(`\n${word}`, from);
  return feed === -1 ? undefined : feed + 1;
}

function dividerAfter(text: string, from: number): number | undefined {
  const divider = /\n=======\r?(?=\n)/g;
  divider.lastIndex = from;
  return divider.exec(text)?.index;
}
