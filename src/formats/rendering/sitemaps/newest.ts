/** Something with a moment, in milliseconds since 1970. */
export interface Dated {
  readonly at: number;
}

/**
 * The newest of many, at most so many, in the order in which they came; of equals those that came first. It holds no more than
 * twice as many.
 */
export function newest<Item extends Dated>(items: Iterable<Item>, most: number): Item[] {
  let held: { readonly item: Item; readonly order: number }[] = [];
  let order = 0;
  const cut = (): void => {
    held = held.sort((a, b) => b.item.at - a.item.at || a.order - b.order).slice(0, most);
  };
  for (const item of items) {
    held.push({ item, order: (order += 1) });
    if (held.length >= 2 * most) cut();
  }
  cut();
  return held.sort((a, b) => a.order - b.order).map(({ item }) => item);
}
