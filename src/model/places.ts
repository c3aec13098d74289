/** Where to point in a file when something in its front matter is wrong. */
import { fenceOf, type DataPath, type Manuscript, type Span } from './manuscript.ts';

/**
 * The place of a value or its key. For what is not there, the nearest thing around it that is: the mapping that it is missing
 * from, or at last the fence line that opens the front matter.
 */
export function placeOf(
  manuscript: Pick<Manuscript, 'text' | 'locate'>,
  path: DataPath,
  part: 'value' | 'key' = 'value',
): Span {
  for (let length = path.length; length > 0; length--) {
    const span = manuscript.locate(path.slice(0, length), length === path.length ? part : 'value');
    if (span !== undefined) return trimmed(span, manuscript.text);
  }
  return fenceOf(manuscript);
}

/** A block of YAML ends where the next one begins; nobody wants the blanks and line breaks between them underlined. */
function trimmed({ start, end }: Span, text: string): Span {
  let last = end;
  while (last > start + 1 && isBlank(text.charCodeAt(last - 1))) last -= 1;
  return { start, end: last };
}

function isBlank(code: number): boolean {
  return code === 0x20 || code === 0x0a || code === 0x0d || code === 0x09;
}
