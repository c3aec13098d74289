import { describe, it } from 'vitest';
import { exportFormats } from '../../src/formats/index.ts';
import type { Edition } from '../../src/model/edition.ts';
import { emptyEdition, hostileEdition, referenceEdition, singleEdition, staffEdition } from '../support/editions.ts';
import { expectGolden } from '../support/golden.ts';
import { bytesWritten } from '../support/written.ts';

const editions: ReadonlyMap<string, Edition> = new Map([
  ['reference', referenceEdition],
  ['hostile', hostileEdition],
  ['empty', emptyEdition],
  ['single', singleEdition],
  ['staff', staffEdition],
]);

const cards = await Promise.all([...exportFormats.values()].map((load) => load()));

describe.each(cards)('$id', (card) => {
  // What is not public never reaches a format that cannot mark it, and some standards have no empty document.
  const names = [...editions]
    .filter(([name]) => name !== 'staff' || card.marksUnpublished)
    .filter(([, edition]) => card.refuses?.(edition) === undefined)
    .map(([name]) => name);

  it.each(names)('of the %s edition', (name) => {
    const suffix = card.id === card.extension ? card.extension : `${card.id}.${card.extension}`;
    expectGolden(`formats/${name}.${suffix}`, bytesWritten(card, editions.get(name) ?? emptyEdition));
  });
});
