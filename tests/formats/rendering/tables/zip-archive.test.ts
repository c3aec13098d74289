import { strFromU8, unzipSync } from 'fflate';
import { afterEach, describe, expect, it } from 'vitest';
import { zipArchive, type ArchivedText } from '../../../../src/formats/rendering/tables/zip-archive.ts';
import { joined } from '../../../support/written.ts';

const zone = process.env['TZ'];
afterEach(() => {
  if (zone === undefined) delete process.env['TZ'];
  else process.env['TZ'] = zone;
});

/** What is in an archive, by path. */
function contents(files: readonly ArchivedText[]): Record<string, string> {
  const found = Object.entries(unzipSync(joined(zipArchive(files))));
  return Object.fromEntries(found.map(([path, bytes]) => [path, strFromU8(bytes)]));
}

describe('an archive', () => {
  it('holds its files in UTF-8, also empty and long ones', () => {
    const long = Array.from({ length: 9_000 }, (_, at) => `${at} Türkiye 😀 ${at * 7}\n`);
    expect(
      contents([
        { path: 'a.xml', text: ['<a>', 'é', '</a>'] },
        { path: 'deep/er/b.xml', text: [] },
        { path: 'long.xml', text: long },
      ]),
    ).toEqual({ 'a.xml': '<a>é</a>', 'deep/er/b.xml': '', 'long.xml': long.join('') });
  });

  it('refuses a file whose size it cannot note', () => {
    const text = ['five ', 'five ', 'x'];
    expect(() => joined(zipArchive([{ path: 'a', text }], 10))).toThrow('more than 4 GiB');
    expect(joined(zipArchive([{ path: 'a', text }], 11)).length).toBeGreaterThan(100);
  });

  it('may hold nothing', () => {
    expect(contents([])).toEqual({});
  });

  it.each(['UTC', 'America/Los_Angeles', 'Pacific/Kiritimati', 'Asia/Kathmandu'])(
    'notes the same day wherever it is made: %s',
    (timeZone) => {
      process.env['TZ'] = timeZone;
      const bytes = joined(zipArchive([{ path: 'a', text: ['a'] }]));
      // Section 4.4.6 of the format: twelve o'clock on the first day of 1980.
      expect(bytes.readUInt16LE(10)).toBe(12 << 11);
      expect(bytes.readUInt16LE(12)).toBe((1 << 5) | 1);
    },
  );

  it('is written while its files are read', () => {
    let read = 0;
    function* text(): Generator<string> {
      for (; read < 1_000_000; read += 1) yield `${read * 7919} words that do not repeat ${read * 104_729}\n`;
    }
    const bytes = zipArchive([{ path: 'long', text: text() }]);
    let got = 0;
    while (got < 40_000) got += bytes.next().value?.length ?? 40_000;
    expect(read).toBeGreaterThan(0);
    expect(read).toBeLessThan(100_000);
  });
});
