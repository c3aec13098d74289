/** Front matter in every style, with faults in known places: what comes out must be what was meant, to the byte. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { samplePath } from '../../src/model/sample-release.ts';
import { currentLabel } from '../../src/model/term-names.ts';
import { Mending } from '../../src/operations/fix.ts';
import { spliced } from '../../src/text/spliced.ts';
import { repositoryInMemory } from '../../src/repository/in-memory.ts';
import { rules } from '../../src/rules/index.ts';
import { shippedTaxonomy as taxonomy } from '../support/shipped-taxonomy.ts';

const now = 1_780_315_200_000;

/** A stretch of a file before and after. */
interface Change {
  readonly wrong: string;
  readonly right: string;
}

const same = (text: string): Change => ({ wrong: text, right: text });
const joined = (parts: readonly Change[], between = ''): Change => ({
  wrong: parts.map(({ wrong }) => wrong).join(between),
  right: parts.map(({ right }) => right).join(between),
});

const { facets } = (await repositoryInMemory({ 'taxonomy.yaml': taxonomy })).taxonomy;
const terms = [...(facets.get('field')?.terms.values() ?? [])].flatMap((term) => {
  const label = currentLabel(term, { lang: 'en', today: '2026-06-01' });
  return term.assignable && /^[A-Za-z][A-Za-z -]*$/.test(label) ? [{ id: term.id, label }] : [];
});

const quote = fc.constantFrom('', '"', "'");
const item = ({ id, label }: { id: string; label: string }): fc.Arbitrary<Change> =>
  fc
    .tuple(quote, fc.boolean())
    .map(([mark, isWrong]) =>
      isWrong && label !== id ? { wrong: mark + label + mark, right: id } : same(mark + id + mark),
    );
const items = fc
  .shuffledSubarray(terms, { minLength: 1, maxLength: 5 })
  .chain((chosen) => fc.tuple(...chosen.map((term) => item(term))));
const remark = fc.constantFrom('', ' # Elections: «educaton», [x]', ' # Ж 😀', '  #');
const eitherList = fc.oneof(
  fc
    .tuple(items, fc.constantFrom(', ', ',', ' , '), remark)
    .map(([list, comma, note]) => joined([same('fields: ['), joined(list, comma), same(`]${note}\n`)])),
  fc
    .tuple(items, fc.constantFrom('', '  ', '      '), fc.array(remark, { minLength: 5, maxLength: 5 }))
    .map(([list, indent, notes]) =>
      joined([
        same('fields: # a list\n'),
        ...list.map((each, index) => joined([same(`${indent}- `), each, same(`${notes[index] ?? ''}\n`)])),
      ]),
    ),
  // The first line, too, is indented: at the margin YAML would have a key there.
  items.map((list) => joined([same('fields: [\n  '), joined(list, ', # Elections\n  '), same(' # last\n  ]\n')])),
);
// The second of two equal ids goes, with what divides it from the one before it; in a list of lines, with its line.
const doubled = fc.constantFrom<Change>(
  { wrong: 'countries: [azerbaijan, armenia, azerbaijan]\n', right: 'countries: [azerbaijan, armenia]\n' },
  { wrong: 'countries: [azerbaijan,"azerbaijan", armenia] # two\n', right: 'countries: [azerbaijan, armenia] # two\n' },
  {
    wrong: 'countries:\n- armenia # a\n- armenia # b\n- georgia # c\n',
    right: 'countries:\n- armenia # a\n- georgia # c\n',
  },
  {
    wrong: 'countries: [\n  armenia, # a\n  armenia, # b\n  georgia]\n',
    right: 'countries: [\n  armenia, # a\n  # b\n  georgia]\n',
  },
  { wrong: 'countries: Armenia, Georgia # both\n', right: 'countries: [armenia, georgia] # both\n' },
);
const summary = fc
  .tuple(
    fc.constantFrom('sumary', 'summary', '"sumary"', 'summry'),
    fc.constantFrom(' A', ' >-\n  Two\n  lines', ' "x # y"', ' Выборы 😀'),
  )
  .map(([key, value]): Change => ({ wrong: `${key}:${value}\n`, right: `summary:${value}\n` }));

const file = fc
  .record({
    entries: fc
      .tuple(eitherList, doubled, summary)
      .chain((entries) => fc.shuffledSubarray(entries, { minLength: 1, maxLength: 3 })),
    between: fc.shuffledSubarray(['\n', '# a remark: [Elections]\n', 'lang: en\n', "slug: 'x'\n"]),
    lineEnd: fc.constantFrom('\n', '\r\n'),
    mark: fc.constantFrom('', '\uFEFF'),
    status: fc.constantFrom('draft', 'published'),
    body: fc.constantFrom(
      'BAKU, 16 November 2009 - Elections, educaton.\n',
      'BAKU, 16 November 2009 - No end',
      'BAKU, 16 November 2009 - Ж 😀\n\n---\nsumary: x\n',
    ),
  })
  .map(({ entries, between, lineEnd, mark, status, body }): Change => {
    const head = `---\nid: 2009-11-16-observer-course\ntitle: 'Course # for «observers»'\ndate: 2009-11-16\nplace: Baku\nsource: baku\nstatus: ${status}\n`;
    const { wrong, right } = joined([
      same(head),
      ...entries.flatMap((entry, index) => [same(between[index] ?? ''), entry]),
      same(`---\n${body}`),
    ]);
    const saved = (text: string): string => mark + text.replaceAll('\n', lineEnd);
    return { wrong: saved(wrong), right: saved(right) };
  });

async function mended(text: string): Promise<{ text: string; refused: number }> {
  const repository = await repositoryInMemory({ 'taxonomy.yaml': taxonomy, [samplePath]: text });
  const mending = new Mending(repository, { rules, levels: new Map(), now });
  mending.mendSafely();
  const [changed] = mending.mendedFiles();
  return {
    text: changed === undefined ? text : spliced(changed.manuscript.text, changed.edits),
    refused: mending.refusedFixes().length,
  };
}

describe('safe fixes', () => {
  it('change what was meant, leave every other byte, and have nothing to do a second time', async () => {
    await fc.assert(
      fc.asyncProperty(file, async ({ wrong, right }) => {
        expect(await mended(wrong)).toEqual({ text: right, refused: 0 });
        expect((await mended(right)).text).toBe(right);
      }),
      { numRuns: 150 },
    );
  });

  it('leave a text alone that nobody can read', async () => {
    const anything = fc.array(
      fc.constantFrom(
        '---\n',
        'fields: [Elections]\n',
        'sumary: x\n',
        'a: [\n',
        '\t',
        '"',
        ': ',
        '&a ',
        'status: published\n',
        'Ж\n',
      ),
      { maxLength: 14 },
    );
    await fc.assert(
      fc.asyncProperty(anything, async (parts) => {
        const once = (await mended(parts.join(''))).text;
        expect((await mended(once)).text).toBe(once);
      }),
      { numRuns: 150 },
    );
  });
});
