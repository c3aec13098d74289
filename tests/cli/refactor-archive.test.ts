/** The vocabulary of a large archive is changed and changed back: nothing but the words concerned may differ, not by a byte. */
import { createHash } from 'node:crypto';
import { lstatSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { repositoryInMemory } from '../../src/repository/in-memory.ts';
import { generatedReleases, type GeneratedRelease } from '../support/generated-releases.ts';
import { vocabulary } from '../support/refactoring.ts';
import { scratchFolder } from '../support/scratch-folder.ts';
import { press } from '../support/world.ts';

// Three refactorings of as many releases each; a hundred thousand take some minutes: PRESS_TEST_RELEASES=100000.
const COUNT = Number(process.env['PRESS_TEST_RELEASES'] ?? 700);
const files = {
  'taxonomy.yaml': vocabulary,
  'press.yaml': 'timezone: Europe/Vienna\nfeeds: [{id: w, where: "topic:water"}]\n',
};
const reader = await repositoryInMemory(files);

interface State {
  readonly digest: string;
  readonly version: string;
}

function stateOf(root: string, releases: readonly GeneratedRelease[]): Map<string, State> {
  return new Map(
    [...Object.keys(files), ...releases.map(({ path }) => path)].map((path) => {
      const { mtimeNs, ino, mode } = lstatSync(join(root, path), { bigint: true });
      const digest = createHash('sha256')
        .update(readFileSync(join(root, path)))
        .digest('hex');
      return [path, { digest, version: `${ino} ${mtimeNs} ${mode}` }];
    }),
  );
}

function digestsOf(state: ReadonlyMap<string, State>): string[] {
  return [...state].map(([path, { digest }]) => `${digest} ${path}`);
}

/** The topics of a release as press reads it. */
function topicsIn(path: string, text: string): unknown {
  const { data, faults } = reader.manuscriptFrom(path, Buffer.from(text));
  expect(faults, path).toEqual([]);
  const topics = data?.['topics'];
  return typeof topics === 'string' ? [topics] : topics;
}

type Expected = (topics: readonly string[]) => readonly string[];

const refactorings: readonly (readonly [string, number, Expected])[] = [
  ['rename water waters', 11, (topics) => topics.map((topic) => (topic === 'water' ? 'waters' : topic))],
  ['merge water air --into soil', 12, merged],
  ['split water --into soil,air --by topic=nature:air --else soil', 13, divided],
];

function merged(topics: readonly string[]): string[] {
  const hasSoil = topics.includes('soil');
  const first = topics.find((topic) => topic === 'water' || topic === 'air');
  return topics.flatMap((topic) =>
    topic !== 'water' && topic !== 'air' ? [topic] : topic === first && !hasSoil ? ['soil'] : [],
  );
}

function divided(topics: readonly string[]): string[] {
  const target = topics.includes('forests') || topics.includes('birds') ? 'air' : 'soil';
  return topics.flatMap((topic) => (topic !== 'water' ? [topic] : topics.includes(target) ? [] : [target]));
}

function judge(root: string, release: GeneratedRelease, expected: readonly string[]): void {
  const text = readFileSync(join(root, release.path), 'utf8');
  expect(text.startsWith(release.head) && text.endsWith(release.tail), release.path).toBe(true);
  expect(topicsIn(release.path, text), release.path).toEqual(expected);
  const remarks = (value: string): number => value.split('# ').length;
  expect(remarks(text), release.path).toBe(remarks(release.text));
}

describe(`an archive of ${COUNT} releases in all styles`, () => {
  it.each(refactorings)('%s, and back (seed %i)', { timeout: 600_000 }, async (line, seed, expected) => {
    const releases = generatedReleases(COUNT, seed);
    const root = scratchFolder({ ...files, ...Object.fromEntries(releases.map(({ path, text }) => [path, text])) });
    const before = stateOf(root, releases);
    const done = await press(['taxonomy', ...line.split(' ')], { cwd: root });
    expect(done).toMatchObject({ status: 0, err: expect.stringContaining('1 feed') });
    const after = stateOf(root, releases);
    for (const release of releases) {
      const wanted = expected(release.topics);
      judge(root, release, wanted);
      const isSame = wanted.join() === release.topics.join();
      const [old, now] = [before.get(release.path), after.get(release.path)];
      if (isSame) expect(now, release.path).toEqual(old);
      else expect(now?.digest, release.path).not.toBe(old?.digest);
    }
    await expect(press(['taxonomy', 'undo'], { cwd: root })).resolves.toMatchObject({ status: 0 });
    expect(digestsOf(stateOf(root, releases))).toEqual(digestsOf(before));
  });
});
