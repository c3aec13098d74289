import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { root } from '../support/session.ts';
import { scratchFolder } from '../support/scratch-folder.ts';

const program = join(root, 'bin/press.js');

beforeAll(() => {
  if (!existsSync(join(root, 'dist/cli/start.cjs'))) execFileSync('npm', ['run', 'build'], { cwd: root });
});

const shell = (line: string, cwd = root): { status: number | null; out: string; err: string } => {
  const { status, stdout, stderr } = spawnSync('sh', ['-c', line], {
    cwd,
    encoding: 'utf8',
    env: { ...process.env, PRESS: `${process.execPath} ${program}` },
    timeout: 60_000,
  });
  return { status, out: stdout, err: stderr };
};

describe.skipIf(process.platform === 'win32')('the program as it is installed', () => {
  it('is silent when its reader has seen enough', () => {
    const many = scratchFolder({ 'taxonomy.yaml': 'version: 1\nfacets: {field: {property: fields, terms: {}}}\n' });
    mkdirSync(join(many, 'releases'));
    for (let n = 0; n < 400; n++)
      writeFileSync(
        join(many, `releases/${n}.md`),
        `---\nid: r${n}\ntitle: ${'A long title '.repeat(20)}\ndate: 2020-01-02\nstatus: published\n---\n${'Text. '.repeat(500)}\n`,
      );
    for (const command of ['list', 'export -f json --content full', 'export -f csv']) {
      const { status, out, err } = shell(`{ $PRESS ${command}; echo "status $?" >&2; } | head -n 2`, many);
      expect(out.split('\n')).toHaveLength(3);
      expect([status, err]).toEqual([0, 'status 0\n']);
    }
  });

  it.skipIf(!existsSync('/dev/full'))('says that a disk is full, whatever it was to print', () => {
    for (const command of ['-V', '--help', 'list', 'validate', 'taxonomy tree']) {
      expect(shell(`$PRESS ${command} > /dev/full`), command).toMatchObject({
        status: 2,
        err: 'press: The output could not be written: the disk is full.\n',
      });
    }
    expect(shell('$PRESS list 2> /dev/full > /dev/null').status).toBe(0);
  });

  it('prints the same bytes into a file and through a pipe', () => {
    const folder = scratchFolder();
    shell(`$PRESS export -f json --content full > ${join(folder, 'file')}`);
    expect(shell(`$PRESS export -f json --content full | cmp - ${join(folder, 'file')}`)).toMatchObject({
      status: 0,
      out: '',
    });
  });

  it('tells when its folder is gone', () => {
    const gone = scratchFolder({ 'x/y': '' });
    const folder = join(gone, 'here');
    mkdirSync(folder);
    expect(shell(`cd ${folder} && rmdir ${folder} && $PRESS list`, gone)).toMatchObject({
      status: 2,
      err: 'press: The folder that you stand in does not exist any more.\n  Go into another one.\n',
    });
    if (existsSync(folder)) rmdirSync(folder);
  });

  it('reads the same dates in any time zone', () => {
    const told = ['UTC', 'Pacific/Kiritimati', 'America/Los_Angeles'].map(
      (zone) => shell(`TZ=${zone} $PRESS export -f rss`).out,
    );
    expect(told[0]).toContain('<pubDate>');
    expect(new Set(told).size).toBe(1);
  });

  it('ends with a status and a sentence, not with a stack', () => {
    expect(shell('$PRESS bogus')).toEqual({
      status: 2,
      out: '',
      err: 'press: «bogus» is not a command of press.\n  «press --help» lists the commands.\n',
    });
    expect(shell('$PRESS list -C /nowhere')).toMatchObject({
      status: 2,
      err: expect.stringMatching(/^press: «\/nowhere» has no taxonomy\.yaml/) as string,
    });
  });
});

describe('standard output that is a file', () => {
  it('is whole, or the exit status says that it is not', () => {
    const cwd = scratchFolder({ 'taxonomy.yaml': 'version: 1\nfacets: {}\n' });
    const body = 'A sentence that takes room. '.repeat(2_000);
    mkdirSync(join(cwd, 'releases'));
    writeFileSync(
      join(cwd, 'releases/a.md'),
      `---\nid: a\ntitle: T\ndate: 2020-01-02\nstatus: published\n---\nVIENNA, 2 January 2020 - ${body}\n`,
    );
    const line = `"${process.execPath}" "${program}" export -f json --content full`;
    expect(shell(`${line} > whole.json`, cwd).status).toBe(0);
    expect(readFileSync(join(cwd, 'whole.json'), 'utf8')).toBe(shell(line, cwd).out);
    // A file may not grow beyond some kilobytes: the system writes a part, and says no only when asked again.
    const cut = shell(`ulimit -f 16; ${line} > cut.json`, cwd);
    expect(cut.status).toBe(2);
    expect(cut.err).toContain('The output could not be written');
  });
});

describe('a pipe behind -o', () => {
  it('takes everything, and its reader is there to the end', () => {
    const cwd = scratchFolder({
      'taxonomy.yaml': 'version: 1\nfacets: {}\n',
      'releases/a.md': `---\nid: a\ntitle: T\ndate: 2020-01-02\nstatus: published\n---\n${'Text. '.repeat(40_000)}\n`,
    });
    const line = `"${process.execPath}" "${program}" -q export -f json --content full`;
    const { status } = shell(`mkfifo p; cat p > read.json & ${line} -o p && wait`, cwd);
    expect(status).toBe(0);
    expect(readFileSync(join(cwd, 'read.json'), 'utf8')).toBe(shell(line, cwd).out);
  });
});
