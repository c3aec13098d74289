/** The goals of `goals.json`: what is measured at which size of archive, and the bound that holds there. */
import { readFileSync } from 'node:fs';

/** `bounds` has a text such as `≤ 2.5` for each size at which a goal is measured; an empty one is a figure without a bound. */
export const goals = JSON.parse(readFileSync(new URL('./goals.json', import.meta.url), 'utf8'));

/** Counts of releases by the name of a size. What starting costs is measured once, on an archive of five. */
export const counts = { start: 5, '1k': 1000, '10k': 10_000, '100k': 100_000, '1M': 1_000_000 };

/** `kept` or `missed`; undefined where there is no bound. */
export function verdictOn(figure, bound) {
  if (bound === '') return undefined;
  const limit = Number(bound.slice(2));
  return (bound.startsWith('≤') ? figure <= limit : figure >= limit) ? 'kept' : 'missed';
}

/** Every goal at every size, or those that were asked for: the beginning of an id, a size. */
export function chosen({ only = '', size }) {
  const cells = goals.flatMap(({ id, goal, bounds }) =>
    Object.entries(bounds).map(([at, bound]) => ({ id, goal, size: at, bound })),
  );
  return cells.filter((cell) => cell.id.startsWith(only) && (size === undefined || size === cell.size));
}
