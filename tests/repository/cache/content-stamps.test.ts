import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ContentStamps } from '../../../src/repository/cache/content-stamps.ts';

const stampsOf = (files: Map<string, Uint8Array>): ContentStamps =>
  new ContentStamps((path) => {
    const bytes = files.get(path);
    if (bytes === undefined) throw new Error('There is no such file');
    return bytes;
  });

describe('a stamp of content', () => {
  it('is the same for the same bytes alone', () => {
    const bytes = fc.uint8Array({ maxLength: 40 });
    fc.assert(
      fc.property(bytes, bytes, (a, b) => {
        const stamps = stampsOf(
          new Map([
            ['a', a],
            ['b', b],
          ]),
        );
        const isSame = Buffer.compare(a, b) === 0;
        const [first, second] = [stamps.stampOf('a'), stamps.stampOf('b')];
        expect(JSON.stringify(first) === JSON.stringify(second)).toBe(isSame);
        for (const name of ['mtimeMs', 'ctimeMs', 'ino'] as const) {
          expect(Number.isSafeInteger(first[name])).toBe(true);
          expect(first[name]).toBeLessThanOrEqual(0);
        }
      }),
    );
  });

  it('is 156 bits of SHA-256 and the size', () => {
    // sha256 of nothing: e3b0c44298fc1 c149afbf4c899 6fb92427ae41e …
    const stamp = stampsOf(new Map([['a', new Uint8Array()]])).stampOf('a');
    expect(stamp).toEqual({ size: 0, mtimeMs: -0xe3b0c44298fc1, ctimeMs: -0xc149afbf4c899, ino: -0x6fb92427ae41e });
  });

  it('is none for what cannot be read', () => {
    expect(stampsOf(new Map()).stampOf('a')).toEqual({});
  });

  it('is not sure any more once other bytes are read than it was made of', () => {
    const bytes = new Uint8Array([1]);
    const stamps = stampsOf(new Map([['a', bytes]]));
    stamps.stampOf('a');
    stamps.witness('a', bytes);
    expect(stamps.isSure).toBe(true);
    stamps.witness('a', new Uint8Array([2]));
    expect(stamps.isSure).toBe(false);
  });

  it('is not sure of a file that could not be read at first', () => {
    const stamps = stampsOf(new Map());
    stamps.stampOf('a');
    stamps.witness('a', new Uint8Array());
    expect(stamps.isSure).toBe(false);
  });
});
