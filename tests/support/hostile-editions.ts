/** Editions in which every value is somebody's attack, in any combination. */
import fc from 'fast-check';
import { withoutControls } from '../../src/text/control-characters.ts';
import { editionOf, publicRelease, type TestEdition } from './editions.ts';
import { hostileTexts } from './hostile-text.ts';

const nonEmpty = hostileTexts.filter((text) => withoutControls(text) !== '');

/** One to three public releases; the title of the edition is that of the first, its columns are those of a table with the text. */
export const hostileEditions: fc.Arbitrary<TestEdition> = fc
  .array(
    fc.record({
      title: nonEmpty,
      summary: hostileTexts,
      place: fc.array(nonEmpty, { minLength: 1, maxLength: 3 }),
      fields: fc.array(nonEmpty, { minLength: 1, maxLength: 3 }),
      source: nonEmpty,
      lang: hostileTexts.map(withoutControls),
      type: hostileTexts,
      note: hostileTexts,
      href: hostileTexts,
      body: hostileTexts,
    }),
    { minLength: 1, maxLength: 3 },
  )
  .map((drafts) =>
    editionOf(
      drafts.map(({ note, href, body, ...data }, at) => {
        const corrections = [{ date: '2020-02-02', kind: 'update', note }];
        return publicRelease(
          { ...data, id: `r${at}`, slug: 'x', corrections, attachments: [{ href, size: 1 }] },
          body,
          `releases/r${at}.md`,
        );
      }),
      {
        title: drafts[0]?.title,
        columns: ['title', 'place', 'fields', 'summary', 'lang', 'type', 'corrections', 'body'],
      },
    ),
  );
