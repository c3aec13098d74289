import { listOf } from '../model/make-release.ts';
import type { DataPath, FrontMatter } from '../model/manuscript.ts';
import { placeOf } from '../model/places.ts';
import { didYouMean } from '../model/press-error.ts';
import { quoted } from '../model/quoting.ts';
import type { ArchiveEntry, Rule } from '../model/rule.ts';
import { sampleRelease } from '../model/sample-release.ts';
import { nearest } from '../text/nearest.ts';

// A suggestion looks at every id of the archive: in a large one there are fewer of them.
const MOST_SUGGESTIONS = 20;
const MOST_COMPARISONS = 200_000;

export const danglingReference: Rule = {
  id: 'dangling-reference',
  topic: 'archive',
  severity: 'error',
  scope: 'archive',
  summary: 'A release refers to one that does not exist.',
  why:
    'Under «related» and «translationOf» stand ids of other releases. With a wrong one the link is missing on the page, and a ' +
    'translation whose original is not found is never reported as outdated.',
  examples: [
    {
      wrong: {
        'releases/2009/2009-11-16-observer-course.md': sampleRelease(),
        'releases/2009/2009-11-17-map.md': map('2009-11-16-observers-course'),
      },
      right: {
        'releases/2009/2009-11-16-observer-course.md': sampleRelease(),
        'releases/2009/2009-11-17-map.md': map('2009-11-16-observer-course'),
      },
    },
  ],
  *check(entries) {
    const ids = knownIds(entries);
    let suggestions = Math.min(MOST_SUGGESTIONS, Math.ceil(MOST_COMPARISONS / ids.size));
    for (const { manuscript } of entries) {
      for (const { id, path } of references(manuscript.data)) {
        if (ids.has(id)) continue;
        const near = suggestions-- > 0 ? didYouMean(nearest(id, ids)) : undefined;
        yield {
          in: manuscript,
          ...placeOf(manuscript, path),
          message: `No release has the id ${quoted(id)}.`,
          hint: near ?? 'Look the id up in the file of the release that is meant, or take the reference out.',
        };
      }
    }
  },
};

function map(related: string): string {
  const changes = { id: '2009-11-17-map', date: '2009-11-17', place: undefined, related: `[${related}]` };
  return sampleRelease(changes, 'A map of all polling stations is out.\n');
}

/** A file that cannot be read has the id that its name gives until somebody can look: its fault is reported once, there. */
function knownIds(entries: readonly ArchiveEntry[]): Set<string> {
  const ids = new Set<string>();
  for (const { manuscript } of entries) {
    const { data, path } = manuscript;
    for (const id of data === undefined ? [stemOf(path)] : listOf(data, 'id')) ids.add(id);
  }
  return ids;
}

function stemOf(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1).replace(/\.md$/i, '');
}

function references(data: FrontMatter | undefined): { readonly id: string; readonly path: DataPath }[] {
  if (data === undefined) return [];
  const related: unknown = data['related'];
  const items: readonly unknown[] = Array.isArray(related) ? related : [];
  const found = items.map((id, index) => ({ id, path: ['related', index] as DataPath }));
  const original: unknown = data['translationOf'];
  if (typeof original === 'object' && original !== null && Object.hasOwn(original, 'id')) {
    found.push({ id: (original as FrontMatter)['id'], path: ['translationOf', 'id'] });
  }
  return found.filter((each): each is { id: string; path: DataPath } => typeof each.id === 'string' && each.id !== '');
}
