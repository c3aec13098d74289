/** Asks about words that the vocabulary does not know, the most frequent first. */
import type { Ask, PickChoice } from '../../model/environment.ts';
import type { Facet, Taxonomy, Term } from '../../model/taxonomy.ts';
import { broaderTerms } from '../../model/taxonomy.ts';
import { allNames, lookUp, suggest } from '../../model/term-lookup.ts';
import { labelOf } from '../../model/term-names.ts';
import { isOffered } from '../../operations/answer-terms.ts';
import type { AnsweredWords, AskedWords } from '../../operations/bring-in-queue.ts';
import { counted } from '../../text/counted.ts';
import { slugify } from '../../text/slug.ts';
import { shellWord } from '../../text/shell-word.ts';

export interface WordQuestions {
  readonly ask: Pick<Ask, 'pick'>;
  readonly taxonomy: Taxonomy;
  /** Language of the labels. */
  readonly lang: string;
  /** Says something between two questions. */
  say(text: string): void;
}

const LEAVE_OUT = '-';
const LATER = '?later';
const ADD = '?add';
const STOP = '?stop';

/** The answers, each as it comes: whoever stops has given those. Rejects with Interrupted when the person leaves. */
export async function* askAboutWords(
  words: readonly AskedWords[],
  questions: WordQuestions,
): AsyncGenerator<AnsweredWords> {
  for (const [index, each] of words.entries()) {
    const message = `«${each.value}» under «${each.heading}», ${counted(each.count, 'time')}, as in ${each.example} (${index + 1} of ${words.length})`;
    const choices = choicesFor(each, questions);
    const [chosen = LATER] = await questions.ask.pick({ message, choices, many: false, required: true });
    if (chosen === STOP) return;
    if (chosen === ADD) questions.say(additionOf(each, questions.taxonomy));
    else if (chosen !== LATER) yield { ...each, answer: chosen };
  }
}

/** The nearest terms, what else can be done, then everything there is, to be searched. */
function choicesFor({ heading, value }: AskedWords, { taxonomy, lang }: WordQuestions): PickChoice[] {
  const facet = taxonomy.facets.get(heading);
  const facets = facet === undefined ? [...taxonomy.facets.values()] : [facet];
  const near = facets.flatMap((each) =>
    suggest(taxonomy, value, each.name).flatMap((name) => lookUp(taxonomy, name, each.name).slice(0, 1)),
  );
  const all = facets.flatMap((each) => [...each.terms.values()]);
  const offered = [...new Set([...near, ...all])].filter((term) => isOfferedIn(term, taxonomy));
  const terms = offered.map((term) => choiceOf(term, { taxonomy, lang, isOfFacet: facet !== undefined }));
  const first = terms.slice(0, near.filter((term) => isOfferedIn(term, taxonomy)).length);
  return [...first, ...others, ...terms.slice(first.length)];
}

const others: readonly PickChoice[] = [
  { value: LATER, label: 'Decide later', words: ['later', 'skip'] },
  { value: LEAVE_OUT, label: 'Leave it out', words: ['drop', 'nothing'], description: 'no release gets a term for it' },
  { value: ADD, label: 'Add it to the vocabulary', words: ['new'], description: 'shows the command that does it' },
  { value: STOP, label: 'Ask no more', words: ['stop', 'end'], description: 'what is answered by now counts' },
];

function isOfferedIn(term: Term, taxonomy: Taxonomy): boolean {
  const facet = taxonomy.facets.get(term.facet);
  return facet !== undefined && isOffered(facet, term, undefined);
}

function choiceOf(
  term: Term,
  { taxonomy, lang, isOfFacet }: { readonly taxonomy: Taxonomy; readonly lang: string; readonly isOfFacet: boolean },
): PickChoice {
  const facet = taxonomy.facets.get(term.facet);
  const above = facet === undefined ? [] : broaderTerms(facet, term).map(({ label }) => labelOf(label, lang));
  const path = [...(isOfFacet ? [] : [facetLabel(facet, lang)]), ...above.toReversed()].join(' › ');
  const choice = {
    value: isOfFacet ? term.id : `${term.facet}/${term.id}`,
    label: labelOf(term.label, lang),
    words: [term.id, ...allNames(term)],
  };
  return path === '' ? choice : { ...choice, description: path };
}

function facetLabel(facet: Facet | undefined, lang: string): string {
  return facet === undefined ? '' : labelOf(facet.label, lang);
}

/** The command that makes a term of the words. */
function additionOf({ heading, value }: AskedWords, taxonomy: Taxonomy): string {
  const facet = taxonomy.facets.has(heading) ? heading : 'FACET';
  return `Afterwards: press taxonomy add ${facet}/${slugify(value) || 'ID'} --label ${shellWord(value)}`;
}
