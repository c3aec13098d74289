import { readdirSync } from 'node:fs';
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
    ['prose', 'A letter without any form.\nIt goes on and on.\n'],
    ['a release of the archive', '---\nid: x\n---\nBAKU, 16 November 2009 - Text.\n'],
    [
      'a feed',
      '<?xml version="1.0"?>\n<rss version="2.0"><channel><description>&lt;p&gt;x&lt;/p&gt;<p>y</p></description></channel></rss>',
    ],
    ['JSON', '{"date": "2009-11-16", "place": "Baku"}'],
    ['nothing', ''],
  ])('lets nobody take %s', async (_, text) => {
    const cards = await Promise.all([...importers.values()].map((load) => load()));
    expect(cards.map((card) => card.recognise(source(text)))).toEqual(cards.map(() => 0));
  });
});
