/** The text of a ninjs item, in whatever form the item has it. */
import { noText, textOfHtml, textOfMarkdown, textOfPlain, type CarriedText } from '../item/carried-text.ts';
import { objectsAt, textAt, type NinjsObject } from './item-values.ts';

type Read = (text: string, from: { readonly name: string }) => CarriedText;

const readers: ReadonlyMap<string, Read> = new Map([
  ['text/html', textOfHtml],
  ['application/xhtml+xml', textOfHtml],
  ['text/markdown', textOfMarkdown],
  ['text/plain', textOfPlain],
]);

/** The main text, in the form that keeps most. `name` is the source's, for a refusal. */
export function bodyOf(item: NinjsObject, name: string): CarriedText {
  const all = objectsAt(item, 'bodies').filter((body) => textAt(body, 'value') !== undefined);
  const main = all.filter((body) => (textAt(body, 'role') ?? 'main') === 'main');
  const bodies = main.length === 0 ? all.slice(0, 1) : main;
  for (const [type, read] of readers) {
    const body = bodies.find((each) => typeOf(each) === type);
    if (body !== undefined) return read(textAt(body, 'value') ?? '', { name });
  }
  const types = bodies.map(typeOf).join(', ');
  return { ...noText, notCarried: types === '' ? [] : [`the text, which is ${types}`] };
}

/** Items that say nothing about it are text without marks. */
function typeOf(body: NinjsObject): string {
  return (textAt(body, 'contentType') ?? 'text/plain').split(';', 1)[0]?.trim().toLowerCase() ?? '';
}
