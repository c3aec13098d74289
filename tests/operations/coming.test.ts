import fc from 'fast-check';
import ICAL from 'ical.js';
import { describe, expect, it } from 'vitest';
import { clear } from '../../src/model/embargo.ts';
import { makeRelease } from '../../src/model/make-release.ts';
import type { Repository } from '../../src/model/repository.ts';
import { choose, type Wish } from '../../src/model/selection.ts';
import { lookAhead, type Outlook } from '../../src/operations/coming.ts';
import { comingCalendar } from '../../src/operations/coming-calendar.ts';
import { scheduleLines } from '../../src/operations/coming-schedule.ts';
import { repositoryInMemory } from '../../src/repository/in-memory.ts';
import { noWish } from '../model/newsroom.ts';

const taxonomy =
  'version: 1\nfacets: {field: {property: fields, multiple: true, terms: {elections: {label: Elections}, education: {label: Education}}}}\n';
const now = Date.parse('2026-11-23T12:00:00Z');
const timezone = 'Europe/Vienna';

type Keys = Readonly<Record<string, string>>;

const release = (id: string, keys: Keys = {}): [string, string] => {
  const all = { id, title: `Title of ${id}`, date: '2026-11-20', status: 'published', fields: '[elections]', ...keys };
  const lines = Object.entries(all).map(([key, value]) => `${key}: ${value}`);
  return [`releases/${id}.md`, `---\n${lines.join('\n')}\n---\nText.\n`];
};

const repositoryOf = (files: readonly [string, string][], settings = `timezone: ${timezone}`): Promise<Repository> =>
  repositoryInMemory({ 'taxonomy.yaml': taxonomy, 'press.yaml': `${settings}\n`, ...Object.fromEntries(files) });

async function outlook(
  files: readonly [string, string][],
  { until, at = now, ...wish }: Partial<Wish> & { readonly until?: string; readonly at?: number } = {},
): Promise<Outlook> {
  const repository = await repositoryOf(files);
  const moment = { now: at, timezone };
  const selection = choose({ ...noWish, ...wish }, { taxonomy: repository.taxonomy, today: '2026-11-23', ...moment });
  return lookAhead(repository, { selection, moment, until });
}
const ids = (found: readonly { readonly id: string }[]): string[] => found.map(({ id }) => id);

describe('what is to come', () => {
  const soon = release('soon', { date: '2026-11-26' });
  const later = release('later', { embargo: '"2026-12-01T09:00:00+04:00"' });
  const both = release('both', { date: '2026-11-30', embargo: '"2026-11-24T09:00:00+01:00"' });

  it('is what date and embargo alone keep in, soonest first, with what it waits for last', async () => {
    const { coming, total } = await outlook([later, both, soon]);
    expect(coming).toMatchObject([
      { id: 'soon', waitsFor: 'date', turn: Date.parse('2026-11-26T00:00:00+01:00'), path: 'releases/soon.md' },
      { id: 'both', waitsFor: 'date', turn: Date.parse('2026-11-30T00:00:00+01:00') },
      { id: 'later', waitsFor: 'embargo', turn: Date.parse('2026-12-01T05:00:00Z') },
    ]);
    expect(coming.map(({ range: { start } }) => [start.line, start.column])).toEqual([
      [4, 7],
      [4, 7],
      [7, 10],
    ]);
    expect(total).toBe(3);
  });

  it('has what comes at one moment in the order of ids', async () => {
    const same = ['c', 'a', 'b'].map((id) => release(id, { date: '2026-11-26' }));
    expect(ids((await outlook(same)).coming)).toEqual(['a', 'b', 'c']);
  });

  it('is none of what is public, waits for a person, cannot be read, or has the id of what is public', async () => {
    const { coming, waiting, unreadable } = await outlook([
      release('public'),
      release('draft', { status: 'draft', date: '2026-11-26' }),
      release('gone', { status: 'withdrawn' }),
      release('open', { embargo: 'soon' }),
      release('odd', { embrago: '"2026-12-01T09:00:00+04:00"' }),
      ['releases/twin.md', release('public', { date: '2026-11-26' })[1]],
      ['releases/unread.md', 'nothing'],
      ['releases/unread-draft.md', '---\nstatus: draft\n---\n'],
    ]);
    expect(coming).toEqual([]);
    expect(waiting.map(({ path, waitsFor }) => [path, waitsFor])).toEqual([
      ['releases/odd.md', 'suspect-key'],
      ['releases/open.md', 'unreadable-embargo'],
      ['releases/draft.md', 'status'],
      ['releases/twin.md', 'twin'],
    ]);
    expect(unreadable).toBe(1);
  });

  it('is narrowed by a selection, cut by it, and ends with a day', async () => {
    const all = [soon, later, release('school', { date: '2026-11-25', fields: '[education]' })];
    expect(ids((await outlook(all, { terms: new Map([['field', ['elections']]]) })).coming)).toEqual(['soon', 'later']);
    expect(await outlook(all, { limit: '1', offset: '1' })).toMatchObject({ coming: [{ id: 'soon' }], total: 3 });
    expect(ids((await outlook(all, { until: '2026-11-25' })).coming)).toEqual(['school']);
    expect(ids((await outlook(all, { until: '2026-11-24' })).coming)).toEqual([]);
  });

  it('has moments in the newsroom’s day: midnight belongs to the day that it begins', async () => {
    const atMidnight = release('midnight', { embargo: '"2026-11-25T23:00:00Z"' });
    expect(ids((await outlook([atMidnight], { until: '2026-11-25' })).coming)).toEqual([]);
    expect(ids((await outlook([atMidnight], { until: '2026-11-26' })).coming)).toEqual(['midnight']);
  });

  it('waits for somebody only when its date has come or is near', async () => {
    const drafts = [
      release('old', { status: 'hold', date: '2020-01-02' }),
      release('near', { status: 'draft', date: '2026-12-07' }),
      release('far', { status: 'approved', date: '2026-12-08' }),
      ['releases/undated.md', '---\nid: undated\ntitle: T\nstatus: draft\n---\nText.\n'] as [string, string],
    ];
    expect(ids((await outlook(drafts)).waiting)).toEqual(['old', 'near']);
  });

  it('comes at the very moment at which the gate opens', async () => {
    const moments = fc.integer({ min: now - 1e10, max: now + 1e10 }).map((ms) => new Date(ms).toISOString());
    const dates = fc.oneof(
      moments.map((text) => `"${text}"`),
      moments.map((text) => text.slice(0, 10)),
    );
    await fc.assert(
      fc.asyncProperty(dates, fc.option(moments), async (date, embargo) => {
        const file = release('a', { date, ...(embargo === null ? {} : { embargo: `"${embargo}"` }) });
        const repository = await repositoryOf([file]);
        const [manuscript] = repository.manuscripts();
        const made = manuscript === undefined ? undefined : makeRelease(manuscript, repository);
        if (made === undefined) throw new Error('no release');
        const isPublicAt = (at: number): boolean => clear(made, { now: at, timezone }).public;
        const { coming } = await outlook([file]);
        expect(coming.length).toBe(isPublicAt(now) ? 0 : 1);
        for (const { turn } of coming) expect([isPublicAt(turn - 1), isPublicAt(turn)]).toEqual([false, true]);
      }),
      { numRuns: 60 },
    );
  });

  it('is found in one reading, of which no file is kept', async () => {
    const repository = await repositoryOf([soon, later, release('public')]);
    let readings = 0;
    const counted = { ...repository, manuscripts: () => ((readings += 1), repository.manuscripts()) };
    const condition = { kind: 'all', of: [] } as const;
    const selection = { condition, offset: 0, limit: undefined };
    lookAhead(counted, { selection, moment: { now, timezone }, until: undefined });
    expect(readings).toBe(1);
  });
});

