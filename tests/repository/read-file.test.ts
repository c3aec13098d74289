import { execFileSync, spawn } from 'node:child_process';
import {
  chmodSync,
  closeSync,
  existsSync,
  ftruncateSync,
  mkdirSync,
  openSync,
  readdirSync,
  symlinkSync,
} from 'node:fs';
import type fs from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { fileLimits, readRegularFile, tooBig, unreadable, UnreadableFile } from '../../src/repository/read-file.ts';
import { scratchFolder } from '../support/scratch-folder.ts';

const kind = (path: string, limit = 1000): string => {
  try {
    return Buffer.from(readRegularFile(path, limit)).toString();
  } catch (error) {
    return error instanceof UnreadableFile ? `${error.kind}: ${error.message}` : String(error);
  }
};

describe('reading one file', () => {
  it('gives its bytes, also when there are none, and as many as are allowed', () => {
    const folder = scratchFolder({ a: 'text', empty: '', full: 'x'.repeat(1000) });
    expect(kind(join(folder, 'a'))).toBe('text');
    expect(kind(join(folder, 'empty'))).toBe('');
    expect(kind(join(folder, 'full'))).toHaveLength(1000);
  });

  it('refuses a file that is too big before it is read', () => {
    const folder = scratchFolder();
    const descriptor = openSync(join(folder, 'sparse'), 'w');
    ftruncateSync(descriptor, 100 * 1024 * 1024);
    closeSync(descriptor);
    expect(kind(join(folder, 'sparse'), fileLimits.release)).toBe(
      'too-big: has 104857600 bytes; the limit is 10485760 (10 MiB)',
    );
    expect(fileLimits).toEqual({ release: 10 * 1024 * 1024, data: 1024 * 1024 });
  });

  it('says what is in the way', () => {
    const folder = scratchFolder({ a: 'text', 'folder.md/x': '' });
    symlinkSync('a', join(folder, 'link'));
    symlinkSync('loop', join(folder, 'loop'));
    symlinkSync('nowhere', join(folder, 'dangling'));
    expect(kind(join(folder, 'nothing'))).toBe('missing: does not exist');
    expect(kind(join(folder, 'a/b'))).toBe('missing: does not exist');
    expect(kind(join(folder, 'x'.repeat(300)))).toBe('missing: does not exist');
    expect(kind(join(folder, 'folder.md'))).toBe('special: is a folder');
    for (const name of ['link', 'loop', 'dangling'])
      expect(kind(join(folder, name)), name).toBe('link: is a link; press does not follow links');
    expect(kind(join(folder, 'a\0b'))).toBe('failed: could not be read (ERR_INVALID_ARG_VALUE)');
  });

  it.skipIf(process.platform === 'win32')('neither waits for a pipe nor reads a device or a socket', async () => {
    const folder = scratchFolder();
    execFileSync('mkfifo', [join(folder, 'pipe')]);
    // Somebody who waited all the same would be set free when this opens the other end.
    const opensLate = spawn('sh', ['-c', 'sleep 5; : > late; : > pipe'], { cwd: folder });
    const server = createServer();
    await new Promise<void>((resolve) => void server.listen(join(folder, 'socket'), resolve));
    expect(kind(join(folder, 'pipe'))).toBe('special: is no ordinary file');
    expect(existsSync(join(folder, 'late'))).toBe(false);
    opensLate.kill();
    expect(kind(join(folder, 'socket'))).toBe('special: is no ordinary file');
    expect(kind('/dev/null')).toBe('special: is no ordinary file');
    expect(kind('/dev/zero')).toBe('special: is no ordinary file');
    server.close();
  });

  it('notices what grows, and what the disk does not give', () => {
    // Files of the kernel say that they are empty and are not; one that cannot be read at all gives an error of its own.
    if (process.platform === 'linux') {
      expect(kind('/proc/self/status', 10)).toBe(
        'too-big: grew while it was read; the limit is 10 (0.0000095367431640625 MiB)',
      );
      expect(kind('/proc/self/mem')).toMatch(
        /^(?:failed: could not be read \(EIO\)|forbidden: may not be read by you)$/,
      );
    }
    expect(tooBig('has 3 bytes', 1024 * 1024).message).toBe('has 3 bytes; the limit is 1048576 (1 MiB)');
  });

  it('says so when the right to read is missing', () => {
    const folder = scratchFolder({ secret: 'x' });
    chmodSync(join(folder, 'secret'), 0);
    // Whoever may read everything is stopped by no mode; then the error of the system is put into words by itself.
    const isEverybody = process.getuid?.() === 0 || process.platform === 'win32';
    const said = isEverybody
      ? (unreadable(Object.assign(new Error('x'), { code: 'EACCES' })) as UnreadableFile).message
      : kind(join(folder, 'secret')).replace('forbidden: ', '');
    expect(said).toBe('may not be read by you');
  });

  it('gives a view that the next file overwrites', () => {
    const folder = scratchFolder({ a: 'first', b: 'other' });
    mkdirSync(join(folder, 'x'));
    const view = readRegularFile(join(folder, 'a'), 100);
    readRegularFile(join(folder, 'b'), 100);
    expect(Buffer.from(view).toString()).toBe('other');
  });
});

