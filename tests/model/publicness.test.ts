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

function judged(lines: string, at: Moment = moment): Publicness {
  const text = `---\nid: a\ntitle: T\n${lines}\n---\nText.\n`;
  return publicnessOf(repository.manuscriptFrom('releases/a.md', Buffer.from(text)), repository, { moment: at });
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
  ])('%j: %j', (lines, expected, sentence) => {
    const publicness = judged(lines);
    expect(kinds(publicness)).toEqual(expected);
    expect(publicnessSentence(publicness, moment)).toBe(sentence);
    if (publicness.release !== undefined) expect(clear(publicness.release, moment).public).toBe(expected.length === 0);
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
