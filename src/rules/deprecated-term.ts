import { releaseDay } from '../model/date-values.ts';
import { facetWords, termMeant, type FacetWord } from '../model/facet-words.ts';
import { withoutItem } from '../model/list-edits.ts';
import type { Manuscript, OffsetFix } from '../model/manuscript.ts';
import { placeOf } from '../model/places.ts';
import { quoted, quotedList } from '../model/quoting.ts';
import { choiceOf, replacement } from '../model/replacement.ts';
import type { Finding, Rule } from '../model/rule.ts';
import { samplePath, sampleRelease } from '../model/sample-release.ts';
import type { Facet, Term } from '../model/taxonomy.ts';
import { labelOn } from '../model/term-names.ts';

const vocabulary = `version: 1
facets:
  field:
    property: fields
    multiple: true
    terms:
      elections: {label: Elections}
      education: {label: Education}
      electoral-matters: {label: Electoral matters, deprecated: true, replacedBy: [elections]}
`;

const release = (fields: string): string => sampleRelease({ source: undefined, fields });

/** A term that was merged into another stays in the vocabulary, so that its words are still found. */
export const deprecatedTerm: Rule = {
  id: 'deprecated-term',
  topic: 'vocabulary',
  severity: 'error',
  scope: 'vocabulary',
  summary: 'A term is one that the vocabulary says not to use.',
  mends: {
    safe: 'Puts the successor in the place of the term, or takes the term out where the successor stands already.',
    review: 'Puts one of several successors in its place.',
  },
  why:
    'Two terms for one thing divide its releases between them: who asks for one does not see the other. So one of them was taken ' +
    'out of use, and what stood under it belongs under the other.',
  examples: [
    {
      wrong: { 'taxonomy.yaml': vocabulary, [samplePath]: release('[electoral-matters, education]') },
      right: { 'taxonomy.yaml': vocabulary, [samplePath]: release('[elections, education]') },
    },
  ],
  mayFind: (manuscript, { taxonomy }) =>
    facetWords(manuscript, taxonomy).some((word) => termMeant(word, taxonomy)?.deprecated === true),
  *check(manuscript, { taxonomy }): Generator<Finding> {
    const day = releaseDay(manuscript.data) ?? '';
    const words = [...facetWords(manuscript, taxonomy)].map((word) => ({ word, term: termMeant(word, taxonomy) }));
    const inUse = new Set(words.flatMap(({ term }) => (term === undefined || term.deprecated ? [] : [term])));
    for (const { word, term } of words) {
      if (term?.deprecated !== true) continue;
      const next = successors(word.facet, term);
      yield {
        ...placeOf(manuscript, word.path),
        message: `${named(word, labelOn(term, day, 'en'))} is no longer used.`,
        hint:
          next.length === 0
            ? 'Choose another term, or take it out.'
            : `Write ${quotedList(
                next.map(({ id }) => id),
                'or',
              )}.`,
        ...choiceOf(fixesFor(manuscript, { word, next, inUse })),
      };
      const [only, another] = next;
      if (only !== undefined && another === undefined) inUse.add(only);
    }
  },
};

/** The word, with the term's name where that is another. */
function named({ words }: FacetWord, label: string): string {
  return words === label ? quoted(words) : `${quoted(words)} (${label})`;
}

interface Merged {
  readonly word: FacetWord;
  readonly next: readonly Term[];
  /** Terms that stand in the release already, or will with the fixes before this one. */
  readonly inUse: ReadonlySet<Term>;
}

/** Where the only successor stands already, the word is taken out. */
function fixesFor(manuscript: Manuscript, { word: { path }, next, inUse }: Merged): OffsetFix[] {
  const [only, another] = next;
  const index = path.at(-1);
  if (only !== undefined && another === undefined && inUse.has(only)) {
    const edit = typeof index === 'number' ? withoutItem(manuscript, path.slice(0, -1), index) : undefined;
    return edit === undefined ? [] : [{ title: 'Take it out', safety: 'safe', edits: [edit] }];
  }
  const place = placeOf(manuscript, path);
  return next.map(({ id }) => replacement(place, id, another === undefined ? 'safe' : 'review'));
}

/** The terms in use that a term was replaced by, however many merges lie between. */
function successors(facet: Facet, term: Term): Term[] {
  const found = new Set<Term>();
  const seen = new Set([term]);
  for (const next of seen) {
    for (const id of next.replacedBy) {
      const other = facet.terms.get(id);
      if (other === undefined) continue;
      if (other.deprecated) seen.add(other);
      else found.add(other);
    }
  }
  return [...found];
}
