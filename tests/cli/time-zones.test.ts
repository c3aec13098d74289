/** The clock of the computer may stand in any zone: what is public, the moment and the zone of press.yaml decide. */
import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { formatRfc3339 } from '../../src/text/dates.ts';
import { scratchFolder } from '../support/scratch-folder.ts';
import { root } from '../support/session.ts';

const HOUR = 3_600_000;

beforeAll(() => {
  if (!existsSync(join(root, 'dist/cli/start.cjs'))) execFileSync('npm', ['run', 'build'], { cwd: root });
});

const release = (id: string, date: string, more = ''): string =>
  `---\nid: ${id}\ntitle: ${id}\ndate: ${date}\nfields: [elections]\nstatus: published\n${more}---\nText of ${id}.\n`;

/** The day on the calendar in a zone at a moment. */
function dayAt(at: number, timeZone: string): string {
  const parts = new Intl.DateTimeFormat('en', {
    timeZone,
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
  }).formatToParts(at);
  const part = (type: string): string => parts.find((each) => each.type === type)?.value ?? '';
  return `${part('year')}-${part('month')}-${part('day')}`;
}

describe('the program under TZ', () => {
  it.each(['Pacific/Kiritimati', 'Pacific/Pago_Pago'])('with a newsroom in %s', (zone) => {
    const now = Date.now();
    const cwd = scratchFolder({
      'taxonomy.yaml':
        'version: 1\nfacets: {field: {property: fields, multiple: true, terms: {elections: {label: Elections}}}}\n',
      'press.yaml': `baseUrl: https://press.example.org/\ntimezone: ${zone}\npublisher: {name: P, authority: press.example.org, since: "2009-01-01"}\n`,
      'releases/out-yesterday.md': release('out-yesterday', dayAt(now - 24 * HOUR, zone)),
      'releases/out-embargo.md': release('out-embargo', '2020-01-02', `embargo: ${formatRfc3339(now - HOUR, -660)}\n`),
      // Two days ahead, so that a midnight between the files and the last run lets nothing out.
      'releases/in-day.md': release('zqhidden-day', dayAt(now + 48 * HOUR, zone)),
      'releases/in-embargo.md': release(
        'zqhidden-embargo',
        '2020-01-02',
        `embargo: ${formatRfc3339(now + HOUR, 840)}\n`,
      ),
      'releases/in-instant.md': release('zqhidden-instant', formatRfc3339(now + HOUR, -720)),
      'releases/in-local.md': release('zqhidden-local', '2020-01-02', 'embargo: 2020-01-01T00:00:00\n'),
    });
    for (const format of ['rss', 'html']) {
      const outputs = ['UTC', 'Pacific/Kiritimati', 'Pacific/Pago_Pago', 'nowhere'].map((TZ) => {
        const { stdout, stderr, status } = spawnSync(
          process.execPath,
          [join(root, 'bin/press.js'), 'export', '-f', format],
          {
            cwd,
            encoding: 'utf8',
            env: { ...process.env, TZ },
          },
        );
        expect([status, stderr], `${TZ} ${format}`).toEqual([0, 'Held back: 4 releases that are not public.\n']);
        return stdout;
      });
      const [first = ''] = outputs;
      expect(new Set(outputs).size, format).toBe(1);
      expect(first).not.toContain('zqhidden');
      expect(first).toContain('out-yesterday');
      expect(first).toContain('out-embargo');
    }
  });
});
