/** `press taxonomy add`: one more term. */
import { isFlow, lastKey, type DataSource } from '../../model/data-places.ts';
import type { DataChange } from '../../model/data-changes.ts';
import type { DataPath } from '../../model/manuscript.ts';
import { namedTermOf } from '../../model/named-term.ts';
import { didYouMean, PressError } from '../../model/press-error.ts';
import { pathOfTerm, type RefactorVerb, type Vocabulary, type VocabularyPlan } from '../../model/refactoring.ts';
import type { Facet, Taxonomy, Term } from '../../model/taxonomy.ts';
import type { YamlValue } from '../../model/yaml-values.ts';
import { nearest } from '../../text/nearest.ts';
import { localizedYaml, splitWords, wordsByLanguage } from './languages.ts';
import { unfitId } from './new-id.ts';

export interface AddWish {
  /** `facet/id`. */
  readonly term: string;
  /** In the main language, or `LANG=words`. */
  readonly labels: readonly string[];
  readonly aliases: readonly string[];
  readonly under: string | undefined;
}

export function add(wish: AddWish): RefactorVerb {
  return { purpose: `press taxonomy add ${wish.term}`, plan: (vocabulary) => plan(vocabulary, wish) };
}

function plan({ taxonomy, file }: Vocabulary, wish: AddWish): VocabularyPlan {
  const [facet, id] = newTerm(taxonomy, wish.term);
  const above = wish.under === undefined ? undefined : namedTermOf(taxonomy, facet, wish.under);
  const labels = wordsByLanguage(wish.labels, facet);
  const aliases = wish.aliases.map((words) => splitWords(words, facet));
  const [main = 'en'] = facet.languages;
  if (!labels.has(main))
    throw new PressError('usage', `«${wish.term}» needs a label in the main language, «${main}».`, {
      hint: 'Give it with --label "…"; other languages go beside it: --label ru="…".',
    });
  const unfit = unfitId(id, facet);
  if (unfit !== undefined) return { kind: 'refused', reasons: [unfit] };
  const node: YamlValue = {
    label: localizedYaml(labels, facet),
    ...(aliases.length === 0 ? {} : { aliases: aliases.map((alias) => localizedYaml(new Map([alias]), facet)) }),
  };
  const words = [id, ...labels.values(), ...aliases.map(([, text]) => text)];
  return {
    kind: 'change',
    changes: [newNode(file, { facet, above, id, node })],
    names: { facet, term: id, words },
    told: missing(facet, labels),
  };
}

/** Throws PressError for a facet that is none. */
function newTerm(taxonomy: Taxonomy, words: string): [Facet, string] {
  const slash = words.indexOf('/');
  const name = words.slice(0, Math.max(slash, 0));
  const facet = taxonomy.facets.get(name);
  if (facet !== undefined) return [facet, words.slice(slash + 1)];
  const known = [...taxonomy.facets.keys()];
  if (slash <= 0)
    throw new PressError('usage', `«${words}» does not say which facet the term is for.`, {
      hint: `Write ${known.map((each) => `${each}/${words}`).join(' or ')}.`,
    });
  const hint = didYouMean(nearest(name, known)) ?? `The facets are ${known.join(', ')}.`;
  throw new PressError('unknown-term', `«${name}» is not a facet of the vocabulary.`, { hint });
}

interface NewNode {
  readonly facet: Facet;
  readonly above: Term | undefined;
  readonly id: string;
  readonly node: YamlValue;
}

/** At the end of its neighbours, in braces where the last one of them is. */
function newNode(file: DataSource, { facet, above, id, node }: NewNode): DataChange {
  const parent = above === undefined ? ['facets', facet.name] : pathOfTerm(facet, above);
  const key = above === undefined ? 'terms' : 'narrower';
  const isFirst = above?.narrower.length === 0;
  if (isFirst) return { kind: 'set', path: parent, pair: { key, value: { [id]: node }, depth: 2 } };
  return {
    kind: 'set',
    path: [...parent, key],
    pair: { key: id, value: node, depth: depthAt(file, [...parent, key]) },
  };
}

function depthAt(file: DataSource, home: DataPath): number {
  const last = lastKey(file, home, () => true);
  return last !== undefined && isFlow(file, [...home, last]) ? 0 : 1;
}

function missing({ languages }: Facet, labels: ReadonlyMap<string, string>): string[] {
  const without = languages.filter((each) => !labels.has(each));
  return without.length === 0 ? [] : [`It has no name in ${without.join(', ')} yet.`];
}
