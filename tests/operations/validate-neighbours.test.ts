/** Files that are named after each other, and change: what is compared again is enough to say all that there is to say. */
import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { sampleRelease } from '../../src/model/sample-release.ts';
import { Neighbours } from '../../src/operations/validate-neighbours.ts';
import { write } from '../support/git-repository.ts';
import { look, tick } from '../support/remembering.ts';
import { randomFrom } from '../support/random-from.ts';
import { scratchFolder } from '../support/scratch-folder.ts';
import { shippedTaxonomy } from '../support/shipped-taxonomy.ts';

const ROUNDS = Number(process.env['ROUNDS'] ?? 70);
const FILES = 24;
const STEMS = ['course', 'Course', 'map', 'café', 'café', 'x'];
const IDS = ['2009-11-16-course', '2009-11-16-COURSE', '2009-11-16-map', '2009-11-17-map', 'café', 'café', 'course'];
const PAGES = [
  '/2009/course/',
  '/2009/Course',
  '/2009/map/?p=1',
  '/2009/caf%C3%A9/',
  '/2009/map',
  '/about/',
  '/course/',
];

afterEach(() => vi.restoreAllMocks());

class Walk {
  readonly root: string;
  readonly random: (below: number) => number;

  constructor(settings: string, seed: number) {
    this.random = randomFrom(seed);
    this.root = scratchFolder({ 'taxonomy.yaml': shippedTaxonomy, 'press.yaml': settings, 'files/a.pdf': 'A' });
    for (let count = 0; count < FILES; count += 1) this.put(this.newPath());
  }

  pick<Item>(items: readonly Item[]): Item {
    return items[this.random(items.length)]!;
  }

  chance(of: number): boolean {
    return this.random(of) === 0;
  }

  get files(): string[] {
    const found = readdirSync(join(this.root, 'releases'), { recursive: true, encoding: 'utf8' });
    return found
      .filter((path) => path.endsWith('.md'))
      .map((path) => `releases/${path}`)
      .sort();
  }

  newPath(): string {
    const day = this.chance(5) ? '' : `${this.pick(['2009-11-16', '2009-11-17', '2010-01-02'])}-`;
    const folder = this.pick(['2009/', '2009/', '2009/', '2010/', '']);
    return `releases/${folder}${day}${this.pick(STEMS)}${this.pick(['', '', '.ru', '.de'])}.md`;
  }

  put(path: string): void {
    const stem = path.slice(path.lastIndexOf('/') + 1, -3);
    const id = this.chance(3) ? this.pick(IDS) : stem;
    const link = this.pick([...PAGES, '2009-11-16-course.md', 'map.md', '2009/course', '../../files/a.pdf', '#part']);
    const changes = {
      id,
      date: this.pick(['2009-11-16', '2009-11-17', '2010-01-02']),
      place: undefined,
      ...(this.chance(3) ? { slug: this.pick(['course', 'Course', 'map', 'café', 'café']) } : {}),
      ...(this.chance(3) ? { related: `[${this.pick(IDS)}, ${this.pick(IDS)}]` } : {}),
      ...(this.chance(3) ? { aliases: `[${this.pick(PAGES)}]` } : {}),
      ...(this.chance(4) ? { attachments: '[{href: files/a.pdf}]' } : {}),
      ...(this.chance(3)
        ? { lang: this.pick(['ru', 'en']), translationOf: `{id: ${this.pick(IDS)}, digest: "sha256:27accfdf54de48e7"}` }
        : {}),
      ...(this.chance(12) ? { date: undefined } : {}),
    };
    const text = sampleRelease(changes, `A course opened today.${this.chance(2) ? ` See [it](${link}).` : ''}\n`);
    mkdirSync(join(this.root, dirname(path)), { recursive: true });
    write(this.root, path, this.chance(25) ? text.replace('---', '--') : text);
  }

  step(): void {
    const file = this.pick(this.files);
    const text = readFileSync(join(this.root, file), 'utf8');
    const change = (pattern: RegExp, to: string): void => write(this.root, file, text.replace(pattern, to));
    this.pick([
      () => this.put(this.newPath()),
      () => this.put(file),
      () => this.files.length > FILES / 2 && rmSync(join(this.root, file)),
      () => {
        const to = this.newPath();
        mkdirSync(join(this.root, dirname(to)), { recursive: true });
        renameSync(join(this.root, file), join(this.root, to));
      },
      () => change(/^id: .*$/m, `id: ${this.pick(IDS)}`),
      () => change(/^date: .*$/m, `date: ${this.pick(['2009-11-16', '2010-01-02'])}`),
      () => change(/^slug: .*$/m, `slug: ${this.pick(['course', 'other'])}`),
      () => change(/today/, 'on that day'),
      () => change(/\n$/, ` And [that](${this.pick(PAGES)}).\n`),
    ])();
  }
}

describe('files that have to do with each other', () => {
  it.each<readonly [string, number, readonly string[]]>([
    ['{}\n', 1, []],
    ['baseUrl: https://example.org/news/\npermalink: /:year/:slug/\n', 2, []],
    ['permalink: /:slug/\n', 3, ['duplicate-id', 'duplicate-slug']],
  ])('are all that has to be compared after a change, with %j', { timeout: 600_000 }, async (settings, seed, off) => {
    const levels = new Map(off.map((rule) => [rule, 'off' as const]));
    const walk = new Walk(settings, seed);
    const narrowed = vi.spyOn(Neighbours.prototype, 'narrowed');
    let found = 0;
    for (let round = 0; round < ROUNDS; round += 1) {
      tick();
      for (let steps = 1 + walk.random(2); steps > 0; steps -= 1) walk.step();
      const options = { levels, ...(round % 7 === 6 ? { paths: [walk.pick(walk.files)] } : {}) };
      const told = await look(walk.root, options);
      const { diagnostics, judged } = await look(walk.root, { ...options, forgets: true });
      expect([round, told.judged, told.diagnostics]).toEqual([round, judged, diagnostics]);
      found += diagnostics.length;
    }
    const sparing = narrowed.mock.results.filter(({ value }) => value !== undefined);
    // Otherwise the walk has shown nothing.
    expect([found > ROUNDS, sparing.length > ROUNDS / 3]).toEqual([true, true]);
  });
});
