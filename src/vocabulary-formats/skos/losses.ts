/** What taxonomy.yaml says and SKOS has no words for. */
import type { Facet, Term } from '../../model/taxonomy.ts';
import type { VocabularyEdition, VocabularyLoss } from '../../model/vocabulary-format.ts';
import { labelKey } from './concept-statements.ts';
import { soundLinks } from './sound-links.ts';
import { eachText } from './texts.ts';

/** Everything that is left out, in the order of the file. */
export function skosLosses(edition: VocabularyEdition): VocabularyLoss[] {
  const ofLinks = soundLinks(edition).losses;
  return [
    ...edition.taxonomy.decorations.map(({ prefix, suffix }) => ({
      ...fileLoss,
      value: (prefix ?? suffix ?? '').trim(),
    })),
    ...edition.facets.flatMap((facet) => [
      ...facetLosses(facet, edition),
      ...[...facet.terms.values()].flatMap((term) => [
        ...termLosses(term, edition),
        ...ofLinks.filter((loss) => loss.facet === facet.name && loss.term === term.id),
      ]),
    ]),
  ];
}

const fileLoss = {
  facet: undefined,
  term: undefined,
  key: 'decorations',
  reason: 'SKOS does not know words that are often put around a label.',
};

const NO_RULES = 'SKOS describes terms, not what a release has to have.';

function facetLosses(
  { name, multiple, required, judged, note, label, description }: Facet,
  { withNotes }: VocabularyEdition,
): VocabularyLoss[] {
  const lose = (key: string, reason: string): VocabularyLoss => ({ facet: name, term: undefined, key, reason });
  return [
    ...twice(label).map((value) => ({ ...lose('label', ONE_LANGUAGE), value })),
    ...(multiple ? [lose('multiple', NO_RULES)] : []),
    ...(required ? [lose('required', NO_RULES)] : []),
    ...(judged === (name === 'source' ? 'author' : 'subject') ? [] : [lose('judged', NO_RULES)]),
    ...twice(description).map((value) => ({ ...lose('description', ONE_LANGUAGE), value })),
    ...(note === undefined || withNotes ? [] : [lose('note', LEFT_OUT)]),
  ];
}

const LEFT_OUT = 'It was left out, as you asked.';
const ONE_LANGUAGE = 'Two ways to write a language tag are one language.';

function termLosses(term: Term, { withNotes }: VocabularyEdition): VocabularyLoss[] {
  const { facet, id, members, note } = term;
  const lose = (key: string, reason: string): VocabularyLoss => ({ facet, term: id, key, reason });
  return [
    ...[term.label, term.description].flatMap((text, at) =>
      twice(text).map((value) => ({ ...lose(at === 0 ? 'label' : 'description', ONE_LANGUAGE), value })),
    ),
    ...(['names', 'roles'] as const).flatMap((key) =>
      term[key].flatMap(({ label }) => twice(label).map((value) => ({ ...lose(key, ONE_LANGUAGE), value }))),
    ),
    ...aliasLosses(term),
    ...(members === undefined ? [] : [lose('members', 'SKOS has no terms that are found by a rule.')]),
    ...(note === undefined || withNotes ? [] : [lose('note', LEFT_OUT)]),
  ];
}

/** Words in a language that is written twice, as `en` and `EN`. */
function twice(text: Term['description']): string[] {
  const tags = [...(text?.keys() ?? [])].map((tag) => tag.toLowerCase());
  return [...(text?.values() ?? [])].filter((_, at) => tags.indexOf(tags[at] ?? '') !== at);
}

/** Aliases are labels among others: which are translations of each other is not said, and none says what the term is called anyway. */
function aliasLosses({ facet, id, label, names, aliases }: Term): VocabularyLoss[] {
  const lose = (value: string, reason: string): VocabularyLoss => ({ facet, term: id, key: 'aliases', value, reason });
  const taken = new Set([label, ...names.map((name) => name.label)].flatMap(eachText).map(labelKey));
  return aliases.flatMap((alias) => {
    const texts = eachText(alias);
    const said = texts.filter((text) => taken.has(labelKey(text)) || !taken.add(labelKey(text)));
    const words = [...alias.values()].join(' / ');
    return [
      ...(alias.size > 1 ? [lose(words, 'SKOS does not say which labels are translations of each other.')] : []),
      ...said.map(({ value }) => lose(value, 'The term is called that already.')),
    ];
  });
}
