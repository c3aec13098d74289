import type { KnownHeading } from '../../model/page-headings.ts';
import type { Stated } from '../../model/importer.ts';
import type { Statement } from './metadata.ts';

/** The values under the headings that ask one question, in the page's order. */
export function valuesOf(statements: readonly Statement[], asks: KnownHeading['asks']): Stated[] {
  return statements
    .filter(({ meaning }) => meaning?.asks === asks)
    .flatMap(({ heading, values }) => values.map((value) => ({ value, origin: `list item «${heading}»` })));
}
