/** What is done about releases that are there already. */
import { PressError } from '../model/press-error.ts';
import { partOf, type Duplicate, type ReleaseReport } from './bring-in-report.ts';

export const duplicatePolicies = ['skip', 'update', 'fail'] as const;
export type DuplicatePolicy = (typeof duplicatePolicies)[number];

const words: Readonly<Record<Duplicate['by'], string>> = {
  id: 'has the name',
  permalink: 'stands or stood at the address',
  url: 'came from',
  path: 'is',
  'source-id': 'came from what its source calls',
  digest: 'came from the same bytes,',
  content: 'has the same title, day and text:',
};

const SHOWN = 5;

/** The refusal when releases are there, their sources have changed, and nobody has said what to do; undefined when nothing is to be refused. */
export function refuseDuplicates(releases: readonly ReleaseReport[], policy: DuplicatePolicy): PressError | undefined {
  if (policy !== 'fail') return undefined;
  const duplicates = releases.filter(isThereAndDiffers);
  const [first] = duplicates;
  if (first === undefined) return undefined;
  const lines = duplicates.slice(0, SHOWN).map(lineOf);
  const more = duplicates.length > SHOWN ? [`  and ${duplicates.length - SHOWN} more`] : [];
  const count =
    duplicates.length === 1
      ? `«${partOf(first.source, first.part)}» is there already`
      : `${duplicates.length} releases are there already`;
  return new PressError('already-there', `${count}, and not as the source has it. Nothing was written.`, {
    hint: [
      '--on-duplicate skip leaves them as they are and brings in the rest; --on-duplicate update takes over what the source has changed, and nothing that somebody has changed here.',
      ...lines,
      ...more,
    ].join('\n'),
  });
}

/** Another source of the same run is no reason: one of the two comes in. */
export function isThereAndDiffers({ outcome, duplicateOf }: ReleaseReport): boolean {
  return outcome === 'duplicate' && duplicateOf?.source === undefined;
}

function lineOf({ source, part, duplicateOf }: ReleaseReport): string {
  return `  «${partOf(source, part)}»: ${duplicateOf?.path} ${words[duplicateOf?.by ?? 'id']} «${duplicateOf?.name}»`;
}
