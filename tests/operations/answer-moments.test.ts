import { describe, expect, it } from 'vitest';
import { answerDate, answerEmbargo } from '../../src/operations/answer-moments.ts';

const today = { today: '2026-02-28', timezone: 'Europe/Vienna' };

describe('answerDate', () => {
  it.each([
    ['2009-11-16', '2009-11-16'],
    [' 2009-11-16 ', '2009-11-16'],
    ['today', '2026-02-28'],
    ['tomorrow', '2026-03-01'],
    ['2009-11-16T09:30:00+04:00', '2009-11-16T09:30:00+04:00'],
  ])('«%s» is %s', (words, date) => {
    expect(answerDate(words, today)).toBe(date);
  });

  it('knows that years end', () => {
    expect(answerDate('tomorrow', { ...today, today: '2027-12-31' })).toBe('2028-01-01');
  });

  it.each(['2026-02-30', '16 November 2009', '', 'yesterday', '2009-11-16T09:30:00', '2009-11-16 09:30'])(
    'refuses «%s»',
    (words) => {
      expect(() => answerDate(words, today)).toThrow(expect.objectContaining({ code: 'usage' }));
    },
  );
});

describe('answerEmbargo', () => {
  it('takes a moment with its distance from UTC, as written', () => {
    for (const moment of ['2026-03-08T09:00:00+01:00', '2026-03-08T08:00:00Z', '2026-03-08T08:00:00.5-03:30'])
      expect(answerEmbargo(moment, today)).toBe(moment);
  });

  it.each([
    ['2026-03-08T09:00', 'In Europe/Vienna that is 2026-03-08T09:00:00+01:00.'],
    ['2026-07-08 09:00:00', 'In Europe/Vienna that is 2026-07-08T09:00:00+02:00.'],
    [
      '2026-03-29T02:30',
      '02:30 does not exist on 2026-03-29 in Europe/Vienna: the clocks go from 02:00 to 03:00. Write 2026-03-29T01:30:00+01:00 or 2026-03-29T03:30:00+02:00.',
    ],
    ['2026-10-25T02:30', '2026-10-25T02:30:00+02:00 or 2026-10-25T02:30:00+01:00'],
    ['2026-03-08 9:05', 'In Europe/Vienna that is 2026-03-08T09:05:00+01:00.'],
    ['today, 18:00', 'In Europe/Vienna that is 2026-02-28T18:00:00+01:00'],
    ['tomorrow 9:00', 'In Europe/Vienna that is 2026-03-01T09:00:00+01:00.'],
    ['2026-03-08', 'Write day, time and distance from UTC: tomorrow at nine is '],
    ['tomorrow', 'tomorrow at nine is '],
    ['2026-02-30T09:00:00+01:00', 'tomorrow at nine is '],
    ['2026-03-08T09:00:00-00:00', 'tomorrow at nine is '],
  ])('never guesses at «%s»', (words, hint) => {
    expect(() => answerEmbargo(words, today)).toThrow(
      expect.objectContaining({ code: 'usage', hint: expect.stringContaining(hint) as unknown }),
    );
  });
});
