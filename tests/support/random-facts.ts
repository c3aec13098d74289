/** Random facts about a file, with odd texts in all places. */
import fc from 'fast-check';
import type { FileFacts, ReleaseFacts } from '../../src/model/file-facts.ts';

// Whole characters, of every plane: `grapheme` alone would hardly ever leave the first one.
export const oddText: fc.Arbitrary<string> = fc.oneof(
  fc.string({ unit: 'grapheme' }),
  fc.string({ unit: 'binary' }),
  fc.constantFrom('', '/', '\0', 'Ош', 'Đà Nẵng', '🕊️', '\u2028', 'a/b', '__proto__', '\uFEFF', '\u{10FFFF}'),
);
const maybe = <Value>(value: fc.Arbitrary<Value>): fc.Arbitrary<Value | undefined> =>
  fc.option(value, { nil: undefined });
const someOf = (text: fc.Arbitrary<string>): fc.Arbitrary<string[]> => fc.array(text, { maxLength: 4 });

const releaseFacts: fc.Arbitrary<ReleaseFacts> = fc.record({
  publicFrom: fc.oneof(
    fc.constantFrom(Infinity, -Infinity, 0, -62_135_596_800_000),
    fc.integer(),
    fc.double({ noNaN: true }),
  ),
  lang: oddText,
  permalink: oddText,
  places: someOf(oddText),
  terms: fc
    .uniqueArray(fc.tuple(oddText, fc.array(oddText, { minLength: 1, maxLength: 5 })), {
      selector: ([key]) => key,
      maxLength: 4,
    })
    .map((entries) => new Map(entries)),
});

/** Facts of a file at a path. */
export function factsAt(path: string): fc.Arbitrary<FileFacts> {
  return fc.record({
    path: fc.constant(path),
    isReadable: fc.boolean(),
    id: maybe(oddText),
    lang: maybe(oddText),
    date: maybe(oddText),
    status: maybe(oddText),
    address: maybe(oddText),
    aliases: someOf(oddText),
    related: someOf(oddText),
    original: maybe(fc.oneof(fc.record({ id: oddText }), fc.record({ id: oddText, digest: oddText }))),
    attachments: someOf(oddText),
    links: someOf(oddText),
    release: maybe(releaseFacts),
  });
}

/** The facts as plain data, whoever made them. */
export function plainFacts(facts: FileFacts): FileFacts {
  const { path, isReadable, id, lang, date, status, address, aliases, related, original, attachments, links } = facts;
  const { release } = facts;
  return {
    path,
    isReadable,
    id,
    lang,
    date,
    status,
    address,
    aliases,
    related,
    original,
    attachments,
    links,
    release: release && {
      publicFrom: release.publicFrom,
      lang: release.lang,
      permalink: release.permalink,
      places: release.places,
      terms: release.terms,
    },
  };
}

/** Facts of a release of which a test does not care. */
export function someFacts(path: string, more: Partial<FileFacts> = {}): FileFacts {
  return {
    path,
    isReadable: true,
    id: path,
    lang: undefined,
    date: '2009-11-16',
    status: 'published',
    address: '/2009/x/',
    aliases: [],
    related: [],
    original: undefined,
    attachments: [],
    links: [],
    release: { publicFrom: 0, lang: 'en', permalink: '/2009/x/', places: ['Vienna'], terms: new Map() },
    ...more,
  };
}
