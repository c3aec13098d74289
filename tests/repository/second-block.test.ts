import { describe, expect, it } from 'vitest';
import { secondBlock } from '../../src/repository/second-block.ts';

const found = (text: string): string | undefined => {
  const fault = secondBlock(text, 0);
  return fault === undefined ? undefined : text.slice(fault.start, fault.end);
};

describe('a second block of front matter', () => {
  it.each([
    ['embargo: 2099-01-01T00:00:00Z\n---\nText.\n', 'embargo'],
    ['\n\ntitle: a\nEmbargo_until: x\r\n---\r\n', 'Embargo_until'],
    ['# remark\nlist:\n- a\n  b\nstatus: draft\n---   \n', 'status'],
    ['эмбарго_до: завтра\n---\n', 'эмбарго_до'],
  ])('is found: %j', (text, key) => {
    expect(found(text)).toBe(key);
  });

  it.each([
    'BAKU - Text.\n\nembargo: x\n---\n',
    'embargo: x\n\nText about it.\n---\n',
    'embargo: x\n',
    'Venue: Baku\n---\nembargo: x\n',
    'https://example.org/embargo\n---\n',
    `${'a: b\n'.repeat(70)}embargo: x\n---\n`,
    '',
  ])('is not seen in a text: %j', (text) => {
    expect(found(text)).toBeUndefined();
  });
});
