/** Which key of a release a column or member means: by its name, or by a heading such as «Date of issue» or «Язык». */
import { headingMeaning } from '../../model/page-headings.ts';
import { fold } from '../../text/fold.ts';

const keys = [
  'id',
  'title',
  'date',
  'updated',
  'place',
  'lang',
  'type',
  'status',
  'summary',
  'url',
  'body',
  'contacts',
  'embargo',
  'corrections',
  'path',
  'public',
  'slug',
  'aliases',
  'boilerplate',
  'translationOf',
  'related',
  'attachments',
  'draft',
  'published',
];
const byWord: ReadonlyMap<string, string> = new Map([
  ...keys.map((key) => [fold(key), key] as const),
  [fold('Headline'), 'title'],
  [fold('Заголовок'), 'title'],
  [fold('Text'), 'body'],
  [fold('Текст'), 'body'],
]);

/**
 * The key of each name, in their order. A name that is none of press's keys stays as it is, and so does a heading whose key another
 * one has: the vocabulary or the schema may know it, or the report names it.
 */
export function keysOf(names: readonly string[]): string[] {
  const taken = new Set(names.map((name) => byWord.get(fold(name))));
  return names.map((name) => {
    const key = byWord.get(fold(name)) ?? headingKey(name, taken);
    taken.add(key);
    return key ?? name;
  });
}

function headingKey(name: string, taken: ReadonlySet<string | undefined>): string | undefined {
  const meaning = headingMeaning(name);
  if (meaning === undefined || meaning.asks === 'facet') return undefined;
  const key = meaning.asks === 'contact' ? 'contacts' : meaning.asks;
  return taken.has(key) ? undefined : key;
}
