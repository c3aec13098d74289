import { readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { exportFormats } from '../../src/formats/index.ts';
import { emptyEdition, referenceEdition } from '../support/editions.ts';
import { written } from '../support/written.ts';

const folder = fileURLToPath(new URL('../../src/formats/', import.meta.url));

describe('the list of formats', () => {
  it('has every card in the folder, and no other', () => {
    const cards = readdirSync(folder, { withFileTypes: true })
      .filter((entry) => entry.isFile() && entry.name !== 'index.ts')
      .map(({ name }) => name.replace(/\.ts$/, ''));
    expect([...exportFormats.keys()].sort()).toEqual(cards.sort());
  });

  it.each(['toString', 'constructor', '__proto__'])('does not take %s for a format', (word) => {
    expect(exportFormats.get(word)).toBeUndefined();
  });
});

it('gives no two formats the same ending, because files of a saved feed differ in it alone', async () => {
  const cards = await Promise.all([...exportFormats.values()].map((load) => load()));
  const endings = cards.map(({ extension }) => extension);
  expect(endings).toEqual([...new Set(endings)]);
});

describe.each([...exportFormats])('the card of %s', (word, load) => {
  it('says what it is', async () => {
    const card = await load();
    expect(card.id).toBe(word);
    expect(card.mediaType).toMatch(/^[a-z]+\/[a-z0-9+.-]+$/);
    expect(card.extension).toMatch(/^[a-z]+(?:[.-][a-z0-9]+)*$/);
    expect(card.summary).toMatch(/^[A-Z].{10,70}[^.]$/);
  });

  it('writes the same bytes each time, release by release', async () => {
    const card = await load();
    expect(written(card, referenceEdition)).toBe(written(card, referenceEdition));
    // A list of feeds reads no release, and has no document of this edition, which has no feeds.
    if (card.refuses?.(referenceEdition) !== undefined) return;
    expect([...card.write(referenceEdition)].length).toBeGreaterThanOrEqual(referenceEdition.releases.length);
  });

  it('ends with one line end, or is empty', async () => {
    const card = await load();
    if (card.isBinary === true) return;
    for (const edition of [referenceEdition, emptyEdition].filter((each) => card.refuses?.(each) === undefined))
      expect(written(card, edition)).toMatch(/^$|[^\n]\n$/);
  });

  it('does not need to have started before somebody reads it', async () => {
    const card = await load();
    const first = card.write(referenceEdition)[Symbol.iterator]().next();
    expect(String(first.value).length).toBeLessThan(written(card, referenceEdition).length);
  });
});
