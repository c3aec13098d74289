/** Instructions of Jekyll, Eleventy and Hugo in a text: those with a known meaning are carried out, the others stay as they are and are reported. */
import { spliced } from '../../../text/spliced.ts';
import { templateExpressionsIn, type TemplateExpression } from '../../../text/template-expressions.ts';
import { codePlaces } from './code-places.ts';
import { glimpse, type Tally } from './remarks.ts';

interface Edit {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

const SITE_ADDRESS = /^\{\{-?\s*(?:site|metadata)\.(?:baseurl|url|base_url|baseURL)\s*-?\}\}/;
const PATH_OF_SITE =
  /^\{\{-?\s*(?:(?:site\.(?:baseurl|url)\s*\|\s*append\s*:\s*)?(["'])([^"'{}|]+)\1)(?:\s*\|\s*(?:relative_url|absolute_url|url|prepend\s*:\s*site\.(?:baseurl|url)))*\s*-?\}\}/;
const LINK_TAG = /^\{%-?\s*link\s+([^\s%]+)\s*-?%\}/;

/** An address without the part that the site builder puts before it. */
export function withoutSiteAddress(address: string): string {
  const site = SITE_ADDRESS.exec(address);
  if (site !== null) return withoutSiteAddress(address.slice(site[0].length));
  const path = PATH_OF_SITE.exec(address);
  return path === null ? address : `${path[2] ?? ''}${address.slice(path[0].length)}`;
}

/** Carries out what is plain, in a text with `title` as its headline. */
export function withoutLiquid(body: string, title: string, tally: Tally): string {
  if (!body.includes('{{') && !body.includes('{%')) return body;
  const text = withoutRegions(body, tally);
  const isCode = codePlaces(text);
  const edits: Edit[] = [];
  for (const expression of templateExpressionsIn(text, 0, text.length)) {
    if (isCode(expression.start) || expression.end - expression.start < 4) continue;
    const edit = editFor(text, expression, { title, tally });
    const last = edits.at(-1);
    if (edit !== undefined && (last === undefined || edit.start >= last.end)) edits.push(edit);
  }
  return spliced(text, edits);
}

const REGIONS: readonly (readonly [opening: RegExp, closing: RegExp, what: string])[] = [
  [/\{%-?\s*comment\s*-?%\}/g, /\{%-?\s*endcomment\s*-?%\}/g, 'a remark for the site builder'],
  [/\{\{(?:<|%)?\s*\/\*/g, /\*\/\s*(?:>|%)?\}\}/g, 'a remark for the site builder'],
];

/** Remarks between two instructions were on no page. */
function withoutRegions(body: string, tally: Tally): string {
  let text = body;
  for (const [opening, closing, what] of REGIONS) {
    const pieces: string[] = [];
    let at = 0;
    for (const start of text.matchAll(opening)) {
      if (start.index < at) continue;
      closing.lastIndex = start.index + start[0].length;
      const end = closing.exec(text);
      if (end === null) break;
      tally.change(`«${glimpse(text.slice(start.index + start[0].length, end.index))}», ${what}, was left out`);
      pieces.push(text.slice(at, start.index));
      at = end.index + end[0].length;
    }
    text = pieces.join('') + text.slice(at);
  }
  return text;
}

interface Known {
  readonly title: string;
  readonly tally: Tally;
}

function editFor(text: string, { start, end, kind }: TemplateExpression, { title, tally }: Known): Edit | undefined {
  const written = text.slice(start, end);
  const replaced = meaningOf(written, title);
  if (replaced !== undefined) {
    const what = replaced === '' ? 'was left out' : `is written as «${glimpse(replaced)}»`;
    tally.change(`«${glimpse(written)}», an instruction for the site builder, ${what}`);
    return { start, end, text: replaced };
  }
  const link = linkAround(text, start, end);
  if (link !== undefined) {
    tally.lose(`link to «${glimpse(written)}», which only the site builder knows; its words stayed`);
    return link;
  }
  const figure = kind === 'shortcode' ? figureOf(written) : undefined;
  if (figure !== undefined) {
    tally.change(`«${glimpse(written)}» is written as a picture of Markdown`);
    return { start, end, text: figure };
  }
  tally.leave(glimpse(written));
  return undefined;
}

/** What stands in the place of an instruction, where that is beyond doubt. */
function meaningOf(written: string, title: string): string | undefined {
  if (SITE_ADDRESS.test(written)) return '';
  const path = PATH_OF_SITE.exec(written);
  if (path !== null && path[0] === written) return path[2] ?? '';
  const link = LINK_TAG.exec(written)?.[1];
  if (link !== undefined && !/^_|\.(?:md|markdown)$/i.test(link)) return link.startsWith('/') ? link : `/${link}`;
  if (/^\{\{-?\s*page\.title(?:\s*\|\s*(?:escape|strip|smartify))?\s*-?\}\}$/.test(written))
    return title.replace(/[\\`*_[\]<>]/g, '\\$&');
  if (/^\{%-?\s*(?:end)?raw\s*-?%\}$/.test(written)) return '';
  const highlight = /^\{%-?\s*(?:highlight\s+([\w+-]+)[^%]*|endhighlight\s*)-?%\}$/.exec(written);
  return highlight === null ? undefined : `\`\`\`${highlight[1] ?? ''}`;
}

const FARTHEST = 600;

/** The link whose address is an instruction nobody here can carry out: its words. */
function linkAround(text: string, start: number, end: number): Edit | undefined {
  const before = text.slice(Math.max(0, start - FARTHEST), start);
  const opening = /\]\([ \t]*<?[ \t]*$/.exec(before);
  if (opening === null) return undefined;
  const bracket = openingBracket(before, opening.index);
  const close = /^[^()\n]{0,300}\)/.exec(text.slice(end, end + FARTHEST));
  if (bracket === -1 || close === null) return undefined;
  const isImage = before.charAt(bracket - 1) === '!';
  const from = start - before.length + bracket - (isImage ? 1 : 0);
  return { start: from, end: end + close[0].length, text: before.slice(bracket + 1, opening.index) };
}

function openingBracket(text: string, close: number): number {
  let depth = 0;
  for (let at = close - 1; at >= 0; at -= 1) {
    const sign = text.charAt(at);
    if (sign === ']') depth += 1;
    else if (sign === '[' && depth === 0) return at;
    else if (sign === '[') depth -= 1;
    else if (sign === '\n' && text.charAt(at - 1) === '\n') return -1;
  }
  return -1;
}

/** Hugo's own picture with caption. */
function figureOf(written: string): string | undefined {
  if (!/^\{\{[<%]\s*figure\s/.test(written)) return undefined;
  const values = new Map(
    [...written.matchAll(/([a-z]+)\s*=\s*"([^"\n]*)"/g)].map(([, name = '', value = '']) => [name, value]),
  );
  const source = values.get('src');
  if (source === undefined || /[\s<>()]/.test(source)) return undefined;
  const caption = [values.get('title'), values.get('caption'), values.get('attr')]
    .filter((words) => words !== undefined && words !== '')
    .join('\n\n');
  const picture = `![${(values.get('alt') ?? '').replace(/[[\]\\]/g, '\\$&')}](${source})`;
  return caption === '' ? picture : `${picture}\n\n${caption}`;
}
