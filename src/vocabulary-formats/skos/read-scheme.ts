/** What a scheme says about itself: the facet without its terms. */
import type { ReadFacet } from '../../model/vocabulary-format.ts';
import { slugify } from '../../text/slug.ts';
import { isFittingTag } from '../fitting-texts.ts';
import type { ReadingRemarks } from '../reading-remarks.ts';
import { labelsOf } from './membership.ts';
import type { Graph } from './graph.ts';
import { localName } from './local-name.ts';
import { readTexts, readWords } from './read-texts.ts';

export interface ReadScheme extends Omit<ReadFacet, 'terms'> {
  /** Its address; empty for concepts of no scheme. */
  readonly address: string;
  readonly concepts: readonly string[];
  /** Whether press wrote it: the addresses of its terms say nothing that the ids do not say. */
  readonly isOurs: boolean;
}

export interface SchemeMembers {
  readonly scheme: string;
  readonly concepts: readonly string[];
  /** The language of words that name none. */
  readonly language: string;
}

export function readScheme(
  graph: Graph,
  { scheme, concepts, language }: SchemeMembers,
  remarks: ReadingRemarks,
): ReadScheme {
  const languages = languagesOf(graph, { scheme, concepts, language });
  const main = languages[0] ?? language;
  const ours = graph.literals(scheme, 'dct:identifier').find(({ value }) => FACET.test(value))?.value;
  const isOurs = ours !== undefined && concepts.every((concept) => concept.startsWith(`${scheme}/`));
  const read = { graph, remarks, main, place: scheme };
  const label = readTexts(labelsOf(graph, scheme), read);
  const description = readTexts(
    [...graph.literals(scheme, 'dct:description'), ...graph.literals(scheme, 'skos:definition')],
    {
      ...read,
      isLong: true,
    },
  );
  const note = readWords(graph.literals(scheme, 'skos:editorialNote'), read);
  const named = ours ?? facetName(localName(scheme));
  return {
    address: scheme,
    concepts,
    languages,
    isOurs,
    name: named,
    property: isOurs && PROPERTY.test(localName(scheme)) ? localName(scheme) : undefined,
    entry: {
      ...(label === undefined ? {} : { label }),
      ...(description === undefined ? {} : { description }),
      ...(note === undefined ? {} : { note }),
    },
  };
}

const FACET = /^[a-z][a-z0-9-]{0,63}$/;
const PROPERTY = /^[A-Za-z][A-Za-z0-9_-]{0,63}$/;

function facetName(words: string): string | undefined {
  const name = slugify(words)
    .slice(0, 64)
    .replace(/^[^a-z]+/, '')
    .replace(/-$/, '');
  return name === '' ? undefined : name;
}

/** The languages that the scheme names; else those of the labels, the commonest first. */
function languagesOf(graph: Graph, { scheme, concepts, language }: SchemeMembers): readonly string[] {
  const told = graph
    .literals(scheme, 'dct:language')
    .map(({ value }) => value)
    .filter(isFittingTag);
  if (told.length > 0) return [...new Set(told)];
  const counts = new Map<string, number>();
  for (const concept of concepts)
    for (const { lang = language } of labelsOf(graph, concept)) counts.set(lang, (counts.get(lang) ?? 0) + 1);
  const found = [...counts]
    .filter(([tag]) => isFittingTag(tag))
    .sort(([, a], [, b]) => b - a)
    .map(([tag]) => tag);
  return found.length === 0 ? [language] : found.slice(0, MOST_LANGUAGES);
}

const MOST_LANGUAGES = 50;
