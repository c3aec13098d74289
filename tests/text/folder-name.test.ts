import { describe, expect, it } from 'vitest';
import { folderName } from '../../src/text/folder-name.ts';

describe('the name of a folder', () => {
  it.each([
    ['out', 'out'],
    ['out/', 'out'],
    ['a/b//', 'a/b'],
    ['a\\b\\', 'a\\b'],
    ['/', '/'],
    ['//', '/'],
    ['', ''],
  ])('%j is %j', (path, name) => {
    expect(folderName(path)).toBe(name);
  });

  it('of a hundred thousand slashes is found at once', () => {
    expect(folderName(`a${'/'.repeat(100_000)}`)).toBe('a');
  });
});
