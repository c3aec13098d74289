/** What taxonomy.yaml says and a table with a row for each term has no cell for. */
import type { Facet, Term } from '../../model/taxonomy.ts';
import type { VocabularyEdition, VocabularyLoss } from '../../model/vocabulary-format.ts';
import { NOT_HERE, resolveIn } from '../term-references.ts';
import { languagesOf, linkColumns } from './columns.ts';

const NO_ROW = 'A table has a row for each term and none for a facet.';

export function tableLosses(edition: VocabularyEdition): VocabularyLoss[] {
  const { taxonomy, facets, withNotes } = edition;
  const languages = languagesOf(edition);
  return [
    ...taxonomy.decorations.map(({ prefix, suffix }) => ({
      facet: undefined,
      term: undefined,
      key: 'decorations',
      value: (prefix ?? suffix ?? '').trim(),
      reason: 'A table has a row for each term and none for the whole file.',
    })),
    ...facets.flatMap((facet) => [
      ...facetLosses(facet, languages),
      ...[...facet.terms.values()].flatMap((term) => [...termLosses(term, withNotes), ...linkLosses(term, facets)]),
    ]),
  ];
}

function facetLosses(facet: Facet, columns: readonly string[]): VocabularyLoss[] {
  const { name, terms } = facet;
  const lose = (key: string): VocabularyLoss => ({ facet: name, term: undefined, key, reason: NO_ROW });
  if (terms.size === 0) return [lose('terms')];
  const told = labelLanguages([...terms.values()], columns);
  const lost: readonly (readonly [key: string, isLost: boolean])[] = [
    ['label', facet.label.size > 1 || facet.label.get(told[0] ?? '') !== name],
    ['property', facet.property !== name],
    ['multiple', facet.multiple],
    ['required', facet.required],
    ['judged', facet.judged !== (name === 'source' ? 'author' : 'subject')],
    ['languages', told.join() !== facet.languages.join()],
    ['description', facet.description !== undefined],
    ['note', facet.note !== undefined],
  ];
  return lost.filter(([, isLost]) => isLost).map(([key]) => lose(key));
}

/** The languages that labels of a facet are in, in the order of the columns: what a table says about its languages. */
export function labelLanguages(terms: readonly Pick<Term, 'label'>[], columns: readonly string[]): string[] {
  return columns.filter((lang) => terms.some(({ label }) => label.has(lang)));
}

function termLosses({ facet, id, note, description }: Term, withNotes: boolean): VocabularyLoss[] {
  const lose = (key: string, reason: string): VocabularyLoss => ({ facet, term: id, key, reason });
  const hasReturn = [...(description?.values() ?? [])].some((text) => text.includes('\r'));
  const LINES = 'In a table lines end in one way only.';
  return [
    ...(hasReturn ? [lose('description', LINES)] : []),
    ...(note?.includes('\r') === true && withNotes ? [lose('note', LINES)] : []),
    ...(note === undefined || withNotes ? [] : [lose('note', 'It was left out, as you asked.')]),
  ];
}

/** Links to terms that are not in the table: whoever reads it could not follow them. */
function linkLosses(term: Term, facets: readonly Facet[]): VocabularyLoss[] {
  const links = [
    ...linkColumns.flatMap((key) => term[key].map((reference) => ({ key, reference }))),
    ...term.memberOf.map((member) => ({ key: 'memberOf', reference: member.term })),
  ];
  return links
    .filter(({ reference }) => resolveIn(facets, term, reference) === undefined)
    .map(({ key, reference }) => ({ facet: term.facet, term: term.id, key, value: reference, reason: NOT_HERE }));
}
