import type { Correction, Release } from '../../model/release.ts';
import { labelOf } from '../../model/term-names.ts';
import { escapeText } from '../../text/xml.ts';

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
  return release.corrections.map((correction) => paragraph(correction, release.lang)).join('');
}

function paragraph({ date, kind, note }: Correction, lang: string): string {
  const heading = `${labelOf(headings[kind], lang)} (${date.slice(0, 10)}):`;
  return `<p><strong>${escapeText(heading)}</strong> ${escapeText(note)}</p>\n`;
}
