import { describe, expect, it } from 'vitest';
import type { Paint } from '../../src/model/environment.ts';
import { makeReport, type ReleaseReport } from '../../src/operations/bring-in-report.ts';
import { tellReport } from '../../src/operations/bring-in-tell.ts';
import { bring, incoming, label } from './bring-in-fixture.ts';

const same = (text: string): string => text;
const plain: Paint = { bad: same, warn: (text) => `!${text}`, good: same, quiet: same, path: same, strong: same };
const tell = (report: Parameters<typeof tellReport>[0]): string =>
  tellReport(report, { paint: plain, display: (path) => `../${path}` }).join('\n');

describe('the report of an import for people', () => {
  it('tells what was read, guessed, unknown, disputed, missing and left out', async () => {
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
    expect(told.split('\n').at(-1)).toBe('1 release, 1 of them a draft, 1 to look at.');
  });

  it('is short about what is there already, what has no date, and what was not read', async () => {
    const { report } = await bring([{}, {}, { dayAndMonth: undefined }], { year: '2009' });
    const told = tell({ ...report, unread: [{ source: 'x.txt', message: 'No release.' }] });
    expect(told).toContain('page-2.txt  is there already: ../releases/2009/2009-11-16-course-opens-in-baku.md\n');
    expect(told).toContain('page-3.txt  !has no date\n');
    expect(told).toContain('x.txt  !not read  No release.\n');
    expect(told.split('\n').at(-1)).toBe('1 release, 1 there already, 1 to look at (nothing written).');
  });

  it('tells only of those that want a look when there are many, twenty at most', async () => {
    const { report } = await bring([{}], { year: '2009' });
    const [fine] = report.releases;
    const odd = { ...fine, source: 'odd.txt', notCarried: ['picture'] } as ReleaseReport;
    const few = tell(
      makeReport('written', {
        releases: Array.from({ length: 30 }, () => fine as ReleaseReport).concat(odd),
        unread: [],
      }),
    );
    expect([few.includes('page-1.txt'), few.includes('odd.txt')]).toEqual([false, true]);
    const many = tell(
      makeReport('written', {
        releases: Array.from({ length: 30 }, () => odd),
        unread: Array.from({ length: 25 }, () => ({ source: 'x', message: 'y' })),
      }),
    );
    expect(many.match(/odd\.txt →/g)).toHaveLength(20);
    expect(many).toContain('and 10 more that want a look; --report FILE tells of all.');
    expect(many).toContain('and 5 more that were not read.');
  });

  it('lets nothing of a source steer the terminal', async () => {
    const { report } = await bring(
      [{ notes: ['\u001B[2J'], labels: [...incoming().labels, label('A\u202Eb', '\u009B31m')] }],
      { year: '2009' },
    );
    expect(tell(report)).not.toMatch(/(?!\n)[\p{Cc}\u202E]/u);
  });
});
