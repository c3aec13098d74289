import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { reporters } from '../../src/reporters/index.ts';
import { samplePath, sampleRelease } from '../../src/model/sample-release.ts';
import { scratchFolder } from '../support/scratch-folder.ts';
import { press } from '../support/world.ts';
import { shippedTaxonomy as taxonomy } from '../support/shipped-taxonomy.ts';

const wrong = sampleRelease({ fields: '[electoins]', title: '"🎈 Türkiye"' });
const warned = sampleRelease({}, 'A course opened.\n');
const repository = (text: string): string => scratchFolder({ 'taxonomy.yaml': taxonomy, [samplePath]: text });
const formats = [...reporters.keys()];

describe.each(formats)('press validate --format %s', (format) => {
  it.each([
    [wrong, [], 1],
    [warned, [], 0],
    [warned, ['--max-warnings', '0'], 1],
    [sampleRelease(), [], 0],
  ])('ends as every other format does', async (text, args, status) => {
    const ran = await press(['validate', '--format', format, ...args], { cwd: repository(text) });
    expect([ran.status, ran.err]).toEqual([status, '']);
  });

  it('prints the same into a file as on stdout, and nothing beside it', async () => {
    const cwd = repository(wrong);
    const printed = await press(['validate', '--format', format], { cwd });
    const filed = await press(['validate', '--format', format, '-o', 'out/report'], { cwd });
    expect(filed).toEqual({ status: 1, out: '', err: '' });
    expect(readFileSync(join(cwd, 'out/report'), 'utf8')).toBe(printed.out);
    expect(printed.out).toContain('electoins');
  });

  it('is the same for the same run', async () => {
    const cwd = repository(wrong);
    const report = (): Promise<object> => press(['validate', '--format', format], { cwd });
    expect(await report()).toEqual(await report());
  });
});

describe('a run in which nothing is wrong', () => {
  it.each([
    ['line', ''],
    ['github', '1 file: nothing wrong.\n'],
    ['gitlab', '[]\n'],
    ['checkstyle', '<?xml version="1.0" encoding="UTF-8"?>\n<checkstyle version="4.3">\n</checkstyle>\n'],
    ['rdjson', '{"source":{"name":"press"},"diagnostics":[]}\n'],
  ])('is a whole report in %s', async (format, report) => {
    expect((await press(['validate', '--format', format], { cwd: repository(sampleRelease()) })).out).toBe(report);
  });
});

describe('press validate --format rdjson', () => {
  it('counts bytes in the lines of the file, with carriage returns and a byte-order mark as well', async () => {
    const text = `\uFEFF${sampleRelease({ fields: '["🎈 Türkiye", electoins]' }).replaceAll('\n', '\r\n')}`;
    const { out } = await press(['validate', '--format', 'rdjson'], { cwd: repository(text) });
    const { diagnostics } = JSON.parse(out) as { diagnostics: { message: string; location: { range: object } }[] };
    expect(diagnostics.find(({ message }) => message.includes('electoins'))?.location.range).toEqual({
      start: { line: 7, column: 27 },
      end: { line: 7, column: 36 },
    });
  });
});

describe('press validate --format sarif', () => {
  it('says on stderr how many findings are left out', async () => {
    const lines = Array.from({ length: 110 }, (_, line) => `key${line}: 1`).join('\n');
    const files = Object.fromEntries(
      Array.from({ length: 51 }, (_, at) => [`releases/${at}.md`, `---\n${lines}\n---\n`]),
    );
    const { err } = await press(['validate', '--format', 'sarif', '-o', 'report'], {
      cwd: scratchFolder({ 'taxonomy.yaml': taxonomy, ...files }),
    });
    expect(err).toBe(
      'The report holds the 5000 most serious findings; 100 are left out, because code scanning shows no more.\n',
    );
  });
});
