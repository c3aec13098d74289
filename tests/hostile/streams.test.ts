/** Standard input that holds anything, and outputs that cannot be written. */
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { newsroom, release } from './newsroom.ts';
import { judgeRefusals } from './refusals.ts';

const program = fileURLToPath(new URL('../../bin/press.js', import.meta.url));
const stdin = ['validate', '-', '--stdin-path', 'releases/2009/2009-11-16-typed.md'];

judgeRefusals({
  kind: 'standard input',
  command: stdin,
  cases: [
    { name: 'honest', stdin: release('typed') },
    { name: 'nothing', stdin: '', says: /front-matter|front matter/i, status: 1 },
    {
      name: 'random bytes',
      stdin: Buffer.from(Array.from({ length: 3000 }, (_, i) => (i * 7919) % 256)),
      says: /typed\.md/,
      status: 1,
    },
    {
      name: 'more than 10 MiB',
      stdin: Buffer.alloc(10 * 1024 * 1024 + 1, 'x'),
      says: /MiB|large|limit|bytes/,
      status: 2,
      isAlone: true,
    },
    { name: '300 MB', stdin: Buffer.alloc(300_000_000, 'x'), says: /MiB|large|limit|bytes/, status: 2, isAlone: true },
    {
      name: 'a body of 2 GB for a new release',
      stdin: Buffer.alloc(100_000_000, 'x'),
      command: ['new', 'A', '--date', '2009-11-16', '--field', 'elections', '--body', '-'],
      says: /MiB|large|limit|bytes/,
      status: 2,
      isAlone: true,
    },
    {
      name: 'a body that is no UTF-8',
      stdin: Buffer.from('ff', 'hex'),
      command: ['new', 'A', '--date', '2009-11-16', '--field', 'elections', '--body', '-'],
      says: /UTF-8/,
      status: 2,
    },
    {
      name: 'a body with a control',
      stdin: 'a\u0007b',
      command: ['new', 'A', '--date', '2009-11-16', '--field', 'elections', '--body', '-'],
      says: /U\+0007|control/,
      status: 2,
    },
    {
      name: 'honest: a body that begins with a fence',
      stdin: '---\nstatus: draft\n---\n',
      command: ['new', 'A', '--date', '2009-11-16', '--field', 'elections', '--body', '-', '--dry-run'],
    },
    { name: 'nothing for an audit', stdin: '', command: ['audit', '-'], status: 0 },
    {
      name: 'random bytes for an audit',
      stdin: Buffer.from(Array.from({ length: 3000 }, (_, i) => (i * 31) % 256)),
      command: ['audit', '-'],
      status: 0,
    },
  ],
});

const shell = (line: string, cwd: string): { status: number | null; err: string } => {
  const { status, stderr } = spawnSync('bash', ['-c', line.replaceAll('press', `"${process.execPath}" "${program}"`)], {
    cwd,
    timeout: 60_000,
  });
  return { status, err: stderr.toString() };
};
const many = (): string =>
  newsroom(
    Object.fromEntries(
      Array.from({ length: 150 }, (_, i) => [
        `releases/2009/2009-11-16-s${i}.md`,
        release(`s${i}`, { body: 'word '.repeat(500) }),
      ]),
    ),
  );

describe('outputs that go away', () => {
  it.skipIf(!existsSync('/dev/full'))('a full disk is never 0', () => {
    const folder = many();
    for (const command of [
      'press list',
      'press export -f json',
      'press validate --format json',
      'press --help',
      'press --version',
      'press taxonomy tree',
    ])
      expect([command, shell(`${command} > /dev/full`, folder).status]).toEqual([command, 2]);
  });

  it('a reader that goes away is 0, and silent', () => {
    const folder = many();
    for (const command of [
      'press list',
      'press export -f json --content full',
      'press validate --format json --no-cache',
    ]) {
      const { status, err } = shell(`${command} | head -c 10 >/dev/null; exit \${PIPESTATUS[0]}`, folder);
      expect([command, status]).toEqual([command, 0]);
      expect(err).not.toMatch(/EPIPE|Error|press:/);
    }
  });

  it('closed streams crash nothing', () => {
    const folder = many();
    for (const command of [
      'press list >&-',
      'press list 2>&-',
      'press list <&-',
      'press validate >&- 2>&-',
      'press nonsense 2>&-',
      'press list 2>/dev/full',
    ])
      expect([0, 1, 2], command).toContain(shell(command, folder).status);
  });
});
