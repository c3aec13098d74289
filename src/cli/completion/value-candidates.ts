/** The values that an option or argument may have, by what its card calls them: `<term>`, `<facet>`, `<tag>`. */
import type { Repository } from '../../model/repository.ts';
import { statuses } from '../../model/release.ts';
import { sortKeys } from '../../model/selection.ts';
import type { Facet, Taxonomy } from '../../model/taxonomy.ts';
import { labelOf } from '../../model/term-names.ts';
import { levelWords } from '../../operations/validate-levels.ts';
import type { Candidate } from './candidate.ts';

export interface Wanted {
  /** What the card calls the value. */
  readonly called: string;
  /** The option whose value it is, with its hyphens; undefined for an argument. */
  readonly option: string | undefined;
  readonly begun: string;
}

type Opening = () => Promise<Repository>;

/** Of paths the shell knows more. */
export function isPath(called: string): boolean {
  return ['path', 'file', 'dir', 'source'].includes(called);
}

type Maker = (wanted: Wanted, repository: Opening) => Promise<readonly Candidate[]>;

const makers: ReadonlyMap<string, Maker> = new Map<string, Maker>([
  ['term', async (wanted, repository) => terms(wanted, (await repository()).taxonomy)],
  ['old', async (wanted, repository) => terms(wanted, (await repository()).taxonomy)],
  ['facet', async (_, repository) => [...(await repository()).taxonomy.facets.values()].map(facetCandidate)],
  ['type', async (_, repository) => bare((await repository()).releaseTypes())],
  ['tag', async (_, repository) => bare(languages(await repository()))],
  ['id', async (_, repository) => (await repository()).settings.feeds.map(feedCandidate)],
  ['status', async () => bare(statuses)],
  ['key', async () => bare(sortKeys.flatMap((key) => [key, `-${key}`]))],
  ['format', async () => bare([...(await import('../../formats/index.ts')).exportFormats.keys()])],
  ['rule', async () => once([...(await rules()), ...(await codes())])],
  ['id=level', async () => (await rules()).flatMap(withLevels)],
]);

/** Rejects where it takes a repository, and there is none that can be read. */
export async function valueCandidates(wanted: Wanted, repository: Opening): Promise<readonly Candidate[]> {
  return makers.get(wanted.called)?.(wanted, repository) ?? [];
}

function bare(words: readonly string[]): Candidate[] {
  return words.map((word) => ({ word, description: '' }));
}

/** A rule about releases may be called like one about the vocabulary, and a term like one of another facet. */
function once(all: readonly Candidate[]): Candidate[] {
  return [...new Map(all.map((each) => [each.word, each])).values()];
}

/** Those of the facet whose option it is; else of all, by id, or with the facet once somebody types one. */
function terms({ option, begun }: Wanted, { facets }: Taxonomy): Candidate[] {
  const name = option?.replace(/^--(?:not-)?/, '') ?? '';
  const facet = facets.get(name) ?? facets.get(`not-${name}`);
  if (facet !== undefined) return termsOf(facet, '');
  const isWithFacet = begun.includes('/');
  const all = [...facets.values()].flatMap((each) => termsOf(each, isWithFacet ? `${each.name}/` : ''));
  return once(all);
}

/** Ids that a term had before, and terms that are not to be used any more, are understood, but nobody should begin with them. */
function termsOf({ terms: all }: Facet, before: string): Candidate[] {
  return [...all.values()].flatMap(({ id, label, deprecated }) =>
    deprecated ? [] : [{ word: before + id, description: labelOf(label, 'en') }],
  );
}

function facetCandidate({ name, label }: Facet): Candidate {
  return { word: name, description: labelOf(label, 'en') };
}

function feedCandidate({ id, title }: Repository['settings']['feeds'][number]): Candidate {
  return { word: id, description: title ?? '' };
}

function languages({ taxonomy, settings }: Repository): string[] {
  return [...new Set([settings.language, ...taxonomy.languages])];
}

async function rules(): Promise<Candidate[]> {
  const all = [
    ...(await import('../../rules/index.ts')).rules,
    ...(await import('../../vocabulary-rules/index.ts')).vocabularyRules,
  ];
  return all.map(({ id, summary }) => ({ word: id, description: summary }));
}

async function codes(): Promise<Candidate[]> {
  const { errorCodes } = await import('../../model/press-error.ts');
  return Object.entries(errorCodes).map(([word, description]) => ({ word, description }));
}

function withLevels({ word }: Candidate): Candidate[] {
  return bare(levelWords.map((level) => `${word}=${level}`));
}
