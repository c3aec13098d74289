import { mkdirSync, symlinkSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { digestOfText } from '../../src/repository/digest.ts';
import { fileInside } from '../../src/repository/file-inside.ts';
import { scratchFolder } from '../support/scratch-folder.ts';

describe('a file below a folder', () => {
  const folder = (): string => {
    const root = scratchFolder({
      'site/img/a.png': 'A',
      'secret.png': 'S',
      'site/.env.png': 'E',
      'site/.git/x.png': 'G',
    });
    symlinkSync(join(root, 'secret.png'), join(root, 'site/link.png'));
    symlinkSync(root, join(root, 'site/up'));
    symlinkSync(join(root, 'site/img'), join(root, 'site/pictures'));
    symlinkSync('nowhere', join(root, 'site/broken.png'));
    mkdirSync(join(root, 'site-other'));
    writeFileSync(join(root, 'site-other/b.png'), 'B');
    return join(root, 'site');
  };

  it.each(['img/a.png', './img/../img/a.png', 'pictures/a.png'])('is found: %s', (path) => {
    const found = fileInside(folder(), path);
    expect(found).toMatchObject({ kind: 'file', digest: digestOfText('A'), size: 1 });
    expect(found.kind === 'file' && Buffer.from(found.bytes()).toString()).toBe('A');
  });

  it.each([
    ['../secret.png', 'outside'],
    ['../site-other/b.png', 'outside'],
    ['img/../../secret.png', 'outside'],
    ['/etc/passwd', 'no file here'],
    ['..\\secret.png', 'no file here'],
    ['a\0.png', 'no file here'],
    ['link.png', 'a link leads out'],
    ['up/secret.png', 'a link leads out'],
    ['.env.png', 'hidden'],
    ['.git/x.png', 'hidden'],
    ['img', 'folder'],
    ['', 'outside'],
  ])('is refused: %j', (path, why) => {
    expect(fileInside(folder(), path)).toEqual({ kind: 'refused', why: expect.stringContaining(why) as string });
  });

  it('may be missing, with its folder too', () => {
    for (const path of ['b.png', 'img/a.png/b', 'broken.png', 'x'.repeat(5000)])
      expect(fileInside(folder(), path)).toEqual({ kind: 'missing' });
    expect(fileInside(join(folder(), 'none'), 'a.png')).toEqual({ kind: 'missing' });
  });

  it('may be too large', () => {
    const root = folder();
    truncateSync(join(root, 'img/a.png'), 50 * 1024 * 1024 + 1);
    expect(fileInside(root, 'img/a.png')).toMatchObject({ kind: 'refused' });
  });
});
