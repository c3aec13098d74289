import type { KnownHeading } from '../../model/page-headings.ts';
import type { Stated } from '../../model/importer.ts';
import type { Statement } from './metadata.ts';

/** The values under the headings that ask one question, in the page's order. */
export function valuesOf(statements: readonly Statement[], asks: KnownHeading['asks']): Stated[] {
  return statements
    .filter(({ meaning }) => meaning?.asks === asks)
    .flatMap((statement) => statement.values.map((value) => ({ value, ...standingOf(statement) })));
}

/** Where a statement stood, in words, and how sure that is. */
export function standingOf({ heading, origin, confidence }: Statement): Pick<Stated, 'origin' | 'confidence'> {
  return { origin: origin ?? `list item «${heading}»`, ...(confidence !== undefined && { confidence }) };
}
