/** Vocabularies of all kinds: no rule throws, every finding has a place, and the work grows with the vocabulary alone. */
import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { inReportOrder, type Diagnostic } from '../../src/model/diagnostic.ts';
import type { TaxonomyFile, TermEntry } from '../../src/model/generated/taxonomy-file.ts';
import { PressError } from '../../src/model/press-error.ts';
import { everyTerm, readVocabulary, type Vocabulary } from '../../src/model/vocabulary.ts';
import type { VocabularyContext, VocabularyRule } from '../../src/model/vocabulary-rule.ts';
import { checkVocabulary } from '../../src/operations/check-vocabulary.ts';
import { dataTextOf } from '../../src/repository/data-file.ts';
import { diskFiles } from '../../src/repository/file-source.ts';
import { packageFolder } from '../../src/repository/package-folder.ts';
import { parseTaxonomyFile } from '../../src/repository/read-taxonomy.ts';
import { openSchemaShelf, type SchemaShelf } from '../../src/repository/schema-shelf.ts';
import { vocabularyRules } from '../../src/vocabulary-rules/index.ts';
import { shippedTaxonomy } from '../support/shipped-taxonomy.ts';

const context: VocabularyContext = {
  usage: { releases: 2, uses: new Map([['topic/a', { count: 1, shown: [] }]]), outside: new Map() },
  codes: { iso3166: { source: 'codes.txt', codes: new Set(['FI']) } },
};

let shelf: SchemaShelf;
beforeAll(async () => {
  shelf = await openSchemaShelf(diskFiles(packageFolder));
});

function findingsIn(text: string): Diagnostic[] {
  const file = dataTextOf(parseTaxonomyFile(text, shelf));
  return checkVocabulary(file, {
    rules: vocabularyRules,
    levels: new Map(),
    codes: context.codes,
    usage: () => context.usage,
  });
}

function expectSound(text: string, found: readonly Diagnostic[]): void {
  for (const { range, message, related = [] } of found) {
    expect(message).toMatch(/^[A-Z«0-9].*\.$/s);
    for (const place of [range, ...related.map((other) => other.range)]) {
      expect(place.start.offset).toBeLessThan(place.end.offset);
      expect(place.end.offset).toBeLessThanOrEqual(text.length);
    }
  }
  expect([...found].sort(inReportOrder)).toEqual(found);
}

const id = fc.constantFrom('a', 'b', 'c', 'd', 'a.b', 'constructor', 'to-string');
const reference = fc.oneof(id, fc.constantFrom('topic/a', 'office/b', 'nowhere/a', 'bb', 'topic/zz'));
const references = fc.uniqueArray(reference, { minLength: 1, maxLength: 3 });
const words = fc.constantFrom(
  'Water',
  'water',
  'WÄTER',
  'Acme Water',
  'a',
  'b',
  'toString',
  '…',
  'Вода',
  'x'.repeat(90),
);
const label = fc.oneof(words, fc.dictionary(fc.constantFrom('en', 'de', 'xx'), words, { minKeys: 1, maxKeys: 3 }));
const bound = fc.constantFrom(
  'unknown',
  1998,
  '1998',
  '1998-06',
  '1998-06-15',
  '2004',
  '2004-02-29',
  '0001',
  '9999-12-31',
);
const period = fc.record({ from: bound, until: bound }, { requiredKeys: [] });
const named = fc.record({ label, from: bound, until: bound }, { requiredKeys: ['label'] });
const concept = fc.constantFrom('medtop:20000574', 'medtop:1', 'https://example.org/a');
const concepts = fc.uniqueArray(concept, { minLength: 1, maxLength: 2 });
const some = <Value>(value: fc.Arbitrary<Value>): fc.Arbitrary<Value[]> =>
  fc.array(value, { minLength: 1, maxLength: 3 });

const term: fc.Arbitrary<TermEntry> = fc.letrec<{ term: TermEntry }>((tie) => ({
  term: fc.record(
    {
      label,
      aliases: some(label),
      names: some(named),
      roles: some(named),
      active: period.filter((each) => Object.keys(each).length > 0),
      memberOf: some(fc.record({ term: reference, from: bound, until: bound }, { requiredKeys: ['term'] })),
      replacedBy: references,
      implies: references,
      related: references,
      formerIds: fc.uniqueArray(id, { minLength: 1, maxLength: 2 }),
      members: fc.constant('closed' as const),
      assignable: fc.boolean(),
      deprecated: fc.boolean(),
      iso3166: fc.constantFrom('FI', 'XX'),
      match: fc.record(
        { exactMatch: concepts, broadMatch: concepts, relatedMatch: concepts },
        { requiredKeys: ['exactMatch'] },
      ),
      narrower: fc.oneof({ depthSize: 'small' }, fc.constant({}), fc.dictionary(id, tie('term'), { maxKeys: 2 })),
    },
    { requiredKeys: ['label'] },
  ) as fc.Arbitrary<TermEntry>,
})).term;

const terms = fc.dictionary(id, term, { minKeys: 1, maxKeys: 4 });
const vocabulary: fc.Arbitrary<TaxonomyFile> = fc.record({
  version: fc.constant(1 as const),
  languages: fc.constantFrom(['en'], ['en', 'de'], ['de', 'en', 'fr']),
  decorations: fc.constantFrom([], [{ prefix: 'Acme ' }]),
  facets: fc.record({
    topic: fc.record({ property: fc.constant('topics'), terms }),
    office: fc.record({ property: fc.constant('office'), judged: fc.constant('author' as const), terms }),
  }),
});

