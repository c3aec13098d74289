/** An archive that is edited at random: a run that remembers finds what a run finds that reads everything. */
import { existsSync, readdirSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { sampleRelease } from '../../src/model/sample-release.ts';
import { write } from '../support/git-repository.ts';
import { randomFrom } from '../support/random-from.ts';
import { look, tick } from '../support/remembering.ts';
import { scratchFolder } from '../support/scratch-folder.ts';
import { shippedTaxonomy } from '../support/shipped-taxonomy.ts';
import { testNow } from '../rules/example-repository.ts';

const ROUNDS = Number(process.env['ROUNDS'] ?? 125);
const EDITS_A_ROUND = 8;
const DAY = 86_400_000;

class Walk {
  readonly root = scratchFolder({ 'taxonomy.yaml': shippedTaxonomy, 'files/a.pdf': 'A' });
  readonly #random: (below: number) => number;
  now = testNow;

  constructor(seed: number) {
    this.#random = randomFrom(seed);
    for (let count = 0; count < 30; count += 1) this.#write(this.#newPath());
  }

  pick<Item>(items: readonly Item[]): Item {
    return items[this.#random(items.length)]!;
  }

  get files(): string[] {
    const found = readdirSync(join(this.root, 'releases'), { recursive: true, encoding: 'utf8' });
    return found.filter((path) => path.endsWith('.md')).map((path) => `releases/${path}`);
  }

  edit(): void {
    const file = this.pick(this.files);
    const text = existsSync(join(this.root, file)) ? readFileSync(join(this.root, file), 'utf8') : '';
    this.pick([
      () => this.#write(file),
      () => this.#write(this.#newPath()),
      () => write(this.root, file, text.replace(/[a-z](?=[a-z]* in Baku)/, 'x')),
      () =>
        write(
          this.root,
          file,
          text.replace('status: published', this.pick(['status: draft', 'status: hold', 'embargo: soon'])),
        ),
      () => write(this.root, file, `${text}\n<!-- press-ignore hype: it is meant -->\nA unique course.\n`),
      () => write(this.root, file, text.slice(0, this.#random(text.length))),
      () => write(this.root, file, text.replace('title:', 'titel:')),
      () => this.files.length > 5 && rmSync(join(this.root, file)),
      () => renameSync(join(this.root, file), join(this.root, this.#newPath())),
      () =>
        existsSync(join(this.root, 'files/a.pdf'))
          ? rmSync(join(this.root, 'files/a.pdf'))
          : write(this.root, 'files/a.pdf', 'A'),
      () => (this.now += this.pick([0, 0, 0, 1, DAY, -DAY, 400 * DAY, -400 * DAY])),
      () =>
        write(
          this.root,
          'taxonomy.yaml',
          this.pick([shippedTaxonomy, shippedTaxonomy.replace('    elections:', '    votes:')]),
        ),
      () => write(this.root, 'press.yaml', this.pick(['{}\n', 'permalink: /:slug/\n', 'rules: {hype: off}\n'])),
    ])();
  }

  #newPath(): string {
    const month = 1 + this.#random(12);
    const path = `releases/${this.pick(['2009', '2026', 'x'])}/2009-${String(month).padStart(2, '0')}-16-${this.pick(['a', 'b', 'C', 'd'])}${this.pick(['', '.ru'])}.md`;
    write(this.root, path.replace(/[^/]*$/, '.keep'), '');
    return path;
  }

  #write(path: string): void {
    const stem = (path.split('/').at(-1) ?? '').replace(/\.md$/, '');
    const other = this.pick(['2009-05-16-a', '2009-06-16-b', '2009-07-16-d', stem]);
    const changes = {
      id: this.pick([stem, stem, stem, other]),
      date: this.pick([stem.slice(0, 10), stem.slice(0, 10), '2026-06-02', '2031-01-01']),
      ...(this.#random(3) === 0 ? { related: `[${other}]` } : {}),
      ...(this.#random(4) === 0 ? { aliases: `[/2009/${this.pick(['a', 'b', 'old'])}/]` } : {}),
      ...(this.#random(4) === 0 ? { attachments: '[{href: files/a.pdf}]' } : {}),
      ...(this.#random(4) === 0
        ? { lang: 'ru', translationOf: `{id: ${other}, digest: "sha256:27accfdf54de48e7"}` }
        : {}),
    };
    const link =
      this.#random(3) === 0
        ? ` See [it](${this.pick([`${other}.md`, '/2009/a/', '/2026/none/', '../../files/a.pdf'])}).`
        : '';
    write(this.root, path, sampleRelease(changes, `BAKU, 16 May 2009 - A course opened in Baku today.${link}\n`));
  }
}

describe('an archive that is edited at random', () => {
  it('says the same to a run that remembers and to one that does not', { timeout: 600_000 }, async () => {
    const walk = new Walk(8);
    let spared = 0;
    let found = 0;
    for (let round = 0; round < ROUNDS; round += 1) {
      tick();
      for (let edit = 0; edit < EDITS_A_ROUND; edit += 1) walk.edit();
      const paths = round % 5 === 4 ? { paths: [walk.pick(walk.files)] } : {};
      const told = await look(walk.root, { now: walk.now, ...paths });
      const { diagnostics, judged } = await look(walk.root, { now: walk.now, ...paths, forgets: true });
      expect([round, told.judged, told.diagnostics]).toEqual([round, judged, diagnostics]);
      spared += walk.files.filter((path) => !told.read.includes(path)).length;
      found += diagnostics.length;
    }
    // Otherwise the walk has shown nothing.
    expect([spared > ROUNDS, found > ROUNDS]).toEqual([true, true]);
  });
});
