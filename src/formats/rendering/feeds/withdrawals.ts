/** Notices that a release which had been public was taken back: who, when and why, never what it said. */
import type { Edition, Tombstone } from '../../../model/edition.ts';
import type { ClearedRelease } from '../../../model/embargo.ts';
import { labelOf } from '../../../model/term-names.ts';
import { published } from '../written-moments.ts';

const heading: ReadonlyMap<string, string> = new Map([
  ['en', 'Withdrawn'],
  ['ru', 'Отозвано'],
]);

/** What stands where the title of a withdrawn release stood. */
export function withdrawnHeading(lang: string): string {
  return labelOf(heading, lang);
}

/** A release or a notice, whichever comes next. */
export type FeedPart =
  | { readonly release: ClearedRelease }
  | { readonly release: undefined; readonly withdrawal: Tombstone };

/** The releases in their order, each notice before the first release that is older than it. */
export function* releasesAndWithdrawals({ releases, tombstones, settings }: Edition): Generator<FeedPart> {
  let told = 0;
  for (const release of releases) {
    const date = published(release, settings.timezone)?.epochMilliseconds ?? Infinity;
    for (
      let next = tombstones[told];
      next !== undefined && next.date.epochMilliseconds > date;
      next = tombstones[told]
    ) {
      yield { release: undefined, withdrawal: next };
      told += 1;
    }
    yield { release };
  }
  for (const withdrawal of tombstones.slice(told)) yield { release: undefined, withdrawal };
}
