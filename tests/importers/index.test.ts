import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { importers } from '../../src/importers/index.ts';
import { page, source } from './pages.ts';

const folder = new URL('../../src/importers/', import.meta.url);

describe('the list of importers', () => {
  it('holds every card of the folder, under the name on the card', async () => {
    const files = readdirSync(folder, { withFileTypes: true }).filter(
      (entry) => entry.isFile() && entry.name !== 'index.ts',
    );
    expect(files.map(({ name }) => name.replace('.ts', '')).sort()).toEqual([...importers.keys()].sort());
    for (const [id, load] of importers) {
      const card = await load();
      expect(card.id).toBe(id);
      expect(card.summary).not.toBe('');
    }
  });

  it.each([
    ['ferry-course.txt', 'page-text'],
    ['lighthouse.ru.txt', 'page-text'],
    ['ferry-course.html', 'page-html'],
    ['definitions.html', 'page-html'],
    ['old-table.html', 'page-html'],
  ])('lets %s be recognised as %s alone', async (name, id) => {
    const cards = await Promise.all([...importers.values()].map((load) => load()));
    expect(cards.filter((card) => card.recognise(page(name)) > 0).map((card) => card.id)).toEqual([id]);
  });

  it.each([
    ['reference.newsml-g2.newsml.xml', 'newsml-g2', 'NewsML-G2'],
    ['reference.rss', 'feed', 'an RSS feed'],
    ['reference.atom', 'feed', 'an Atom feed'],
  ])('lets %s be read as %s, and as no page', async (name, id, kind) => {
    const text = readFileSync(new URL(`../golden/formats/${name}`, import.meta.url), 'utf8');
    const cards = await Promise.all([...importers.values()].map((load) => load()));
    expect(cards.filter((card) => card.recognise(source(text)) > 0).map((card) => card.id)).toEqual([id]);
    const pages = cards.find((card) => card.id === 'page-html');
    expect(() => pages?.read(source(text, name))).toThrow(`«${name}» is ${kind}, and no page.`);
  });

  it.each([
    ['hostile.sitemap.sitemap.xml', 'a sitemap'],
    ['news.news-sitemap.news-sitemap.xml', 'a sitemap'],
    ['feeds.opml', 'an OPML list of feeds'],
  ])('lets nobody take %s for a page: it is %s', async (name, kind) => {
    const text = readFileSync(new URL(`../golden/formats/${name}`, import.meta.url), 'utf8');
    const cards = await Promise.all([...importers.values()].map((load) => load()));
    expect(cards.filter((card) => card.recognise(source(text)) > 0).map(({ id }) => id)).toEqual([]);
    expect(new Set(cards.flatMap((card) => card.mistakes?.(source(text)) ?? []))).toEqual(new Set([kind]));
    const pages = cards.find(({ id }) => id === 'page-html');
    expect(() => pages?.read(source(text, name))).toThrow(`«${name}» is ${kind}, and no page.`);
  });

  it.each([
    ['prose', 'A letter without any form.\nIt goes on and on.\n'],
    [
      'RDF of another kind',
      '<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"><rdf:Description/></rdf:RDF>',
    ],
    ['a feed of something else', '<feed><entry/></feed>'],
    ['JSON', '{"date": "2009-11-16", "place": "Baku"}'],
    ['nothing', ''],
  ])('lets nobody take %s', async (_, text) => {
    const cards = await Promise.all([...importers.values()].map((load) => load()));
    expect(cards.map((card) => card.recognise(source(text)))).toEqual(cards.map(() => 0));
  });
});
