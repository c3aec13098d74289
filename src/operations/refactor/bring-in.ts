/** `press taxonomy import` into a vocabulary that exists: what it lacks, and nothing else. */
import type { TermEntries } from '../../model/generated/taxonomy-file.ts';
import { isFlow, keysAt, lastKey, valueAt, type DataSource } from '../../model/data-places.ts';
import type { DataChange } from '../../model/data-changes.ts';
import type { DataPath } from '../../model/manuscript.ts';
import { pathOfTerm, type RefactorVerb, type Vocabulary, type VocabularyPlan } from '../../model/refactoring.ts';
import type { Taxonomy, Term } from '../../model/taxonomy.ts';
import type { NamedFacet } from '../import-facets.ts';
import { countAdditions } from '../tell-additions.ts';
import { additionsTo, type Addition, type Additions } from '../vocabulary-additions.ts';
import { yamlValueOf } from '../yaml-value-of.ts';

/** `hear` is told what was found before anything is planned. */
export function bringIn(facets: readonly NamedFacet[], hear: (additions: Additions) => void): RefactorVerb {
  return {
    purpose: 'press taxonomy import',
    plan(vocabulary) {
      const found = additionsTo(vocabulary.taxonomy, facets);
      hear(found);
      return plan(vocabulary, found.additions);
    },
  };
}

function plan({ taxonomy, file }: Vocabulary, additions: readonly Addition[]): VocabularyPlan {
  if (additions.length === 0) return { kind: 'nothing', sentence: 'There is nothing to add.' };
  const changes = innermostFirst(additions.flatMap((addition) => changesOf(addition, { taxonomy, file })));
  return { kind: 'change', changes, terms: countAdditions(additions).concerned, told: [] };
}

/** Where a term ends, those around it may end, too: what goes into the term stands before what comes behind it. */
function innermostFirst(changes: readonly DataChange[]): DataChange[] {
  const isLast = (change: DataChange): boolean => change.kind === 'set' && change.pair.key === 'narrower';
  return changes.toSorted((a, b) => b.path.length - a.path.length || Number(isLast(a)) - Number(isLast(b)));
}

interface Place {
  readonly taxonomy: Taxonomy;
  readonly file: DataSource;
}

function changesOf(addition: Addition, { taxonomy, file }: Place): DataChange[] {
  switch (addition.kind) {
    case 'facet': {
      const pair = {
        key: addition.facet,
        value: yamlValueOf(addition.entry),
        depth: 1 + heightOf(addition.entry.terms),
      };
      return keysAt(file.data, ['facets']).length === 0
        ? [{ kind: 'set', path: [], pair: { key: 'facets', value: { [pair.key]: pair.value } } }]
        : [{ kind: 'set', path: ['facets'], pair }];
    }
    case 'terms':
      return newTerms(addition, { taxonomy, file });
    case 'labels':
      return labelChanges(addition, pathIn(taxonomy, addition.term), file);
    case 'aliases':
      return aliasChanges(addition, pathIn(taxonomy, addition.term), file);
  }
}

function pathIn(taxonomy: Taxonomy, term: Term): DataPath {
  const facet = taxonomy.facets.get(term.facet);
  if (facet === undefined) throw new Error(`${term.facet} is no facet of the vocabulary`);
  return pathOfTerm(facet, term);
}

/** Behind their neighbours; where there is none, with the key that they stand under. */
function newTerms(
  { facet, under, terms }: Extract<Addition, { kind: 'terms' }>,
  { taxonomy, file }: Place,
): DataChange[] {
  const parent = under === undefined ? ['facets', facet] : pathIn(taxonomy, under);
  const key = under === undefined ? 'terms' : 'narrower';
  const home = [...parent, key];
  const last = lastKey(file, home, () => true);
  const height = heightOf(terms);
  if (last === undefined)
    return [{ kind: 'set', path: parent, pair: { key, value: yamlValueOf(terms), depth: height } }];
  const depth = isFlow(file, [...home, last]) ? 0 : height - 1;
  return Object.entries(terms).map(([id, entry]) => ({
    kind: 'set',
    path: home,
    pair: { key: id, value: yamlValueOf(entry), depth },
  }));
}

/** How many groups lie within each other that are to have lines of their own: two for terms, two more for each level below. */
function heightOf(terms: TermEntries): number {
  const below = Object.values(terms).map(({ narrower }) => (narrower === undefined ? 0 : heightOf(narrower)));
  return 2 + Math.max(0, ...below);
}

/** Plain text becomes one of several languages. */
function labelChanges(
  { labels, term }: Extract<Addition, { kind: 'labels' }>,
  path: DataPath,
  { data }: DataSource,
): DataChange[] {
  const known = valueAt(data, [...path, 'label']);
  if (typeof known === 'object' && known !== null)
    return [...labels].map(([lang, text]) => ({
      kind: 'set',
      path: [...path, 'label'],
      pair: { key: lang, value: text },
    }));
  const before = known === undefined ? [] : [...term.label];
  return [{ kind: 'set', path, pair: { key: 'label', value: Object.fromEntries([...before, ...labels]) } }];
}

function aliasChanges(
  { aliases }: Extract<Addition, { kind: 'aliases' }>,
  path: DataPath,
  { data }: DataSource,
): DataChange[] {
  const key = 'aliases';
  if (valueAt(data, [...path, key]) === undefined)
    return [{ kind: 'set', path, pair: { key, value: yamlValueOf(aliases) } }];
  return aliases.map((alias) => ({ kind: 'append', path, pair: { key, value: yamlValueOf(alias) } }));
}
