/** What lies among the releases and is none, names that nobody should use, and files that never end. */
import { execFileSync } from 'node:child_process';
import { mkdirSync, symlinkSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { some } from '../support/thorough.ts';
import { newsroom, put, release } from './newsroom.ts';
import { press } from './running.ts';

interface FileCase {
  readonly name: string;
  readonly make: (releases: string) => void;
  /** What a finding says, its file and rule in front; without it there is none that is an error. */
  readonly says?: RegExp;
}

const file =
  (name: string, content: string | Uint8Array): FileCase['make'] =>
  (releases) =>
    put(join(releases, name), content);
const bytesNamed =
  (hex: string): FileCase['make'] =>
  (releases) =>
    writeFileSync(Buffer.concat([Buffer.from(`${releases}/`), Buffer.from(hex, 'hex')]), release('bytes'));

const cases: readonly FileCase[] = [
  {
    name: 'a folder x.md',
    make: (releases) => mkdirSync(join(releases, '2009-11-16-folder.md')),
    says: /folder\.md file-kind/,
  },
  {
    name: 'a pipe',
    make: (releases) => execFileSync('mkfifo', [join(releases, '2009-11-16-pipe.md')]),
    says: /pipe\.md file-kind/,
  },
  {
    name: 'a link to a file',
    make: (releases) => symlinkSync('2009-11-16-honest.md', join(releases, '2009-11-16-link.md')),
    says: /link\.md file-kind/,
  },
  {
    name: 'a link out of the repository',
    make: (releases) => symlinkSync('/etc/passwd', join(releases, '2009-11-16-passwd.md')),
    says: /passwd\.md file-kind/,
  },
  {
    name: 'a link to a device',
    make: (releases) => symlinkSync('/dev/zero', join(releases, '2009-11-16-zero.md')),
    says: /zero\.md file-kind/,
  },
  { name: 'a link to a folder', make: (releases) => symlinkSync('/etc', join(releases, 'etc')), says: /etc file-kind/ },
  {
    name: 'a link to itself',
    make: (releases) => symlinkSync('loop.md', join(releases, 'loop.md')),
    says: /loop\.md file-kind/,
  },
  { name: 'a link upwards', make: (releases) => symlinkSync('..', join(releases, 'up')), says: /up file-kind/ },
  {
    name: 'a link to nothing',
    make: (releases) => symlinkSync('nowhere', join(releases, 'dangling.md')),
    says: /dangling\.md file-kind/,
  },
  {
    name: 'a sparse file of 100 MB',
    make: (releases) => {
      put(join(releases, '2009-11-16-sparse.md'), '');
      truncateSync(join(releases, '2009-11-16-sparse.md'), 100_000_000);
    },
    says: /sparse\.md size-limit/,
  },
  {
    name: 'a sparse file of 10 TB',
    make: (releases) => {
      put(join(releases, '2009-11-16-tera.md'), '');
      try {
        truncateSync(join(releases, '2009-11-16-tera.md'), 10e12);
      } catch {
        truncateSync(join(releases, '2009-11-16-tera.md'), 100_000_000);
      }
    },
    says: /tera\.md size-limit/,
  },
  {
    name: 'a byte more than 10 MiB',
    make: file('2009-11-16-big.md', release('big', { body: 'x'.repeat(10 * 1024 * 1024) })),
    says: /big\.md size-limit/,
  },
  {
    name: 'honest: 9 MiB',
    make: file('2009-11-16-nine.md', release('nine', { body: `${'word '.repeat(1999)}\n`.repeat(900) })),
  },
  { name: 'a line of 5 MB', make: file('2009-11-16-line.md', release('line', { body: `${'x'.repeat(5_000_000)}\n` })) },
  {
    name: 'a name with a line break',
    make: file('2009-11-16-a\nb.md', release('newline')),
    says: /a\\?.*b\.md file-name-shape/s,
  },
  {
    name: 'a name with an escape code',
    make: file('2009-11-16-\u001B[2J.md', release('escape')),
    says: /file-name-shape/,
  },
  { name: 'a name with an override', make: file('2009-11-16-\u202Ecod.md', release('override')), says: /bidi-control/ },
  {
    name: 'a name with a carriage return',
    make: file('2009-11-16-a\rb.md', release('return')),
    says: /file-name-shape/,
  },
  {
    name: 'a name of a workflow command',
    make: file('2009-11-16-%0A::error::x.md', release('workflow')),
    says: /file-name-shape/,
  },
  {
    name: 'a name that is no UTF-8',
    make: bytesNamed('323030392d31312d31362dff.6d64'.replace('.', '2e')),
    says: /file-kind/,
  },
  {
    name: 'a folder that is no UTF-8',
    make: (releases) => mkdirSync(Buffer.concat([Buffer.from(`${releases}/`), Buffer.from('fffe', 'hex')])),
    says: /file-kind/,
  },
  { name: 'a name with a leading hyphen', make: file('-rf.md', release('dash')), says: /-rf\.md file-name-shape/ },
  {
    name: 'a name of 255 bytes',
    make: file(`2009-11-16-${'x'.repeat(241)}.md`, release('long')),
    says: /xxx\.md file-name-shape/,
  },
  { name: 'a device', make: file('con.md', release('con')), says: /con\.md reserved-name/ },
  {
    name: 'a device with an ending',
    make: file('2009-11-16-nul.ru.md', release('nul', { keys: { lang: 'ru' } })),
    says: /nul\.ru\.md/,
  },
  {
    name: 'a folder of a device',
    make: file('aux/2009-11-16-inside.md', release('inside')),
    says: /aux\/.*reserved-name/,
  },
  {
    name: 'a folder with a final dot',
    make: file('x./2009-11-16-dot.md', release('dot')),
    says: /x\.\/.*reserved-name/,
  },
  {
    name: 'a folder with a final blank',
    make: file('y /2009-11-16-blank.md', release('blank')),
    says: /y \/.*reserved-name/,
  },
  {
    name: 'twins in case',
    make: (releases) => {
      put(join(releases, '2009-11-16-twin.md'), release('twin'));
      put(join(releases, '2009-11-16-TWIN.md'), release('twin2'));
    },
    says: /twin\.md duplicate-path/i,
  },
  {
    name: 'twins in composition',
    make: (releases) => {
      put(join(releases, '2009-11-16-caf\u00E9.md'), release('cafe1'));
      put(join(releases, '2009-11-16-cafe\u0301.md'), release('cafe2'));
    },
    says: /caf.*duplicate-path/,
  },
  {
    name: 'an id twice',
    make: (releases) => {
      put(join(releases, '2009-11-16-same1.md'), release('same1', { keys: { id: 'the-same' } }));
      put(join(releases, '2009-11-16-same2.md'), release('same2', { keys: { id: 'the-same' } }));
    },
    says: /same\d\.md duplicate-id/,
  },
  {
    name: 'an id that leads upwards',
    make: file('2009-11-16-up.md', release('up', { keys: { id: '../../etc/passwd' } })),
    says: /up\.md schema/,
  },
  {
    name: 'a slug that leads upwards',
    make: file('2009-11-16-slug.md', release('slug', { keys: { slug: '../x' } })),
    says: /slug\.md schema/,
  },
  {
    name: 'an id of the index',
    make: file('2009-11-16-id.md', release('id', { keys: { id: 'index' } })),
    says: /id\.md reserved-name/,
  },
  {
    name: 'an id of a device',
    make: file('2009-11-16-dev.md', release('dev', { keys: { id: 'com1' } })),
    says: /dev\.md reserved-name/,
  },
  {
    name: 'an id with a final dot',
    make: file('2009-11-16-end.md', release('end', { keys: { id: 'abc.' } })),
    says: /end\.md (?:schema|reserved-name)/,
  },
  { name: 'another ending', make: file('2009-11-16-other.markdown', release('other')), says: /other\.markdown/ },
  {
    name: 'folders 40 deep',
    make: file(`${'d/'.repeat(40)}2009-11-16-deep.md`, release('deep')),
    says: /d\/d file-kind/,
  },
  ...['__proto__', 'constructor', 'toString', 'valueOf', 'hasOwnProperty'].map((name): FileCase => ({
    name: `honest: a file ${name}`,
    make: file(`${name}.md`, release(`proto${name.length}`)),
  })),
  { name: 'honest: a hidden file', make: file('.hidden.md', 'nothing') },
  { name: 'honest: a README', make: file('README.md', '# Releases\n') },
  { name: 'honest: a file of another kind', make: file('picture.png', '\u0000') },
];

interface Finding {
  readonly rule: string;
  readonly severity: string;
  readonly file: string;
  readonly message: string;
  readonly hint?: string;
}

describe('among the releases', () => {
  it.each(some(cases, 3))('$name', async ({ make, says }) => {
    const folder = newsroom({ 'releases/2009/2009-11-16-honest.md': release('honest') });
    make(join(folder, 'releases/2009'));
    const { out, err, status } = await press(['validate', '--format', 'json', '--no-cache'], { cwd: folder });
    const findings = JSON.parse(out).diagnostics as readonly Finding[];
    const told = findings.map(({ rule, file: path, message, hint = '' }) => `${path} ${rule} ${message} ${hint}`);
    if (says !== undefined)
      expect(
        told.filter((words) => says.test(words)),
        `${told.join('\n')}${err}`,
      ).not.toEqual([]);
    else expect(status, told.join('\n')).toBe(0);
    const listed = await press(['list'], { cwd: folder });
    expect(listed.out).toContain('honest');
    expect(listed.out).not.toMatch(/root:/);
  });
});
