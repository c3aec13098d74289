import { describe, expect, it } from 'vitest';
import { choose } from '../../../src/model/selection.ts';
import { editRelease } from '../../../src/operations/edit-release.ts';
import { recallList } from '../../../src/operations/recall.ts';
import type { VerbPlan } from '../../../src/operations/verbs/verb.ts';
import { withdraw } from '../../../src/operations/verbs/withdraw.ts';
import { noWish } from '../../model/newsroom.ts';
import { changesIn, file, newsroom, now, subject, toldIn, usualPath, type Around } from './newsroom-file.ts';

const moment = '2026-11-23T13:00:00+01:00';
const onRecord = [`updated=${moment}`, `corrections+${moment} withdrawal Wrong`];
const readersTold = [
  'The next export tells readers of the feed «water» that it was withdrawn, and why.',
  'In the feed «all» it is simply gone: no format there can tell.',
  '«press export --withdrawn» lists what was withdrawn, for those who have to be told in person.',
];

async function planFor(text: string, wasPublic?: boolean, around: Around = {}): Promise<VerbPlan> {
  return withdraw({ note: 'Wrong', wasPublic, telling: new Set(['rss']) }).plan(await subject(text, around));
}

describe('withdraw', () => {
  it('records what was public, and says who is told and who is not', async () => {
    const plan = await planFor(file());
    expect(changesIn(plan)).toEqual([...onRecord, 'status=withdrawn']);
    expect(toldIn(plan)).toEqual(readersTold);
  });

  it.each([
    ['draft', { status: 'draft' }, undefined],
    ['under embargo', { embargo: '"2027-01-01T00:00:00Z"' }, undefined],
    ['to come', { date: '2027-01-01' }, undefined],
    ['without a readable embargo', { embargo: 'soon' }, undefined],
    ['under a misspelled key', { embargo_until: 'soon' }, undefined],
    ['on hold, and to come', { status: 'hold', date: '2027-01-01' }, undefined],
    ['on hold, and never was public', { status: 'hold' }, false],
  ])('leaves no trace of what is %s, and keeps the reason for the house', async (_, keys, wasPublic) => {
    const plan = await planFor(file(keys), wasPublic);
    expect(changesIn(plan)).toEqual(['#status 2026-11-23 withdraw: Wrong', 'status=withdrawn']);
    expect(toldIn(plan)).toEqual(['It never was public, so no reader is told anything.']);
  });

  it('waits for a person to say whether readers have what is on hold', async () => {
    expect(toldIn(await planFor(file({ status: 'hold' })))).toEqual([
      'It is on hold, and its file does not say whether readers have it from before. ' +
        'If they do: press withdraw x --was-public --note "…". If they never had it, say --never-public instead.',
    ]);
  });

  it('leaves no trace of a second file with the id of a public one, which readers never saw', async () => {
    const beside = { 'releases/2026/2026-01-05-a.md': file() };
    expect(changesIn(await planFor(file(), false, { beside }))).toEqual([
      '#status 2026-11-23 withdraw: Wrong',
      'status=withdrawn',
    ]);
  });

  it('says which other languages stay with readers', async () => {
    const beside = {
      'releases/2026/2026-01-05-x.de.md': file({ id: 'x.de', lang: 'de', translationOf: '{id: x}' }),
      'releases/2026/2026-01-05-x.ru.md': file({
        id: 'x.ru',
        lang: 'ru',
        translationOf: '{id: x}',
        status: 'withdrawn',
      }),
    };
    expect(toldIn(await planFor(file(), false, { beside })).at(-1)).toBe(
      '«x.de» stays as before: press withdraw x.de --note "…".',
    );
  });

  it('is done once', async () => {
    const written = { status: 'withdrawn', corrections: '[{date: 2026-02-01, kind: withdrawal, note: N}]' };
    expect(toldIn(await planFor(file(written), true))).toEqual(['It has been withdrawn already, on 2026-02-01.']);
    expect(toldIn(await planFor(file({ status: 'withdrawn' })))).toEqual(['It has been withdrawn already.']);
  });
});

describe('withdraw --was-public', () => {
  it.each([
    ['on hold', { status: 'hold' }, ['status=withdrawn']],
    ['withdrawn without a word', { status: 'withdrawn' }, []],
    ['under an embargo that came too late', { embargo: '"2027-01-01T00:00:00Z"' }, ['-embargo', 'status=withdrawn']],
    ['on hold with one that nobody can read', { status: 'hold', embargo: 'soon' }, ['-embargo', 'status=withdrawn']],
    ['under an embargo that has passed', { status: 'hold', embargo: '"2026-02-01T00:00:00Z"' }, ['status=withdrawn']],
  ])('records what is %s', async (_, keys, more) => {
    const plan = await planFor(file(keys), true);
    expect(changesIn(plan)).toEqual([...onRecord, ...more]);
    expect(toldIn(plan).includes('Its embargo is taken out: readers are told of nothing that is under one.')).toBe(
      more.includes('-embargo'),
    );
    expect(await recalled(file(keys))).toEqual(['x: Wrong']);
  });

  it.each([
    ['2027-01-05', 'Its date is reached on Tuesday 2027-01-05, 00:00 (Europe/Vienna, UTC+01:00).'],
    [undefined, 'It has no date.'],
  ])('asks for the day on which it went out: not %s', async (date, what) => {
    expect(toldIn(await planFor(file({ date, status: 'hold' }), true))).toEqual([
      `${what} By that no reader has it yet. Give it the day on which it went out, with «press move x --date», then withdraw it.`,
    ]);
  });

  /** The recall list once it is withdrawn. */
  async function recalled(text: string): Promise<string[]> {
    const plan = await planFor(text, true);
    const seen = await subject(text);
    if (plan.kind !== 'change') return [plan.kind];
    const { after } = editRelease(seen.manuscript, plan.changes, { repository: await newsroom(text) });
    const repository = await newsroom(after.text, { path: usualPath });
    const context = { taxonomy: repository.taxonomy, types: repository.releaseTypes(), ...seen.moment, now };
    const list = recallList(repository, { selection: choose(noWish, context), moment: context, telling: new Set() });
    return list.recalled.map(({ id, reason }) => `${id}: ${reason}`);
  }
});
