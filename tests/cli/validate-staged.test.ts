import { readFileSync, renameSync, rmSync, symlinkSync, unlinkSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { committed, commitAll, git, gitEnvironment, hasGit, write } from '../support/git-repository.ts';
import { scratchFolder } from '../support/scratch-folder.ts';
import { press, type Outcome } from '../support/world.ts';
import { shippedTaxonomy as taxonomy } from '../support/shipped-taxonomy.ts';
import { right, threeReleases, wrong } from './three-releases.ts';

const files = threeReleases;

const run = (cwd: string, args: readonly string[] = [], env: Record<string, string> = {}): Promise<Outcome> =>
  press(['validate', '--staged', ...args], { cwd, env: { ...gitEnvironment, ...env } });

const concerned = ['unknown-term', 'dangling-reference', 'file-kind', 'size-limit', 'encoding', 'mixed-line-ends'];

interface Judged {
  readonly files: number;
  readonly found: readonly string[];
  readonly err: string;
}

async function judged(cwd: string, args: readonly string[] = [], env: Record<string, string> = {}): Promise<Judged> {
  const { out, err, status } = await run(cwd, ['--format', 'json', ...args], env);
  expect(status, err).toBeLessThan(2);
  const report = JSON.parse(out) as { summary: { files: number }; diagnostics: { file: string; rule: string }[] };
  const told = report.diagnostics.filter(({ rule }) => concerned.includes(rule));
  return { files: report.summary.files, found: told.map(({ file, rule }) => `${file} ${rule}`), err };
}

/** Stages a text, and leaves another one on the disk. */
function stageOnly(root: string, path: string, text: string | Uint8Array, onDisk: string | undefined): void {
  write(root, path, text);
  git(root, 'add', '--', path);
  if (onDisk === undefined) unlinkSync(join(root, path));
  else write(root, path, onDisk);
}

describe.runIf(hasGit())('press validate --staged', () => {
  it('has nothing to judge where nothing is staged, whatever lies on the disk', async () => {
    const root = committed(scratchFolder(files));
    write(root, 'releases/b.md', wrong('b'));
    write(root, 'releases/new.md', wrong('new'));
    expect(await run(root)).toEqual({ status: 0, out: '', err: 'No release is staged.\n' });
  });

  it('judges the staged bytes, and shows the staged line', async () => {
    const root = committed(scratchFolder(files));
    stageOnly(root, 'releases/b.md', wrong('b'), right('b'));
    stageOnly(root, 'releases/new.md', right('new'), wrong('new'));
    const { out, status } = await run(root);
    expect(status).toBe(1);
    expect(out).toContain('fields: [electoins]');
    expect(await judged(root)).toEqual({ files: 2, found: ['releases/b.md unknown-term'], err: '' });
    expect(await judged(root, ['releases/new.md'])).toMatchObject({ files: 1, found: [] });
  });

  it('judges a staged file that is gone from the disk, and not one that is only announced', async () => {
    const root = committed(scratchFolder(files));
    stageOnly(root, 'releases/new.md', wrong('new'), undefined);
    write(root, 'releases/announced.md', wrong('announced'));
    git(root, 'add', '--intent-to-add', 'releases/announced.md');
    expect(await judged(root)).toMatchObject({ files: 1, found: ['releases/new.md unknown-term'] });
    const refused = await run(root, ['releases/announced.md']);
    expect(refused.err).toContain('«releases/announced.md» does not exist.');
  });

  it('compares with the other files as they are staged', async () => {
    const root = committed(scratchFolder(files));
    write(root, 'releases/untracked.md', right('untracked'));
    stageOnly(root, 'releases/d.md', right('d', 'untracked'), right('d'));
    expect((await judged(root)).found).toEqual(['releases/d.md dangling-reference']);
    git(root, 'add', 'releases/untracked.md');
    unlinkSync(join(root, 'releases/untracked.md'));
    expect((await judged(root)).found).toEqual([]);
    git(root, 'rm', '--quiet', '--cached', 'releases/b.md');
    expect((await judged(root)).found).toEqual(['releases/2010/c.md dangling-reference']);
  });

  it('takes vocabulary, settings and schemas as they are staged, and judges everything when one is', async () => {
    const root = committed(scratchFolder(files));
    stageOnly(root, 'taxonomy.yaml', taxonomy.replaceAll('elections', 'electoins'), 'broken: [');
    expect(await judged(root)).toMatchObject({
      files: 3,
      found: [],
      err: 'taxonomy.yaml is staged, so every release is judged.\n',
    });
    stageOnly(root, 'press.yaml', 'releases: news\n', undefined);
    expect((await judged(root)).files).toBe(0);
    stageOnly(root, 'schemas/types/own.schema.json', '{"allOf": [', undefined);
    expect(await run(root)).toMatchObject({
      status: 2,
      err: expect.stringContaining('schemas/types/own.schema.json') as string,
    });
  });

  it('works with the index that a hook is given, also from a linked work tree', async () => {
    const root = committed(scratchFolder({ 'README.md': 'x' }));
    for (const [path, text] of Object.entries(files)) write(root, `news/${path}`, text);
    commitAll(root);
    const linked = join(scratchFolder(), 'linked');
    git(root, 'worktree', 'add', '--quiet', linked);
    stageOnly(linked, 'news/releases/b.md', wrong('b'), right('b'));
    const GIT_DIR = git(linked, 'rev-parse', '--absolute-git-dir').trim();
    const expected = { files: 1, found: ['releases/b.md unknown-term'] };
    const other = join(GIT_DIR, 'next-index');
    expect(await judged(join(linked, 'news'), [], { GIT_DIR, GIT_INDEX_FILE: join(GIT_DIR, 'index') })).toMatchObject(
      expected,
    );
    renameSync(join(GIT_DIR, 'index'), other);
    expect(await judged(join(linked, 'news'), [], { GIT_DIR, GIT_INDEX_FILE: other })).toMatchObject(expected);
    const apart = { GIT_DIR: join(root, '.git'), GIT_INDEX_FILE: '.git/index' };
    stageOnly(root, 'news/releases/b.md', wrong('b'), right('b'));
    expect(await judged(join(root, 'news'), [], apart)).toMatchObject(expected);
    const moved = join(scratchFolder(), 'elsewhere.git');
    renameSync(join(root, '.git'), moved);
    expect(
      await press(['-C', 'news', 'validate', '--staged'], { cwd: root, env: { ...gitEnvironment, GIT_DIR: moved } }),
    ).toMatchObject({ status: 1, err: '' });
  });

  it('does not run while a merge is not settled', async () => {
    const root = committed(scratchFolder(files));
    git(root, 'checkout', '--quiet', '-b', 'work');
    write(root, 'releases/b.md', right('b', 'a'));
    commitAll(root);
    git(root, 'checkout', '--quiet', 'main');
    write(root, 'releases/b.md', right('b', 'c'));
    commitAll(root);
    expect(() => git(root, 'merge', 'work')).toThrow('merge');
    const { status, err } = await run(root);
    expect(status).toBe(2);
    expect(err).toContain('The merge of «releases/b.md» is not settled');
    expect(err).toContain('«git add» the file');
  });

  it('tells of links, folders with the name of a file, and what is too big or not UTF-8', async () => {
    const root = committed(scratchFolder(files));
    symlinkSync('b.md', join(root, 'releases/link.md'));
    symlinkSync('2010', join(root, 'releases/folder'));
    write(root, 'releases/odd.md/inside.md', wrong('inside'));
    write(root, 'releases/.hidden.md', wrong('hidden'));
    write(root, 'releases/README.md', 'x');
    git(root, 'add', '--all');
    stageOnly(root, 'releases/big.md', 'x'.repeat(10 * 1024 * 1024 + 1), 'x');
    stageOnly(root, 'releases/utf16.md', Buffer.from(`\uFEFF${right('u')}`, 'utf16le'), undefined);
    const all = await judged(root, ['releases']);
    expect(all.found).toEqual([
      'releases/big.md size-limit',
      'releases/folder file-kind',
      'releases/link.md file-kind',
      'releases/odd.md file-kind',
      'releases/utf16.md encoding',
    ]);
    rmSync(join(root, 'releases'), { recursive: true });
    symlinkSync('elsewhere', join(root, 'releases'));
    git(root, 'add', '--all');
    expect((await judged(root)).found).toEqual(['releases file-kind']);
  });

  it('takes names and line ends as they are', async () => {
    const root = committed(scratchFolder({ ...files, '.gitattributes': '*.md text eol=crlf\n' }));
    git(root, 'config', 'core.autocrlf', 'true');
    const names = ['-x.md', 'new\nline.md', '"quoted".md', 'Ж “é”.md', '__proto__.md'];
    for (const name of names)
      stageOnly(root, `releases/${name}`, wrong(`${name.length}`).replaceAll('\n', '\r\n'), undefined);
    expect((await judged(root)).found).toEqual(names.map((name) => `releases/${name} unknown-term`).sort());
    stageOnly(root, 'releases/-x.md', wrong('x').replaceAll('\n', '\r\n'), wrong('x').replaceAll('\n', '\r\n'));
    expect((await judged(root)).found).toHaveLength(names.length);
  });

  it('reads a submodule among the releases as it is checked out', async () => {
    const inner = committed(scratchFolder({ 'x.md': right('x') }));
    const root = committed(scratchFolder(files));
    git(root, '-c', 'protocol.file.allow=always', 'submodule', '--quiet', 'add', inner, 'releases/sub');
    write(root, 'releases/d.md', right('d', 'x'));
    git(root, 'add', 'releases/d.md');
    expect(await judged(root)).toMatchObject({ files: 1, found: [] });
  });

  it('reads what a sparse checkout leaves out', async () => {
    const root = committed(scratchFolder(files));
    git(root, 'update-index', '--skip-worktree', 'releases/b.md');
    unlinkSync(join(root, 'releases/b.md'));
    git(root, 'update-index', '--assume-unchanged', 'releases/2010/c.md');
    write(root, 'releases/2010/c.md', right('c', 'nobody'));
    stageOnly(root, 'releases/d.md', right('d', 'b'), undefined);
    expect(await judged(root)).toMatchObject({ files: 1, found: [] });
  });

  it('changes nothing in the repository', async () => {
    const root = committed(scratchFolder(files));
    stageOnly(root, 'releases/b.md', wrong('b'), right('b'));
    const before = [readFileSync(join(root, '.git/index')), git(root, 'status', '--porcelain')];
    await run(root);
    await press(['validate', '--changed'], { cwd: root, env: gitEnvironment });
    expect([readFileSync(join(root, '.git/index')), git(root, 'status', '--porcelain')]).toEqual(before);
  });
});
