/**
 * Every command that writes, on a disk that fails at every single operation: all old or all new, success only when new, a sentence that
 * names a file, and nothing stray after `press recover`.
 *
 * Each operation fails in one way, the next one in the next; PRESS_EVERY_FAULT=1 tries every way at each.
 */
import { cpSync, existsSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { onFaultyDisk, type DiskFault } from '../support/patched-disk.ts';
import { contentOf, scratchFolder } from '../support/scratch-folder.ts';
import { press, type Outcome } from '../support/world.ts';

const kinds = ['ENOSPC', 'EIO', 'EACCES', 'EMFILE', 'EBUSY', 'short', 'zero'];
const everyFault = process.env['PRESS_EVERY_FAULT'] === '1';
const STEP = everyFault ? 1 : 11;

const taxonomy = `version: 1
facets:
  topic:
    property: topics
    multiple: true
    terms:
      water: {label: Water}
      soil: {label: Soil}
      air: {label: Air}
`;
const settings =
  'timezone: Europe/Vienna\nbaseUrl: https://press.example.org/\nfeeds: [{id: water, title: Water, where: "topic:water", formats: [rss]}]\n';
const release = (id: string, changes: Readonly<Record<string, string>> = {}): string => {
  const keys = {
    id,
    title: `Title of ${id}`,
    date: '2026-01-05',
    topics: '[water, soil]',
    status: 'published',
    ...changes,
  };
  return `---\n${Object.entries(keys)
    .map(([key, value]) => `${key}: ${value}\n`)
    .join('')}---\nVIENNA, 5 January 2026 - Text.\n`;
};
const files = {
  'desk/taxonomy.yaml': taxonomy,
  'desk/press.yaml': settings,
  'desk/releases/2026/2026-01-05-well.md': release('well'),
  'desk/releases/2026/2026-01-05-spring.md': release('spring', { topics: '[Water, air]' }),
  'desk/releases/2026/2026-01-05-draft.md': release('draft', { status: 'draft' }),
  'desk/out/old.csv': 'old',
  'sources/one.md': release('one'),
  'sources/two.md': release('two', { topics: '[watr]' }),
  'more.csv': 'facet,id,label\ntopic,fire,Fire\ntopic,ice,Ice\n',
};

/** Each with the words that make it write. */
const commands: readonly (readonly string[])[] = [
  ['new', 'Title', '--date', '2026-07-06', '--topic', 'water', '--summary', 'S.'],
  ['publish', 'draft'],
  ['hold', 'well', '--note', 'Why'],
  ['embargo', 'well', '--until', '2027-01-01T00:00:00Z', '--note', 'Why'],
  ['withdraw', 'well', '--note', 'Why'],
  ['correct', 'well', '--note', 'What'],
  ['move', 'well', '--slug', 'fountain'],
  ['move', 'well', '--date', '2027-01-06'],
  ['translate', 'well', '--lang', 'ru', '--title', 'T'],
  ['import', '../sources', '--report', 'report.json', '--queue', 'words.csv'],
  ['import', '../sources/one.md'],
  ['taxonomy', 'add', 'topic/fire', '--label', 'Fire'],
  ['taxonomy', 'label', 'air', 'Sky'],
  ['taxonomy', 'rename', 'water', 'waters'],
  ['taxonomy', 'merge', 'air', '--into', 'soil'],
  ['taxonomy', 'move', 'air', '--under', 'soil'],
  ['taxonomy', 'split', 'soil', '--into', 'air,water', '--else', 'air'],
  ['taxonomy', 'retire', 'air', '--on', '2027'],
  ['taxonomy', 'import', '../more.csv'],
  ['taxonomy', 'import', '../more.csv', '-o', 'own.yaml'],
  ['taxonomy', 'schema'],
  ['taxonomy', 'export', '-o', 'out/words.ttl'],
  ['validate', '--fix'],
  ['validate', '-o', 'out/findings.txt'],
  ['init', 'fresh/office'],
  ['export', '-f', 'csv', '-o', 'out/old.csv'],
  ['export', '-f', 'rss', '-o', 'out/new.rss'],
  ['export', '--all-feeds', '-o', 'public'],
  ['export', '-f', 'csv', '--topic', 'water', '-o', 'out/deep/new.csv'],
];

interface Ending {
  readonly outcome: Outcome;
  readonly count: number;
  readonly above: string;
}

async function run(start: string, args: readonly string[], fault: DiskFault): Promise<Ending> {
  const above = scratchFolder();
  cpSync(start, above, { recursive: true });
  const { result, count } = await onFaultyDisk(fault, () => press(args, { cwd: join(above, 'desk') }));
  return { outcome: result, count, above };
}

/** Everything but what press keeps for itself, and empty folders. What should not be left there is told. */
function found(above: string): Record<string, string> {
  const own = /(?:^|\/)\.press\/(?:$|\.gitignore$|changed$|tx\/$|undo\/|cache\/)/;
  const entries = Object.entries(contentOf(above)).filter(([path, text]) => text !== 'folder' && !own.test(path));
  return Object.fromEntries(entries);
}

async function prepared(args: readonly string[]): Promise<string> {
  const start = scratchFolder(files);
  if (args[0] === 'taxonomy' && args[1] === 'undo')
    await press(['taxonomy', 'rename', 'water', 'waters'], { cwd: join(start, 'desk') });
  return start;
}

async function attempt(args: readonly string[]): Promise<void> {
  const start = await prepared(args);
  const before = found(start);
  const whole = await run(start, args, { at: 0, kind: 'none' });
  const after = found(whole.above);
  expect(whole.outcome.status, whole.outcome.err).toBeLessThan(2);
  expect(after).not.toEqual(before);
  for (let at = 1, turn = 0; at <= whole.count; at += STEP, turn += 1)
    for (const kind of everyFault ? kinds : [kinds[turn % kinds.length] ?? '']) {
      const { outcome, above } = await run(start, args, { at, kind });
      const where = `${args.join(' ')}: operation ${at} of ${whole.count}, ${kind}: ${outcome.err}`;
      expect([0, 1, 2], where).toContain(outcome.status);
      if (outcome.status === 2) expect(outcome.err, where).toMatch(/«[^»]+»[^]*\.\n/);
      expect(outcome.err, where).not.toMatch(/press itself|\n +at /);
      for (const repository of ['desk', 'desk/fresh/office'].map((path) => join(above, path)))
        if (existsSync(repository)) await press(['recover', '-C', repository], { cwd: above });
      // What is told of an import is written when everything has come in, file by file.
      const now = outcome.status === 2 ? withoutReports(found(above)) : found(above);
      const allowed = outcome.status === 2 ? [before, withoutReports(after)] : [after];
      expect(allowed, where).toContainEqual(now);
      rmSync(above, { recursive: true });
    }
}

function withoutReports(after: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(Object.entries(after).filter(([path]) => !/(?:report\.json|words\.csv)$/.test(path)));
}

describe('on a disk that fails at every single operation', () => {
  it.each([...commands, ['taxonomy', 'undo']].map((args) => [args.join(' '), args] as const))(
    'press %s does all or nothing',
    { timeout: 600_000 },
    async (_, args) => attempt(args),
  );
});
