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

  it.each([
    ...[
      '9:00',
      '9.00',
      '9 a.m.',
      '9am',
      '9 AM',
      '9 pm',
      'noon',
      'midnight',
      '10 GMT',
      '10 UTC',
      '9 Uhr',
      '9Uhr',
      '9 h',
      '9h',
    ],
    ...['10 CET', '10 CEST', '12 May', 'Monday'],
  ])('has a moment: until %s', (moment) => {
    expect(noticeIn(`Embargo until ${moment}`)).toBe(`Embargo until ${moment}`.replace(/m\.$/, 'm.'));
  });

  it.each(['полудня, полдень', 'полуночи', '9 часов'])('has a moment: до %s', (moment) => {
    expect(noticeIn(`Эмбарго до ${moment}`)).toBe(`Эмбарго до ${moment}`);
  });

  it.each([
    ...['verse 1:3', 'I am gone', '9 amendments', 'afternoon', 'noontime', 'die Uhr', '5 Uhren', 'plan h', '3 homes'],
  ])('has none: until %s', (words) => {
    expect(noticeIn(`Embargo until ${words}`)).toBeUndefined();
  });

  it('begins with a line, farther down, and with a sentence in the first three paragraphs', () => {
    const late = 'It opened. EMBARGOED UNTIL 9:00';
    const [first, second] = ['One\nand more.\n  \n', 'Two.\n\n\n'];
    expect(noticeIn(`${first}${second}${late}`)).toBe('EMBARGOED UNTIL 9:00');
    expect(noticeIn(`${first}${second}Three.\n${late}\n\nFour.`)).toBe('EMBARGOED UNTIL 9:00');
    expect(noticeIn(`${first}${second}Three.\n\n${late}`)).toBeUndefined();
    expect(noticeIn(`${first}${second}Three.\n\n\n> **EMBARGOED UNTIL 9:00**`)).toBe('EMBARGOED UNTIL 9:00');
    for (const sign of ['A', '1'])
      expect(noticeIn(`${first}${second}Three.\n\n${sign}. EMBARGOED UNTIL 9:00`)).toBeUndefined();
  });

  it('is a sentence about the text itself, in the first three paragraphs', () => {
    const sentence = 'the following press release is strictly embargoed until Monday';
    expect(noticeIn(`Note that ${sentence}.`)).toBe(sentence);
    expect(noticeIn(`Note that this text remains under strict embargo.`)).toBe(
      'this text remains under strict embargo',
    );
    expect(noticeIn(`One.\n\nTwo.\n\nThree.\n\nNote that ${sentence}.`)).toBeUndefined();
    expect(noticeIn('Note that this country is under embargo.')).toBeUndefined();
  });

  it('ends with its line, its sentence or what it stands in', () => {
    expect(noticeIn('EMBARGO: noon\rThe course opened.')).toBe('EMBARGO: noon');
    for (const sign of '.!?')
      expect(noticeIn(`Embargoed until Monday${sign} The course opened.`)).toBe('Embargoed until Monday');
    expect(noticeIn('Embargoed until 9 a.m. Vienna time')).toBe('Embargoed until 9 a.m. Vienna time');
    for (const [open, close] of ['()', '[]', '||'].map((pair) => [...pair]))
      expect(noticeIn(`${open}Embargoed until Monday${close} The course opened.`)).toBe('Embargoed until Monday');
    expect(noticeIn('<!-- Embargoed until Monday --> The course opened.')).toBe('Embargoed until Monday');
    expect(noticeIn('**Embargoed until Monday** and more')).toBe('Embargoed until Monday');
  });

  it('is found behind an offset, and its place counts from the beginning', () => {
    const text = `EMBARGO: noon\n---\nEMBARGO: midnight on 3 May\n\nIt was on 4 May.`;
    expect(embargoNotice(text, 18)).toMatchObject({ start: 18, end: 44, date: { day: 3 } });
  });

  it('is no remark to press, and nothing else hides one', () => {
    expect(noticeIn('<!--press-ignore embargo-in-body: embargoed until Monday-->')).toBeUndefined();
    expect(noticeIn('<!-- press-ignore x: y -->\nEmbargoed until Monday')).toBe('Embargoed until Monday');
    expect(noticeIn('<!-- Note. Embargoed until Monday -->')).toBe('Embargoed until Monday');
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
