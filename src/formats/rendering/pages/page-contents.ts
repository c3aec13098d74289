/** The list of contents of a page. */
import type { Edition } from '../../../model/edition.ts';
import type { ClearedRelease } from '../../../model/embargo.ts';
import { markup, type Markup } from '../../../text/html.ts';
import { isInPeriods, periodOf } from './date-groups.ts';
import { articleAnchor, languageOf } from './page-article.ts';
import type { PageWords } from './page-words.ts';
import { machineDate, shownDate } from './shown-date.ts';
import { shownTitle } from './shown-title.ts';

/** Links to every article, piece by piece, year by year where the releases are in such an order. */
export function* pageContents({ releases }: Edition, words: PageWords): Generator<Markup> {
  const isByYear = isInPeriods(releases, 'year');
  yield markup`<nav aria-labelledby="contents">\n<h2 id="contents">${words.contents}</h2>\n`;
  let number = 0;
  let last: string | undefined;
  for (const release of releases) {
    number += 1;
    const year = isByYear ? periodOf(release, 'year') : '';
    if (last !== undefined && year !== last) yield markup`</ul>\n`;
    if (year !== last) yield markup`${isByYear ? yearHeading(year, words) : ''}<ul>\n`;
    last = year;
    yield entry(release, number, words);
  }
  yield markup`</ul>\n</nav>\n`;
}

function yearHeading(year: string, { undated }: PageWords): Markup {
  return markup`<h3>${year === '' ? undated : Number(year)}</h3>\n`;
}

function entry(release: ClearedRelease, number: number, words: PageWords): Markup {
  const { date } = release;
  const shown =
    date === undefined
      ? markup``
      : markup` <time datetime="${machineDate(date)}">${shownDate(date, words.language)}</time>`;
  const mark = release.unpublished.length === 0 ? markup`` : markup` <span class="mark">${words.notPublic}</span>`;
  const link = markup`<a href="#${articleAnchor(number)}" ${languageOf(release)}>${shownTitle(release)}</a>`;
  return markup`<li>${link}${mark}${shown}</li>\n`;
}
