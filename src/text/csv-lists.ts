/**
 * Lists in one cell: joined with `; `. A semicolon inside an item is written `\;` and a backslash `\\`, so that every list of
 * non-empty items can be read back.
 */

/** The items as one cell; no items make an empty cell. */
export function joinList(items: readonly string[]): string {
  return items.map((item) => item.replace(/[\\;]/g, '\\$&')).join('; ');
}

/** The items of a cell that `joinList` or a person wrote: the blank after a semicolon may be missing. */
export function splitList(cell: string): string[] {
  if (cell === '') return [];
  const items: string[] = [];
  let item = '';
  for (let at = 0; at < cell.length; at += 1) {
    const character = cell.charAt(at);
    if (character === '\\' && isEscapable(cell.charAt(at + 1))) {
      at += 1;
      item += cell.charAt(at);
    } else if (character === ';') {
      items.push(item);
      item = '';
      if (cell.charAt(at + 1) === ' ') at += 1;
    } else item += character;
  }
  return [...items, item];
}

function isEscapable(character: string): boolean {
  return character === ';' || character === '\\';
}