describe('reading on another system', () => {
  afterEach(() => {
    vi.doUnmock('node:fs');
    vi.resetModules();
  });

  /** The same with another file system below; an error is told by its kind. */
  async function readOn(system: (real: typeof fs) => object): Promise<(path: string) => string> {
    const real = await vi.importActual<typeof fs>('node:fs');
    vi.resetModules();
    vi.doMock('node:fs', () => ({ ...real, ...system(real) }));
    const { readRegularFile: read } = await import('../../src/repository/read-file.ts');
    return (path) => {
      try {
        return Buffer.from(read(path, 1024 * 1024)).toString();
      } catch (error) {
        return `${(error as UnreadableFile).kind}: ${(error as Error).message}`;
      }
    };
  }

  it('follows no links either where opening a file would follow them', async () => {
    const folder = scratchFolder({ a: 'text' });
    symlinkSync('a', join(folder, 'link'));
    const read = await readOn(({ constants }) => ({ constants: { ...constants, O_NOFOLLOW: undefined } }));
    expect(read(join(folder, 'a'))).toBe('text');
    expect(read(join(folder, 'link'))).toBe('link: is a link; press does not follow links');
  });

  it.each([0, 3, 210_000])('reads all where a file that says %i comes in pieces', async (size) => {
    const text = 'abcdefg'.repeat(30_000);
    const folder = scratchFolder({ a: text });
    const read = await readOn(({ fstatSync, readSync }) => ({
      fstatSync: (descriptor: number) => Object.assign(fstatSync(descriptor), { size }),
      readSync: (descriptor: number, buffer: Buffer, at: number, length: number) =>
        readSync(descriptor, buffer, at, length > 2000 ? 2000 : length, null),
    }));
    expect(read(join(folder, 'a'))).toBe(text);
  });

  it.skipIf(process.platform !== 'linux')('leaves no file open', () => {
    const folder = scratchFolder({ a: 'text', full: 'x'.repeat(2000) });
    const before = readdirSync('/proc/self/fd').length;
    for (const name of ['a', 'full', '.']) kind(join(folder, name));
    expect(readdirSync('/proc/self/fd')).toHaveLength(before);
  });
});

describe('an error of the system', () => {
  it.each([
    ['EISDIR', 'special', 'is a folder'],
    ['ENXIO', 'special', 'is no ordinary file'],
    ['EMLINK', 'link', 'is a link; press does not follow links'],
    ['EPERM', 'forbidden', 'may not be read by you'],
    ['EMFILE', 'failed', 'could not be read (EMFILE)'],
  ])('%s is told', (code, kind, message) => {
    expect(unreadable(Object.assign(new Error('x'), { code }))).toMatchObject({ kind, message });
  });

  it('that is none is passed on', () => {
    const fault = new RangeError('x');
    const known = new UnreadableFile('link', 'x');
    expect([fault, known, 'x', null].map(unreadable)).toEqual([fault, known, 'x', null]);
  });
});
