import { spawnSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { scratchFolder } from '../support/scratch-folder.ts';
import { shippedTaxonomy } from '../support/shipped-taxonomy.ts';

const program = join(import.meta.dirname, '../../bin/press.js');
const count = 1600;
const megabytes = 40;

/** An archive whose texts take nearly twice the memory that the program is given. */
function bigArchive(): string {
  const root = scratchFolder({
    'taxonomy.yaml': shippedTaxonomy,
    'press.yaml': 'baseUrl: https://press.example.org/\n',
  });
  mkdirSync(join(root, 'releases/2020'), { recursive: true });
  const body = 'Ein Absatz – nicht kurz. '.repeat(900);
  for (let at = 0; at < count; at += 1) {
    const id = `2020-01-02-a-release-with-a-long-name-${at}`;
    const keys = `id: ${id}\ntitle: Title ${at}\ndate: 2020-01-02\nsource: secretariat\nfields: [education]\nlang: de\nstatus: published`;
    writeFileSync(join(root, `releases/2020/${id}.md`), `---\n${keys}\n---\nWIEN, 2. Januar 2020 - ${body}\n`);
  }
  return root;
}

describe('an archive that does not fit into memory', () => {
  it('goes out in every shape that is written piece by piece', () => {
    const cwd = bigArchive();
    for (const [format, lines] of [
      ['ndjson', count],
      ['rss', undefined],
      ['xlsx', undefined],
    ] as const) {
      const { status, stdout, stderr } = spawnSync(
        process.execPath,
        [`--max-old-space-size=${megabytes}`, program, 'export', '-f', format, '--content', 'full'],
        { cwd, maxBuffer: 1 << 30 },
      );
      expect(status, `${format}: ${stderr.toString().slice(0, 500)}`).toBe(0);
      expect(stdout.length, format).toBeGreaterThan(100_000);
      if (lines !== undefined) expect(stdout.toString('latin1').split('\n')).toHaveLength(lines + 1);
    }
  }, 120_000);

  it('is asked about one release, and about what comes, while the files come and go', () => {
    const cwd = bigArchive();
    writeFileSync(join(cwd, 'press.yaml'), 'feeds: [{id: f, title: F, formats: [rss], limit: 20}]\n');
    for (const [words, told] of [
      [['why', '2020-01-02-a-release-with-a-long-name-7'], 'Public since'],
      [['why', `releases/2020/2020-01-02-a-release-with-a-long-name-${count - 1}.md`], 'Public since'],
      [['next'], ''],
    ] as const) {
      const { status, stdout, stderr } = spawnSync(
        process.execPath,
        [`--max-old-space-size=${megabytes}`, program, ...words],
        { cwd },
      );
      expect(status, `${words.join(' ')}: ${stderr.toString().slice(0, 500)}`).toBe(0);
      expect(stdout.toString()).toContain(told);
    }
  }, 120_000);
});
