/** A new taxonomy.yaml as text. A file that exists is spliced, never written anew. */
import type { FacetEntry, TaxonomyFile, TermEntries, TermEntry } from '../model/generated/taxonomy-file.ts';
import { yamlWord } from '../model/replacement.ts';
import { flowYaml } from '../model/yaml-values.ts';
import { yamlValueOf } from './yaml-value-of.ts';

/** The file's text: a line for each key, lists and labels in several languages on one line. */
export function taxonomyText({ languages, facets }: TaxonomyFile): string {
  const lines = [
    'version: 1',
    ...(languages === undefined ? [] : [`languages: ${flowYaml(languages)}`]),
    ...(Object.keys(facets).length === 0 ? ['facets: {}'] : ['facets:']),
    ...Object.entries(facets).flatMap(([name, facet]) => entryLines(name, facetLines(facet))),
  ];
  return `${lines.join('\n')}\n`;
}

function facetLines({ terms, ...entry }: FacetEntry): string[] {
  return [...keyLines(entry), ...below('terms', terms)];
}

function termLines({ narrower, ...entry }: TermEntry): string[] {
  return [...keyLines(entry), ...(narrower === undefined ? [] : below('narrower', narrower))];
}

function below(key: string, terms: TermEntries): string[] {
  const all = Object.entries(terms);
  return all.length === 0
    ? [`${key}: {}`]
    : [`${key}:`, ...all.flatMap(([id, entry]) => entryLines(id, termLines(entry)))];
}

/** A key two blanks in, and what it holds two more. */
function entryLines(key: string, lines: readonly string[]): string[] {
  const name = yamlWord(key);
  return lines.length === 0 ? [`  ${name}: {}`] : [`  ${name}:`, ...lines.map((line) => `    ${line}`)];
}

function keyLines(entry: object): string[] {
  return Object.entries(entry).map(([key, value]) => `${key}: ${flowYaml(yamlValueOf(value))}`);
}
