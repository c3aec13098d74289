/** A release as an article of a page. */
import type { Edition } from '../../../model/edition.ts';
import type { ClearedRelease } from '../../../model/embargo.ts';
import type { LinkBase } from '../../../model/links.ts';
import { madeMarkup, markup, type Markup } from '../../../text/html.ts';
import { canonicalLanguage } from '../../../text/language-tag.ts';
import { directionOf } from '../../../text/text-direction.ts';
import { correctionsNotice } from '../markdown/corrections-notice.ts';
import { feedText } from '../feeds/feed-text.ts';
import { htmlOf } from '../markdown/html-text.ts';
import { labellerOf } from '../labels.ts';
import { linkBaseOf } from '../markdown/link-bases.ts';
import { parseMarkdown } from '../markdown/markdown.ts';
import { pageBody } from './page-body.ts';
import { pageFactsMaker } from './page-facts.ts';
import { pageWords, type PageWords } from './page-words.ts';
import { machineDate, shownDate } from './shown-date.ts';
import { shownTitle } from './shown-title.ts';
import { unpublishedMark } from '../unpublished-mark.ts';

/** A function that makes the article of a release, with its number on the page and the level of its heading. */
export function pageArticleMaker(edition: Edition, level: 1 | 2): (release: ClearedRelease, number: number) => Markup {
  const words = pageWords(edition.lang);
  const sourcesOf = sourceFinder(edition);
  const factsOf = pageFactsMaker(edition, words);
  return (release, number) => {
    const anchor = articleAnchor(number);
    const base = linkBaseOf(release, edition.settings);
    const place = { level, anchor: `${anchor}-`, address: base.address, words };
    return markup`<article id="${anchor}" ${languageOf(release)} aria-labelledby="${anchor}-title">
${markOf(release)}${heading(release, level, `${anchor}-title`)}
${issued(release, sourcesOf(release), words)}
${textOf(release, edition.content, { base, place })}<footer${languageOfWords(release, words)}>
${factsOf(release, base)}
</footer>
</article>
`;
  };
}

/** The id of the article with this number, from 1. */
export function articleAnchor(number: number): string {
  return `release-${number}`;
}

/** What the title and the text are written in; a browser finds the direction of an unknown language by itself. */
export function languageOf({ lang }: Pick<ClearedRelease, 'lang'>): Markup {
  const tag = canonicalLanguage(lang);
  return tag === undefined ? markup`lang="" dir="auto"` : markup`lang="${tag}" dir="${directionOf(tag)}"`;
}

/** Words of the page inside an article of another language say so. */
function languageOfWords({ lang }: ClearedRelease, { language }: PageWords): Markup {
  return canonicalLanguage(lang) === language ? markup`` : markup` lang="${language}" dir="ltr"`;
}

function heading(release: ClearedRelease, level: 1 | 2, id: string): Markup {
  const title = shownTitle(release);
  return level === 1 ? markup`<h1 id="${id}">${title}</h1>` : markup`<h2 id="${id}">${title}</h2>`;
}

function markOf(release: ClearedRelease): Markup {
  const mark = unpublishedMark(release);
  return mark === undefined ? markup`` : markup`<p class="unpublished" lang="en" dir="ltr">${mark}</p>\n`;
}

function issued(release: ClearedRelease, sources: readonly string[], words: PageWords): Markup {
  const { date, places } = release;
  const texts = [places.join(', '), sources.join(', ')].filter((text) => text.trim() !== '');
  const parts = [
    ...(date === undefined
      ? []
      : [markup`<time datetime="${machineDate(date)}">${shownDate(date, words.language)}</time>`]),
    ...texts.map((text) => markup`<bdi>${text}</bdi>`),
  ];
  const separated = parts.map((part, at) => (at === 0 ? part : markup` · ${part}`));
  return markup`<p class="issued"${languageOfWords(release, words)}>${separated}</p>`;
}

function sourceFinder(edition: Edition): (release: ClearedRelease) => string[] {
  const labelsOf = labellerOf(edition);
  const facets = [...edition.taxonomy.facets.values()].filter(({ judged }) => judged === 'author');
  return (release) => facets.flatMap(({ property }) => labelsOf(release, property).map(({ label }) => label));
}

interface TextPlace {
  readonly base: LinkBase;
  readonly place: Parameters<typeof pageBody>[1];
}

function textOf(release: ClearedRelease, content: Edition['content'], { base, place }: TextPlace): Markup {
  if (content === 'none') return markup``;
  const notice = correctionsNotice(release);
  const corrections = notice === '' ? markup`` : markup`<div class="corrections">\n${madeMarkup(notice)}</div>\n`;
  const summary =
    content === 'full' ? release.summary : (release.summary ?? feedText(release, { ...base, content }).summary);
  const opening = (summary ?? '').trim() === '' ? markup`` : markup`<p class="summary">${summary}</p>\n`;
  if (content === 'summary') return markup`${corrections}${opening}`;
  const body = htmlOf(pageBody(parseMarkdown(release.body).elements(base), place));
  return markup`${corrections}${opening}${body === '' ? '' : markup`<div class="body">\n${madeMarkup(body)}</div>\n`}`;
}
