import { describe, expect, it } from 'vitest';
import { isWrittenOtherwise } from '../../src/text/written-otherwise.ts';

const russian = 'Сегодня в Баку открылся курс для наблюдателей на выборах, сообщает канцелярия.';
const arabic = 'افتتحت اليوم في باكو دورة تدريبية لمراقبي الانتخابات من جميع أنحاء المنطقة بأسرها';
const english = 'A course for observers of elections has opened in Baku today, the office says.';

describe('a text', () => {
  it.each([
    ['en', russian, true],
    ['en', arabic, true],
    ['ru', english, true],
    ['ru', arabic, true],
    ['en', english, false],
    ['ru', russian, false],
    ['ar', english, false],
    ['sr', russian, false],
    ['uz-Cyrl', russian, false],
    ['en', `${english} ${russian}`, false],
    ['en', 'Баку', false],
    ['en', '', false],
  ])('in «%s» is in other letters: %s', (lang, text, is) => {
    expect(isWrittenOtherwise(lang, text)).toBe(is);
  });
});
