import { parseOpml } from 'feedsmith';
import { describe, expect, it } from 'vitest';
import { opml } from '../../src/formats/opml.ts';
import type { Edition } from '../../src/model/edition.ts';
import type { SavedFeed, Settings } from '../../src/model/settings.ts';
import { defaultSettings } from '../../src/model/settings.ts';
import { referenceEdition, testSettings } from '../support/editions.ts';
import { emptyFeed } from '../support/feed-editions.ts';
import { xmlTree } from '../support/xml-tree.ts';
import { expectGolden } from '../support/golden.ts';
import { written } from '../support/written.ts';

const feeds: readonly SavedFeed[] = [
  { id: 'all', title: 'Everything', formats: ['rss', 'atom', 'json-feed'], url: 'https://press.example.org/feeds/' },
  {
    id: 'vote',
    title: 'Elections & "more"',
    formats: ['atom'],
    url: 'https://press.example.org/e|v.xml',
    lang: 'EN-gb',
  },
  { id: 'json', title: 'Not for feed readers', formats: ['json-feed'], url: 'https://press.example.org/x.json' },
  { id: 'homeless', title: 'Without an address', formats: ['rss'] },
];

function withFeeds(saved: readonly SavedFeed[], settings: Settings = testSettings): Edition {
  return emptyFeed({ settings: { ...settings, feeds: saved } });
}

describe('the list of feeds', () => {
  it('has an outline for each file that feed readers take', () => {
    const outlines = xmlTree(written(opml, withFeeds(feeds))).children[1]?.children ?? [];
    const [htmlUrl, type] = ['https://press.example.org/', 'rss'];
    expect(outlines.map(({ attributes }) => Object.fromEntries(attributes))).toEqual([
      {
        ...{ text: 'Everything (RSS)', type, title: 'Everything', htmlUrl, version: 'RSS' },
        xmlUrl: 'https://press.example.org/feeds/all.rss',
      },
      {
        ...{ text: 'Everything (Atom)', type, title: 'Everything', htmlUrl },
        xmlUrl: 'https://press.example.org/feeds/all.atom',
      },
      {
        ...{ text: 'Elections & "more"', type, title: 'Elections & "more"', htmlUrl, language: 'en-GB' },
        xmlUrl: 'https://press.example.org/e%7Cv.xml',
      },
    ]);
  });

  it('stays as it is, to the byte', () => {
    expectGolden('formats/feeds.opml', written(opml, withFeeds(feeds)));
  });

  it('names its owner, and no date', () => {
    const publisher = { name: 'Sample <b>Office</b>', url: 'https://www.example.org' };
    const [head] = xmlTree(written(opml, withFeeds(feeds, { ...testSettings, publisher }))).children;
    expect(head?.children.map(({ name, text }) => [name, text])).toEqual([
      ['title', 'Sample Office'],
      ['ownerName', 'Sample Office'],
      ['ownerId', 'https://www.example.org/'],
    ]);
  });

  it('does without baseUrl, and is the same whatever releases are chosen', () => {
    const [outline] = xmlTree(written(opml, withFeeds(feeds, defaultSettings))).children[1]?.children ?? [];
    expect(outline?.attributes.has('htmlUrl')).toBe(false);
    const settings = { ...testSettings, feeds };
    expect(written(opml, { ...referenceEdition, settings })).toBe(written(opml, withFeeds(feeds)));
  });

  it('cannot be without an outline, and says what is missing', () => {
    expect(opml.refuses?.(withFeeds(feeds))).toBeUndefined();
    for (const none of [[], feeds.slice(2)]) expect(opml.refuses?.(withFeeds(none))).toMatch(/press\.yaml.*«url»/);
  });

  it('is read back by another program', () => {
    const read = parseOpml(written(opml, withFeeds(feeds)));
    expect(read.head?.title).toBe('Sample Press Office');
    expect(read.body?.outlines?.map(({ title, xmlUrl }) => [title, xmlUrl])).toEqual([
      ['Everything', 'https://press.example.org/feeds/all.rss'],
      ['Everything', 'https://press.example.org/feeds/all.atom'],
      ['Elections & "more"', 'https://press.example.org/e%7Cv.xml'],
    ]);
  });
});
