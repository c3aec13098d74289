import { describe, expect, it } from 'vitest';
import { correct, recorded } from '../../../src/operations/verbs/correct.ts';
import type { VerbPlan } from '../../../src/operations/verbs/verb.ts';
import { changesIn, file, now, subject, toldIn, type Around } from './newsroom-file.ts';

async function planFor(text: string, around: Around = {}): Promise<VerbPlan> {
  return correct({ kind: 'correction', note: 'Twelve, not ten.' }).plan(await subject(text, around));
}

/** The moment that is written. */
async function written(keys: Readonly<Record<string, string | undefined>>, at = now): Promise<string> {
  const [updated] = changesIn(await planFor(file(keys), { now: at }));
  return (updated ?? '').slice('updated='.length);
}

describe('correct', () => {
  it('tells readers a thing once', async () => {
    const told = file({ corrections: '[{date: 2026-02-01, kind: correction, note: "Twelve, not ten."}]' });
    expect(toldIn(await planFor(told))).toEqual(['Readers are told that already, since 2026-02-01.']);
    expect(correct({ kind: 'update', note: 'Twelve, not ten.' }).plan(await subject(told)).kind).toBe('change');
  });

  it('tells readers, and says what is left to do', async () => {
    const plan = await planFor(file());
    expect(changesIn(plan)).toEqual([
      'updated=2026-11-23T13:00:00+01:00',
      'corrections+2026-11-23T13:00:00+01:00 correction Twelve, not ten.',
    ]);
    expect(toldIn(plan)).toEqual([
      'The text itself is yours to put right, if you have not yet.',
      'The next export puts it into the feeds «water» and «all».',
    ]);
    const update = correct({ kind: 'update', note: 'N' }).plan(await subject(file()));
    expect(changesIn(update)[1]).toBe('corrections+2026-11-23T13:00:00+01:00 update N');
  });

  it('takes journalists for readers, who have the text under embargo', async () => {
    const plan = await planFor(file({ embargo: '"2027-01-01T00:00:00Z"' }));
    expect(toldIn(plan)).toEqual(['The text itself is yours to put right, if you have not yet.']);
    expect(changesIn(plan)).toHaveLength(2);
  });

  it.each([
    [{ status: 'draft' }, 'It is a draft. So no reader has a wrong text. Just change the text.'],
    [
      { status: 'approved' },
      'It is approved, and nobody has published it yet. So no reader has a wrong text. Just change the text.',
    ],
    [
      { date: '2027-01-05' },
      'Its date is reached on Tuesday 2027-01-05, 00:00 (Europe/Vienna, UTC+01:00). So no reader has a wrong text. Just change the text.',
    ],
    [
      { status: 'hold' },
      'It is on hold. Change the text. If readers had the wrong one, publish it first, then say what was put right.',
    ],
    [{ status: 'withdrawn' }, 'It has been withdrawn. There is nothing left to correct: write a new release.'],
  ])('is refused where there is nobody to tell (%j)', async (keys, sentence) => {
    expect(toldIn(await planFor(file(keys)))).toEqual([sentence]);
  });

  it('names the translations of an original, and not the original of a translation', async () => {
    const original = { 'releases/2026/2026-01-05-o.md': file({ id: 'o' }) };
    const others = {
      'releases/2026/2026-01-05-x.de.md': file({ id: 'x.de', translationOf: '{id: x}', lang: 'de' }),
      'releases/2026/2026-01-05-x.ru.md': file({ id: 'x.ru', translationOf: '{id: x}', lang: 'ru' }),
    };
    expect(toldIn(await planFor(file(), { beside: others })).at(-1)).toBe(
      '«x.de» and «x.ru» may need the same in their own language; «press validate» says when a translation no longer fits.',
    );
    const translation = file({ translationOf: '{id: o}', lang: 'ru' });
    expect(toldIn(await planFor(translation, { beside: original })).join()).not.toContain('may need the same');
  });
});

describe('the moment of a correction', () => {
  it.each<[string, Readonly<Record<string, string>>, string]>([
    ['is that of the run', {}, '2026-11-23T13:00:00+01:00'],
    ['comes after a change in the same second', { updated: '"2026-11-23T12:00:00Z"' }, '2026-11-23T13:00:01+01:00'],
    ['and after a date in it', { date: '"2026-11-23T13:00:00+01:00"' }, '2026-11-23T13:00:01+01:00'],
    [
      'and after the last of several corrections',
      {
        corrections:
          '[{date: "2026-11-23T12:00:03Z", kind: update, note: A}, {date: "2026-11-23T12:00:02Z", kind: update, note: B}]',
      },
      '2026-11-23T13:00:04+01:00',
    ],
    ['is not moved by a day alone', { updated: '2026-11-23' }, '2026-11-23T13:00:00+01:00'],
    ['nor by a slip that lies ahead', { updated: '"2099-01-01T00:00:00Z"' }, '2026-11-23T13:00:00+01:00'],
    ['nor by a day to come', { updated: '2026-11-24' }, '2026-11-23T13:00:00+01:00'],
  ])('%s', async (_, keys, moment) => {
    expect(await written(keys)).toBe(moment);
  });

  it('is whole seconds, in the offset of the newsroom on that day', async () => {
    expect(await written({}, Date.parse('2026-07-01T12:00:00.999Z'))).toBe('2026-07-01T14:00:00+02:00');
    expect(await written({}, Date.parse('2026-10-25T00:59:59Z'))).toBe('2026-10-25T02:59:59+02:00');
    expect(await written({}, Date.parse('2026-10-25T01:00:00Z'))).toBe('2026-10-25T02:00:00+01:00');
  });

  it('moves every time, however quickly one follows the other', async () => {
    let corrections = '[]';
    const moments: string[] = [];
    for (let run = 0; run < 10; run += 1) {
      const moment = await written({
        corrections,
        updated: moments.at(-1) === undefined ? '2026-01-06' : `"${moments.at(-1)}"`,
      });
      moments.push(moment);
      corrections = `[${moments.map((date) => `{date: "${date}", kind: update, note: N}`).join(', ')}]`;
    }
    expect(new Set(moments).size).toBe(10);
    expect([...moments].sort()).toEqual(moments);
  });

  it('is written twice, for feeds and with the note', async () => {
    expect(recorded(await subject(file()), { kind: 'withdrawal', note: 'N' })).toEqual([
      { kind: 'set', key: 'updated', value: '2026-11-23T13:00:00+01:00' },
      {
        kind: 'append',
        key: 'corrections',
        item: { date: '2026-11-23T13:00:00+01:00', kind: 'withdrawal', note: 'N' },
      },
    ]);
  });
});
