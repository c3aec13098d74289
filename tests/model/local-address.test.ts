import { describe, expect, it } from 'vitest';
import { pathOfTarget, placesOfFile, relativeAddress } from '../../src/model/local-address.ts';

const from = 'releases/2009/a.md';

describe('a relative address', () => {
  it.each([
    ['b.md', ['releases/2009/b.md', 'b.md']],
    ['../b.md?x#y', ['releases/b.md']],
    ['./c/../b%20c.md', ['releases/2009/b c.md', 'b c.md']],
    ['../..', ['']],
    ['../../../b.md', []],
    ['b%ZZ.md', ['releases/2009/b%ZZ.md', 'b%ZZ.md']],
  ])('%s may mean %j', (target, places) => {
    expect(placesOfFile(target, from)).toEqual(places);
  });

  it('ends where the place on the page begins', () => {
    expect(pathOfTarget('a.md#b?c')).toBe('a.md');
    expect(pathOfTarget('a.md?b#c')).toBe('a.md');
  });

  it.each(['releases/2009/b.md', 'releases/2010/b.md', 'b.md', 'files/x/y.pdf'])(
    'is written to %s and leads there',
    (path) => {
      expect(placesOfFile(relativeAddress(from, path), from)).toContain(path);
    },
  );
});
