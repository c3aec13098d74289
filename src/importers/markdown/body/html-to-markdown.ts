/** A piece of HTML as Markdown: what a page importer makes of a page's text, made of a stretch of a post. */
import type { Passage } from '../../page/passage.ts';
import { lostIn } from '../../page/remarks.ts';
import { toMarkdown } from '../../page/to-markdown.ts';
import { parseHtml } from '../../html/parse-html.ts';
import { passagesOfHtml } from '../../html/passages-of-html.ts';
import { elementsIn } from '../../html/tree.ts';
import { attributeIn, embeddedFile, pictureOf } from './pictures.ts';
import { glimpse, type Tally } from './remarks.ts';

/** Signs that stand for a picture or a file while the HTML around it is read; no text has them. */
const [OPEN, CLOSE] = ['\uE0F0', '\uE0F1'];
const MEDIA = /<(?:img|embed)\b[^<>]{0,4000}>|<(object|iframe)\b[^<>]{0,4000}>(?:[^<]{0,2000}<\/\1\s*>)?/gi;

/** Markdown of a piece of HTML, without a line break at its end. Throws PressError for HTML that grows without end. */
export function markdownOfHtml(html: string, name: string, tally: Tally): string {
  const media: string[] = [];
  const marked =
    html.includes(OPEN) || html.includes(CLOSE) ? html : html.replace(MEDIA, (tag) => keep(tag, media, tally));
  const passages = passagesIn(marked, name, tally);
  for (const lost of lostIn(passages)) tally.lose(lost);
  return toMarkdown(passages).replace(/\uE0F0(\d{1,6})\uE0F1/g, (_, index: string) => media[Number(index)] ?? '');
}

function keep(tag: string, media: string[], tally: Tally): string {
  const markdown = /^<img/i.test(tag) ? pictureOf(tag) : embeddedFile(tag);
  const page = /^<iframe/i.test(tag) ? attributeIn(tag, 'src') : undefined;
  if (markdown === undefined && page !== undefined) {
    tally.lose(`embedded page «${glimpse(page)}»`);
    return '';
  }
  if (markdown === undefined) return tag;
  media.push(markdown);
  return `${OPEN}${media.length - 1}${CLOSE}`;
}

function passagesIn(html: string, name: string, tally: Tally): readonly Passage[] {
  const document = parseHtml(`<!doctype html><body>${html}`, name);
  const body = elementsIn(document).find(({ tagName }) => tagName === 'body');
  if (body === undefined) return [];
  const { passages, droppedLinks } = passagesOfHtml(body, { url: undefined, isMain: true, withHeadline: new Set() });
  if (droppedLinks > 0) tally.change('A link that led to no web or mail address became its words', droppedLinks);
  return passages;
}