/** JSON is YAML, too. */
const asText = (file: TaxonomyFile): string => JSON.stringify(file, null, 1);

describe('the rules about the vocabulary', () => {
  it('come through every vocabulary that the schema accepts, with a place for every finding', () => {
    const seen = new Set<string>();
    fc.assert(
      fc.property(vocabulary, (file) => {
        const text = asText(file);
        let found: Diagnostic[] = [];
        try {
          found = findingsIn(text);
        } catch (error) {
          // A key that no mapping may have.
          expect(error).toBeInstanceOf(PressError);
        }
        for (const { rule } of found) seen.add(rule);
        expectSound(text, found);
      }),
      { numRuns: 200 },
    );
    // So many of them have spoken that the others would have been heard as well.
    expect(seen.size).toBeGreaterThan(25);
  });

  it('come through the shipped vocabulary with bytes changed, or it is refused with a sentence', () => {
    const [, facet = ''] = /( {2}source:[\s\S]*)/.exec(shippedTaxonomy) ?? [];
    const text = `version: 1\nlanguages: [en]\nfacets:\n${facet}`;
    const edit = fc.record({
      at: fc.integer({ min: 0, max: text.length - 1 }),
      cut: fc.integer({ min: 0, max: 12 }),
      put: fc.constantFrom('', ' ', 'x', '\n', ': ', '"', '[', '}', '1998', 'baku', 'zagreb', 'unknown', '\u202e'),
    });
    fc.assert(
      fc.property(fc.array(edit, { minLength: 1, maxLength: 3 }), (edits) => {
        const mutated = edits.reduce((now, { at, cut, put }) => now.slice(0, at) + put + now.slice(at + cut), text);
        try {
          expectSound(mutated, findingsIn(mutated));
        } catch (error) {
          if (!(error instanceof PressError)) throw error;
          expect(error.code).toBe('broken-taxonomy');
        }
      }),
      { numRuns: 40 },
    );
  });
});

/** Everything at once that could make a rule look from each term at each other. */
function crowded(size: number): TaxonomyFile {
  const entries = Array.from({ length: size }, (_, index): [string, TermEntry] => {
    const next = `t${(index + 1) % size}`;
    return [
      `t${index}`,
      {
        label: { en: 'Water', xx: 'Wasser' },
        aliases: ['water', `alias ${index % 7}`],
        names: [
          { label: 'Water', from: 2004 },
          { label: `Name ${index % 5}`, from: 1998, until: 1997 },
        ],
        active: { from: 1999, until: 1990 },
        memberOf: [{ term: next }, { term: `t${index}` }],
        replacedBy: [next, `missing-${index}`],
        implies: [`topic/${next}`],
        related: ['t0'],
        formerIds: [`f${index % 3}`],
        iso3166: 'FI',
        match: { exactMatch: ['medtop:1'], broadMatch: ['medtop:1'] },
        ...(index % 2 === 0 ? {} : { deprecated: true }),
      },
    ];
  });
  return {
    version: 1,
    languages: ['en', 'de'],
    facets: { topic: { property: 'topics', terms: Object.fromEntries(entries) } },
  };
}

interface Counted {
  readonly vocabulary: Vocabulary;
  /** How often somebody has looked at a term since the last question. */
  looks(): number;
}

function counting(size: number): Counted {
  const read = readVocabulary(crowded(size));
  let looks = 0;
  for (const each of everyTerm(read)) {
    const { term: own } = each;
    Object.defineProperty(each, 'term', { get: () => ((looks += 1), own) });
  }
  return {
    vocabulary: read,
    looks() {
      const since = looks;
      looks = 0;
      return since;
    },
  };
}

/** What a rule says, related places counted. */
function saidBy(rule: VocabularyRule, read: Vocabulary): number {
  let said = 0;
  for (const { related = [] } of rule.check(read, context)) said += 1 + related.length;
  return said;
}

describe('the work of a rule', () => {
  it.each(vocabularyRules.map((rule) => [rule.id, rule] as const))(
    'of %s grows with the vocabulary alone',
    (_, rule) => {
      const [small, large] = [counting(200), counting(400)];
      const [few, many] = [saidBy(rule, small.vocabulary), saidBy(rule, large.vocabulary)];
      expect(many).toBeLessThanOrEqual(Math.max(2, few * 2.2));
      const [short, long] = [small.looks(), large.looks()];
      expect(short).toBeGreaterThan(0);
      expect(long).toBeLessThan(short * 2.2);
    },
  );

  it('is for 20,000 terms ten times that for 2,000, with everything wrong that can be', () => {
    const [short, long] = [2000, 20_000].map((size) => {
      const counted = counting(size);
      const said = vocabularyRules.map((rule) => saidBy(rule, counted.vocabulary));
      return { said: said.reduce((sum, count) => sum + count), looks: counted.looks() };
    });
    expect(long?.said).toBeLessThan((short?.said ?? 0) * 10.5);
    expect(long?.looks).toBeLessThan((short?.looks ?? 0) * 10.5);
  }, 120_000);

  it('of finding places grows with the file alone: every mapping is looked through once', () => {
    const size = 3000;
    const lines = Array.from({ length: size }, (_, index) => `      t${index}: {label: Water}\n`).join('');
    const text = `version: 1\nfacets:\n  topic:\n    property: topics\n    terms:\n${lines}`;
    const found = findingsIn(text).filter(({ rule }) => rule === 'label-clash');
    expect(found.length).toBe(size - 1);
    expect(found.at(-1)?.range.start).toMatchObject({ line: size + 5, column: 22 });
  });
});
