/** taxonomy.yaml in every style: a refactoring changes what it means to and no other byte, or refuses. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { PressError } from '../../../src/model/press-error.ts';
import type { RefactorVerb } from '../../../src/model/refactoring.ts';
import { reversed } from '../../../src/model/undo.ts';
import { add } from '../../../src/operations/refactor/add.ts';
import { label } from '../../../src/operations/refactor/label.ts';
import { merge } from '../../../src/operations/refactor/merge.ts';
import { move } from '../../../src/operations/refactor/move.ts';
import { planRefactoring } from '../../../src/operations/refactor/plan.ts';
import { rename } from '../../../src/operations/refactor/rename.ts';
import { retire } from '../../../src/operations/refactor/retire.ts';
import { repositoryInMemory } from '../../../src/repository/in-memory.ts';
import { spliced } from '../../../src/text/spliced.ts';
import { unifiedDiff } from '../../../src/text/unified-diff.ts';

const ids = ['aa', 'bb', 'cc', 'dd', 'ee'];

const key = (id: string): fc.Arbitrary<string> => fc.constantFrom(id, `"${id}"`, `'${id}'`);
const remark = fc.constantFrom('', '', '  # a remark about aa');
const labels = (id: string): fc.Arbitrary<string> =>
  fc.constantFrom(`L${id}`, `'L${id}'`, `"L${id}"`, `{en: L${id}, ru: Л${id}}`, `{"en": "L${id}"}`);
const references = (key_: string): fc.Arbitrary<readonly string[]> =>
  fc
    .tuple(fc.subarray(ids, { minLength: 1, maxLength: 3 }), fc.boolean(), remark)
    .map(([list, isFlow, words]) =>
      isFlow
        ? [`${key_}: [${list.join(', ')}]${words}`]
        : [`${key_}:`, ...list.map((id, index) => `- ${id}${index === 0 ? words : ''}`)],
    );

/** The lines of a term, without the indentation of what is around it. */
function node(id: string, inner: readonly string[]): fc.Arbitrary<readonly string[]> {
  const flow = fc
    .tuple(key(id), labels(id), remark)
    .map(([name, words, end]) => [`${name}: {label: ${words}, note: x}${end}`]);
  const block = fc
    .tuple(
      key(id),
      labels(id),
      remark,
      fc.option(references('related'), { nil: [] }),
      fc.constantFrom('', '# above', '#above'),
      fc.boolean(),
    )
    .map(([name, words, end, related, above, hasBelow]) => [
      ...(above === '' ? [] : [above]),
      `${name}:${end}`,
      `  label: ${words}${end}`,
      ...related.map((line) => `  ${line}`),
      '  note: |',
      '    Some text',
      '',
      '    # of the note',
      ...(inner.length === 0 ? [] : ['  narrower:', ...inner.map((line) => (line === '' ? line : `    ${line}`))]),
      ...(hasBelow ? ['  # below'] : []),
    ]);
  return inner.length === 0 ? fc.oneof(flow, block) : block;
}

const file = fc
  .tuple(...['cc', 'dd'].map((id) => node(id, [])))
  .chain(([cc, dd]) =>
    fc.tuple(
      node('aa', []),
      node('bb', [...(cc ?? []), ...(dd ?? [])]),
      node('ee', []),
      fc.constantFrom('\n', '\r\n'),
      fc.boolean(),
      fc.boolean(),
    ),
  )
  .map(([aa, bb, ee, end, hasMark, isEnded]) => {
    const nodes = [...aa, ...bb, '', ...ee].map((line) => (line === '' ? line : `      ${line}`));
    const lines = [
      'version: 1',
      'languages: [en, ru]',
      'facets:',
      '  topic:',
      '    property: topics',
      '    multiple: true',
      '    terms:',
      ...nodes,
    ];
    return `${hasMark ? '\uFEFF' : ''}${lines.join(end)}${isEnded ? end : ''}`;
  });

const verbs: readonly RefactorVerb[] = [
  rename({ term: 'aa', to: 'zz' }),
  rename({ term: 'cc', to: '2010' }),
  merge({ terms: ['aa', 'dd'], into: 'ee' }),
  label({ term: 'dd', label: 'Other: name', from: '2020-01-01', lang: undefined }),
  label({ term: 'ee', label: 'Другое', from: undefined, lang: 'ru' }),
  add({ term: 'topic/yy', labels: ['Why'], aliases: ['y'], under: undefined }),
  add({ term: 'topic/yy', labels: ['Why'], aliases: [], under: 'aa' }),
  retire({ term: 'cc', on: '2020', replacedBy: ['aa', 'bb'] }),
  move({ term: 'cc', under: undefined }),
  move({ term: 'dd', under: 'ee' }),
  move({ term: 'bb', under: 'aa' }),
];
const check = { rules: [], levels: new Map(), now: 0 };
/** What one cannot write in braces. */
const known = /is written in a way that press cannot edit/;

describe('taxonomy.yaml in all styles', () => {
  it('is changed as it was meant, or not at all', { timeout: 120_000 }, async () => {
    let refused = 0;
    let made = 0;
    await fc.assert(
      fc.asyncProperty(file, fc.constantFrom(...verbs), async (text, verb) => {
        const repository = await repositoryInMemory({ 'taxonomy.yaml': text });
        try {
          const plan = planRefactoring(repository, verb, check);
          if (plan.kind !== 'change') throw new Error(plan.kind);
          const [edited] = plan.files;
          const edits = edited?.edits ?? [];
          const after = spliced(text, edits);
          expect(spliced(after, reversed(text, edits))).toBe(text);
          // Every remark is still there, and every line that is in no edit.
          expect(after.match(/#/g)?.length).toBe(text.match(/#/g)?.length);
          expect(text.includes('\r') ? after.replaceAll('\r\n', '').includes('\n') : after.includes('\r')).toBe(false);
          expect(unifiedDiff('taxonomy.yaml', text, edits)).toContain('@@');
          made += 1;
        } catch (error) {
          if (!(error instanceof PressError) || !known.test(error.message)) throw error;
          refused += 1;
        }
      }),
      { numRuns: 300 },
    );
    // Lines that would have to stand in braces, and little else.
    expect(refused).toBeLessThan(made / 4);
  });
});
