import { releaseDay } from '../model/date-values.ts';
import { facetWords, termMeant } from '../model/facet-words.ts';
import type { Span } from '../model/manuscript.ts';
import { placeOf } from '../model/places.ts';
import { quotedList } from '../model/quoting.ts';
import { replacement } from '../model/replacement.ts';
import type { Finding, Rule } from '../model/rule.ts';
import type { OffsetFix } from '../model/manuscript.ts';
import { sampleRelease } from '../model/sample-release.ts';
import type { Facet, Term } from '../model/taxonomy.ts';
import { existedOn, labelOn } from '../model/term-names.ts';
import type { Period } from '../text/dates.ts';

/** Judges authors only: a text may be about a body that is long closed. What partial dates cannot decide is no finding. */
export const retiredTerm: Rule = {
  id: 'retired-term',
  topic: 'vocabulary',
  severity: 'error',
  scope: 'vocabulary',
  summary: 'The release is dated outside the time in which its author existed.',
  why:
    'An office that had closed, or had not opened yet, cannot have issued a release. Mostly the date is wrong, or the office ' +
    'that came after it was meant.',
  examples: [
    {
      wrong: {
        'releases/2019/2019-11-16-observer-course.md': sampleRelease({ source: 'zagreb' }).replaceAll('2009', '2019'),
      },
      right: sampleRelease({ source: 'zagreb' }),
    },
  ],
  *check(manuscript, { taxonomy }): Generator<Finding> {
    const day = releaseDay(manuscript.data);
    if (day === undefined) return;
    for (const word of facetWords(manuscript, taxonomy)) {
      const term = word.facet.judged === 'author' ? termMeant(word, taxonomy) : undefined;
      if (term === undefined || term.deprecated || existedOn(term, day) !== false) continue;
      const place = placeOf(manuscript, word.path);
      const fix = fixFor(word.facet, { term, day, place });
      yield {
        ...place,
        message: `«${labelOn(term, day, 'en')}» existed ${spelt(term.active ?? {})}; the release is dated ${day}.`,
        hint: hintFor(word.facet, term, day),
        ...(fix === undefined ? {} : { fix }),
      };
    }
  },
};

function spelt({ from, until }: Period): string {
  const words = [];
  if (from !== undefined && from !== 'unknown') words.push(`from ${from}`);
  if (until !== undefined && until !== 'unknown') words.push(`until ${until}`);
  return words.join(' ');
}

function hintFor(facet: Facet, term: Term, day: string): string {
  const others = neighbours(facet, term, day).map(({ id }) => id);
  if (others.length === 0) return 'Choose the body that issued the release, or put the date right.';
  return `On that day there was ${quotedList(others, 'and')}. Otherwise put the date right.`;
}

/** The bodies that came after this one, or before it, and may have existed on the day. */
function neighbours(facet: Facet, term: Term, day: string): Term[] {
  const after = term.replacedBy.flatMap((id) => facet.terms.get(id) ?? []);
  const before = [...facet.terms.values()].filter(({ replacedBy }) => replacedBy.includes(term.id));
  return [...before, ...after].filter((other) => !other.deprecated && existedOn(other, day) !== false);
}

function fixFor(facet: Facet, { term, day, place }: { term: Term; day: string; place: Span }): OffsetFix | undefined {
  const [only, another] = neighbours(facet, term, day);
  return only === undefined || another !== undefined ? undefined : replacement(place, only.id, 'review');
}
