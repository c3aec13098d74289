/** A long JSON Feed in several files: JSON Feed 1.1 calls 250 kB fine and asks for pages above that. */

/** Items that go into one file. */
export interface FeedPage {
  /** From 1. */
  readonly number: number;
  readonly items: readonly string[];
  readonly isLast: boolean;
}

const encoder = new TextEncoder();

/** How many bytes a text takes in UTF-8. */
export function byteLength(text: string): number {
  return encoder.encode(text).length;
}

/**
 * Items, each a line of JSON, page by page; there is one page at least. `room` is how many bytes of items a page may hold; an item
 * that is bigger stands alone. No more than one page is held.
 */
export function* pagesOf(items: Iterable<string>, room: number): Generator<FeedPage> {
  let number = 1;
  let held: string[] = [];
  let size = 0;
  for (const item of items) {
    // With the comma and the line end between two items.
    const bytes = byteLength(item) + 2;
    if (held.length > 0 && size + bytes > room) {
      yield { number, items: held, isLast: false };
      number += 1;
      held = [];
      size = 0;
    }
    held.push(item);
    size += bytes;
  }
  yield { number, items: held, isLast: true };
}
