import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { detached } from '../../src/text/detached.ts';

describe('detached', () => {
  it('is the same text', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary' }), (text) => detached(text) === text));
  });

  it('holds nothing but itself', () => {
    const held: string[] = [];
    const before = process.memoryUsage().heapUsed;
    // 256 MB of texts, of which a few bytes each are wanted.
    for (let at = 0; at < 256; at += 1)
      held.push(detached(`${String(at).padStart(20, '0')}${'x'.repeat(1_000_000)}`.slice(0, 20)));
    const grown = process.memoryUsage().heapUsed - before;
    expect(held).toHaveLength(256);
    expect(grown).toBeLessThan(128_000_000);
  });
});
