import { describe, it } from 'vitest';
import { exportFormats } from '../../src/formats/index.ts';
import type { Edition } from '../../src/model/edition.ts';
import type { ExportFormat } from '../../src/model/export-format.ts';
import { emptyEdition, hostileEdition, referenceEdition, singleEdition, staffEdition } from '../support/editions.ts';
import { expectGolden } from '../support/golden.ts';
import { bytesWritten } from '../support/written.ts';

const editions: ReadonlyMap<string, Edition> = new Map([
  ['reference', referenceEdition],
  ['hostile', hostileEdition],
  ['empty', emptyEdition],
  ['single', singleEdition],
  ['staff', staffEdition],
  // The hostile one on the day after.
  ['news', { ...hostileEdition, now: Date.UTC(2020, 0, 3, 12) }],
]);

const cards = await Promise.all([...exportFormats.values()].map((load) => load()));

/** What is not public never reaches a format that cannot mark it, some standards have no empty document, and news is new. */
function editionNames(card: ExportFormat): string[] {
  return [...editions]
    .filter(([name]) => name !== 'staff' || card.marksUnpublished)
    .filter(([name]) => name !== 'news' || card.id === 'news-sitemap')
    .filter(([, edition]) => card.refuses?.(edition) === undefined)
    .map(([name]) => name);
}

// A list of feeds has no document of an edition without feeds.
describe.each(cards.filter((card) => editionNames(card).length > 0))('$id', (card) => {
  it.each(editionNames(card))('of the %s edition', (name) => {
    const suffix = card.id === card.extension ? card.extension : `${card.id}.${card.extension}`;
    expectGolden(`formats/${name}.${suffix}`, bytesWritten(card, editions.get(name) ?? emptyEdition));
  });
});
