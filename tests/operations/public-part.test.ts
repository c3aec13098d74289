import { describe, expect, it } from 'vitest';
import type { FileFacts } from '../../src/model/file-facts.ts';
import { PublicPart } from '../../src/operations/public-part.ts';
import { textKey } from '../../src/text/text-key.ts';

const moment = { now: Date.parse('2026-11-23T12:00:00Z'), timezone: 'UTC' };

function partWith(ids: readonly string[]): PublicPart {
  const facts = (row: number): FileFacts => ({
    path: `releases/${row}.md`,
    isReadable: true,
    id: ids[row],
    lang: undefined,
    date: undefined,
    status: 'published',
    address: undefined,
    aliases: [],
    related: [],
    attachments: [],
    links: [],
    original: undefined,
    release: undefined,
  });
  const part = new PublicPart(moment, { facts, release: () => undefined });
  for (const [row, id] of ids.entries()) part.passOver(row, id);
  return part;
}

describe('what was passed over', () => {
  it('is known by its id', () => {
    const part = partWith(['a', '']);
    expect(['a', '', 'b'].map((id) => part.has(id))).toEqual([true, true, false]);
  });

  it('is told from what has the same number', () => {
    expect(textKey('id-q6d')).toBe(textKey('id-20h6'));
    expect(partWith(['id-q6d']).has('id-20h6')).toBe(false);
    const both = partWith(['id-q6d', 'id-20h6']);
    expect(both.has('id-q6d')).toBe(true);
    expect(both.has('id-20h6')).toBe(true);
  });
});
