import { describe, expect, it } from 'vitest';
import type { Paint } from '../../src/model/environment.ts';
import { reportAsMarkdown } from '../../src/operations/bring-in-markdown.ts';
import { makeReport, type ReleaseReport } from '../../src/operations/bring-in-report.ts';
import { tellReport } from '../../src/operations/bring-in-tell.ts';
import { bring, incoming, label } from './bring-in-fixture.ts';

const same = (text: string): string => text;
const plain: Paint = { bad: same, warn: (text) => `!${text}`, good: same, quiet: same, path: same, strong: same };
const tell = (report: Parameters<typeof tellReport>[0], isWritten = false): string =>
  tellReport(report, { paint: plain, display: (path) => `../${path}`, isWritten }).join('\n');

describe('the report of an import for people', () => {
  it('tells of a single release what was read, guessed, unknown, disputed, missing and left out', async () => {
    const { report } = await bring(
      [
        {
          labels: [label('Source', 'baku'), label('Fields of work', 'Alchemy')],
          contradictions: [{ key: 'place', value: 'GANJA', origin: 'dateline' }],
          notCarried: ['picture «Boat»'],
          notes: ['A remark.'],
        },
      ],
      { year: '2009' },
    );
    const told = tell(report);
    expect(told.split('\n')[0]).toBe('page-1.txt → ../releases/2009/2009-11-16-course-opens-in-baku.md  draft');
    expect(told).toContain('  read      date: 2009-11-16  (dateline, with --year)');
    expect(told).toContain(
      '  guess     countries: azerbaijan, because «Project Co-ordinator in Baku» implies «Azerbaijan». Not written.',
    );
    expect(told).toMatch(/^ {2}!unknown +«Alchemy» is no term of field\. \(Fields of work\) \S/m);
    expect(told).toMatch(/^ {2}!missing +fields: nothing that press can write there$/m);
    expect(told).toMatch(/^ {2}!differs +place: Baku \(dateline\) was taken, GANJA \(dateline\) was not$/m);
    expect(told).toMatch(/^ {2}!left out +picture «Boat»$/m);
    expect(told).toMatch(/^ {2}note +A remark\.$/m);
    expect(told.split('\n').at(-1)).toBe(
      '1 release, 1 of them a draft, 1 to look at. «press validate» says what the rules think of them.',
    );
  });

  it('is short about what is there already, what has no date, and what was not read', async () => {
    const { report } = await bring([{}, {}, { dayAndMonth: undefined }], { year: '2009' });
    const unread = [{ source: 'x.txt', message: 'No release.' }];
    const told = tell(makeReport('refused', { releases: report.releases, unread }));
    expect(told).toContain('page-2.txt  is the same release as page-1.txt\n');
    expect(told).toContain('page-3.txt  !has no date\n');
    expect(told).toContain('x.txt  !not read  No release.\n');
    expect(told).not.toMatch(/^ +read /m);
    expect(told.split('\n').at(-1)).toBe(
      '1 release, 1 of them published, 1 the same as another, 1 not read, 1 to look at (nothing written). --report FILE tells what was read of each.',
    );
  });

  const several = async (count: number, changes: (at: number) => Partial<ReleaseReport>): Promise<ReleaseReport[]> => {
    const [fine] = (await bring([{}], { year: '2009' })).report.releases;
    return Array.from(
      { length: count },
      (_, at) => ({ ...fine, source: `${at}.txt`, ...changes(at) }) as ReleaseReport,
    );
  };

  it('tells once why files were left, with three of them, or none where several releases have the same reason', async () => {
    const files = (count: number, why: string): ReleaseReport['files'] =>
      Array.from({ length: count }, (_, at) => ({ address: `${at}.pdf`, outcome: 'missing' as const, why }));
    const releases = await several(4, (at) => ({ files: at === 3 ? files(5, 'too large') : files(9, 'not here') }));
    const told = tell(makeReport('written', { releases, unread: [] }));
    expect(told).toMatch(/^For 3 releases \(0\.txt; 1\.txt; 2\.txt\):\n {2}!file {6}files of each: not here$/m);
    expect(told).toMatch(/^ {2}!file {6}0\.pdf, 1\.pdf, 2\.pdf and 2 more: too large$/m);
    expect([...reportAsMarkdown(makeReport('written', { releases, unread: [] }))].join('')).toContain(
      '- **Files left**: `0.pdf`, `1.pdf`, `2.pdf`, `3.pdf`, `4.pdf` (too large)\n',
    );
  });

  it('tells once what several releases have in common, whatever their values, and then what is one’s own', async () => {
    const releases = await several(30, (at) => ({
      missing: ['body', ...(at < 4 ? ['contacts'] : [])],
      notCarried: [`«url: ${at}» (no key)`, '«path»', ...(at === 7 ? ['picture «Boat»'] : [])],
      notes: ['A remark.'],
    }));
    expect(tell(makeReport('dry-run', { releases, unread: [] }))).toBe(
      [
        'For 30 releases:',
        '  !missing   body: there is no text, and nothing is published without one',
        '  guess     countries: azerbaijan, because «Project Co-ordinator in Baku» implies «Azerbaijan». Not written.',
        '  note      A remark.',
        '  !left out  url, path',
        'For 4 releases (0.txt; 1.txt; 2.txt …):',
        '  !missing   contacts: nothing that press can write there',
        '7.txt → ../releases/2009/2009-11-16-course-opens-in-baku.md  published',
        '  !left out  picture «Boat»',
        '30 releases, 30 of them published, 30 to look at (nothing written: --dry-run). --report FILE tells what was read of each.',
      ].join('\n'),
    );
  });

  it('passes over those of many that want no look, and keeps remarks for those that do or are not published', async () => {
    const releases = await several(30, (at) => ({
      guessed: [],
      notes: [`Remark ${at}.`],
      ...(at === 3 && { status: 'draft' as const }),
      ...(at === 5 && { notCarried: ['picture'] }),
    }));
    const told = tell(makeReport('written', { releases, unread: [] }), true);
    expect(told.match(/Remark \d+/g)).toEqual(['Remark 3', 'Remark 5']);
    expect(told.match(/→/g)).toHaveLength(2);
    expect(told.split('\n').at(-1)).toBe(
      '30 releases, 29 of them published, 1 of them a draft, 1 to look at. «press validate» says what the rules think of them.',
    );
  });

  it('names twenty of a kind at most', async () => {
    const releases = await several(90, (at) => ({
      notCarried: [`picture ${at}`],
      missing: [`k${Math.floor(at / 3)}`],
    }));
    const unread = Array.from({ length: 25 }, () => ({ source: 'x', message: 'y' }));
    const told = tell(makeReport('written', { releases, unread }));
    expect([told.match(/^For 3/gm)?.length, told.match(/→/g)?.length]).toEqual([19, 20]);
    expect(told).toContain('and 11 more things that several have in common; --report FILE tells of all.');
    expect(told).toContain('and 70 more that want a look; --report FILE tells of all.');
    expect(told).toContain('and 5 more that were not read; --report FILE tells of all.');
  });

  it('lets nothing of a source steer the terminal', async () => {
    const { report } = await bring(
      [{ notes: ['\u001B[2J'], labels: [...incoming().labels, label('A\u202Eb', '\u009B31m')] }],
      { year: '2009' },
    );
    const [odd] = report.releases;
    const many = makeReport('written', { releases: [odd, odd, odd] as ReleaseReport[], unread: report.unread });
    for (const told of [tell(report), tell(many)]) {
      expect(told).toContain('left out');
      expect(told).not.toMatch(/(?!\n)[\p{Cc}\u202E]/u);
    }
  });
});
