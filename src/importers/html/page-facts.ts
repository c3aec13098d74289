/** What a web page says about itself in its head: address, language, day of publishing, headline. */
import { parseCivilDate } from '../../text/dates.ts';
import type { ImportSource, Stated } from '../../model/importer.ts';
import { PressError } from '../../model/press-error.ts';
import type { HtmlDocument, HtmlElement } from './parse-html.ts';
import { pageAddress } from './safe-address.ts';
import { attributeOf, wordsIn } from './tree.ts';

export interface HeadFacts {
  readonly url: string | undefined;
  readonly lang: Stated | undefined;
  readonly date: Stated | undefined;
  readonly headline: { readonly text: string; readonly where: string } | undefined;
}

/** Reads the head from all elements of a page. */
export function headFacts(document: HtmlDocument, elements: readonly HtmlElement[]): HeadFacts {
  const metas = metaValues(elements);
  const canonical = elements.find(
    (element) => element.tagName === 'link' && attributeOf(element, 'rel')?.toLowerCase() === 'canonical',
  );
  const addresses = [
    canonical === undefined ? undefined : attributeOf(canonical, 'href'),
    metas.get('og:url'),
    savedFrom(document),
  ];
  return {
    url: addresses.flatMap((address) => (address === undefined ? [] : (pageAddress(address) ?? [])))[0],
    lang: languageOf(elements, metas),
    date: publishedOn(metas),
    headline: headlineOf(elements, metas),
  };
}

function metaValues(elements: readonly HtmlElement[]): ReadonlyMap<string, string> {
  const values = new Map<string, string>();
  for (const element of elements) {
    if (element.tagName !== 'meta') continue;
    const name = attributeOf(element, 'property') ?? attributeOf(element, 'name') ?? attributeOf(element, 'http-equiv');
    const content = attributeOf(element, 'content');
    if (name !== undefined && content !== undefined && !values.has(name.toLowerCase()))
      values.set(name.toLowerCase(), content.trim());
  }
  return values;
}

function languageOf(elements: readonly HtmlElement[], metas: ReadonlyMap<string, string>): Stated | undefined {
  const root = elements.find(({ tagName }) => tagName === 'html');
  const tag =
    (root === undefined ? undefined : attributeOf(root, 'lang')?.trim()) ?? metas.get('content-language') ?? '';
  const value = tag.replaceAll('_', '-');
  return /^[A-Za-z]{2,3}(?:-[A-Za-z0-9]{1,8}){0,4}$/.test(value)
    ? { value, origin: 'language of the page' }
    : undefined;
}

const dateNames = [
  'article:published_time',
  'datepublished',
  'dc.date.issued',
  'dcterms.issued',
  'dc.date',
  'pubdate',
  'publishdate',
];

/** The page's own day of publishing; the time of day is the site's, not the release's. «Last updated» is another date. */
function publishedOn(metas: ReadonlyMap<string, string>): Stated | undefined {
  for (const name of dateNames) {
    const day = dayOf(metas.get(name) ?? '');
    if (day !== undefined) return { value: day, origin: `«${name}» in the page's head` };
  }
  return undefined;
}

/** The day with which a machine's date begins. */
export function dayOf(written: string): string | undefined {
  return /^\d{4}-\d{2}-\d{2}(?:$|[T ])/.test(written) ? parseCivilDate(written.slice(0, 10))?.text : undefined;
}

function headlineOf(elements: readonly HtmlElement[], metas: ReadonlyMap<string, string>): HeadFacts['headline'] {
  const open = metas.get('og:title') ?? '';
  if (open !== '') return { text: open, where: '«og:title» in the page’s head' };
  const title = elements.find(({ tagName }) => tagName === 'title');
  const text = title === undefined ? '' : wordsIn(title, 1000);
  return text === '' ? undefined : { text, where: 'title of the page' };
}

/** Browsers note in a saved page where it came from. */
function savedFrom(document: HtmlDocument): string | undefined {
  for (const node of document.childNodes) {
    if (!('data' in node)) continue;
    const address = /^\s*saved from url=\(\d{1,6}\)(\S+)\s*$/.exec(node.data.slice(0, 3000))?.[1];
    if (address !== undefined) return address;
  }
  return undefined;
}

/** What pages call UTF-8, and its part that all encodings of pages share. */
const utf8Names: ReadonlySet<string> = new Set(['utf-8', 'utf8', 'unicode-1-1-utf-8', 'us-ascii', 'ascii']);
const NOT_ASCII = /[\u0080-\u{10FFFF}]/u;

/**
 * Refuses a page in UTF-8 that declares another encoding: nobody knows which of both is meant. A byte-order mark settles it (HTML,
 * «Determining the character encoding»), and so does a text that is the same in both.
 */
export function requireItsCharset(
  elements: readonly HtmlElement[],
  source: Pick<ImportSource, 'name' | 'text' | 'writtenIn'>,
): void {
  if (source.writtenIn !== undefined || source.text.startsWith('\uFEFF')) return;
  const declared = declaredCharset(elements);
  if (declared === undefined || utf8Names.has(declared.toLowerCase()) || !NOT_ASCII.test(source.text)) return;
  throw new PressError(
    'unreadable-file',
    `«${source.name}» says that it is written in «${declared}», and its bytes are UTF-8.`,
    { hint: 'Open it in a browser: where its letters are right, save it again as UTF-8, and import that.' },
  );
}

function declaredCharset(elements: readonly HtmlElement[]): string | undefined {
  for (const element of elements) {
    if (element.tagName !== 'meta') continue;
    const direct = attributeOf(element, 'charset');
    if (direct !== undefined) return direct.trim();
    if (attributeOf(element, 'http-equiv')?.toLowerCase() !== 'content-type') continue;
    const named = /charset\s*=\s*["']?([^\s"';]{1,40})/i.exec(
      (attributeOf(element, 'content') ?? '').slice(0, 200),
    )?.[1];
    if (named !== undefined) return named;
  }
  return undefined;
}
