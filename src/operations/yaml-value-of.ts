import type { YamlValue } from '../model/yaml-values.ts';

/** An entry of taxonomy.yaml as it is written: what is undefined is left out, a year is text. */
export function yamlValueOf(value: unknown): YamlValue {
  if (typeof value === 'string' || typeof value === 'boolean') return value;
  if (Array.isArray(value)) return value.map(yamlValueOf);
  if (typeof value !== 'object' || value === null) return String(value);
  const said = Object.entries(value).filter(([, inner]) => inner !== undefined);
  return Object.fromEntries(said.map(([key, inner]) => [key, yamlValueOf(inner)]));
}
