import { knownIds, noSuchId } from '../model/known-ids.ts';
import type { Span } from '../model/manuscript.ts';
import { placeOf } from '../model/places.ts';
import type { Finding, Rule } from '../model/rule.ts';
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
  *check(entries, _, around) {
    const known = knownIds(entries, around);
    for (const entry of entries) {
      if (!around.isAsked(entry)) continue;
      const { related, id: own } = entry.facts;
      for (const [index, id] of related.entries()) {
        const owner = id === '' ? undefined : known.ownerOf(id);
        if (id === '' || (owner !== undefined && owner !== entry)) continue;
        const told = owner === undefined ? noSuchId(id, { ...known, own }) : toItself;
        yield { in: entry, tell: (manuscript) => told(placeOf(manuscript, ['related', index])) };
      }
    }
  },
};

function map(related: string): string {
  const changes = { id: '2009-11-17-map', date: '2009-11-17', place: undefined, related: `[${related}]` };
  return sampleRelease(changes, 'A map of all polling stations is out.\n');
}

function toItself(place: Span): Finding {
  return {
    ...place,
    message: 'The release names itself as related.',
    hint: 'Take the id out, or write that of the release that was meant.',
    severity: 'warning',
  };
}
