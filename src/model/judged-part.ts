import type { Manuscript } from './manuscript.ts';

/** In UTF-16 units; a hundred times as long as any release. */
const LONGEST = 1024 * 1024;

const parts = new WeakMap<Manuscript, Manuscript>();

/**
 * As much of a file as rules look at: all of it, or of a very long one the beginning, with front matter and places unchanged. A file
 * may be ten times as long, and hundreds of thousands of findings are of use to nobody.
 */
export function judgedPart(manuscript: Manuscript): Manuscript {
  if (manuscript.text.length <= LONGEST) return manuscript;
  let part = parts.get(manuscript);
  if (part === undefined) {
    const feed = manuscript.text.lastIndexOf('\n', LONGEST);
    const end = Math.max(feed > LONGEST / 2 ? feed + 1 : wholeCharacters(manuscript.text), manuscript.bodyStart);
    part = {
      ...manuscript,
      digest: manuscript.digest,
      lines: manuscript.lines,
      text: manuscript.text.slice(0, end),
      locate: (path, which) => manuscript.locate(path, which),
    };
    parts.set(manuscript, part);
  }
  return part;
}

/** A text without line breaks is cut anywhere, but not within a character. */
function wholeCharacters(text: string): number {
  const code = text.charCodeAt(LONGEST);
  return code >= 0xdc00 && code <= 0xdfff ? LONGEST - 1 : LONGEST;
}
