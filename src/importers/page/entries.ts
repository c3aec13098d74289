/** A page with several releases one below the other: each begins with a line that names its kind, and a list of what it is. */
import type { SourceRelease } from '../../model/importer.ts';
import { PressError } from '../../model/press-error.ts';
import { describeRelease, type PageFacts } from './describe-release.ts';
import { beginsRelease, findRelease, type FoundRelease } from './find-release.ts';
import type { Passage } from './passage.ts';

/** The release of a page, or the several of one that holds more. Throws PressError where it does not show what belongs to which. */
export function describeAll(
  { found, passages }: { readonly found: FoundRelease; readonly passages: readonly Passage[] },
  facts: PageFacts,
  name: string,
): readonly SourceRelease[] {
  if (!found.isFollowed) return [describeRelease(found, facts)];
  const entries = entriesIn(passages).map((entry) => findRelease(entry));
  return entries.map((entry, at) => {
    if (entry === undefined || entry.isFollowed) throw severalReleases(name);
    // Address and day of the page are those of the list, not of what stands in it.
    const own = { ...facts, url: undefined, date: undefined, ...(at > 0 && { changed: [] }) };
    return { ...describeRelease(entry, own), part: `entry ${at + 1}` };
  });
}

/** What stands above the first one goes before each: menus come again below the last. */
function entriesIn(passages: readonly Passage[]): Passage[][] {
  const starts = passages.flatMap((_, at) => (beginsRelease(passages, at) ? [at] : []));
  const above = passages.slice(0, starts[0]);
  return starts.map((start, at) => [...above, ...passages.slice(start, starts[at + 1])]);
}

function severalReleases(name: string): PressError {
  return new PressError('nothing-imported', `«${name}» holds more than one release.`, {
    hint: 'Save each page in a file of its own, and name them all.',
  });
}
