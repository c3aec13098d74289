/** What a release says of where it came from. */
import type { SourceRelease } from '../model/importer.ts';
import type { Repository } from '../model/repository.ts';
import { marksOf } from '../model/written-marks.ts';
import { frozenParts } from './bring-in-merge.ts';
import type { ReadSource } from './bring-in-wish.ts';
import type { DraftAnswers } from './draft.ts';

/** Where a release came from, with a mark of everything that is written of it (`written-marks.ts`). */
export function originOf(
  { source, release: { sourceId, url } }: { readonly source: ReadSource; readonly release: SourceRelease },
  day: string,
  { digestOfText }: Pick<Repository, 'digestOfText'>,
): NonNullable<DraftAnswers['origin']> {
  const { importer, digest } = source;
  const names = { ...(sourceId !== undefined && { id: sourceId.value }), ...(url !== undefined && { url }) };
  return ({ entries, body }) => {
    const parts = marksOf(
      entries.filter(([key]) => !frozenParts.has(key)),
      body,
      digestOfText,
    );
    return { ...names, imported: day, importer, digest, parts: Object.fromEntries(parts) };
  };
}
