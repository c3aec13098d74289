import { describe, expect, it } from 'vitest';
import { recallWriters } from '../../../src/formats/rendering/recall-list.ts';
import type { Recalled } from '../../../src/model/recall.ts';

const feed = { id: 'water', title: 'Water', telling: ['rss'], silent: ['csv'] };
const recalled: readonly Recalled[] = [
  {
    id: 'a',
    identity: 'tag:p.example.org,2009:a',
    withdrawn: '2026-03-01T09:00:00+01:00',
    reason: '=HYPERLINK("x"); \u202Eno',
    feeds: [feed, { id: 'soil', title: 'Soil', telling: [], silent: ['csv'] }],
  },
  { id: 'longer', identity: 'urn:uuid:b', withdrawn: '2026-02-01T00:00:00+01:00', reason: 'Wrong', feeds: [] },
];
const write = (format: string, list = recalled, rawCells = false): string =>
  recallWriters.get(format)?.(list, { rawCells }) ?? '';

describe('a recall list', () => {
  it('is lines in columns for people, with nothing in it that steers a terminal', () => {
    expect(write('list')).toBe(
      '2026-03-01  a       in water, soil (which cannot tell)  =HYPERLINK("x"); \\u{202E}no\n' +
        '2026-02-01  longer  in no saved feed                    Wrong\n',
    );
  });

  it('is a table that no spreadsheet runs', () => {
    const [header, first, second] = write('csv').split('\r\n');
    expect(header).toBe('id,identity,withdrawn,reason,feeds,silent_feeds');
    expect(first).toContain(`"'=HYPERLINK(""x"")`);
    expect(first?.endsWith(',water; soil,soil')).toBe(true);
    expect(second).toBe('longer,urn:uuid:b,2026-02-01T00:00:00+01:00,Wrong,,');
    expect(write('csv', recalled, true)).toContain('"=HYPERLINK(""x"")');
  });

  it('is data', () => {
    const data: unknown = JSON.parse(write('json'));
    expect(data).toEqual(recalled);
    expect(
      write('ndjson')
        .trimEnd()
        .split('\n')
        .map((line) => JSON.parse(line) as unknown),
    ).toEqual(recalled);
  });

  it('of nothing is empty and valid', () => {
    expect(['list', 'ndjson'].map((format) => write(format, []))).toEqual(['', '']);
    expect(write('csv', [])).toBe('id,identity,withdrawn,reason,feeds,silent_feeds\r\n');
    expect(JSON.parse(write('json', []))).toEqual([]);
  });
});
