import { describe, expect, it } from 'vitest';
import { checkDateWish, settleDate, withoutDate } from '../../src/operations/bring-in-date.ts';
import { bring, fileOf, incoming } from './bring-in-fixture.ts';

const dated = (value: string, origin = 'list item «Date»'): ReturnType<typeof incoming> =>
  incoming({ date: { value, origin } });

describe('the date of an imported release', () => {
  it('is what the source says', () => {
    expect(settleDate(dated('2009-11-16'), {})).toEqual({
      date: { value: '2009-11-16', origin: 'list item «Date»' },
      conflicts: [],
    });
  });

  it('is completed by --year', () => {
    expect(settleDate(incoming(), { year: '2009' }).date).toEqual({
      value: '2009-11-16',
      origin: 'dateline, with --year',
    });
    expect(settleDate(incoming({ dayAndMonth: undefined }), { year: '2009' }).date).toBeUndefined();
  });

  it('is not changed by --year, but the disagreement is shown', () => {
    const { date, conflicts } = settleDate(dated('2009-11-16'), { year: '2010' });
    expect(date?.value).toBe('2009-11-16');
    expect(conflicts).toEqual([{ key: 'date', kept: date, other: { value: '2010', origin: '--year' } }]);
  });

  it('is what --date says, and every disagreement is shown', () => {
    const { date, conflicts } = settleDate(dated('2009-11-15'), { date: '2009-11-17' });
    expect(date).toEqual({ value: '2009-11-17', origin: '--date' });
    expect(conflicts.map(({ other }) => other)).toEqual([
      { value: '2009-11-15', origin: 'list item «Date»' },
      { value: '16 November', origin: 'dateline' },
    ]);
    expect(settleDate(incoming(), { date: '2009-11-16T09:00:00+04:00' }).conflicts).toEqual([]);
  });

  it('shows a day of the week that does not fit', () => {
    const named = incoming({ dayAndMonth: { value: { day: 16, month: 11, weekday: 2 }, origin: 'dateline' } });
    expect(settleDate(named, { year: '2009' }).conflicts.map(({ other }) => other.value)).toEqual([
      '16 November, a Tuesday',
    ]);
    expect(settleDate(named, { year: '2010' }).conflicts).toEqual([]);
  });

  it('passes on what the source itself disputes, once', () => {
    const contradictions = [
      { key: 'date', value: '2009-11-15', origin: 'time of the page' },
      { key: 'place', value: 'GANJA', origin: 'dateline' },
    ];
    expect(
      settleDate({ ...dated('2009-11-16'), contradictions: [...contradictions, ...contradictions] }, {}).conflicts.map(
        ({ other }) => other,
      ),
    ).toEqual([{ value: '2009-11-15', origin: 'time of the page' }]);
  });

  it('is refused when the year has no such day', () => {
    const leap = incoming({ dayAndMonth: { value: { day: 29, month: 2 }, origin: 'dateline' } });
    expect(() => settleDate(leap, { year: '2009' })).toThrow(
      'The dateline says 29 February, and 2009 has no such day.',
    );
    expect(settleDate(leap, { year: '2008' }).date?.value).toBe('2008-02-29');
    expect(() =>
      settleDate(incoming({ dayAndMonth: { value: { day: 31, month: 4 }, origin: 'dateline' } }), { year: '2008' }),
    ).toThrow('no such day');
  });
});

describe('the words after --date and --year', () => {
  it.each(['2009-13-01', '16.11.2009', '2009', 'yesterday', '', '2009-11-16T09:00:00'])(
    'cannot be the date «%s»',
    (date) => {
      expect(() => checkDateWish({ date })).toThrow(`«${date}» is no day of the calendar`);
    },
  );

  it.each(['09', '20091', 'MMIX', '0009', ''])('cannot be the year «%s»', (year) => {
    expect(() => checkDateWish({ year })).toThrow(`«${year}» is no year.`);
  });

  it('can be a day, a moment with its distance, and a year', () => {
    for (const date of ['2009-11-16', '2009-11-16T09:00:00+04:00', '2009-11-16T05:00:00Z'])
      expect(() => checkDateWish({ date })).not.toThrow();
    expect(() => checkDateWish({ year: '1999' })).not.toThrow();
  });
});

describe('a release without a year', () => {
  it('is not written; the refusal names both options and shows a guess as a guess', async () => {
    const guesses = [{ key: 'date', value: '2009-11-16', reason: 'so it seems' }];
    const { changes, refusal, report } = await bring([{ guesses }]);
    expect([changes.changes, report.outcome]).toEqual([[], 'refused']);
    expect(refusal).toMatchObject({
      code: 'missing-date',
      message: '«page-1.txt» does not say when it was issued: it gives 16 November, and no year. Nothing was written.',
    });
    expect(refusal?.hint).toMatch(
      /A guess, not taken: 2009-11-16, because so it seems\.\n.*--year YYYY.*--date YYYY-MM-DD.*--undated/,
    );
    expect(report.releases[0]).toMatchObject({
      outcome: 'no-date',
      missing: ['date'],
      guessed: [guesses[0], { key: 'countries' }],
    });
  });

  it('comes in as a draft without a day when that is wanted', async () => {
    const brought = await bring([{}], { undated: true });
    expect(brought.changes.changes[0]?.path).toBe('releases/undated/course-opens-in-baku.md');
    expect(fileOf(brought)).toContain('id: course-opens-in-baku\n');
    expect(fileOf(brought)).not.toMatch(/^date:/m);
    expect(brought.report.releases[0]).toMatchObject({ outcome: 'new', status: 'draft', missing: ['date'] });
    expect((await bring([{}], { undated: true, status: 'hold' })).report.releases[0]?.status).toBe('draft');
  });

  it('is dated all the same when --undated stands beside --year', async () => {
    expect(fileOf(await bring([{}], { undated: true, year: '2009' }))).toContain('date: 2009-11-16\n');
  });

  it('is named with the others, five at most', () => {
    const six = Array.from({ length: 6 }, (_, at) => ({
      source: `${at}.txt`,
      release: incoming(at === 0 ? { dayAndMonth: undefined } : {}),
    }));
    expect(withoutDate(six).message).toBe(
      '6 releases do not say when they were issued: «0.txt», «1.txt» (16 November), «2.txt» (16 November), «3.txt» (16 November), «4.txt» (16 November) …. Nothing was written.',
    );
    expect(withoutDate(six.slice(0, 1)).message).toBe('«0.txt» does not say when it was issued. Nothing was written.');
  });
});
