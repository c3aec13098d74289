import { describe, expect, it } from 'vitest';
import type { Rule } from '../../src/model/rule.ts';
import { samplePath, sampleRelease } from '../../src/model/sample-release.ts';
import { Mending, type MendOptions } from '../../src/operations/fix.ts';
import { stillMendable } from '../../src/operations/fix-outcome.ts';
import { spliced } from '../../src/text/spliced.ts';
import { repositoryInMemory } from '../../src/repository/in-memory.ts';
import { rules as allRules } from '../../src/rules/index.ts';
import { shippedTaxonomy as taxonomy } from '../support/shipped-taxonomy.ts';

const now = 1_780_315_200_000;

async function mendingOf(files: Record<string, string>, options: Partial<MendOptions> = {}): Promise<Mending> {
  const repository = await repositoryInMemory({ 'taxonomy.yaml': taxonomy, ...files });
  return new Mending(repository, { rules: allRules, levels: new Map(), now, ...options });
}

/** The text of the sample's file after the safe fixes, with what was refused. */
async function mended(
  text: string,
  options: Partial<MendOptions> = {},
): Promise<{ text: string; refusals: (readonly [string, string])[]; count: number }> {
  const mending = await mendingOf({ [samplePath]: text }, options);
  mending.mendSafely();
  const [file] = mending.mendedFiles();
  return {
    text: file === undefined ? text : spliced(file.manuscript.text, file.edits),
    refusals: mending.refusedFixes().map(({ diagnostic, refusal }) => [diagnostic.rule, refusal] as const),
    count: file?.mended ?? 0,
  };
}

/** A rule that finds a word and wants other text in its place. */
const wordRule = (id: string, word: string, instead: string, scope: 'manuscript' | 'archive' = 'manuscript'): Rule => {
  const facts = { id, topic: 'text', severity: 'error', summary: '', why: '', examples: [] } as const;
  const find = (text: string): { start: number; end: number }[] =>
    [...text.matchAll(new RegExp(word, 'g'))].map(({ index }) => ({ start: index, end: index + word.length }));
  const finding = (span: { start: number; end: number }) => ({
    ...span,
    message: `«${word}» is wrong.`,
    fix: { title: 'Mend it', safety: 'safe', edits: [{ ...span, text: instead }] } as const,
  });
  if (scope === 'manuscript') return { ...facts, scope, check: ({ text }) => find(text).map(finding) };
  return {
    ...facts,
    scope,
    check: (entries) =>
      entries.flatMap((entry) => find(entry.manuscript.text).map((span) => ({ in: entry, tell: () => finding(span) }))),
  };
};

const asWarning = (rule: Rule): Rule => ({ ...rule, severity: 'warning' });

