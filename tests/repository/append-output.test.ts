import { mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { appendOutput } from '../../src/repository/append-output.ts';
import { disk } from '../../src/repository/file-port.ts';
import { contentOf, scratchFolder } from '../support/scratch-folder.ts';

let cwd: string;
const append = (path: string, text = 'more\n', root?: string): void => appendOutput(path, text, { cwd, root });

beforeEach(() => {
  cwd = scratchFolder({ 'page.md': 'first\n' });
});

describe('appendOutput', () => {
  it('adds to the end, and makes what is not there', () => {
    append('page.md', 'second «é»\n');
    append('new.md');
    expect(contentOf(cwd)).toEqual({ 'page.md': 'first\nsecond «é»\n', 'new.md': 'more\n' });
  });

  it('writes everything to a disk that takes little at a time', () => {
    const port = {
      ...disk,
      write: (descriptor: number, bytes: Uint8Array) => disk.write(descriptor, bytes.subarray(0, 2)),
    };
    appendOutput('page.md', 'a longer text\n', { cwd, root: undefined, port });
    expect(readFileSync(join(cwd, 'page.md'), 'utf8')).toBe('first\na longer text\n');
  });

  it('gives up on a disk that takes nothing', () => {
    const port = { ...disk, write: () => 0 };
    expect(() => appendOutput('page.md', 'more', { cwd, root: undefined, port })).toThrow(
      '«page.md» could not be written: the system said EIO.',
    );
  });

  it('refuses a link, a folder, and a folder that is not there', () => {
    symlinkSync('page.md', join(cwd, 'link.md'));
    mkdirSync(join(cwd, 'folder'));
    for (const path of ['link.md', 'folder', 'nowhere/page.md', 'page.md/x'])
      expect(() => append(path), path).toThrow(expect.objectContaining({ code: 'cannot-write' }) as Error);
    expect(readFileSync(join(cwd, 'page.md'), 'utf8')).toBe('first\n');
  });

  it('refuses the sources of a repository', () => {
    writeFileSync(join(cwd, 'taxonomy.yaml'), 'facets: {}\n');
    for (const path of ['taxonomy.yaml', 'press.yaml', 'releases/a.md'])
      expect(() => append(path, 'x', cwd), path).toThrow(expect.objectContaining({ code: 'not-here' }) as Error);
    append('page.md', 'x', cwd);
    expect(readFileSync(join(cwd, 'page.md'), 'utf8')).toBe('first\nx');
  });
});
