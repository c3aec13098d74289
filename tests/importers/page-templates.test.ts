/**
 * Pages of the forms that institutions' sites have, as HTML and as the text that is left of it. What was read of each stands in
 * tests/golden/importers/, for people to read.
 */
import { describe, expect, it } from 'vitest';
import { importers } from '../../src/importers/index.ts';
import type { Importer, ImportSource, SourceRelease, Stated, UnreadPart } from '../../src/model/importer.ts';
import { expectGolden } from '../support/golden.ts';
import { template } from './pages.ts';

const templates = ['skip-links', 'place-date-line', 'bare-dateline', 'listing'];

async function read(
  name: string,
): Promise<{ card: Importer; source: ImportSource; releases: readonly SourceRelease[] }> {
  const cards = await Promise.all([...importers.values()].map((load) => load()));
  const source = template(name);
  const card = cards.find((each) => each.recognise(source) > 0);
  return { card: card!, source, releases: card!.read(source) };
}

function line(key: string, stated: Stated | undefined): string[] {
  if (stated === undefined) return [];
  return [`${key}: ${stated.value}  (${stated.origin}${stated.confidence === 'likely' ? ', likely' : ''})`];
}

/** All that was read of a release, in words. */
function told(release: SourceRelease): string {
  const { part, title, date, dayAndMonth, places, labels, lang, type, summary, contacts, url } = release;
  const day =
    dayAndMonth === undefined
      ? []
      : [`day: ${dayAndMonth.value.day}.${dayAndMonth.value.month}.  (${dayAndMonth.origin})`];
  return [
    ...(part === undefined ? [] : [`== ${part}`]),
    ...line('title', title),
    ...line('date', date),
    ...day,
    ...places.flatMap((each) => line('place', each)),
    ...labels.flatMap((each) => line(each.heading, each)),
    ...line('lang', lang),
    ...line('type', type),
    ...line('summary', summary),
    ...contacts.flatMap((each) => line('contact', each)),
    ...(url === undefined ? [] : [`url: ${url}`]),
    ...release.guesses.map(({ key, value, reason }) => `guess: ${key} ${value}, because ${reason}`),
    ...release.contradictions.map(({ key, value, origin }) => `contradiction: ${key} ${value} (${origin})`),
    ...release.notCarried.map((each) => `not carried: ${each}`),
    ...(release.changed ?? []).map((each) => `changed: ${each}`),
    ...release.notes.map((each) => `note: ${each}`),
    ...(release.speaksOfEmbargo ? ['speaks of an embargo'] : []),
    '--',
    release.body,
    '',
  ].join('\n');
}

function unreadLine({ part, message }: UnreadPart): string {
  return `not read: ${part ?? ''} ${message}\n`;
}

describe('a page of the kind of', () => {
  it.each(templates.flatMap((name) => [`${name}.html`, `${name}.txt`]))('%s', async (name) => {
    const { card, source, releases } = await read(name);
    const unread = (card.leavesOut?.(source) ?? []).map(unreadLine);
    expectGolden(`importers/${name}.read.txt`, releases.map(told).join('\n') + unread.join(''));
  });

  it.each(['skip-links', 'place-date-line', 'bare-dateline'])('%s says the same in HTML and as text', async (name) => {
    const [html, text] = await Promise.all([read(`${name}.html`), read(`${name}.txt`)]);
    const said = ({ releases }: typeof html): unknown =>
      releases.map(({ title, date, dayAndMonth, places, labels, type, body, guesses, speaksOfEmbargo }) => [
        title?.value,
        date?.value,
        dayAndMonth?.value,
        places.map(({ value }) => value),
        labels.map(({ heading, value }) => [heading, value]),
        type?.value,
        body,
        guesses,
        speaksOfEmbargo,
      ]);
    expect(said(html)).toEqual(said(text));
  });

  it('--from page is read as what it is', async () => {
    const card = await importers.get('page')!();
    for (const name of templates) {
      expect(card.read(template(`${name}.html`))).toEqual((await read(`${name}.html`)).releases);
      expect(card.read(template(`${name}.txt`))).toEqual((await read(`${name}.txt`)).releases);
    }
    expect(card.leavesOut?.(template('listing.html'))).toHaveLength(1);
    expect(card.recognise(template('listing.html'))).toBe(0);
  });
});
