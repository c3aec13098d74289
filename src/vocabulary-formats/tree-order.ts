/** Trees made of statements that need not be one. */
import { PressError } from '../model/press-error.ts';
import { quoted } from '../model/quoting.ts';

/** What stands above each: none, one, or several, of which the first counts. */
export type Above = ReadonlyMap<string, readonly string[]>;

/** Parents before their children, and otherwise in their order. */
export function inTreeOrder(concepts: readonly string[], broader: Above): string[] {
  const below = new Map<string, string[]>();
  const top: string[] = [];
  for (const concept of concepts) {
    const [parent] = broader.get(concept) ?? [];
    if (parent === undefined) top.push(concept);
    else pushTo(below, parent, concept);
  }
  const ordered: string[] = [];
  const queue = top.toReversed();
  for (let next = queue.pop(); next !== undefined; next = queue.pop()) {
    ordered.push(next);
    for (const each of (below.get(next) ?? []).toReversed()) queue.push(each);
  }
  return ordered;
}

/** Throws PressError for what is above itself. Takes away what nothing is above, again and again: what is left goes round in a circle, or is below one. */
export function refuseCircle(broader: Above, file: string): void {
  const waiting = new Map([...broader].map(([concept, above]) => [concept, above.length]));
  const below = new Map<string, string[]>();
  for (const [concept, above] of broader) for (const each of above) pushTo(below, each, concept);
  const free = [...below.keys()].filter((concept) => !waiting.has(concept));
  for (let next = free.pop(); next !== undefined; next = free.pop()) {
    for (const concept of below.get(next) ?? []) {
      const count = (waiting.get(concept) ?? 0) - 1;
      waiting.set(concept, count);
      if (count === 0) free.push(concept);
    }
  }
  const stuck = new Set([...waiting].flatMap(([concept, count]) => (count > 0 ? [concept] : [])));
  for (const start of stuck) throw circle(file, wayRound(start, broader, stuck));
}

/** From a concept that is stuck upwards, until one comes again; what leads into the circle is left out. */
function wayRound(start: string, broader: Above, stuck: ReadonlySet<string>): string[] {
  const way = new Set<string>();
  let next = start;
  while (!way.has(next)) {
    way.add(next);
    next = broader.get(next)?.find((above) => stuck.has(above)) ?? start;
  }
  const path = [...way];
  return [...path.slice(path.indexOf(next)), next];
}

function circle(file: string, path: readonly string[]): PressError {
  return new PressError(
    'nothing-imported',
    `${quoted(file)} cannot become a tree: ${path.map(quoted).join(' is below ')}.`,
    {
      hint: 'Take one of these statements out, in the program that made the file.',
    },
  );
}

function pushTo(lists: Map<string, string[]>, key: string, item: string): void {
  const list = lists.get(key);
  if (list === undefined) lists.set(key, [item]);
  else list.push(item);
}
