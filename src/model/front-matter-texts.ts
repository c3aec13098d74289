/** The texts of front matter, wherever they stand in it. */
import type { DataPath, Manuscript } from './manuscript.ts';
import type { RuleContext } from './rule.ts';
import { schemaFor } from './schema-for.ts';

export interface FrontMatterText {
  readonly value: string;
  readonly path: DataPath;
}

/** Every text in a value, from the top down; front matter is at most 32 levels deep. */
export function* textsIn(value: unknown, path: DataPath = []): Generator<FrontMatterText> {
  if (typeof value === 'string') yield { value, path };
  else if (Array.isArray(value)) for (const [index, item] of value.entries()) yield* textsIn(item, [...path, index]);
  else if (typeof value === 'object' && value !== null)
    for (const [key, item] of Object.entries(value)) yield* textsIn(item, [...path, key]);
}

/** Whether some text in a value is of a kind: the quick look before `textsIn`. */
export function hasText(value: unknown, isOfKind: (text: string) => boolean): boolean {
  if (typeof value === 'string') return isOfKind(value);
  if (typeof value !== 'object' || value === null) return false;
  if (Array.isArray(value)) return value.some((item) => hasText(item, isOfKind));
  // The objects of front matter have no keys but their own.
  for (const key in value) if (Object.hasOwn(value, key) && hasText(Reflect.get(value, key), isOfKind)) return true;
  return false;
}

/**
 * The texts that are the release’s own words, under keys that its schema knows. What stands under a facet’s key is judged by the
 * vocabulary, and what the schema refuses by the schema: who speaks of how a text is written has nothing to add there.
 */
export function ownTexts({ data }: Manuscript, context: RuleContext): FrontMatterText[] {
  if (data === undefined) return [];
  const facets = new Set([...context.taxonomy.facets.values()].map(({ property }) => property));
  const schema = schemaFor(data, context);
  if (schema === undefined) return [];
  const refused = new Set(schema.check(data).map(({ path }) => path.join('/')));
  const isOwn = (key: string): boolean => schema.properties.has(key) && !facets.has(key);
  return [...textsIn(data)].filter(({ path }) => isOwn(String(path[0])) && !refused.has(path.join('/')));
}
