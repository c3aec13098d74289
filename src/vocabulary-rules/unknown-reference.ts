import { didYouMean } from '../model/press-error.ts';
import { quoted } from '../model/quoting.ts';
import { sampleVocabulary } from '../model/sample-vocabulary.ts';
import { isSlipOf } from '../model/slip.ts';
import type { Vocabulary, VocabularyFacet } from '../model/vocabulary.ts';
import { everyReference, type Reference } from '../model/vocabulary-references.ts';
import type { VocabularyFinding, VocabularyRule } from '../model/vocabulary-rule.ts';
import { nearest } from '../text/nearest.ts';

// Each suggestion looks at every id of the facet. Whoever has more than this wrong has made one mistake, not many.
const MOST_SUGGESTIONS = 50;

export const unknownReference: VocabularyRule = {
  id: 'unknown-reference',
  topic: 'links',
  severity: 'error',
  scope: 'taxonomy',
  mends: {
    safe: 'Puts the id in the place of one that is a slip away from it or that the term had before, and names the facet where only one has the id.',
  },
  summary: 'A link leads to a term that does not exist.',
  why:
    '«replacedBy», «related», «implies» and «memberOf» name terms by their id, or as facet/id for one of another facet. A link that leads ' +
    'nowhere is overlooked: who came after is not offered, and a search for the heading misses the releases.',
  examples: [
    {
      wrong: sampleVocabulary('water: {label: Water, related: [rivres]}\nrivers: {label: Rivers}'),
      right: sampleVocabulary('water: {label: Water, related: [rivers]}\nrivers: {label: Rivers}'),
    },
    {
      wrong: sampleVocabulary(
        'water: {label: Water, related: [streams]}\nrivers: {label: Rivers, formerIds: [streams]}',
      ),
      right: sampleVocabulary(
        'water: {label: Water, related: [rivers]}\nrivers: {label: Rivers, formerIds: [streams]}',
      ),
    },
  ],
  *check(vocabulary): Generator<VocabularyFinding> {
    let suggestions = MOST_SUGGESTIONS;
    const standing = new Set<string>();
    for (const reference of everyReference(vocabulary)) standing.add(nameOf(reference, reference.words));
    for (const reference of everyReference(vocabulary)) {
      if (reference.isFormer) yield onceOnly(formerId(reference), reference, standing);
      else if (reference.target === undefined)
        yield onceOnly(unknown(reference, suggestions-- > 0 ? vocabulary : undefined), reference, standing);
    }
  },
};

/** No list names a term twice: where the right id stands already, a person takes the wrong one out. */
function onceOnly(finding: VocabularyFinding, reference: Reference, standing: Set<string>): VocabularyFinding {
  const { replaceBy, ...rest } = finding;
  if (replaceBy === undefined) return finding;
  const name = nameOf(reference, replaceBy);
  if (standing.has(name)) return { ...rest, hint: `${quoted(replaceBy)} stands there already: take this one out.` };
  standing.add(name);
  return finding;
}

function nameOf({ from, key }: Reference, words: string): string {
  return JSON.stringify([from.path, key, words]);
}

function formerId({ words, path, target, from }: Reference): VocabularyFinding {
  const { facet, id } = target?.term ?? from.term;
  const current = words.includes('/') ? `${facet}/${id}` : id;
  return {
    path,
    severity: 'warning',
    message: `${quoted(words)} is an id that ${quoted(id)} had before.`,
    hint: `Write ${current}.`,
    replaceBy: current,
  };
}

/** Without a vocabulary nothing is proposed. */
function unknown({ words, path, from, key }: Reference, vocabulary: Vocabulary | undefined): VocabularyFinding {
  const slash = words.indexOf('/');
  const facetName = slash < 0 ? from.term.facet : words.slice(0, slash);
  const facet = vocabulary?.facets.get(facetName);
  const message = `${quoted(words)} under «${key}» is not a term of ${facetName}.`;
  if (vocabulary !== undefined && facet === undefined)
    return {
      path,
      message: `${quoted(words)} under «${key}» names a facet that does not exist.`,
      hint:
        didYouMean(nearest(facetName, vocabulary.facets.keys())) ??
        `The facets are ${[...vocabulary.facets.keys()].join(', ')}.`,
    };
  return { path, message, ...proposal({ words, id: words.slice(slash + 1), isBare: slash < 0 }, vocabulary, facet) };
}

interface UnknownId {
  readonly words: string;
  readonly id: string;
  /** Without a facet in front. */
  readonly isBare: boolean;
}

function proposal(
  { words, id, isBare }: UnknownId,
  vocabulary: Vocabulary | undefined,
  facet: VocabularyFacet | undefined,
): Pick<VocabularyFinding, 'hint' | 'replaceBy'> {
  const otherwise = {
    hint: `Look at the ids with «press taxonomy tree${facet === undefined ? '' : ` ${facet.facet.name}`}».`,
  };
  if (vocabulary === undefined || facet === undefined) return otherwise;
  const elsewhere = [...vocabulary.facets.values()]
    .filter(({ byId }) => byId.has(id))
    .map((other) => `${other.facet.name}/${id}`);
  const [only, another] = elsewhere;
  if (isBare && only !== undefined) {
    const hint = `It is a term of another facet: write ${elsewhere.join(' or ')}.`;
    return another === undefined ? { hint, replaceBy: only } : { hint };
  }
  const near = nearest(id, facet.byId.keys()).map((each) => (isBare ? each : `${facet.facet.name}/${each}`));
  const [first, second] = near;
  const hint = didYouMean(near);
  if (first === undefined || hint === undefined) return otherwise;
  return second === undefined && isSlipOf(words, first) ? { hint, replaceBy: first } : { hint };
}
