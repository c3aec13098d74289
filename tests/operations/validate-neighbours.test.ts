/** Files that are named after each other, and change: what is compared again is enough to say all that there is to say. */
import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { sampleRelease } from '../../src/model/sample-release.ts';
import { Examination } from '../../src/operations/validate-examination.ts';
import { Neighbours } from '../../src/operations/validate-neighbours.ts';
import { rules } from '../../src/rules/index.ts';
import { write } from '../support/git-repository.ts';
import { look, remembering, tick } from '../support/remembering.ts';
import { randomFrom } from '../support/random-from.ts';
import { contentOf, scratchFolder } from '../support/scratch-folder.ts';
import { testNow } from '../rules/example-repository.ts';
import { shippedTaxonomy } from '../support/shipped-taxonomy.ts';

const ROUNDS = Number(process.env['ROUNDS'] ?? 25);
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

  it('are all that has to be compared where nearly everything is as it should be', { timeout: 600_000 }, async () => {
    const quiet = new QuietWalk(4);
    const narrowed = vi.spyOn(Neighbours.prototype, 'narrowed');
    let spared = 0;
    for (let round = 0; round < 3 * ROUNDS; round += 1) {
      tick();
      const done = quiet.step();
      const told = await look(quiet.root);
      const { diagnostics } = await look(quiet.root, { forgets: true });
      expect([round, done, told.diagnostics]).toEqual([round, done, diagnostics]);
      for (const { value } of narrowed.mock.results.splice(0)) if (value && value.asked.size < COUNT) spared += 1;
    }
    expect(spared).toBeGreaterThan(ROUNDS);
  });
});

describe('an archive that is watched', () => {
  it.each(['a walk with much that is wrong', 'a quiet one'])('is told as by a new run: %s', async (kind) => {
    const walk = kind === 'a quiet one' ? new QuietWalk(5) : new Walk('{}\n', 6);
    await look(walk.root);
    tick();
    const narrowed = vi.spyOn(Neighbours.prototype, 'narrowed');
    const watched = new Examination(await remembering(walk.root), { rules, levels: new Map(), now: testNow });
    watched.report({});
    let before = contentOf(walk.root);
    let spared = 0;
    for (let round = 0; round < 2 * ROUNDS; round += 1) {
      walk.step();
      const now = contentOf(walk.root);
      const paths = Object.keys({ ...before, ...now }).filter(
        (path) => path.endsWith('.md') && before[path] !== now[path],
      );
      before = now;
      watched.readAgain(paths);
      const told = watched.report({});
      for (const { value } of narrowed.mock.results.splice(0)) if (value && value.asked.size < COUNT) spared += 1;
      const { diagnostics, judged } = await look(walk.root, { forgets: true });
      expect([round, told.judged, told.diagnostics]).toEqual([round, judged, diagnostics]);
      narrowed.mockClear();
    }
    // With time every file has changed once, and is asked about in each round.
    expect(spared).toBeGreaterThan(kind === 'a quiet one' ? 20 : 0);
  });
});

const COUNT = 24;
const DATED = COUNT / 2 + 1;

/** An archive in which nothing is wrong, of which one file or two are spoilt and put right again. */
class QuietWalk {
  readonly root = scratchFolder({ 'taxonomy.yaml': shippedTaxonomy, 'files/a.pdf': 'A' });
  readonly #random: (below: number) => number;
  readonly #spoilt = new Map<number, readonly string[]>();

  constructor(seed: number) {
    this.#random = randomFrom(seed);
    for (let index = 0; index < COUNT; index += 1) this.#put(index);
  }

  /** Every fourth is the translation of the one before it. */
  #stem(index: number): string {
    const day = index < DATED ? '2009-11-16-' : '';
    return index % 4 === 3 ? `${this.#stem(index - 1)}.ru` : `${day}r${index}`;
  }

  #path(index: number): string {
    return `releases/2009/${this.#stem(index)}.md`;
  }

  #put(index: number, changes: Record<string, string | undefined> = {}, path = this.#path(index)): void {
    const next = (steps: number): number => (index + steps) % COUNT;
    const isTranslation = index % 4 === 3;
    const own = {
      id: `id-${index}`,
      date: '2009-11-16',
      place: undefined,
      slug: `s${index}`,
      related: `[id-${next(5)}]`,
      aliases: `[/2009/old${index}/]`,
      ...(isTranslation ? { lang: 'ru', translationOf: `{id: id-${index - 1}}` } : {}),
      ...changes,
    };
    const links = [`[a](/2009/s${next(7)}/)`, `[b](/2009/old${next(2)}/)`, `[c](${this.#stem(next(9))}.md)`];
    write(this.root, path, sampleRelease(own, `A course opened today. See ${links[index % 3]}.\n`));
  }

  step(): string {
    const [first] = this.#spoilt;
    if (first !== undefined && (this.#spoilt.size > 1 || this.#random(2) === 0)) return this.#mend(...first);
    const index = this.#random(COUNT);
    return this.#spoilt.has(index) ? 'nothing' : this.#spoil(index, this.#random(COUNT));
  }

  #mend(index: number, strays: readonly string[]): string {
    for (const path of strays) rmSync(join(this.root, path), { force: true });
    this.#put(index);
    this.#spoilt.delete(index);
    return `mended ${index}`;
  }

  #spoil(index: number, other: number): string {
    const stray = `releases/2009/${this.#stem(index)}-moved.md`.replace('.ru-moved', '-moved.ru');
    const changes: readonly Record<string, string | undefined>[] = [
      { id: `id-${other}` },
      { id: `ID-${other}` },
      { id: 'nobody' },
      { slug: `s${other}` },
      { slug: `S${other}` },
      { slug: `old${other}` },
      { slug: undefined },
      { date: '2010-11-16' },
      { date: undefined },
      { aliases: `[/2009/s${other}/]` },
      { aliases: `[/2009/old${other}]` },
      { aliases: undefined },
      { lang: this.#random(2) === 0 ? 'ru' : 'de' },
      { translationOf: undefined },
      { translationOf: `{id: id-${other}}` },
      { translationOf: `{id: id-${other}, digest: "sha256:27accfdf54de48e7"}` },
      { related: '[nobody]' },
      { attachments: '[{href: files/none.pdf}]' },
    ];
    const kind = this.#random(changes.length + 4) - 4;
    this.#spoilt.set(index, [stray, stray.replace('releases/2009/', 'releases/Elsewhere/')]);
    if (kind === -1) rmSync(join(this.root, this.#path(index)));
    else if (kind === -2) renameSync(join(this.root, this.#path(index)), join(this.root, stray));
    else if (kind === -3) this.#put(other, { id: 'another', slug: 'another', aliases: undefined }, stray);
    else if (kind === -4) write(this.root, this.#path(index), 'no front matter');
    else this.#put(index, changes[kind]);
    return `spoilt ${index} by ${kind} ${JSON.stringify(changes[kind])} ${other}`;
  }
}
