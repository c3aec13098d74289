/** What a release says of where it came from. */
import type { SourceRelease } from '../model/importer.ts';
import type { Repository } from '../model/repository.ts';
import type { ReleaseSchema } from '../model/schema-violation.ts';
import { marksOf } from '../model/written-marks.ts';
import { frozenParts } from './bring-in-merge.ts';
import type { ReadSource } from './bring-in-wish.ts';
import type { DraftAnswers } from './draft.ts';

interface Incoming {
  readonly source: ReadSource;
  readonly release: SourceRelease;
  /** The schema of its type; undefined where there is none. */
  readonly schema: ReleaseSchema | undefined;
}

/** Where a release came from, with a mark of everything that is written of it (`written-marks.ts`). */
export function originOf(
  { source, release: { sourceId, url }, schema }: Incoming,
  day: string,
  { digestOfText }: Pick<Repository, 'digestOfText'>,
): NonNullable<DraftAnswers['origin']> {
  const { importer, digest } = source;
  const refused = originKeysRefused(schema);
  const names = {
    ...(sourceId !== undefined && !refused.has('id') && { id: sourceId.value }),
    ...(url !== undefined && { url }),
  };
  const said = { ...names, imported: day, importer, digest };
  if (refused.has('parts')) return () => said;
  return ({ entries, body }) => {
    const parts = marksOf(
      entries.filter(([key]) => !frozenParts.has(key)),
      body,
      digestOfText,
    );
    return { ...said, parts: Object.fromEntries(parts) };
  };
}

// As an import of any release would write them.
const sample = { imported: '2026-01-01', importer: 'page', id: 'x', parts: { title: 'abcdefghijkl' } };
const refusals = new WeakMap<ReleaseSchema, ReadonlySet<unknown>>();

/** The keys under `origin` that a schema does not take: those of a repository may be older than press. */
export function originKeysRefused(schema: ReleaseSchema | undefined): ReadonlySet<unknown> {
  if (schema === undefined) return new Set();
  const known = refusals.get(schema);
  if (known !== undefined) return known;
  const inOrigin = schema.check({ origin: sample }).filter(({ path }) => path[0] === 'origin');
  const refused = new Set(inOrigin.map(({ params }) => params['additionalProperty'] ?? params['unevaluatedProperty']));
  refusals.set(schema, refused);
  return refused;
}
