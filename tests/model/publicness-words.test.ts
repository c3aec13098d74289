import { describe, expect, it } from 'vitest';
import type { PublicnessReason } from '../../src/model/publicness.ts';
import { publicnessSentence, reasonWords } from '../../src/model/publicness-words.ts';

const until = Date.parse('2026-12-01T08:00:00Z');
const context = { name: 'an-id', path: 'releases/a.md', timezone: 'Europe/Vienna' };
const reasons: readonly PublicnessReason[] = [
  ...(['draft', 'approved', 'hold', 'withdrawn'] as const).map((status) => ({ kind: 'status', status }) as const),
  { kind: 'date', until },
  { kind: 'no-date' },
  { kind: 'embargo', until },
  { kind: 'unreadable-embargo' },
  { kind: 'suspect-key', key: 'embrago' },
  { kind: 'unreadable' },
  { kind: 'invalid' },
  { kind: 'twin', path: 'releases/b.md' },
];

describe('the words for a reason', () => {
  it.each(reasons)('are two sentences, and the way out in pieces says the same: %j', (reason) => {
    const { what, wayOut, ways } = reasonWords(reason, context);
    expect(what).toMatch(/^It.*\.$|^The file .*\.$/);
    expect(wayOut).toMatch(/^[A-Z].*[^.]\.$/);
    expect(ways.length).toBeGreaterThan(0);
    for (const { words, command = '' } of ways) {
      expect(wayOut).toContain(words);
      expect(wayOut).toContain(command);
      expect(words).not.toMatch(/\.$/);
    }
  });

  it('name what to type', () => {
    expect(reasonWords({ kind: 'unreadable-embargo' }, context).wayOut).toBe(
      'Write the moment: press embargo an-id --until 2026-03-08T09:00:00+01:00, or end it: press embargo an-id --lift.',
    );
    expect(reasonWords({ kind: 'embargo', until }, context)).toMatchObject({
      what: 'Its embargo ends on Tuesday 2026-12-01, 09:00 (Europe/Vienna, UTC+01:00).',
      ways: [{ words: 'Wait, or end it', command: 'press embargo an-id --lift' }],
    });
    expect(reasonWords({ kind: 'invalid' }, context).ways).toEqual([
      { words: 'Mend it', command: 'press validate releases/a.md --fix' },
    ]);
  });

  it.each<[PublicnessReason, string]>([
    [{ kind: 'date', until }, 'Wait, or give it another one: press move an-id --date today.'],
    [{ kind: 'no-date' }, 'Give it one: press move an-id --date today.'],
    [{ kind: 'suspect-key', key: 'embrago' }, 'Write the key that was meant: press validate releases/a.md.'],
    [{ kind: 'status', status: 'draft' }, 'When it is ready: press publish an-id.'],
    [
      { kind: 'status', status: 'withdrawn' },
      'Write a new release; this one stays away, or tell readers that the withdrawal was a mistake: press publish an-id --again --note "…".',
    ],
  ])('say what to type about %j', (reason, wayOut) => {
    expect(reasonWords(reason, context).wayOut).toBe(wayOut);
  });
});

describe('the answer in one sentence', () => {
  const place = { start: 0, end: 0 };
  const reason = { reason: { kind: 'date', until }, place } as const;

  it.each([
    [[], until, 'Public since Tuesday 2026-12-01, 09:00 (Europe/Vienna, UTC+01:00).'],
    [[], undefined, 'Public.'],
    [[reason], until, 'Not public yet: it will be on Tuesday 2026-12-01, 09:00 (Europe/Vienna, UTC+01:00), by itself.'],
    [[reason], undefined, 'Not public.'],
  ])('of %j, %s', (all, turn, sentence) => {
    expect(publicnessSentence({ release: undefined, reasons: all, turn }, context)).toBe(sentence);
  });
});
