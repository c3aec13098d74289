/**
 * One page for people: to be read, sent, printed or laid down beside a report. Nothing belongs to it but itself: no script, no
 * picture, no font is fetched, and its security policy lets nothing in but its own style.
 */
import type { Edition } from '../model/edition.ts';
import type { ExportFormat } from '../model/export-format.ts';
import { markup, Markup } from '../text/html.ts';
import { pageArticleMaker } from './rendering/pages/page-article.ts';
import { pageContents } from './rendering/pages/page-contents.ts';
import { pageStyle, pageStyleHash } from './rendering/pages/page-style.ts';
import { pageWords, type PageWords } from './rendering/pages/page-words.ts';
import { shortened } from './rendering/plain-text.ts';
import { shownTitle, visibleLine } from './rendering/pages/shown-title.ts';

// What stands in a tab or a bookmark; more is cut off there.
const LONGEST_TITLE = 70;

const policy = `default-src 'none'; style-src 'sha256-${pageStyleHash}'; base-uri 'none'; form-action 'none'`;

export const html: ExportFormat = {
  id: 'html',
  summary: 'One page to read, send or print; it fetches nothing',
  mediaType: 'text/html',
  extension: 'html',
  marksUnpublished: true,
  needsBaseUrl: false,
  hasTombstones: false,
  content: 'full',
  leavesOut: ['id', 'type', 'related', 'aliases'],
  *write(edition) {
    const words = pageWords(edition.lang);
    // A single release is the page; several stand under a heading of their own.
    const level = edition.releases.length === 1 && edition.title === undefined ? 1 : 2;
    yield head(edition, level, words).text;
    if (edition.releases.length > 1) for (const piece of pageContents(edition, words)) yield piece.text;
    yield '<main id="releases">\n';
    if (edition.releases.length === 0) yield markup`<p>${words.nothing}</p>\n`.text;
    const articleOf = pageArticleMaker(edition, level);
    let number = 0;
    for (const release of edition.releases) yield articleOf(release, (number += 1)).text;
    yield '</main>\n</body>\n</html>\n';
  },
};

function head(edition: Edition, level: 1 | 2, words: PageWords): Markup {
  return markup`<!DOCTYPE html>
<html lang="${words.language}" dir="ltr">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${new Markup(policy)}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<meta name="generator" content="press">
<title>${tabTitle(pageTitle(edition, level))}</title>
<style>${new Markup(pageStyle)}</style>
</head>
<body>
<a class="skip" href="#releases">${words.skip}</a>
${header(edition, level, words)}`;
}

function header(edition: Edition, level: 1 | 2, words: PageWords): Markup {
  const publisher = edition.settings.publisher.name;
  const warning = edition.facts.hasUnpublished
    ? markup`<p class="unpublished">${words.holdsUnpublished}</p>\n`
    : markup``;
  const named = markup`<p class="publisher">${publisher}</p>\n`;
  if (level === 1) return markup`<header>\n${warning}${named}</header>\n`;
  const count = markup`<p class="count">${words.releases}: ${edition.releases.length}</p>\n`;
  const heading = markup`<h1>${pageTitle(edition, level)}</h1>\n`;
  return markup`<header>\n${warning}${edition.title === undefined ? '' : named}${heading}${count}</header>\n`;
}

/** Checkers count what stands in the file: references take their room, too. */
function tabTitle(title: string): string {
  const { length } = markup`${title}`.text;
  return shortened(title, Math.max(LONGEST_TITLE - (length - title.length), LONGEST_TITLE / 3));
}

function pageTitle({ title, settings, releases }: Edition, level: 1 | 2): string {
  if (level === 1) for (const release of releases) return shownTitle(release);
  return visibleLine(title ?? '') || settings.publisher.name;
}
