import { beforeAll, describe, expect, it } from 'vitest';
import { clear, type Moment } from '../../src/model/embargo.ts';
import { publicnessOf, type Publicness } from '../../src/model/publicness.ts';
import { publicnessSentence, reasonWords } from '../../src/model/publicness-words.ts';
import type { Repository } from '../../src/model/repository.ts';
import { repositoryInMemory } from '../../src/repository/in-memory.ts';

const taxonomy = 'version: 1\nfacets: {field: {property: fields, terms: {}}}\n';
const moment: Moment = { now: Date.parse('2026-11-23T12:00:00Z'), timezone: 'Europe/Vienna' };

let repository: Repository;
beforeAll(async () => {
  repository = await repositoryInMemory({ 'taxonomy.yaml': taxonomy });
});

const fileOf = (lines: string): string => `---\nid: a\ntitle: T\n${lines}\n---\nText.\n`;

function judged(lines: string, at: Moment = moment, twin?: string): Publicness {
  const manuscript = repository.manuscriptFrom('releases/a.md', Buffer.from(fileOf(lines)));
  return publicnessOf(manuscript, repository, { moment: at, twin });
}

const kinds = ({ reasons }: Publicness): string[] => reasons.map(({ reason }) => reason.kind);

describe('why a file is public or not', () => {
  it.each([
    ['date: 2020-01-02\nstatus: published', [], 'Public since Thursday 2020-01-02, 00:00 (Europe/Vienna, UTC+01:00).'],
    [
      'date: 2020-01-02\nstatus: published\nembargo: 2026-11-24T08:00:00Z',
      ['embargo'],
      'Not public yet: it will be on Tuesday 2026-11-24, 09:00 (Europe/Vienna, UTC+01:00), by itself.',
    ],
    ['date: 2020-01-02\nstatus: published\nembargo: soon', ['unreadable-embargo'], 'Not public.'],
    ['date: 2020-01-02\nstatus: published\nembargo: [2020-01-01T00:00:00Z]', ['unreadable-embargo'], 'Not public.'],
    ['date: 2020-01-02\nstatus: hold\nembargo:', ['status', 'unreadable-embargo'], 'Not public.'],
    ['date: 2020-01-02\nstatus: published\nEmbargo: x', ['suspect-key'], 'Not public.'],
    [
      'date: 2020-01-02\nstatus: published\nembargo: soon\nsummary: 5\nrelated: no',
      ['invalid', 'unreadable-embargo'],
      'Not public.',
    ],
    ['date: 2020-01-02\nstatus: published\nstatus: draft', ['unreadable'], 'Not public.'],
    ['date: 2020-01-02\nstatus: published\nsummary: a\u0000b', ['unreadable'], 'Not public.'],
    ['date: 2020-01-02\nstatus: hold\nsummary: [5]', ['invalid', 'status'], 'Not public.'],
    ['date: 2020-01-02\nstatus: secret\nsummary: [5]', ['invalid'], 'Not public.'],
    ['date: 2020-01-02\nstatus: published\nsummary: [5]\nEmbargo: x', ['invalid', 'suspect-key'], 'Not public.'],
    ['date: 2020-01-02\nstatus: published\ntype: poem\nEmbargo: x', ['invalid', 'suspect-key'], 'Not public.'],
  ])('%j: %j', (lines, expected, sentence) => {
    const publicness = judged(lines);
    expect(kinds(publicness)).toEqual(expected);
    expect(publicnessSentence(publicness, moment)).toBe(sentence);
    if (publicness.release !== undefined) expect(clear(publicness.release, moment).public).toBe(expected.length === 0);
  });

  it.each([
    ['date: 2020-01-02\nstatus: hold', 'status', 'hold'],
    ['date: 2999-01-02\nstatus: published', 'date', '2999-01-02'],
    ['status: hold', 'no-date', '---'],
    ['date: 2020-01-02\nstatus: published\nembargo: 2999-01-01T00:00:00Z', 'embargo', '2999-01-01T00:00:00Z'],
    ['date: 2020-01-02\nstatus: published\nembargo: soon', 'unreadable-embargo', 'soon'],
    ['date: 2020-01-02\nstatus: published\nEmbargo: x', 'suspect-key', 'Embargo'],
    ['date: 2020-01-02\nstatus: published\nstatus: draft', 'unreadable', 'status'],
    ['date: 2020-01-02\nstatus: published\nsummary: [5]', 'invalid', '---'],
  ])('%j: %s stands at «%s»', (lines, kind, words) => {
    const place = judged(lines).reasons.find(({ reason }) => reason.kind === kind)?.place;
    expect(fileOf(lines).slice(place?.start, place?.end)).toBe(words);
  });

  it('is that another one with its id goes before it', () => {
    const { reasons, turn } = judged('date: 2020-01-02\nstatus: published', moment, 'releases/b.md');
    const at = fileOf('').indexOf('a');
    expect(reasons).toEqual([{ reason: { kind: 'twin', path: 'releases/b.md' }, place: { start: at, end: at + 1 } }]);
    expect(turn).toBeUndefined();
  });

  it('is that nobody knows what time it is, at the beginning of the file', () => {
    for (const at of [
      { ...moment, now: NaN },
      { ...moment, timezone: 'Vienna' },
    ]) {
      const publicness = judged('date: 2020-01-02\nstatus: published\nembargo: 2999-01-01T00:00:00Z', at);
      expect(kinds(publicness)).toEqual(['unreadable-clock']);
      expect(publicness.reasons[0]?.place.start).toBe(0);
      expect(publicness.turn).toBeUndefined();
      expect(publicnessSentence(publicness, at)).toBe('Not public.');
    }
    expect(reasonWords({ kind: 'unreadable-clock' }, { name: 'a', path: 'a.md', timezone: 'UTC' })).toMatchObject({
      what: 'The clock or the time zone of this run cannot be read, so nobody knows what has come.',
      wayOut: 'Put the clock of this computer right, and «timezone» in press.yaml: a name such as Europe/Vienna.',
    });
  });
});
