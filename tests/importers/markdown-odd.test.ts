import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { importers } from '../../src/importers/index.ts';
import { bringIn } from '../../src/operations/bring-in.ts';
import { archive, now, plainWish } from '../operations/bring-in-fixture.ts';
import { allSources, type AllSources } from '../support/all-sources.ts';
import { readYaml, readPost } from './markdown-posts.ts';
import { oddPost, type OddPost } from './odd-posts.ts';
import { wordsOfRelease } from './rendered-words.ts';

const batches = fc.tuple(...Array.from({ length: 40 }, (_, number) => oddPost(number)));

/** Reads posts out of one folder, as `press import` does. */
async function readAll(posts: readonly Pick<OddPost, 'path' | 'text'>[]): Promise<AllSources> {
  const texts = new Map(posts.map(({ path, text }) => [`site/${path}`, Buffer.from(text)]));
  return allSources(['site/'], {
    files: { read: (name: string) => texts.get(name) ?? Buffer.from(''), list: () => [...texts.keys()] },
    stdin: () => Promise.reject(new Error('Nobody asked for it.')),
    digest: (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex'),
    importers,
    from: undefined,
    rawCells: false,
    readYaml,
    now,
    signal: new AbortController().signal,
  });
}

describe('odd posts', () => {
  it('have the title, the day and the words that somebody gave them', () => {
    fc.assert(
      fc.property(oddPost(1), ({ path, text, title, day, words }) => {
        const release = readPost(text, path);
        expect([release.title?.value, release.date?.value]).toEqual([title, day]);
        const shown = wordsOfRelease(release.body);
        expect(words.filter((each) => !shown.includes(each))).toEqual([]);
        expect(release.body).not.toMatch(/steal\(|javascript:|onerror|<(?:p|td|div|ul|li|iframe)\b/);
      }),
      { numRuns: 700 },
    );
  });

  it('come in from a folder, all of them', async () => {
    const repository = await archive();
    await fc.assert(
      fc.asyncProperty(batches, async (posts) => {
        const read = await readAll(posts);
        expect(read.unread).toEqual([]);
        const wish = { ...plainWish, onDuplicate: 'skip' as const };
        const { report, changes } = bringIn(read, wish, { repository, now });
        expect(report.releases.map(({ outcome, duplicateOf }) => duplicateOf ?? outcome)).toEqual(
          posts.map(() => 'new'),
        );
        expect(changes.changes).toHaveLength(posts.length);
      }),
      { numRuns: 3, endOnFailure: true },
    );
  });

  it('keep two languages of one post apart', async () => {
    const text = (lines: string): string => `---\ntitle: T\nfields: [elections]\nsource: baku\n${lines}---\nText\n`;
    const posts = [
      ['_posts/2019-02-01-name.md', ''],
      ['_posts/2019-02-01-name.ru.md', ''],
      ['content/fr/2019-02-01-name.md', ''],
      ['_posts/uk/2019-02-01-name.md', 'lang: uk\n'],
      ['_posts/az/2019-02-01-Name.md', 'lang: az\n'],
    ].map(([path = '', lines = '']) => ({ path, text: text(lines), title: 'T', day: '', words: [] }));
    const { report } = bringIn(await readAll(posts), plainWish, { repository: await archive(), now });
    const names = report.releases.map(({ path }) => path?.replace('releases/2019/2019-02-01-', ''));
    expect(names.sort()).toEqual(['name.az.md', 'name.fr.md', 'name.md', 'name.ru.md', 'name.uk.md']);
  });

  it('of two days are two, though they say the same', async () => {
    const text = '---\ntitle: Weekly briefing\nfields: [elections]\nsource: baku\n---\nAt ten.\n';
    const posts = ['_posts/2019-02-01-briefing.md', '_posts/2019-02-08-briefing.md'].map((path) => ({ path, text }));
    const read = await readAll(posts);
    const { report } = bringIn(read, plainWish, { repository: await archive(), now });
    expect(report.releases.map(({ outcome, path }) => [outcome, path])).toEqual([
      ['new', 'releases/2019/2019-02-01-briefing.md'],
      ['new', 'releases/2019/2019-02-08-briefing-2.md'],
    ]);
  });

  it('of any characters at all end in a release', () => {
    const pieces = fc.constantFrom(
      '---',
      '\n',
      '\r\n',
      'title: ',
      'date: ',
      '"',
      "'",
      '<',
      '>',
      '</',
      '<!--',
      '-->',
      '{{',
      '}}',
      '{%',
      '%}',
      '{:',
      '}',
      '`',
      '```',
      '[',
      '](',
      ')',
      '|',
      '- ',
      '  ',
      '\t',
      '# ',
      '<table>',
      '<td>',
      '</table>',
      '<b>',
      '</b>',
      '<br>',
      '+++',
      ';;;',
      '= "',
      '&',
      '*',
      ': ',
      'x',
      '\u0000',
      '\uE0F0',
      '\u202E',
      '2019-01-02',
    );
    fc.assert(
      fc.property(
        fc.array(fc.oneof(pieces, fc.string({ unit: 'grapheme', maxLength: 6 })), { maxLength: 60 }),
        (parts) => {
          const release = readPost(`---\ntitle: T\n${parts.join('')}`, '_posts/2019-02-22-x.md');
          expect(release.title?.value).toBeTruthy();
          expect(release.body).not.toMatch(/\p{Cc}(?<![\t\n])/u);
        },
      ),
      { numRuns: 1500 },
    );
  });
});