describe('mending safely', () => {
  it('puts in every safe fix of a file, and counts them', async () => {
    const wrong = sampleRelease({ fields: '[Elections, educaton]', sumary: 'Ten take part.' });
    expect(await mended(wrong)).toEqual({
      text: sampleRelease({ fields: '[elections, education]', summary: 'Ten take part.' }),
      refusals: [],
      count: 3,
    });
  });

  it('goes on in rounds until what a fix makes room for is mended, too', async () => {
    const rules = [wordRule('one', 'aaa', 'bbb'), wordRule('two', 'bbb', 'ccc')].map(asWarning);
    const { text, count } = await mended(sampleRelease({ title: 'aaa bbb' }), { rules: [...allRules, ...rules] });
    expect(text).toBe(sampleRelease({ title: 'ccc ccc' }));
    expect(count).toBe(3);
  });

  it('ends when fixes go in circles', async () => {
    const rules = [wordRule('there', 'aaa', 'bbb'), wordRule('back', 'bbb', 'aaa')].map(asWarning);
    expect((await mended(sampleRelease({ title: 'aaa' }), { rules })).text).toBe(sampleRelease({ title: 'aaa' }));
  });

  it('takes fixes that touch each other one after the other', async () => {
    const rules = [wordRule('long', 'abc', 'x'), wordRule('short', 'bc', 'y')];
    const { text } = await mended(sampleRelease({ title: 'abc bc' }), { rules });
    expect(text).toBe(sampleRelease({ title: 'x y' }));
  });

  it.each([
    ['does not help', 'aaa', 'aaa!'],
    ['makes the front matter unreadable', 'aaa', 'a: b: c'],
    ['brings an error', 'source: baku', 'source: bonn'],
    ['takes another key away', 'place: Baku\n', 'place: Baku # '],
    ['ends the front matter early', 'aaa', 'bbb\n---\n'],
  ])('takes back a fix that %s, and keeps the others', async (_, word, instead) => {
    const wrong = sampleRelease({ title: 'aaa', fields: '[Elections]' });
    const { text, refusals, count } = await mended(wrong, { rules: [...allRules, wordRule('bad', word, instead)] });
    expect(refusals).toEqual([['bad', 'unmended']]);
    expect(count).toBe(1);
    expect(text).toBe(wrong.replace('Elections', 'elections'));
  });

  it('mends neither less nor more than the named files', async () => {
    const other = 'releases/2009/2009-11-17-other.md';
    const wrong = sampleRelease({ fields: '[Elections]' });
    const files = { [samplePath]: wrong, [other]: wrong.replaceAll('2009-11-16', '2009-11-17') };
    for (const [paths, expected] of [
      [[other], [other]],
      [['releases/2009'], [samplePath, other]],
      [undefined, [samplePath, other]],
    ] as const) {
      const mending = await mendingOf(files, paths === undefined ? {} : { paths });
      mending.mendSafely();
      expect(mending.mendedFiles().map(({ manuscript }) => manuscript.path)).toEqual(expected);
    }
  });

  it('leaves what would change who sees the release to a person', async () => {
    const rules = [...allRules, wordRule('stop', 'published', 'hold')];
    expect(await mended(sampleRelease(), { rules })).toEqual({
      text: sampleRelease(),
      refusals: [['stop', 'unsure']],
      count: 0,
    });
  });

  it('lets a release be read that says itself that it is public', async () => {
    const wrong = sampleRelease({ title: undefined, titel: 'Course: a day', date: '2009/11/16' });
    const { text, refusals, count } = await mended(wrong);
    expect([refusals, count]).toEqual([[], 3]);
    expect(text).toBe(
      wrong.replace('titel: Course: a day', 'title: "Course: a day"').replace('2009/11/16', '2009-11-16'),
    );
  });

  it('judges fixes of rules that compare files by the whole archive', async () => {
    const other = 'releases/2009/2009-11-17-other.md';
    const files = {
      [samplePath]: sampleRelease({ fields: '[Elections]' }),
      [other]: sampleRelease({ id: 'ccc', slug: 'other' }),
    };
    const rules = [...allRules, wordRule('clash', 'ccc', '2009-11-16-observer-course', 'archive')];
    const mending = await mendingOf(files, { rules });
    mending.mendSafely();
    expect(mending.refusedFixes().map(({ diagnostic, refusal }) => [diagnostic.file, refusal])).toEqual([
      [other, 'unmended'],
    ]);
    expect(mending.mendedFiles().map(({ manuscript }) => manuscript.path)).toEqual([samplePath]);
  });

  it('names the files in path order, also when the front matter of a later one had to be opened first', async () => {
    const files = Object.fromEntries(
      ['a', 'b', 'c'].map((id) => {
        const title = id === 'b' ? 'Course: how to observe' : undefined;
        return [
          `releases/2009/2009-11-16-${id}.md`,
          sampleRelease({ id, slug: id, title, status: 'draft', fields: '[Elections]' }),
        ];
      }),
    );
    const mending = await mendingOf(files);
    mending.mendSafely();
    const changed = mending.mendedFiles();
    expect(changed.map(({ manuscript }) => manuscript.path)).toEqual(Object.keys(files));
    expect(changed.map(({ mended: count }) => count)).toEqual([1, 2, 1]);
  });

  it('says of findings that are left what can still be done', async () => {
    const rules = [
      ...allRules,
      asWarning(wordRule('bad', 'source: baku', 'source: baku #')),
      asWarning(wordRule('stop', 'published', 'hold')),
    ];
    const mending = await mendingOf({ [samplePath]: sampleRelease() }, { rules });
    const before = mending.openFindings();
    mending.mendSafely();
    expect(stillMendable(before, mending.refusedFixes()).map(({ rule, fix }) => [rule, fix?.safety])).toEqual([
      ['bad', undefined],
      ['stop', 'review'],
    ]);
  });

  it('finds the one bad fix among many', async () => {
    const files = Object.fromEntries(
      Array.from({ length: 40 }, (_, index) => [
        `releases/2009/2009-11-16-r${index}.md`,
        sampleRelease({ id: `r${index}`, title: index === 23 ? 'bad' : 'good', fields: '[Elections]' }),
      ]),
    );
    const mending = await mendingOf(files, { rules: [...allRules, wordRule('worse', 'bad', '[')] });
    mending.mendSafely();
    expect(mending.mendedFiles()).toHaveLength(40);
    expect(mending.refusedFixes().map(({ diagnostic }) => diagnostic.rule)).toEqual(['worse']);
  });

  it('mends more findings than a report shows', async () => {
    const list = Array.from({ length: 150 }, () => 'Elections').join(', ');
    const rules = allRules.filter(({ id }) => id === 'label-for-id');
    expect((await mended(sampleRelease({ fields: `[${list}]` }), { rules })).count).toBe(150);
  });

  it('edits a file whose front matter is broken for nothing but that', async () => {
    const broken = sampleRelease({ title: 'aaa: x' });
    const others = allRules.filter(({ id }) => id !== 'front-matter');
    expect((await mended(broken, { rules: [...others, wordRule('any', 'aaa', 'bbb')] })).text).toBe(broken);
    const opening = { ...wordRule('front-matter', 'title: aaa: x', 'title: "aaa: x"') };
    const rules = [...others, opening];
    const draft = broken.replace('published', 'draft').replace('[elections, education]', '[Elections]');
    expect((await mended(draft, { rules })).text).toBe(
      draft.replace('aaa: x', '"aaa: x"').replace('[Elections]', '[elections]'),
    );
  });

  it('puts in line ends as the file has them', async () => {
    const rules = [wordRule('lines', 'aaa', '"\n  bbb"')];
    const text = sampleRelease({ title: 'aaa' }).replaceAll('\n', '\r\n');
    expect((await mended(text, { rules })).text).toBe(text.replace('aaa', '"\r\n  bbb"'));
  });
});
