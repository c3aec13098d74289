import { describe, expect, it } from 'vitest';
import {
  correctionLines,
  correctionsElements,
  correctionsNotice,
} from '../../../../src/formats/rendering/markdown/corrections-notice.ts';
import type { Correction } from '../../../../src/model/release.ts';
import { serialise } from '../../../../src/text/xml.ts';

const corrections: Correction[] = [
  { date: '2020-02-01T10:00:00Z', kind: 'correction', note: 'Six,\nnot <b>five</b>' },
  { date: '2020-03-01', kind: 'withdrawal', note: 'All & everything' },
];

describe('what was put right', () => {
  it('stands in the language of the release where press has its words', () => {
    expect(correctionLines({ corrections, lang: 'ru-RU' }).map((line) => line.split(' ')[0])).toEqual([
      'Исправление',
      'Отзыв',
    ]);
    expect(correctionLines({ corrections, lang: 'ka' })[1]).toBe('Withdrawal (2020-03-01): All & everything');
  });

  it('is one line of plain text each', () => {
    expect(correctionLines({ corrections, lang: 'en' })[0]).toBe('Correction (2020-02-01): Six, not five');
    expect(correctionLines({ corrections: [], lang: 'en' })).toEqual([]);
  });

  it('is a paragraph each, the same in HTML and as elements', () => {
    const html =
      '<p><strong>Correction (2020-02-01):</strong> Six,\nnot &lt;b&gt;five&lt;/b&gt;</p>\n' +
      '<p><strong>Withdrawal (2020-03-01):</strong> All &amp; everything</p>\n';
    expect(correctionsNotice({ corrections, lang: 'en' })).toBe(html);
    const children = correctionsElements({ corrections, lang: 'en' });
    expect(serialise({ name: 'div', attributes: {}, children })).toBe(`<div>${html}</div>\n`);
    expect(correctionsNotice({ corrections: [], lang: 'en' })).toBe('');
  });
});
