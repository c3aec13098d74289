/** Vocabularies of any kind, as the text of a taxonomy.yaml (JSON is YAML, too). */
import fc from 'fast-check';
import { hostileTexts } from '../support/hostile-text.ts';

const LINE = /^[ \u00A0]*[^ \u00A0\p{Cc}\p{Zl}\p{Zp}][^\p{Cc}\p{Zl}\p{Zp}]*$/u;
const CONTROLS = /(?![\t\n])\p{Cc}/u;
const REFUSED = /[\u202A-\u202E\u2066-\u2069\uFFFE\uFFFF]/;

const awkward = [
  '"',
  '\\',
  "'",
  '=1+1',
  'a | b',
  'a; b',
  'ru: x',
  'x [2000/2001]',
  'نص',
  '😀',
  'é',
  'no',
  '  x',
  'x ',
  '<b>',
  '@en',
  '\\u0041',
  'a\\',
];

const lines = fc
  .oneof(fc.constantFrom(...awkward), hostileTexts, fc.string({ unit: 'grapheme', maxLength: 12 }))
  .map((text) => text.slice(0, 100).toWellFormed())
  .filter((text) => LINE.test(text) && !REFUSED.test(text));

const longTexts = fc
  .oneof(
    lines,
    fc.array(lines, { minLength: 2, maxLength: 3 }).map((all) => all.join('\n')),
  )
  .filter((text) => text.trim() !== '' && !CONTROLS.test(text));

const languages = ['en', 'ru', 'en-GB', 'sr-Latn'];

const texts = (text: fc.Arbitrary<string>): fc.Arbitrary<unknown> =>
  fc.oneof(text, fc.dictionary(fc.constantFrom(...languages), text, { minKeys: 1, maxKeys: 3, noNullPrototype: true }));

const dates = fc.constantFrom('1999', '2000-07', '2000-07-17', '2015-12-31', 'unknown');
const periods = fc.record({ from: dates, until: dates }, { requiredKeys: [] });
const someDates = periods.filter((period) => Object.keys(period).length > 0);
const dated = fc.tuple(texts(lines), periods).map(([label, period]) => ({ label, ...period }));

const ids = ['a', 'b', 'c-1', 'd.x', '7', 'no', 'constructor-1'];
const facets = ['topic', 'office'];
const references = fc.oneof(
  fc.constantFrom(...ids),
  fc.tuple(fc.constantFrom(...facets), fc.constantFrom(...ids)).map((parts) => parts.join('/')),
);
const concepts = fc.constantFrom(
  'medtop:20000574',
  'http://cv.iptc.org/newscodes/mediatopic/20000574',
  'https://example.org/a',
  'https://example.org/{b}',
  'urn:x:y',
  'eurovoc:1234',
);
const some = <Item>(item: fc.Arbitrary<Item>): fc.Arbitrary<Item[]> =>
  fc.uniqueArray(item, { minLength: 1, maxLength: 3 });
const several = <Item>(item: fc.Arbitrary<Item>): fc.Arbitrary<Item[]> =>
  fc.array(item, { minLength: 1, maxLength: 3 });

const terms = fc.record(
  {
    label: texts(lines),
    aliases: several(texts(lines)),
    names: several(dated),
    roles: several(dated),
    active: someDates,
    assignable: fc.constant(false),
    deprecated: fc.constant(true),
    members: fc.constant('closed'),
    iso3166: fc.constantFrom('TR', 'NO'),
    replacedBy: some(references),
    implies: some(references),
    related: some(references),
    memberOf: several(fc.tuple(references, periods).map(([term, period]) => ({ term, ...period }))),
    match: fc.dictionary(
      fc.constantFrom('exactMatch', 'closeMatch', 'broadMatch', 'narrowMatch', 'relatedMatch'),
      some(concepts),
      { minKeys: 1, noNullPrototype: true },
    ),
    formerIds: fc.constantFrom(['old-1'], ['old-1', 'old-2']),
    description: texts(longTexts),
    note: longTexts,
  },
  { requiredKeys: ['label'], noNullPrototype: true },
);

interface Node {
  readonly id: string;
  readonly parent: number;
  readonly entry: Record<string, unknown>;
}

/** A tree: each term stands under one before it, or at the top. */
const trees = (minLength: number): fc.Arbitrary<Record<string, unknown>> =>
  fc
    .uniqueArray(fc.tuple(fc.constantFrom(...ids), fc.integer({ min: -3, max: 5 }), terms), {
      selector: ([id]) => id,
      minLength,
      maxLength: 6,
    })
    .map((all) =>
      treeOf(
        all.map(([id, parent, entry], at): Node => ({
          id,
          parent: parent < at ? parent : -1,
          entry: onlyOwner(entry, at),
        })),
      ),
    );

/** An id that a term had is that of one term. */
function onlyOwner(entry: Record<string, unknown>, at: number): Record<string, unknown> {
  return at === 0 ? entry : Object.fromEntries(Object.entries(entry).filter(([key]) => key !== 'formerIds'));
}

function treeOf(nodes: readonly Node[], parent = -1): Record<string, unknown> {
  const here = nodes.flatMap((node, at) => ((node.parent < 0 ? -1 : node.parent) === parent ? [{ ...node, at }] : []));
  return Object.fromEntries(
    here.map(({ id, entry, at }) => {
      const narrower = treeOf(nodes, at);
      return [id, Object.keys(narrower).length === 0 ? entry : { ...entry, narrower }];
    }),
  );
}

const entries = (least: number): fc.Arbitrary<Record<string, unknown>> =>
  fc.record(
    {
      label: texts(lines),
      description: texts(longTexts),
      note: longTexts,
      property: fc.constant(''),
      multiple: fc.boolean(),
      required: fc.boolean(),
      judged: fc.constantFrom('author', 'subject'),
      languages: fc.constantFrom(['en'], ['ru', 'en'], ['en', 'ru']),
      terms: trees(least),
    },
    { requiredKeys: ['property', 'terms'], noNullPrototype: true },
  );

export const vocabularies: fc.Arbitrary<string> = fc
  .record(
    {
      version: fc.constant(1),
      languages: fc.constantFrom(['en'], ['ru', 'en'], ['en', 'ru']),
      decorations: fc.constant([{ prefix: 'The ' }]),
      first: entries(1),
      second: entries(0),
    },
    { requiredKeys: ['version', 'first', 'second'], noNullPrototype: true },
  )
  .map(({ first, second, ...file }) =>
    JSON.stringify({
      ...file,
      facets: { topic: { ...first, property: 'topics' }, office: { ...second, property: 'office' } },
    }),
  );
