import type { Correction, Release } from '../../../model/release.ts';
import { labelOf } from '../../../model/term-names.ts';
import { element, type XmlChild } from '../../../text/xml.ts';
import { htmlOf } from './html-text.ts';
import { plainLine } from '../plain-text.ts';

const headings: Readonly<Record<Correction['kind'], ReadonlyMap<string, string>>> = {
  correction: new Map([
    ['en', 'Correction'],
    ['ru', 'Исправление'],
  ]),
  update: new Map([
    ['en', 'Update'],
    ['ru', 'Дополнение'],
  ]),
  withdrawal: new Map([
    ['en', 'Withdrawal'],
    ['ru', 'Отзыв'],
  ]),
};

/** What was put right, one HTML paragraph each, in the release's language where press has it; to stand before the body. */
export function correctionsNotice(release: Pick<Release, 'corrections' | 'lang'>): string {
  return htmlOf(correctionsElements(release));
}

/** The same as elements, a line end after each. */
export function correctionsElements({ corrections, lang }: Pick<Release, 'corrections' | 'lang'>): readonly XmlChild[] {
  return corrections.flatMap((correction) => {
    const { heading, note } = wordsOf(correction, lang);
    return [element('p', {}, element('strong', {}, heading), ` ${note}`), '\n'];
  });
}

/** The same as plain text on one line each. */
export function correctionLines({ corrections, lang }: Pick<Release, 'corrections' | 'lang'>): readonly string[] {
  return corrections
    .map((correction) => wordsOf(correction, lang))
    .map(({ heading, note }) => plainLine(`${heading} ${note}`));
}

function wordsOf({ date, kind, note }: Correction, lang: string): { heading: string; note: string } {
  return { heading: `${labelOf(headings[kind], lang)} (${date.slice(0, 10)}):`, note };
}
