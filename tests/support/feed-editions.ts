/** Editions that feeds are tested with: in several languages, withdrawn, with a hub, known by their own address. */
import type { Edition, Tombstone } from '../../src/model/edition.ts';
import { parseInstant } from '../../src/text/dates.ts';
import { editionOf, publicRelease, referenceEdition, testSettings, type TestEdition } from './editions.ts';

export { editionOf, publicRelease } from './editions.ts';

/** A withdrawal at noon of a day, which is its id. */
export function withdrawalOn(day: string): Tombstone {
  const date = parseInstant(`${day}T12:00:00+02:00`);
  if (date === undefined) throw new Error(`no day: ${day}`);
  return { id: day, date, reason: 'A wrong number.', version: 2 };
}

export const withHub = { ...testSettings, hub: 'https://hub.example.org/?for=press[1]' };

export const location = 'https://press.example.org/feeds/all.xml';

/** The awkward releases as a feed that is published in full: it knows its address, its hub, its publisher's website. */
export const publishedEdition: TestEdition = editionOf(referenceEdition.releases, {
  tombstones: referenceEdition.tombstones,
  settings: { ...withHub, publisher: { ...testSettings.publisher, url: 'https://www.example.org/' } },
  selfUrl: location,
  title: 'Everything & more',
  feedId: 'all',
});

/** A text in three languages; two versions have one language under two spellings. */
export const translatedEdition: TestEdition = editionOf(
  [
    { id: 'a', lang: 'en' },
    { id: 'a.ru', lang: 'ru', translationOf: { id: 'a' } },
    { id: 'a.cnr', lang: 'cnr', translationOf: { id: 'a' } },
    { id: 'a.uk', lang: 'en-gb', translationOf: { id: 'a' } },
    { id: 'a.gb', lang: 'en-GB', translationOf: { id: 'a' } },
  ].map((data) => publicRelease(data, 'Text', `releases/2020/${data.id}.md`)),
);

/** Nothing was chosen, nothing withdrawn; something else may have been published. */
export function emptyFeed(changes: Partial<Edition> = {}): TestEdition {
  return editionOf([], changes);
}
