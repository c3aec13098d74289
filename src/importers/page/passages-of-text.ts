/** A flattened page: a paragraph a line, list items behind a bullet. */
import type { Passage } from './passage.ts';

const LINE_END = /\r\n?|[\n\f\v\u2028\u2029]/;
const BULLET = /^[-*•·]$/;
const ITEM = /^[-*•·]\s+(\S.*)$/su;

/** The passages of a text; lines that begin with a bullet and follow each other are one list. */
export function passagesOfText(text: string): Passage[] {
  const passages: Passage[] = [];
  let items: Passage[][] = [];
  let itemsFrom = 0;
  const closeList = (): void => {
    if (items.length > 0) passages.push({ kind: 'list', ordered: false, items, where: `line ${itemsFrom}` });
    items = [];
  };
  for (const [at, line] of withoutMark(text).split(LINE_END).entries()) {
    const words = line.trim();
    const item = ITEM.exec(words)?.[1];
    const where = `line ${at + 1}`;
    if (words === '') continue;
    if (item !== undefined) {
      if (items.length === 0) itemsFrom = at + 1;
      items.push([paragraph(item, where)]);
      continue;
    }
    closeList();
    passages.push(BULLET.test(words) ? { kind: 'empty-item', where } : paragraph(words, where));
  }
  closeList();
  return passages;
}

function paragraph(text: string, where: string): Passage {
  return { kind: 'paragraph', pieces: [{ text, marks: {} }], where };
}

function withoutMark(text: string): string {
  return text.startsWith('\uFEFF') ? text.slice(1) : text;
}
