import { cpSync, mkdirSync, writeFileSync } from 'node:fs';
import { PassThrough } from 'node:stream';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { answer } from '../../../src/cli/completion/answer.ts';
import { answerLines, isPlain } from '../../../src/cli/completion/candidate.ts';
import { commandList } from '../../../src/cli/generated/command-list.ts';
import { commandNames, loadCommand } from '../../../src/cli/commands/index.ts';
import { flagsOf } from '../../../src/cli/completion/option-flags.ts';
import { scratchFolder } from '../../support/scratch-folder.ts';
import { root } from '../../support/session.ts';

const asked = async (words: readonly string[], cwd: string = root): Promise<string[]> => {
  const world = {
    stdin: new PassThrough(),
    stdout: new PassThrough(),
    stderr: new PassThrough(),
    cwd,
    env: { HOME: '/nowhere' },
    now: () => 1_780_315_200_000,
    onSignal: () => () => undefined,
  };
  const text = await answer(['bash', ...words], world);
  expect(world.stderr.read(), 'it says nothing').toBeNull();
  expect(text.endsWith('\n')).toBe(true);
  return text.slice(0, -1).split('\n');
};

const wordsOf = (lines: readonly string[]): string[] => lines.slice(1).map((line) => line.split('\t')[0] ?? '');

it('offers every command, and the second word behind a group', async () => {
  const top = commandList.filter(({ name }) => !name.includes(' ')).map(({ name }) => name);
  expect(wordsOf(await asked(['']))).toEqual([...top, 'taxonomy', 'help']);
  expect(wordsOf(await asked(['taxonomy', 're']))).toEqual(['rename', 'retire']);
  expect(wordsOf(await asked(['help', 'taxonomy', 're']))).toEqual(['rename', 'retire']);
});

it('does not tell of itself', async () => {
  expect(wordsOf(await asked(['_']))).toEqual([]);
});

it.each(commandNames)('offers every option of «%s», each with what its card says', async (name) => {
  const card = await loadCommand(name);
  const lines = await asked([...name.split(' '), '--']);
  for (const option of card.options)
    if (option.hidden !== true)
      expect(lines.some((line) => line.startsWith(`${flagsOf(option).long}\t${option.summary.slice(0, 60)}`))).toBe(
        true,
      );
  expect(wordsOf(lines)).toContain('--repo');
});

it.each([
  [
    ['validate', '--format', 'gi'],
    ['github', 'gitlab'],
  ],
  [['export', '-f', 'x'], ['xlsx']],
  [['export', '--format=x'], ['--format=xlsx']],
  [
    ['list', '--sort', '-'],
    ['-date', '-title', '-place', '-id'],
  ],
  [['list', '--status', 'draft,h'], ['draft,hold']],
  [['list', '--not-field', 'elec'], ['elections']],
  [['list', '--field', 'youth,elec'], ['youth,elections']],
  [['taxonomy', 'show', 'field/elec'], ['field/elections']],
  [['taxonomy', 'tree', 'fi'], ['field']],
  [['export', '--feed', 'e'], ['elections']],
  [
    ['explain', 'unknown-t'],
    ['unknown-term', 'unknown-type'],
  ],
  [['validate', '--rule', 'hype=w'], ['hype=warning']],
  [
    ['completion', ''],
    ['bash', 'zsh', 'fish'],
  ],
  [['-C', root, 'show', '1999'], ['1999-05-18-narva-reading-room']],
  [['show', '--', '1999'], ['1999-05-18-narva-reading-room']],
  [['publish', '2026-11-26'], ['2026-11-26-sarajevo-shared-schoolyard']],
  [['publish', '2026-11-26-sarajevo-shared-schoolyard', ''], []],
  [['list', '--quiet', '--qui'], []],
  [['list', '--', '--qui'], []],
  [['nonsense', ''], []],
])('for %j it offers %j', async (words, offered) => {
  expect(wordsOf(await asked(words))).toEqual(offered);
});

it.each([
  [['publish', '1999'], 'paths'],
  [['validate', ''], 'paths'],
  [['show', 'releases/19'], 'paths'],
  [['export', '-o', ''], 'paths'],
  [['validate', '--output=re'], 'paths'],
  [['-C', ''], 'folders'],
  [['list', '--repo='], 'folders'],
])('leaves %j to the shell', async (words, kind) => {
  expect(await asked(words)).toEqual([kind]);
});

it('offers neither former ids nor what is not to be used any more', async () => {
  const folder = scratchFolder({
    'taxonomy.yaml':
      'version: 1\nfacets:\n  field:\n    property: fields\n    label: Field\n    terms:\n' +
      '      now: {label: Now, formerIds: [before]}\n      never: {label: Never, deprecated: true, replacedBy: [now]}\n',
  });
  cpSync(`${root}schemas`, `${folder}/schemas`, { recursive: true });
  expect(await asked(['list', '--field', ''], folder)).toEqual(['words', 'now\tNow']);
});

it.each([
  ['no repository', {}],
  ['a broken vocabulary', { 'taxonomy.yaml': 'facets: [' }],
])('completes commands and options with %s', async (_, files) => {
  const folder = scratchFolder(files);
  expect(wordsOf(await asked(['taxonomy', 'fi'], folder))).toEqual(['find']);
  expect(wordsOf(await asked(['list', '--lim'], folder))).toEqual(['--limit']);
  expect(await asked(['show', '1'], folder)).toEqual(['words']);
  expect(await asked(['list', '--field', ''], folder)).toEqual(['words']);
});

function archiveOf(ids: readonly string[]): string {
  const folder = scratchFolder();
  for (const part of ['taxonomy.yaml', 'schemas']) cpSync(root + part, `${folder}/${part}`, { recursive: true });
  mkdirSync(`${folder}/releases`);
  ids.forEach((id, at) =>
    writeFileSync(
      `${folder}/releases/${String(at).padStart(4, '0')}.md`,
      `---\nid: ${JSON.stringify(id)}\nstatus: draft\n---\nText.\n`,
    ),
  );
  return folder;
}

it('leaves out what a shell would take for something else', async () => {
  const hostile = ['$(touch ran)', '`x`', "it's", 'two words', '-rf', '~root', '*', 'a;b', '{a,b}', 'a\\b', '!1', '=x'];
  const folder = archiveOf(['good-one', ...hostile, 'ёлка']);
  expect(await asked(['show', ''], folder)).toEqual(['words', 'good-one\tdraft', 'ёлка\tdraft']);
});

it('answers in lines, whatever stands in files', () => {
  const word = fc.string({ unit: 'binary' });
  fc.assert(
    fc.property(fc.array(fc.record({ word, description: word })), (candidates) => {
      const lines = answerLines({ kind: 'words', candidates }).split('\n');
      expect(lines).toHaveLength(candidates.filter((each) => isPlain(each.word)).length + 2);
      for (const line of lines.slice(1, -1)) expect(line).toMatch(/^[\p{L}\p{N}\p{M}_./:@+,=-]+\t\P{Cc}*$/u);
    }),
  );
});

it('offers what many ids begin with', async () => {
  const ids = Array.from({ length: 600 }, (_, at) => `${2000 + (at % 3)}-${at}-news`);
  const folder = archiveOf(ids);
  expect(await asked(['show', ''], folder)).toEqual(['parts', '2000-\t', '2001-\t', '2002-\t']);
  expect(wordsOf(await asked(['show', '2000-59'], folder))).toEqual([
    '2000-591-news',
    '2000-594-news',
    '2000-597-news',
  ]);
});
