import { releaseDay } from '../model/date-values.ts';
import { facetWords, termMeant } from '../model/facet-words.ts';
import type { Span } from '../model/manuscript.ts';
import { placeOf } from '../model/places.ts';
import { quoted } from '../model/quoting.ts';
import { choiceOf, replacement } from '../model/replacement.ts';
import type { Finding, Rule } from '../model/rule.ts';
import type { OffsetFix } from '../model/manuscript.ts';
import { sampleRelease } from '../model/sample-release.ts';
import type { Facet, Term } from '../model/taxonomy.ts';
import { existedOn, hasEnded, labelOn } from '../model/term-names.ts';
import type { Period } from '../text/dates.ts';

/** Judges authors only: a text may be about a body that is long closed. What partial dates cannot decide is no finding. */
export const retiredTerm: Rule = {
  id: 'retired-term',
  topic: 'vocabulary',
  severity: 'error',
  scope: 'vocabulary',
  summary: 'The release is dated outside the time in which its author existed.',
  mends: { review: 'Puts a body that came after or before in the place of the one that did not exist.' },
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
  mayFind: (manuscript, { taxonomy }) =>
    facetWords(manuscript, taxonomy).some(
      (word) => word.facet.judged === 'author' && termMeant(word, taxonomy)?.active !== undefined,
    ),
  *check(manuscript, { taxonomy }): Generator<Finding> {
    const day = releaseDay(manuscript.data);
    if (day === undefined) return;
    for (const word of facetWords(manuscript, taxonomy)) {
      const term = word.facet.judged === 'author' ? termMeant(word, taxonomy) : undefined;
      if (term === undefined || term.deprecated || existedOn(term, day) !== false) continue;
      const place = placeOf(manuscript, word.path);
      yield {
        ...place,
        message: `«${labelOn(term, day, 'en')}» existed ${spelt(term.active ?? {})}; the release is dated ${day}.`,
        hint: hintFor(word.facet, term, day),
        ...choiceOf(fixesFor(word.facet, { term, day, place })),
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
  const others = bodiesOn(facet, term, day);
  if (others.length === 0) {
    const after = hasEnded(term, day) ? term.replacedBy.flatMap((id) => facet.terms.get(id) ?? []) : [];
    const next = after.length === 0 ? '' : `After it came ${named(after, day)}, which had closed as well. `;
    return `${next}Choose the body that issued the release, or put the date right.`;
  }
  const verb = others.every((other) => existedOn(other, day)) ? 'was' : 'may have been';
  return `On that day there ${verb} ${named(others, day)}. Otherwise put the date right.`;
}

function named(terms: readonly Term[], day: string): string {
  return terms.map((term) => `${quoted(term.id)} (${labelOn(term, day, 'en')})`).join(' and ');
}

/** The bodies that came after this one when it had ended, or else before it, however many lie between, and may have existed on the day. */
function bodiesOn(facet: Facet, term: Term, day: string): Term[] {
  const terms = [...facet.terms.values()];
  const related = hasEnded(term, day)
    ? chain(term, ({ replacedBy }) => replacedBy.flatMap((id) => facet.terms.get(id) ?? []))
    : chain(term, ({ id }) => terms.filter(({ replacedBy }) => replacedBy.includes(id)));
  return related.filter((other) => !other.deprecated && existedOn(other, day) !== false);
}

function chain(term: Term, next: (term: Term) => readonly Term[]): Term[] {
  const found = new Set([term]);
  for (const each of found) for (const other of next(each)) found.add(other);
  found.delete(term);
  return [...found];
}

function fixesFor(facet: Facet, { term, day, place }: { term: Term; day: string; place: Span }): OffsetFix[] {
  return bodiesOn(facet, term, day).map(({ id }) => replacement(place, id, 'review'));
}
