/** No command opens a connection, and none starts a process but git and the editor that somebody asked for, whatever the repository holds. */
import { spawnSync } from 'node:child_process';
import { chmodSync, cpSync, existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { committed, git, gitEnvironment, hasGit } from '../support/git-repository.ts';
import { scratchFolder } from '../support/scratch-folder.ts';
import { root } from '../support/session.ts';
import { some } from '../support/thorough.ts';

const program = join(root, 'bin/press.js');
const trapped = join(root, 'tests/promises/trap.cjs');

// What would be fetched, run or loaded by somebody who did not take care.
const hostileRelease = `---
id: 2009-11-16-hostile
title: "Look at https://evil.example/ $(touch ran) \`touch ran\`"
date: 2009-11-16
place: Baku
source: secretariat
fields: elections
image: https://evil.example/a.jpg
attachments:
  - { href: https://evil.example/a.pdf, title: A, mediaType: application/pdf }
status: published
---
BAKU, 16 November 2009 - ![x](https://evil.example/b.jpg) <script src="https://evil.example/x.js"></script>
<iframe src="//evil.example"></iframe> [x](http://evil.example) {{ readFile "/etc/passwd" }} \${process.exit(3)}
`;
const hostilePage = `<!doctype html><base href="https://evil.example/"><link rel=stylesheet href=x.css><script src=x.js></script>
<meta http-equiv=refresh content="0;url=https://evil.example/"><main><h1>A headline of some length</h1>
<p>BAKU, 16 November 2009 - Text of the page. <img src="https://evil.example/a.jpg" onerror="x()"></p></main>`;
const hostileFeed = `<?xml version="1.0"?><?xml-stylesheet href="https://evil.example/x.xsl"?>
<rss version="2.0"><channel><title>F</title><link>https://evil.example/</link><atom:link xmlns:atom="http://www.w3.org/2005/Atom"
rel="next" href="https://evil.example/2"/><item><title>An item with a headline</title><guid>https://evil.example/1</guid>
<pubDate>Mon, 16 Nov 2009 10:00:00 GMT</pubDate><description>Text</description></item></channel></rss>`;
const script = 'require("node:fs").writeFileSync("ran", ""); module.exports = {};';

let folder: string;
let record: string;

beforeEach(() => {
  folder = scratchFolder();
  record = join(scratchFolder(), 'record');
  for (const name of ['taxonomy.yaml', 'press.yaml', 'releases', 'schemas'])
    cpSync(join(root, name), join(folder, name), { recursive: true });
  const files: Record<string, string> = {
    'releases/2009/2009-11-16-hostile.md': hostileRelease,
    'page.html': hostilePage,
    'feed.xml': hostileFeed,
    // What other tools would load by themselves.
    'press.config.js': script,
    'press.js': script,
    'index.js': script,
    'node_modules/yaml/index.js': script,
    'node_modules/gray-matter/index.js': script,
    'package.json': '{"main":"index.js","type":"commonjs"}',
    '.env': 'NODE_OPTIONS=--require ./index.js\n',
  };
  for (const [path, text] of Object.entries(files)) put(path, text);
});

function put(path: string, text: string): void {
  cpSync(join(root, 'press.yaml'), join(folder, path), { force: true });
  writeFileSync(join(folder, path), text);
}

interface Traced {
  readonly status: number | null;
  readonly stdout: string;
  readonly stderr: string;
  /** What the trap has seen: kind and detail. */
  readonly seen: readonly (readonly [what: string, detail: string])[];
}

/** Runs press with the trap in it, and with code from strings forbidden. */
function traced(
  words: readonly string[],
  { env = {}, stdin = '' }: { env?: Record<string, string>; stdin?: string } = {},
): Traced {
  rmSync(record, { force: true });
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    ['--disallow-code-generation-from-strings', '--require', trapped, program, ...words],
    {
      cwd: folder,
      encoding: 'utf8',
      input: stdin,
      env: { ...gitEnvironment, PRESS_TRAP: record, ...env },
      timeout: 60_000,
    },
  );
  const lines = existsSync(record) ? readFileSync(record, 'utf8').trim().split('\n') : [];
  return { status, stdout, stderr, seen: lines.map((line) => JSON.parse(line) as [string, string]) };
}

const writing = ['--no-input'];
const commands: readonly (readonly [line: string, status: number])[] = [
  ['validate', 1],
  ['validate --format sarif', 1],
  ['validate --fix --dry-run', 1],
  ['list', 0],
  ['list --where date:2009 --text evil', 0],
  ['show 2009-11-16-hostile', 0],
  ['why 2009-11-16-hostile', 0],
  ['next', 0],
  // What differs in what it needs: a template, a feed, an archive that is packed, two trees of XML, plain lines.
  ...['html', 'rss', 'xlsx', 'newsml-g2', 'ndjson'].map((id): readonly [string, number] => [
    `export --field elections -f ${id} -o out/${id}`,
    0,
  ]),
  ['export --all-feeds -o feeds', 0],
  ['import page.html --dry-run', 1],
  ['import feed.xml --from feed --dry-run', 1],
  ['taxonomy tree', 0],
  ['taxonomy find Turkey', 0],
  ['taxonomy check', 0],
  ['taxonomy export -f turtle', 0],
  ['taxonomy rename field/elections field/votes --dry-run', 0],
  ['explain embargo-format', 0],
  ['audit page.html', 0],
  ['recover', 0],
];

