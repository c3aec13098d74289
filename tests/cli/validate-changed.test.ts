import { chmodSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { committed, commitAll, git, gitEnvironment, hasGit, write } from '../support/git-repository.ts';
import { scratchFolder } from '../support/scratch-folder.ts';
import { press, type Outcome } from '../support/world.ts';
import { shippedTaxonomy as taxonomy } from '../support/shipped-taxonomy.ts';
import { right, threeReleases, wrong } from './three-releases.ts';

const files = {
  ...threeReleases,
  '.gitignore': 'ignored.md\n',
};

const run = (cwd: string, ...args: string[]): Promise<Outcome> =>
  press(['validate', ...args], { cwd, env: gitEnvironment });

const concerned = ['unknown-term', 'dangling-reference', 'file-kind'];

/** The files that were judged and found wrong, and how many were judged. */
async function judged(cwd: string, ...args: string[]): Promise<{ files: number; wrong: string[]; err: string }> {
  const { out, err, status } = await run(cwd, '--format', 'json', ...args);
  expect(status, err).toBeLessThan(2);
  const report = JSON.parse(out) as { summary: { files: number }; diagnostics: { file: string; rule: string }[] };
  const told = report.diagnostics.filter(({ rule }) => concerned.includes(rule));
  const found = told.map(({ file, rule }) => (rule === 'unknown-term' ? file : `${file} ${rule}`));
  return { files: report.summary.files, wrong: found, err };
}

describe.runIf(hasGit())('press validate --changed', () => {
  it('judges nothing where nothing has changed, and says so', async () => {
    const root = committed(scratchFolder(files));
    expect(await run(root, '--changed')).toEqual({
      status: 0,
      out: '',
      err: 'No release has changed since the last commit.\n',
    });
    expect((await run(root, '--changed=main')).err).toBe('No release has changed since main.\n');
    // git takes the oldest it remembers of a branch that is younger.
    expect((await run(root, '--changed', 'main@{yesterday}')).status).toBe(0);
    expect((await run(root, 'releases', '--changed', 'main')).err).toBe(
      'None of the named releases has changed since main.\n',
    );
  });

  it('judges what is edited, staged, new or renamed; not what is ignored or was wrong before', async () => {
    const root = committed(scratchFolder(files));
    write(root, 'releases/b.md', wrong('b'));
    write(root, 'releases/new.md', wrong('new'));
    write(root, 'releases/staged.md', wrong('staged'));
    write(root, 'releases/ignored.md', wrong('ignored'));
    git(root, 'add', 'releases/staged.md');
    expect(await judged(root, '--changed')).toMatchObject({
      files: 3,
      wrong: ['releases/b.md', 'releases/new.md', 'releases/staged.md'],
      err: '',
    });
    expect(await judged(root, '--changed', 'HEAD', 'releases/b.md')).toMatchObject({
      files: 1,
      wrong: ['releases/b.md'],
    });
  });

  it('compares with the commit at which the branch began, also with a detached HEAD', async () => {
    const root = committed(scratchFolder(files));
    git(root, 'checkout', '--quiet', '-b', 'work');
    write(root, 'releases/b.md', wrong('b'));
    commitAll(root);
    git(root, 'checkout', '--quiet', 'main');
    write(root, 'releases/2010/c.md', wrong('c'));
    commitAll(root);
    git(root, 'checkout', '--quiet', '--detach', 'work');
    expect(await judged(root, '--changed', 'main')).toMatchObject({ files: 1, wrong: ['releases/b.md'] });
    expect(await judged(root, '--changed')).toMatchObject({ files: 0 });
  });

  it('judges everything when what all releases depend on has changed', async () => {
    const root = committed(scratchFolder(files));
    write(root, 'press.yaml', 'timezone: UTC\n');
    expect(await judged(root, '--changed=main')).toEqual({
      files: 3,
      wrong: ['releases/a.md'],
      err: 'press.yaml has changed since main, so every release is judged.\n',
    });
    rmSync(join(root, 'press.yaml'));
    write(root, 'schemas/types/own.schema.json', '{"allOf": [{"$ref": "../release.schema.json"}]}');
    expect((await judged(root, '--changed')).err).toContain('schemas/types/own.schema.json has changed since the last');
  });

  it('misses what others refer to when a release has gone, or has another name', async () => {
    const root = committed(scratchFolder(files));
    rmSync(join(root, 'releases/b.md'));
    expect((await judged(root, '--changed')).wrong).toEqual(['releases/2010/c.md dangling-reference']);
    expect((await judged(root, '--changed', 'HEAD', 'releases/a.md')).wrong).toEqual([]);
    git(root, 'checkout', '--quiet', '.');
    renameSync(join(root, 'releases/b.md'), join(root, 'releases/renamed.md'));
    expect(await judged(root, '--changed')).toMatchObject({ files: 1, wrong: [], err: '' });
    write(root, 'releases/renamed.md', wrong('other'));
    git(root, 'add', '--all');
    expect((await judged(root, '--changed')).wrong).toEqual([
      'releases/2010/c.md dangling-reference',
      'releases/renamed.md',
    ]);
  });

  it('misses an id that a release had', async () => {
    const root = committed(scratchFolder(files));
    write(root, 'releases/b.md', right('b2'));
    expect((await judged(root, '--changed')).wrong).toEqual(['releases/2010/c.md dangling-reference']);
    git(root, 'add', '--all');
    expect((await judged(root, '--staged')).wrong).toEqual(['releases/2010/c.md dangling-reference']);
    write(root, 'releases/b.md', right('b', 'a'));
    expect(await judged(root, '--changed')).toMatchObject({ files: 1, wrong: [] });
  });

  it('works in a folder of a larger repository, from any folder, in a linked work tree, and in a submodule', async () => {
    const around = scratchFolder({ 'README.md': 'x' });
    for (const [path, text] of Object.entries(files)) write(around, `news/${path}`, text);
    committed(around);
    write(around, 'taxonomy.yaml', 'x');
    write(around, 'news/releases/b.md', wrong('b'));
    const expected = { files: 1, wrong: ['releases/b.md'], err: '' };
    expect(await judged(join(around, 'news/releases/2010'), '--changed')).toMatchObject(expected);
    const linked = join(scratchFolder(), 'linked');
    git(around, 'worktree', 'add', '--quiet', linked);
    write(linked, 'news/releases/b.md', wrong('b'));
    expect(await judged(join(linked, 'news'), '--changed')).toMatchObject(expected);
    const outer = committed(scratchFolder());
    const inner = committed(scratchFolder(files));
    git(outer, '-c', 'protocol.file.allow=always', 'submodule', '--quiet', 'add', inner, 'sub');
    write(outer, 'sub/releases/b.md', wrong('b'));
    expect(await judged(join(outer, 'sub'), '--changed')).toMatchObject(expected);
  });

  it('judges all of what lies in repositories of their own among the releases', async () => {
    const inner = committed(scratchFolder({ 'x.md': wrong('x') }));
    const root = committed(scratchFolder(files));
    git(root, '-c', 'protocol.file.allow=always', 'submodule', '--quiet', 'add', inner, 'releases/sub');
    commitAll(root);
    write(root, 'releases/nested/y.md', wrong('y'));
    committed(join(root, 'releases/nested'));
    expect((await judged(root, '--changed')).wrong).toEqual(['releases/nested/y.md', 'releases/sub/x.md']);
  });

  it('takes names as they are', async () => {
    const root = committed(scratchFolder(files));
    const names = ['-x.md', 'new\nline.md', 'ta\tb.md', '"quoted".md', 'Ж “é”.md', ' a -> b.md', '__proto__.md'];
    for (const name of names) write(root, `releases/${name}`, wrong(name.length.toString()));
    const paths = names.map((name) => `releases/${name}`).sort();
    expect((await judged(root, '--changed')).wrong).toEqual(paths);
    commitAll(root);
    for (const name of names) write(root, `releases/${name}`, wrong(`${name.length}b`));
    expect((await judged(root, '--changed')).wrong).toEqual(paths);
  });

  it('finds a name that is no UTF-8', async () => {
    const root = committed(scratchFolder(files));
    const { writeFileSync } = await import('node:fs');
    try {
      writeFileSync(
        Buffer.concat([Buffer.from(join(root, 'releases/b')), Buffer.from([0xe9]), Buffer.from('.md')]),
        'x',
      );
    } catch {
      return; // This disk takes no such name.
    }
    expect((await judged(root, '--changed')).wrong).toEqual(['releases/b\uFFFD.md file-kind']);
  });

  it('mends only what has changed', async () => {
    const root = committed(scratchFolder(files));
    write(root, 'releases/b.md', wrong('b'));
    expect((await run(root, '--changed', 'HEAD', '--fix')).status).toBe(0);
    expect(readFileSync(join(root, 'releases/b.md'), 'utf8')).toContain('[elections]');
    expect(readFileSync(join(root, 'releases/a.md'), 'utf8')).toBe(wrong('a'));
  });
});

describe.runIf(hasGit())('where git cannot say what has changed, there is a sentence and a way out', () => {
  const refused = async (cwd: string, ...args: string[]): Promise<string> => {
    const { status, out, err } = await run(cwd, ...args);
    expect({ status, out }).toEqual({ status: 2, out: '' });
    expect(err.trimEnd()).toMatch(/\.\n {2}.+\.$/);
    return err;
  };

  it('for a folder that is in no git repository, or in its .git', async () => {
    const root = scratchFolder(files);
    expect(await refused(root, '--changed')).toContain('This folder is in no git repository');
    expect(await refused(root, '--staged')).toContain('git init');
    const inside = committed(scratchFolder({ x: '' }));
    write(inside, '.git/taxonomy.yaml', taxonomy);
    expect(await refused(join(inside, '.git'), '--changed')).toContain('This folder is in no git repository');
  });

  it('before the first commit', async () => {
    const root = scratchFolder(files);
    git(root, 'init', '--quiet');
    expect(await refused(root, '--changed')).toContain('Nothing has been committed yet');
    git(root, 'add', '--all');
    expect(await judged(root, '--staged')).toMatchObject({ files: 3, wrong: ['releases/a.md'] });
  });

  it.each(['nowhere', '--help', '-x', 'main:releases', '', ' ', 'a\nb', 'HEAD~9', '--output=x'])(
    'for a revision that is none: %j',
    async (revision) => {
      const root = committed(scratchFolder(files));
      const message = await refused(root, `--changed=${revision}`);
      if (revision !== '') expect(message).toContain('is no commit that git knows here.');
      expect(existsSync(join(root, 'x'))).toBe(false);
    },
  );

  it('for histories with nothing in common', async () => {
    const root = committed(scratchFolder(files));
    git(root, 'checkout', '--quiet', '--orphan', 'other');
    write(root, 'releases/b.md', wrong('b'));
    commitAll(root);
    expect(await refused(root, '--changed=main')).toContain('«main» and HEAD have no commit in common.');
  });

  it('for a clone with a part of the history', async () => {
    const origin = committed(scratchFolder(files));
    write(origin, 'releases/b.md', wrong('b'));
    commitAll(origin);
    git(origin, 'branch', 'work', 'HEAD~1');
    const clone = join(scratchFolder(), 'clone');
    git(origin, 'clone', '--quiet', '--depth=1', '--no-single-branch', `file://${origin}`, clone);
    expect(await refused(clone, '--changed=origin/work')).toContain(
      'not the commit at which HEAD and «origin/work» parted',
    );
    expect(await refused(clone, '--changed=v1')).toContain('--unshallow');
    expect(await judged(clone, '--changed')).toMatchObject({ files: 0 });
  });

  it('without git', async () => {
    const root = committed(scratchFolder(files));
    const { err, status } = await press(['validate', '--changed'], { cwd: root, env: { PATH: scratchFolder() } });
    expect({ err, status }).toMatchObject({
      status: 2,
      err: expect.stringContaining('git is not installed') as string,
    });
  });

  it('when git itself fails', async () => {
    const root = committed(scratchFolder(files));
    write(root, '.git/index', 'broken');
    expect(await refused(root, '--changed')).toContain('git could not answer: ');
  });

  it.each([
    [['--changed', '--staged'], '--changed and --staged cannot stand together.'],
    [['--staged', '--fix'], '--staged and --fix cannot stand together.'],
    [['--staged', '--fix-review'], '--staged and --fix-review cannot stand together.'],
    [['--watch', '--staged'], '--watch and --staged cannot stand together.'],
    [['--watch', '--changed'], '--watch and --changed cannot stand together.'],
    [['--watch', '--fix'], '--watch and --fix cannot stand together.'],
    [['--watch', '-o', 'x'], '--watch and --output cannot stand together.'],
    [['--watch', '--max-warnings', '0'], '--watch and --max-warnings cannot stand together.'],
    [['--watch', '-', '--stdin-path', 'releases/x.md'], '--watch looks at files, and «-» is none.'],
    [['--staged', '-', '--stdin-path', 'releases/x.md'], '--staged looks at files, and «-» is none.'],
  ])('for options that cannot stand together: %j', async (args, sentence) => {
    expect(await refused(scratchFolder(files), ...args)).toContain(sentence);
  });
});

describe.runIf(hasGit())('a repository of a stranger', () => {
  /** A program that leaves a mark when it is started, and hands through what it is given. */
  function trap(): { readonly program: string; readonly mark: string; readonly folder: string } {
    const folder = scratchFolder();
    const [program, mark] = [join(folder, 'trap'), join(folder, 'mark')];
    write(folder, 'trap', `#!/bin/sh\necho "$0 $*" >> ${mark}\ncat\n`);
    chmodSync(program, 0o755);
    return { program, mark, folder };
  }

  function hostile(program: string): string {
    const root = committed(scratchFolder(files));
    const settings = [
      ['core.fsmonitor', program],
      ['core.pager', program],
      ['core.sshCommand', program],
      ['diff.external', program],
      ['diff.evil.command', program],
      ['diff.evil.textconv', program],
      ['filter.evil.clean', program],
      ['filter.evil.smudge', program],
      ['filter.evil.required', 'true'],
      ['filter.e=v.i l.process', program],
      ['alias.diff', `!${program}`],
      ['alias.ls-files', `!${program}`],
      ['pager.diff', program],
    ] as const;
    for (const [key, value] of settings) git(root, 'config', key, value);
    write(root, '.gitattributes', '*.md filter=evil diff=evil\n*.yaml filter=e=v.i\\ l\n');
    mkdirSync(join(root, 'hooks'));
    for (const hook of ['post-index-change', 'pre-commit', 'fsmonitor-watchman', 'post-checkout'])
      write(root, `hooks/${hook}`, readFileSync(program));
    for (const hook of ['post-index-change', 'pre-commit', 'fsmonitor-watchman', 'post-checkout'])
      chmodSync(join(root, 'hooks', hook), 0o755);
    git(root, 'config', 'core.hooksPath', join(root, 'hooks'));
    return root;
  }

  it('stands in the way of nothing by an order of files that is not there', async () => {
    const root = committed(scratchFolder(files));
    git(root, 'config', 'diff.orderFile', join(root, 'nowhere'));
    write(root, 'releases/b.md', wrong('b'));
    expect((await run(root, '--changed')).status).toBe(1);
    git(root, 'add', 'releases/b.md');
    expect((await run(root, '--staged')).status).toBe(1);
  });

  it('starts nothing', async () => {
    const { program, mark } = trap();
    const root = hostile(program);
    for (const path of ['releases/a.md', 'releases/-x.md', 'releases/--output=x.md']) write(root, path, wrong('a'));
    git(
      root,
      '-c',
      'filter.evil.clean=',
      '-c',
      'filter.evil.required=false',
      'update-index',
      '--add',
      'releases/-x.md',
    );
    rmSync(mark, { force: true });
    expect((await run(root, '--changed')).status).toBe(1);
    expect((await run(root, '--staged')).status).toBe(1);
    expect(existsSync(mark) ? readFileSync(mark, 'utf8') : 'nothing').toBe('nothing');
    // The trap is one: git alone walks into it.
    try {
      git(root, 'diff');
    } catch {
      // A trap is no filter that git is content with.
    }
    expect(existsSync(mark)).toBe(true);
  });

  it('is read without git by every other command, and by validate without the options', async () => {
    const { program, mark, folder } = trap();
    renameSync(program, join(folder, 'git'));
    const root = committed(scratchFolder(files));
    const env = { PATH: folder };
    for (const args of [
      ['validate'],
      ['validate', 'releases/b.md'],
      ['validate', '--help'],
      ['list'],
      ['export', '-f', 'json'],
      ['show', 'b'],
      ['taxonomy', 'tree'],
      ['new', 'T', '--date', '2026-07-06', '--source', 'odihr', '--field', 'youth'],
    ])
      await press(args, { cwd: root, env });
    expect(existsSync(mark)).toBe(false);
    await press(['validate', '--changed'], { cwd: root, env });
    expect(existsSync(mark)).toBe(true);
  });
});
