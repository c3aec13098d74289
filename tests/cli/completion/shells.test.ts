/** The scripts in the shells that they are for. A shell that is not installed here is passed over by name. */
import { spawnSync } from 'node:child_process';
import { chmodSync, readdirSync, writeFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { scripts } from '../../../src/cli/completion/scripts/index.ts';
import { scratchFolder } from '../../support/scratch-folder.ts';
import { root } from '../../support/session.ts';

const isThere = (shell: string): boolean => spawnSync(shell, ['--version']).error === undefined;

for (const [shell, script] of scripts) {
  it.skipIf(!isThere(shell))(`${shell} understands its script (passed over where ${shell} is not installed)`, () => {
    const path = `${scratchFolder({ script })}/script`;
    const { status, stderr } = spawnSync(shell, ['-n', path], { encoding: 'utf8' });
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
  });
}

it.each([...scripts])('the script for %s runs nothing that it reads', (_, script) => {
  expect(script).not.toMatch(/\beval\b|compgen -W|\$\(\(?[^)]*press __complete[^)]*\)\s*\)\s*$/m);
});

/** Offers of bash for a line, of which it has made these words, when press answers with these lines, or is the real one. */
function offersOf(line: string, words: readonly string[], answer?: string): string[] {
  const folder = scratchFolder({ script: scripts.get('bash') ?? '', answer: answer ?? '' });
  const press =
    answer === undefined ? `exec "${process.execPath}" "${root}bin/press.js" "$@"` : `cat "${folder}/answer"`;
  writeFileSync(`${folder}/press`, `#!/bin/sh\n${press}\n`);
  chmodSync(`${folder}/press`, 0o755);
  const call =
    '. "$1"; shift; COMP_LINE="$1"; COMP_POINT=${#1}; shift; COMP_WORDS=("$@"); COMP_CWORD=$(($# - 1)); _press; printf "%s\\0" "${COMPREPLY[@]}"';
  const { stdout, stderr } = spawnSync(
    'bash',
    ['--noprofile', '--norc', '-c', call, 'bash', `${folder}/script`, line, ...words],
    { encoding: 'utf8', cwd: root, env: { ...process.env, PATH: `${folder}:${process.env['PATH']}` } },
  );
  expect(stderr).toBe('');
  expect(readdirSync(folder).sort()).toEqual(['answer', 'press', 'script']);
  return stdout.split('\0').slice(0, -1);
}

describe.skipIf(!isThere('bash'))('the script in bash, where it is installed', () => {
  it.each([
    ['press ta', ['press', 'ta'], ['taxonomy']],
    ['press taxonomy re', ['press', 'taxonomy', 're'], ['rename', 'retire']],
    ['press export --field elec', ['press', 'export', '--field', 'elec'], ['elections']],
    ['press export --field=elec', ['press', 'export', '--field', '=', 'elec'], ['elections']],
    ['press export --field=youth,elec', ['press', 'export', '--field', '=', 'youth,elec'], ['youth,elections']],
    ['press export --field "elec', ['press', 'export', '--field', '"elec'], ['elections']],
    ['press list --where "a b" --fe', ['press', 'list', '--where', '"a b"', '--fe'], []],
    ['press show  1999', ['press', 'show', '1999'], ['1999-05-18-narva-reading-room']],
    ['press validate rel', ['press', 'validate', 'rel'], ['']],
  ])('bash completes «%s»', (line, words, offered) => {
    const found = offersOf(line, words);
    if (offered[0] === '') expect(found, 'paths are left to the shell').toEqual(['']);
    else expect(found).toEqual(offered.length === 0 ? [''] : offered);
  });

  it('bash puts a word in the middle of which the cursor stands together up to there', () => {
    expect(offersOf('press tax', ['press', 'taxonomy'])).toEqual(['taxonomy']);
  });

  it('bash takes hostile words for words', () => {
    const hostile = ['$(touch ran)', '`touch ran`', "'; touch ran; '", '*', '~root', '${HOME}', '\\', '-rf'];
    const answer = `words\n${hostile.map((word) => `${word}\t$(touch ran)\n`).join('')}`;
    expect(offersOf('press show ', ['press', 'show', ''], answer)).toEqual(hostile);
  });

  it('bash says nothing when press is broken', () => {
    expect(offersOf('press show ', ['press', 'show', ''], '')).toEqual(['']);
  });
});
