import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { archives } from './arbitrary-releases.ts';
import { everyColumn, losses, surprises } from './losses.ts';
import { differences, exported, house, imported, type Journey } from './round-trip.ts';

const empty = await house();

async function travel(name: string, journey: Journey): Promise<void> {
  await fc.assert(
    fc.asyncProperty(archives(empty), async (files) => {
      const [from, to] = [await house(files), await house()];
      const { refusal } = await imported(to, await exported(from, journey), journey);
      expect(refusal?.hint).toBeUndefined();
      expect(surprises({ from, to, journey }, losses[name] ?? new Map())).toEqual([]);
    }),
    { numRuns: 20, endOnFailure: true },
  );
}

describe('releases of any kind', () => {
  it.each(['json', 'ndjson'])('come back from %s with every key', async (format) => {
    await travel(format, { format, includeUnpublished: true });
  });

  it('come back from a table with every column, but for what has parts', async () => {
    await travel('csv with every column', { format: 'csv', look: { columns: everyColumn }, includeUnpublished: true });
  });

  it('come back from a table that was written without guards', async () => {
    const look = { columns: everyColumn, rawCells: true, bom: true };
    await travel('csv with every column', { format: 'csv', look, includeUnpublished: true });
  });

  it.each(['ninjs', 'newsml-g2'])('keep their terms, days, names and languages in %s', async (format) => {
    const kept = ['id', 'fields', 'source', 'countries', 'meetings', 'lang', 'type', 'date', 'place', 'embargo'];
    const journey = { format, includeUnpublished: true };
    await fc.assert(
      fc.asyncProperty(archives(empty), async (files) => {
        const [from, to] = [await house(files), await house()];
        const { refusal } = await imported(to, await exported(from, journey), journey);
        expect(refusal?.hint).toBeUndefined();
        const told = surprises({ from, to, journey }, losses[format] ?? new Map());
        expect(told.filter((each) => kept.includes(each.split(' ')[2] ?? ''))).toEqual([]);
      }),
      { numRuns: 20, endOnFailure: true },
    );
  });

  it.each(['rss', 'atom', 'json-feed'])('keep their terms, days, names and languages in %s', async (format) => {
    const kept = new Set(['id', 'fields', 'source', 'countries', 'meetings', 'lang', 'type']);
    await fc.assert(
      fc.asyncProperty(archives(empty), async (files) => {
        const [from, to] = [await house(files), await house()];
        const { refusal } = await imported(to, await exported(from, { format }), { format });
        expect(refusal?.hint).toBeUndefined();
        expect(differences(from, to).filter(({ key }) => kept.has(key))).toEqual([]);
      }),
      { numRuns: 20, endOnFailure: true },
    );
  });
});
