/** An output that forgets the gate does not compile: every format is given releases that nobody cleared, and the compiler must refuse each. */
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { exportFormats } from '../../src/formats/index.ts';
import { scratchFolder } from '../support/scratch-folder.ts';
import { root } from '../support/session.ts';

const REFUSED = '// refused';
const source = (path: string): string => JSON.stringify(join(root, 'src', path));
const cardName = (id: string): string => id.replace(/-([a-z0-9])/g, (_, letter: string) => letter.toUpperCase());

/** What leads past the gate, for each format: the releases that it is given. */
const forgeries = [
  '[release]',
  '[{ ...release, unpublished: [] }]',
  '[{ ...release, unpublished: [], cleared: true }]',
  '[{ ...cleared, title: release.title }]',
  '[{ ...cleared, unpublished: [] }]',
  '[cleared, release]',
  'handMade',
  'handMade as Iterable<Release> & { length: number }',
];

const header = `
import type { Edition, ReleaseSeries } from ${source('model/edition.ts')};
import { clear, clearForStaff, type ClearedRelease, type Moment } from ${source('model/embargo.ts')};
import { factsOf } from ${source('model/edition-facts.ts')};
import type { Release } from ${source('model/release.ts')};
import { editionOf, type ExportRequest } from ${source('operations/export.ts')};
import type { Gathering } from ${source('operations/gather.ts')};
import { HeldReleases } from ${source('operations/release-series.ts')};
import type { Repository } from ${source('model/repository.ts')};
declare const release: Release;
declare const moment: Moment;
declare const edition: Edition;
declare const gathering: Gathering;
declare const request: ExportRequest & { readonly repository: Repository };
export const cleared = clearForStaff(release, moment);
const handMade = { length: 1, *[Symbol.iterator]() { yield release; } };
`;

const formatMutants = [...exportFormats.keys()].map((id) => {
  const card = cardName(id);
  return `
import { ${card} } from ${source(`formats/${id}.ts`)};
${card}.write(edition);
${card}.write({ ...edition, releases: [cleared] });
${card}.folder?.files({ ...edition, releases: [cleared] }, 'all');
${forgeries.map((releases) => `${card}.write({ ...edition, releases: ${releases} }); ${REFUSED}`).join('\n')}
${card}.write({ releases: [release] }); ${REFUSED}
${card}.write([cleared]); ${REFUSED}
${card}.folder?.files({ ...edition, releases: [release] }, 'all'); ${REFUSED}
${card}.countIn?.({ ...edition, releases: [release] }); ${REFUSED}
${card}.write(editionOf({ ...gathering, releases: [cleared] }, ${card}, request));
${card}.write(editionOf({ ...gathering, releases: [release] }, ${card}, request)); ${REFUSED}
`;
});

const others = `
const clearance = clear(release, moment);
export const opened: ClearedRelease = clearance.release; ${REFUSED}
export const let_out: ClearedRelease | undefined = clearance.public ? clearance.release : undefined;
export const plain: ClearedRelease = release; ${REFUSED}
export const series: ReleaseSeries = handMade; ${REFUSED}
factsOf(cleared, 'UTC');
factsOf(release, 'UTC'); ${REFUSED}
const held = new HeldReleases(request.repository, () => cleared);
held.keep(cleared);
held.keep(release); ${REFUSED}
new HeldReleases(request.repository, (each) => each); ${REFUSED}
`;

describe('what nobody cleared', () => {
  it('is refused by the compiler in every format, and nothing else is', () => {
    const program = [header, ...formatMutants, others].join('');
    const folder = scratchFolder({
      'mutants.mts': program,
      'tsconfig.json': JSON.stringify({
        extends: join(root, 'tsconfig.json'),
        compilerOptions: { rewriteRelativeImportExtensions: false, typeRoots: [join(root, 'node_modules/@types')] },
        include: ['mutants.mts', join(root, 'src/**/*.d.ts')],
      }),
    });
    const { stdout } = spawnSync(join(root, 'node_modules/.bin/tsc'), ['-p', folder, '--pretty', 'false'], {
      encoding: 'utf8',
    });
    const lines = program.split('\n');
    const refused = lines.flatMap((line, at) => (line.endsWith(REFUSED) ? [at + 1] : []));
    const found = new Set<number>();
    const elsewhere: string[] = [];
    for (const error of stdout.split('\n').filter((line) => / error TS/.test(line))) {
      const [, line] = /mutants\.mts\((\d+),/.exec(error) ?? [];
      if (line === undefined) elsewhere.push(error);
      else found.add(Number(line));
    }
    expect(elsewhere).toEqual([]);
    expect(refused.length).toBeGreaterThan(exportFormats.size * forgeries.length);
    expect([...found].sort((a, b) => a - b).map((line) => lines[line - 1])).toEqual(
      refused.map((line) => lines[line - 1]),
    );
  });

  it('cannot be called cleared by force where outputs are made: the linter refuses it', () => {
    const forced = (type: string): string =>
      `import type { ClearedRelease } from '../model/embargo.ts';\nexport const forced = (release: object): object => ${type};\nexport type Kept = ClearedRelease;\n`;
    const folder = scratchFolder({
      '.oxlintrc.json': readFileSync(join(root, '.oxlintrc.json'), 'utf8').replace(/"\$schema": "[^"]*",/, ''),
      'src/formats/one.ts': forced('release as ClearedRelease'),
      'src/formats/rendering/two.ts': forced('release as unknown as ClearedRelease'),
      'src/operations/three.ts': forced('<ClearedRelease>release'),
      'src/operations/verbs/four.ts': forced('release as any'),
      'src/site/five.ts': forced('release as ClearedRelease'),
      'src/formats/right.ts': forced('release'),
      'src/model/embargo.ts': forced('release as ClearedRelease').replace('../model/', './'),
    });
    const { stdout } = spawnSync(join(root, 'node_modules/.bin/oxlint'), ['-f', 'unix'], {
      cwd: folder,
      encoding: 'utf8',
    });
    const blamed = stdout
      .split('\n')
      .flatMap((line) => /^(?:\.\/)?(src\/\S+\.ts):.*type-assertion/.exec(line)?.[1] ?? []);
    expect([...new Set(blamed)].sort()).toEqual([
      'src/formats/one.ts',
      'src/formats/rendering/two.ts',
      'src/operations/three.ts',
      'src/operations/verbs/four.ts',
      'src/site/five.ts',
    ]);
  });
});
