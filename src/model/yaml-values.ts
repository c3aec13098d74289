/** Values as they are written into a data file. */
import { parseCivilDate } from '../text/dates.ts';
import { readableScalar } from '../text/yaml-plain.ts';
import { yamlWord } from './replacement.ts';

export type YamlValue = string | boolean | readonly YamlValue[] | { readonly [key: string]: YamlValue };

/** A value on one line, groups and lists in brackets. A day stands bare, as everywhere in the house. */
export function flowYaml(value: YamlValue): string {
  if (typeof value === 'boolean') return String(value);
  if (typeof value === 'string') return scalarYaml(value);
  if (isList(value)) return `[${value.map(flowYaml).join(', ')}]`;
  return `{${Object.entries(value)
    .map(([key, inner]) => `${yamlWord(key)}: ${flowYaml(inner)}`)
    .join(', ')}}`;
}

/** A key and its value as lines; `depth` groups within each other get lines of their own. Without line ends. */
export function pairLines(key: string, value: YamlValue, depth: number): string[] {
  const name = yamlWord(key);
  if (depth === 0 || typeof value !== 'object' || isList(value)) return [`${name}: ${flowYaml(value)}`];
  const inner = Object.entries(value).flatMap(([below, each]) => pairLines(below, each, depth - 1));
  return [`${name}:`, ...inner.map((line) => `  ${line}`)];
}

function isList(value: YamlValue): value is readonly YamlValue[] {
  return Array.isArray(value);
}

function scalarYaml(text: string): string {
  if (parseCivilDate(text) !== undefined) return text;
  const word = yamlWord(text);
  return word === text ? word : readableScalar(text);
}
