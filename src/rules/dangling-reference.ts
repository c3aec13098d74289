import { knownIds, noSuchId } from '../model/known-ids.ts';
import type { DataPath, FrontMatter } from '../model/manuscript.ts';
import { placeOf } from '../model/places.ts';
import type { Rule } from '../model/rule.ts';
import { sampleRelease } from '../model/sample-release.ts';

export const danglingReference: Rule = {
  id: 'dangling-reference',
  topic: 'archive',
  severity: 'error',
  scope: 'archive',
  summary: 'A release refers to one that does not exist.',
  mends: { review: 'Puts the one id that is near in the place of the wrong one.' },
  why:
    'Under «related» stand ids of other releases that readers may want. With a wrong one the link is missing on the page, and ' +
    'nobody notices.',
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
    const known = knownIds(entries);
    for (const { manuscript } of entries) {
      for (const { id, path } of references(manuscript.data)) {
        const owner = known.ownerOf(id);
        if (owner !== undefined && owner !== manuscript) continue;
        const place = placeOf(manuscript, path);
        const own = manuscript.data?.['id'];
        const finding = owner === undefined ? noSuchId(id, place, { ...known, own }) : { ...place, ...toItself };
        yield { in: manuscript, ...finding };
      }
    }
  },
};

function map(related: string): string {
  const changes = { id: '2009-11-17-map', date: '2009-11-17', place: undefined, related: `[${related}]` };
  return sampleRelease(changes, 'A map of all polling stations is out.\n');
}

const toItself = {
  message: 'The release names itself as related.',
  hint: 'Take the id out, or write that of the release that was meant.',
  severity: 'warning',
} as const;

function references(data: FrontMatter | undefined): { readonly id: string; readonly path: DataPath }[] {
  if (data === undefined) return [];
  const related: unknown = data['related'];
  const items: readonly unknown[] = Array.isArray(related) ? related : [];
  const found = items.map((id, index) => ({ id, path: ['related', index] as DataPath }));
  return found.filter((each): each is { id: string; path: DataPath } => typeof each.id === 'string' && each.id !== '');
}
