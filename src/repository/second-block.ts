/** Front matter that was closed too early: what was meant as more of it stands in the text, and could have held the release. */
import type { Fault } from '../model/manuscript.ts';
import { suspectKeys } from '../model/suspect-keys.ts';

// Longer than any front matter that somebody has cut in two.
const MOST_LINES = 60;

// Also in quotes, and of several words: somebody who closes too early writes other things otherwise, too.
const key = /^(["']?)([\p{L}_][\p{L}\p{N}_. -]{0,40}?)\1[ \t]*:(?:\s|$)/u;
const goesOn = /^(?:\s|#|- |$)/;

/**
 * The fault of a text that begins with lines of keys which a second fence closes, an embargo or a status among them. A heading underlined
 * with hyphens looks the same to somebody who reads Markdown; with such a word in it, nobody can be sure.
 */
export function secondBlock(text: string, bodyStart: number): Fault | undefined {
  let at = bodyStart;
  let found: Fault | undefined;
  for (let lines = 0; lines < MOST_LINES && at < text.length; lines += 1) {
    const end = endOfLine(text, at);
    const line = text.slice(at, end);
    if (/^---\s*$/.test(line)) return found;
    const name = key.exec(line)?.[2];
    if (name === undefined && !goesOn.test(line)) return undefined;
    if (name !== undefined && suspectKeys([name], () => false).length > 0)
      found ??= faultAt(at + line.indexOf(name), name);
    at = end + 1;
  }
  return undefined;
}

function endOfLine(text: string, at: number): number {
  const end = text.indexOf('\n', at);
  return end === -1 ? text.length : end;
}

function faultAt(start: number, name: string): Fault {
  return {
    rule: 'front-matter',
    start,
    end: start + name.length,
    message: `The front matter ends above, so «${name}» is text here, and holds nothing back.`,
    hint: 'Take out the «---» that closes the front matter too early; or take these lines out of the text.',
  };
}