describe('the calendar of what is to come', () => {
  const settings = {
    timezone,
    publisher: { name: 'Press Office', authority: 'press.example.org', since: '2009-01-01' },
  };
  const calendar = (text: string): ICAL.Component => new ICAL.Component(ICAL.parse(text) as never);
  const written = async (files: readonly [string, string][], at = now): Promise<string> =>
    [...comingCalendar((await outlook(files, { at })).coming, { settings, now: at })].join('');

  it('says to another parser what, when and where', async () => {
    const title = '"Voters ask, commissioners answer; \\\\ Žižek 日本 🏛️ and many more words than one line can hold"';
    const text = await written([
      release('a', { title, embargo: '"2026-12-01T09:00:00+04:00"' }),
      release('b', { date: '2026-11-26' }),
    ]);
    expect(text.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
    const read = calendar(text);
    expect(read.getFirstPropertyValue('version')).toBe('2.0');
    const events = read.getAllSubcomponents('vevent').map((each) => new ICAL.Event(each));
    expect(events.map(({ uid }) => uid)).toEqual([
      'tag:press.example.org,2009-01-01:b',
      'tag:press.example.org,2009-01-01:a',
    ]);
    expect(events.map(({ startDate }) => startDate.toJSDate().toISOString())).toEqual([
      '2026-11-25T23:00:00.000Z',
      '2026-12-01T05:00:00.000Z',
    ]);
    expect(events[1]?.summary).toBe(
      'Public: Voters ask, commissioners answer; \\ Žižek 日本 🏛️ and many more words than one line can hold',
    );
    expect(events[1]?.description).toBe(
      'Its embargo ends on Tuesday 2026-12-01, 06:00 (Europe/Vienna, UTC+01:00).\nreleases/a.md\npress why a',
    );
    expect(events.map(({ component }) => String(component.getFirstPropertyValue('dtstamp')))).toEqual([
      '2026-11-23T12:00:00Z',
      '2026-11-23T12:00:00Z',
    ]);
  });

  it('knows a release by what it is, so that a new moment moves its event', async () => {
    const uids = async (date: string): Promise<unknown[]> =>
      calendar(await written([release('a', { date, title: `On ${date}` })]))
        .getAllSubcomponents('vevent')
        .map((event) => event.getFirstPropertyValue('uid'));
    expect(await uids('2026-12-01')).toEqual(await uids('2026-12-24'));
  });

  it('is the same text for the same run, and a calendar also without anything in it', async () => {
    const files = [release('a', { date: '2026-12-01' })];
    expect(await written(files)).toBe(await written(files));
    expect(calendar(await written([])).getAllSubcomponents()).toEqual([]);
  });

  it('has one event for an id', async () => {
    const twins: [string, string][] = [
      release('a', { date: '2026-12-01' }),
      ['releases/b.md', release('a', { date: '2026-12-02' })[1]],
    ];
    expect(calendar(await written(twins)).getAllSubcomponents('vevent')).toHaveLength(1);
  });
});

describe('the schedule of what is to come', () => {
  it('has a line for each minute', async () => {
    const { coming } = await outlook([
      release('a', { embargo: '"2026-12-01T09:00:00.5+01:00"' }),
      release('b', { embargo: '"2026-12-01T09:01:00+01:00"' }),
      release('c', { date: '2026-12-24' }),
    ]);
    expect(scheduleLines(coming, timezone)).toEqual([
      '1 8 1 12 *  # 2026-12-01T09:00:00.500+01:00 a b',
      '0 23 23 12 *  # 2026-12-24T00:00:00+01:00 c',
    ]);
  });
});
