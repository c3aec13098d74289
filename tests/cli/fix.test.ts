import { chmodSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { samplePath, sampleRelease } from '../../src/model/sample-release.ts';
import { committed, git, gitEnvironment, hasGit, write } from '../support/git-repository.ts';
import { contentOf, scratchFolder } from '../support/scratch-folder.ts';
import { press, type Outcome } from '../support/world.ts';
import { shippedTaxonomy as taxonomy } from '../support/shipped-taxonomy.ts';

const token = 'zqtoken';
const wrong = (id = 'one', more: Record<string, string | undefined> = {}): string =>
  sampleRelease({ id, slug: id, fields: '[Elections]', ...more });
const mended = (text: string): string => text.replace('[Elections]', '[elections]');
const pathOf = (id: string): string => `releases/2009/2009-11-16-${id}.md`;

function folder(releases: Readonly<Record<string, string>>): string {
  const files = Object.entries(releases).map(([id, text]) => [pathOf(id), text]);
  return scratchFolder({ 'taxonomy.yaml': taxonomy, ...(Object.fromEntries(files) as Record<string, string>) });
}

const read = (root: string, id: string): string => readFileSync(join(root, pathOf(id)), 'utf8');
const run = (cwd: string, ...args: string[]): Promise<Outcome> => press(['validate', ...args], { cwd });

describe('press validate --fix', () => {
  it('mends, says how much, and ends with the status of what is left', async () => {
    const root = folder({
      one: wrong('one', { sumary: 'Ten take part.' }),
      two: wrong('two'),
      three: sampleRelease({ id: 'three', slug: 'three' }),
    });
    const { out, err, status } = await run(root, '--fix');
    expect([status, err]).toEqual([0, 'Mended 3 findings in 2 files.\n']);
    expect(out).toBe('3 releases, nothing wrong.\n');
    expect(read(root, 'one')).toBe(mended(wrong('one', { summary: 'Ten take part.' })));
  });

  it('writes nothing the second time', async () => {
    const root = folder({ one: wrong() });
    await run(root, '--fix');
    const before = [contentOf(root), statSync(join(root, pathOf('one'))).ino];
    expect((await run(root, '--fix')).err).toBe('Nothing was mended.\n');
    expect([contentOf(root), statSync(join(root, pathOf('one'))).ino]).toEqual(before);
  });

  it('keeps the mark, the line ends and the missing end of a file', async () => {
    const text = `\uFEFF${wrong()}`.trimEnd().replaceAll('\n', '\r\n');
    const root = folder({ one: text });
    await run(root, '--fix');
    expect(read(root, 'one')).toBe(mended(text));
  });

  it('reports what is left, and to programs as well', async () => {
    const root = folder({ one: wrong('one', { source: 'zzzzzzzz' }) });
    const { out, err, status } = await run(root, '--fix', '--format', 'json');
    const { summary, diagnostics } = JSON.parse(out) as { summary: object; diagnostics: { rule: string }[] };
    expect(status).toBe(1);
    expect(err).toBe('Mended 1 finding in 1 file.\n');
    expect(summary).toMatchObject({ errors: 1, fixable: 0 });
    expect(diagnostics.map(({ rule }) => rule)).not.toContain('label-for-id');
  });

  it('prints what is left into a file', async () => {
    const root = folder({ one: wrong() });
    const { out, status } = await run(root, '--fix', '-o', 'findings.txt');
    expect([out, status]).toEqual(['', 0]);
    expect(readFileSync(join(root, 'findings.txt'), 'utf8')).toContain('nothing wrong');
  });

  it('leaves a protected file alone, says so, and ends with 2', async () => {
    const root = folder({ one: wrong(), two: wrong('two') });
    chmodSync(join(root, pathOf('one')), 0o444);
    const { err, status } = await run(root, '--fix');
    expect(status).toBe(2);
    expect(err).toContain(`«${pathOf('one')}» is protected against writing. It was left alone.`);
    expect(err).toContain('Mended 1 finding in 1 file.');
    expect([read(root, 'one'), read(root, 'two')]).toEqual([wrong(), mended(wrong('two'))]);
  });

  it('never edits a file that is no UTF-8', async () => {
    const root = folder({ one: '' });
    const bytes = Buffer.concat([Buffer.from(wrong()), Buffer.from([0xff, 0xfe])]);
    writeFileSync(join(root, pathOf('one')), bytes);
    expect(await run(root, '--fix')).toMatchObject({ status: 1, err: 'Nothing was mended.\n' });
    expect(readFileSync(join(root, pathOf('one')))).toEqual(bytes);
  });

  it('mends what kept a release from being read, whose status says that it is public', async () => {
    const text = sampleRelease({ title: undefined, titel: 'Course: a day for observers' });
    const root = scratchFolder({ 'taxonomy.yaml': taxonomy, [samplePath]: text });
    expect(await run(root, '--fix')).toMatchObject({ status: 0, err: 'Mended 2 findings in 1 file.\n' });
    expect(readFileSync(join(root, samplePath), 'utf8')).toBe(
      text.replace('titel: Course: a day for observers', 'title: "Course: a day for observers"'),
    );
  });

  it.runIf(hasGit())('mends what has changed alone with --changed', async () => {
    const root = committed(folder({ one: wrong(), two: wrong('two') }));
    write(root, pathOf('two'), wrong('two', { title: 'Another' }));
    const { status } = await press(['validate', '--changed', '--fix'], { cwd: root, env: gitEnvironment });
    expect(status).toBe(0);
    expect([read(root, 'one'), read(root, 'two')]).toEqual([wrong(), mended(wrong('two', { title: 'Another' }))]);
  });
});

describe('press validate --fix --dry-run', () => {
  it('prints a diff, writes nothing, and ends with the status of the files as they are', async () => {
    const root = folder({ one: wrong() });
    const before = contentOf(root);
    const { out, err, status } = await run(root, '--fix', '-n');
    expect(contentOf(root)).toEqual(before);
    expect([err, status]).toEqual(['Would mend 1 finding in 1 file.\n', 1]);
    expect(out.split('\n').filter((line) => /^[-+]/.test(line))).toEqual([
      `--- a/${pathOf('one')}`,
      `+++ b/${pathOf('one')}`,
      '-fields: [Elections]',
      '+fields: [elections]',
    ]);
    await run(root, '--fix');
    expect(await run(root, '--fix', '-n')).toEqual({ out: '', err: 'Nothing would be mended.\n', status: 0 });
  });

  it.runIf(hasGit())('prints what git apply makes the mended files of', async () => {
    const crlf = `\uFEFF${wrong('two')}`.trimEnd().replaceAll('\n', '\r\n');
    const root = committed(folder({ one: wrong(), two: crlf }));
    const { out } = await run(root, '--fix', '-n');
    writeFileSync(join(root, 'mend.patch'), out);
    git(root, 'apply', '--check', 'mend.patch');
    git(root, 'apply', 'mend.patch');
    expect([read(root, 'one'), read(root, 'two')]).toEqual([mended(wrong()), mended(crlf)]);
  });

  it('keeps unpublished text, and orders to the machine, out of the log of a build', async () => {
    const root = folder({
      one: wrong('one', { status: 'draft', summary: token }),
      two: sampleRelease({ id: 'two', slug: 'two', fields: '[Elections]' }, '::error::zq ##[debug]\n'),
    });
    const { out, err, status } = await press(['validate', '--fix', '-n'], {
      cwd: root,
      env: { GITHUB_ACTIONS: 'true' },
    });
    expect(status).toBe(1);
    expect(out + err).not.toContain(token);
    expect(out).toContain('+fields: [elections]');
    expect(out).not.toContain('::error');
    expect(out).not.toContain('##[');
  });

  it.each([
    [['-n'], 'goes with it alone'],
    [['--fix-review', '-n'], 'goes with it alone'],
    [['--fix', '-n', '--format', 'json'], 'prints a diff'],
    [['--fix', '-n', '-o', 'x'], 'prints a diff'],
    [['--fix-review'], 'press validate --fix» mends without questions'],
  ])('refuses %j, and writes nothing', async (args, words) => {
    const root = folder({ one: wrong() });
    const before = contentOf(root);
    const { err, status } = await run(root, ...args);
    expect(status).toBe(2);
    expect(err).toContain(words);
    expect(contentOf(root)).toEqual(before);
  });
});

describe('press validate --fix -', () => {
  const mend = (stdin: string | Uint8Array, ...args: string[]): Promise<Outcome> =>
    press(['validate', '--fix', '--stdin-path', pathOf('one'), ...args, '-'], { cwd: folder({}), stdin });

  it('prints the mended text to the byte, and says the rest on stderr', async () => {
    const text = `\uFEFF${wrong('one', { source: 'zzzzzzzz' })}`.trimEnd().replaceAll('\n', '\r\n');
    const { out, err, status } = await mend(text);
    expect([out, status]).toEqual([mended(text), 1]);
    expect(err).toContain('Mended 1 finding in 1 file.');
    expect(err).toContain('«zzzzzzzz» is');
  });

  it('gives back a text that needs no mending, or cannot be read as a release', async () => {
    for (const text of [mended(wrong()), '', 'no release', '---\ntitle: "x\n---\n'])
      expect((await mend(text)).out).toBe(text);
    const broken = wrong('one', { [`k${'x'.repeat(40_000)}`]: 'too long' });
    expect((await mend(broken)).out).toBe(broken);
  });

  it('gives nothing back that it could not decode', async () => {
    const { out, status } = await mend(Buffer.from([0x2d, 0xff, 0xfe]));
    expect([out, status]).toEqual(['', 2]);
  });

  it('lets programs read the findings on stderr', async () => {
    const { err } = await mend(wrong(), '--format', 'json');
    expect((JSON.parse(err) as { summary: object }).summary).toMatchObject({ errors: 0 });
  });
});