describe('the trap', () => {
  it('notices what it is there for', () => {
    const attempts = `
      require('node:net').connect(9, '127.0.0.1').on('error', () => {});
      require('node:dns').lookup('localhost', () => {});
      require('node:child_process').execFileSync(process.execPath, ['--version']);
      require(${JSON.stringify(join(folder, 'index.js'))});
      fetch('http://127.0.0.1:9').catch(() => {});`;
    spawnSync(process.execPath, ['--require', trapped, '-e', attempts], {
      cwd: folder,
      env: { ...process.env, PRESS_TRAP: record },
    });
    const lines = readFileSync(record, 'utf8').trim().split('\n');
    const kinds = lines.map((line) => (JSON.parse(line) as [string])[0]);
    expect(new Set(kinds)).toEqual(new Set(['connect', 'look up', 'process', 'code']));
    expect(existsSync(join(folder, 'ran'))).toBe(true);
  });
});

describe('a repository that wants to be fetched, run and loaded', () => {
  it.each(some(commands, 3))('press %s', (line, status) => {
    const ran = traced([...line.split(' '), ...writing]);
    expect(ran.seen, ran.stderr).toEqual([]);
    expect(ran.stderr).not.toMatch(/Code generation|EvalError/);
    expect(existsSync(join(folder, 'ran'))).toBe(false);
    expect(ran.status, ran.stderr).toBe(status);
  });

  it('is refused an address as a source, with what to do', () => {
    const { status, stderr, seen } = traced(['import', 'https://evil.example/a.html']);
    expect([status, seen]).toEqual([2, []]);
    expect(stderr).toMatch(/save/i);
  });

  it('starts the editor that was asked for, and nothing else', () => {
    put('editor.sh', '#!/bin/sh\nexit 0\n');
    chmodSync(join(folder, 'editor.sh'), 0o755);
    const words = ['new', 'A headline of a release', '--date', '2026-10-01', '--edit', '--no-input'];
    const options = ['--place', 'Vienna', '--source', 'secretariat', '--field', 'elections'];
    const { seen, status, stderr } = traced([...words, ...options], { env: { EDITOR: join(folder, 'editor.sh') } });
    expect(status, stderr).toBe(0);
    expect(seen).toEqual([['process', join(folder, 'editor.sh')]]);
  });
});

describe.skipIf(!hasGit() || process.platform === 'win32')('a git repository that names programs', () => {
  beforeEach(() => {
    committed(folder);
    put('evil.sh', `#!/bin/sh\ntouch ${join(folder, 'ran')}\ncat\n`);
    chmodSync(join(folder, 'evil.sh'), 0o755);
    put('.gitattributes', '*.md diff=evil filter=evil text working-tree-encoding=UTF-8\n');
    const evil = join(folder, 'evil.sh');
    for (const key of [
      'core.fsmonitor',
      'core.pager',
      'core.editor',
      'core.sshCommand',
      'core.askPass',
      'diff.external',
      'diff.evil.command',
      'diff.evil.textconv',
      'filter.evil.clean',
      'filter.evil.smudge',
      'filter.evil.process',
      'alias.diff',
      'core.hooksPath',
      'gpg.program',
      'credential.helper',
      'interactive.diffFilter',
    ])
      git(folder, 'config', key, key === 'core.hooksPath' ? folder : evil);
    for (const hook of ['post-checkout', 'pre-commit', 'post-index-change', 'fsmonitor-watchman'])
      cpSync(evil, join(folder, hook));
    put('releases/2009/2009-11-16-hostile.md', `${hostileRelease}More.\n`);
    rmSync(join(folder, 'ran'), { force: true });
  });

  it.each(some(['validate --changed', 'validate --changed=HEAD', 'validate --staged', 'audit --git'], 3))(
    'press %s',
    (line) => {
      const { seen, stderr } = traced([...line.split(' '), '--no-input']);
      expect(seen.length, stderr).toBeGreaterThan(0);
      expect(new Set(seen.map(([what, detail]) => `${what} ${detail}`))).toEqual(new Set(['process git']));
      expect(existsSync(join(folder, 'ran'))).toBe(false);
    },
  );
});

const strace = spawnSync('strace', ['-V']).status === 0;
if (!strace) process.stderr.write('strace is not installed: what the system sees of press is not tested.\n');

describe.skipIf(!strace)('what the system sees', () => {
  it.each([
    'validate',
    'list',
    'export -f html -o out',
    'import page.html --dry-run',
    'taxonomy check',
    'taxonomy tree',
  ])('of press %s is no socket and no program', (line) => {
    const calls = 'socket,connect,bind,sendto,execve,execveat';
    const words = ['-f', '-qq', '-e', `trace=${calls}`, '-o', record, process.execPath, program, ...line.split(' ')];
    const { stderr } = spawnSync('strace', words, { cwd: folder, encoding: 'utf8' });
    const seen = readFileSync(record, 'utf8')
      .split('\n')
      .filter((each) => /^\d+ +\w+\(/.test(each));
    // Node itself pairs sockets to talk to its threads; those lead nowhere.
    const told = seen.filter((each) => !/\bsocket\(AF_UNIX|connect\(\d+, \{sa_family=AF_UNIX/.test(each));
    expect(
      told.map((each) => each.replace(/^\d+ +/, '').split('(')[0]),
      stderr,
    ).toEqual(['execve']);
  });
});
