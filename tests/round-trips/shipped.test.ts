import { describe, expect, it } from 'vitest';
import { needsPerson } from '../../src/operations/bring-in-report.ts';
import { everyColumn, losses, surprises } from './losses.ts';
import { exported, house, imported, now, releasesOf, shipped, type Journey } from './round-trip.ts';
import { reasonsToHold } from '../../src/model/embargo.ts';

const journeys: readonly (readonly [name: string, journey: Journey])[] = [
  ['json', { format: 'json' }],
  ['ndjson', { format: 'ndjson' }],
  ['csv', { format: 'csv' }],
  ['csv without texts', { format: 'csv', look: { content: 'summary' } }],
  ['csv with every column', { format: 'csv', look: { columns: everyColumn } }],
  ['ninjs', { format: 'ninjs' }],
  ['newsml-g2', { format: 'newsml-g2' }],
];

describe('the releases of this project', () => {
  it.each(journeys)('come back from %s, but for what the list says', async (name, journey) => {
    const from = await shipped();
    const open = [...releasesOf(from).values()].filter(
      (release) => reasonsToHold(release, { now, timezone: from.settings.timezone }).length === 0,
    );
    for (const includeUnpublished of [false, true]) {
      const to = await house();
      const whole = { ...journey, includeUnpublished };
      const { refusal } = await imported(to, await exported(from, whole), whole);
      expect(refusal).toBeUndefined();
      const wanted = includeUnpublished ? [...releasesOf(from).keys()] : open.map(({ id }) => id);
      expect([...releasesOf(to).keys()].sort()).toEqual(wanted.sort());
      expect(surprises({ from, to, journey: whole }, losses[name] ?? new Map())).toEqual([]);
    }
  });

  it.each(['rss', 'atom', 'json-feed'])('come back from %s, as far as they are public', async (format) => {
    const [from, to] = [await shipped(), await house()];
    const { refusal } = await imported(to, await exported(from, { format }), { format });
    expect(refusal).toBeUndefined();
    const open = [...releasesOf(from).values()].filter(
      (release) => reasonsToHold(release, { now, timezone: from.settings.timezone }).length === 0,
    );
    expect([...releasesOf(to).keys()].sort()).toEqual(open.map(({ id }) => id).sort());
    expect(surprises({ from, to, journey: { format } }, losses[format] ?? new Map())).toEqual([]);
  });

  it.each(['rss', 'atom', 'json-feed', 'newsml-g2'])(
    'are drafts when %s has no more than their summaries',
    async (format) => {
      const look = { content: 'summary' } as const;
      const { report } = await imported(await house(), await exported(await shipped(), { format, look }), { format });
      expect(report.summary.new).toBeGreaterThan(20);
      expect(report.summary.drafts).toBe(report.summary.new);
    },
  );

  it('come back from json without a question', async () => {
    const text = await exported(await shipped(), { format: 'json', includeUnpublished: true });
    const { report } = await imported(await house(), text, { format: 'json' });
    expect(report.releases.filter(needsPerson)).toEqual([]);
    expect(report.summary).toMatchObject({ sources: 1, duplicates: 0, toLookAt: 0 });
  });

  it('are not brought in twice', async () => {
    const text = await exported(await shipped(), { format: 'csv' });
    const to = await house();
    await imported(to, text, { format: 'csv' });
    const again = await imported(to, text, { format: 'csv' });
    expect([again.refusal, again.changes.changes]).toEqual([undefined, []]);
    expect(new Set(again.report.releases.map(({ outcome }) => outcome))).toEqual(new Set(['unchanged']));
  });
});
