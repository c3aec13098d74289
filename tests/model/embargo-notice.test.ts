import { describe, expect, it } from 'vitest';
import { embargoNotice } from '../../src/model/embargo-notice.ts';

const noticeIn = (text: string): string | undefined => {
  const found = embargoNotice(text, 0);
  return found === undefined ? undefined : text.slice(found.start, found.end);
};

describe('a notice of an embargo', () => {
  it.each([
    'EMBARGOED UNTIL 9:00 A.M. ON MONDAY',
    'EMBARGO: 16 November, noon',
    'STRICTLY EMBARGOED',
    'Under embargo',
    'Embargo lifts 10:00 GMT',
    'Embargoed for Monday',
    'Not for publication before the opening',
    'HOLD FOR RELEASE',
    'Эмбарго до 9 часов 16 ноября',
    'Не подлежит публикации до открытия',
    'Sperrfrist: 16. November, 9 Uhr',
    'Sous embargo jusqu’à lundi',
  ])('%s', (notice) => {
    expect(noticeIn(`${notice}\n\nA course opened.\n`)).toBe(notice);
    expect(noticeIn(`A course opened.\r\n\r\n**${notice}**\r\n`)).toBe(notice);
    expect(noticeIn(`One.\n\nTwo.\n\nThree.\n\nFour.\n\n> ${notice}`)).toBe(notice);
  });

  it.each([
    'The arms embargo until 2004 hurt nobody.',
    'Embargo until 2004: what came of it',
    '# Embargo',
    'EMBARGO ON ARMS LIFTED',
    'Lifting the embargo on 12 May took years.',
    'The oil was embargoed until 12 May 1990.',
    'The embargo: noon of an era.',
    'The report was sent to journalists under embargo until Monday.',
    'This document is about an embargo.',
    'Эмбарго до 2004 года не помогло.',
    'Le train part avant midi, après l’embargo.',
    '<!-- press-ignore embargo-in-body: not for release before is a quotation -->',
  ])('is not «%s»', (text) => {
    expect(noticeIn(`${text}\n`)).toBeUndefined();
  });

  it('names its day', () => {
    expect(embargoNotice('EMBARGOED UNTIL 9:00 ON 16 NOVEMBER 2009\n', 0)?.date).toMatchObject({
      day: 16,
      month: 11,
      year: 2009,
    });
    expect(embargoNotice('EMBARGOED UNTIL NOON\n', 0)?.date).toBeUndefined();
  });

  it('stands near the top, and among few that are none', () => {
    expect(noticeIn(`${'A line.\n'.repeat(1000)}EMBARGOED UNTIL 9:00\n`)).toBe('EMBARGOED UNTIL 9:00');
    expect(noticeIn(`${'A line.\n'.repeat(10_000)}EMBARGOED UNTIL 9:00\n`)).toBeUndefined();
    expect(noticeIn(`${'. embargo: no\n'.repeat(1000)}EMBARGOED UNTIL 9:00\n`)).toBeUndefined();
  });

  it('is looked for in linear time', () => {
    for (const unit of ['\n', '\n> ', '(', 'embargo ', 'embargo\n', '. embargo '])
      expect(noticeIn(`Not about an embargo.${unit.repeat(100_000)}.`)).toBeUndefined();
  });
});
