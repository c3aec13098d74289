import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { PressError } from '../../src/model/press-error.ts';
import { editRelease, type EditedRelease, type KeyChange } from '../../src/operations/edit-release.ts';
import { repositoryInMemory } from '../../src/repository/in-memory.ts';
import { spliced } from '../../src/text/spliced.ts';
import { styledFrontMatter } from '../model/front-matter-styles.ts';

const repository = await repositoryInMemory({ 'taxonomy.yaml': 'version: 1\nfacets: {}\n' });

function edit(text: string, changes: readonly KeyChange[], to?: string): EditedRelease {
  const before = repository.manuscriptFrom('releases/a.md', new TextEncoder().encode(text));
  return editRelease(before, changes, { repository, to });
}

/** The front matter after the changes. */
function edited(frontMatter: string, ...changes: KeyChange[]): string {
  const { before, edits } = edit(`---\n${frontMatter}\n---\nText.\n`, changes);
  return spliced(before.text, edits).slice('---\n'.length, -'\n---\nText.\n'.length);
}

function refusal(work: () => unknown): PressError {
  try {
    work();
  } catch (error) {
    if (error instanceof PressError) return error;
  }
  throw new Error('It was not refused');
}

const set = (key: string, value: string): KeyChange => ({ kind: 'set', key, value });
const note = (text: string): KeyChange => ({
  kind: 'append',
  key: 'corrections',
  item: { date: '2026-11-23T13:00:00+01:00', kind: 'update', note: text },
});

describe('a change of keys', () => {
  it.each<[string, string, KeyChange[], string]>([
    ['puts a word bare', 'status: draft', [set('status', 'hold')], 'status: hold'],
    ['a day, too', 'date: "2026-01-05"', [set('date', '2026-01-06')], 'date: 2026-01-06'],
    ['a moment in quotes', 'id: x', [set('date', '2026-01-06T09:00:00Z')], 'id: x\ndate: "2026-01-06T09:00:00Z"'],
    ['what YAML 1.1 would misread in quotes', 'slug: a', [set('slug', 'no')], 'slug: "no"'],
    ['and what looks like a number', 'slug: a', [set('slug', '2026')], 'slug: "2026"'],
    [
      'puts several at one place in their order',
      'id: x\nstatus: draft',
      [set('updated', '2026-01-06'), note('A'), { kind: 'remark', above: 'status', text: '2026 hold: # why\u2028so' }],
      'id: x\nupdated: 2026-01-06\ncorrections:\n  - date: "2026-11-23T13:00:00+01:00"\n    kind: update\n    note: A\n# 2026 hold: # why so\nstatus: draft',
    ],
    [
      'sets a key in a group, however that is written',
      'translationOf: {id: x, digest: "old"} # made of\nstatus: draft',
      [{ kind: 'set-in', key: 'translationOf', inner: 'digest', value: 'sha256:1' }],
      'translationOf: {id: x, digest: "sha256:1"} # made of\nstatus: draft',
    ],
    [
      'and in lines',
      'translationOf:\n  digest: old # short\n  id: x',
      [{ kind: 'set-in', key: 'translationOf', inner: 'digest', value: 'sha256:1' }],
      'translationOf:\n  digest: "sha256:1" # short\n  id: x',
    ],
    ['takes a key out', 'id: x\nembargo: y # z\nlang: en', [{ kind: 'remove', key: 'embargo' }], 'id: x\nlang: en'],
    [
      'takes the last item out with its key',
      'aliases: [/a/]\nid: x',
      [{ kind: 'remove-item', key: 'aliases', item: '/a/' }],
      'id: x',
    ],
    [
      'takes an item out',
      'aliases:\n  - /a/\n  - /b/ # b\nid: x',
      [{ kind: 'remove-item', key: 'aliases', item: '/b/' }],
      'aliases:\n  - /a/\nid: x',
    ],
    [
      'puts an item in the place of another',
      'aliases: ["/a/", /b/]',
      [{ kind: 'replace-item', key: 'aliases', item: '/a/', by: '/c/' }],
      'aliases: ["/c/", /b/]',
    ],
  ])('%s', (_, before, changes, after) => {
    expect(edited(before, ...changes)).toBe(after);
  });

  it.each([
    '- a list',
    '[x',
    '{x: y}',
    '"quoted" and \\ back',
    "it's",
    'a: b # c',
    '--> */ ]]>',
    '&anchor *alias !tag',
    '% @ `',
    '🎉 done',
    'مرحبا بالعالم',
    '2026-01-05',
    'null',
    '1_000',
    '~',
    'y',
    '\u00a0x\u200b',
    'x'.repeat(2000),
  ])('keeps a note as it is: %j', (words) => {
    for (const list of ['', 'corrections: []\n', 'corrections:\n- {date: 2026-01-05, kind: update, note: N}\n']) {
      const { after } = edit(`---\nid: x\n${list}status: draft\n---\nText.\n`, [note(words)]);
      expect(after.data?.['corrections']).toMatchObject(
        expect.arrayContaining([expect.objectContaining({ note: words })]) as object,
      );
    }
  });

  it('writes a note that looks like a day in quotes, as other readers of YAML would make a date of it', () => {
    expect(edited('id: x', note('2026-01-05'))).toContain('    note: "2026-01-05"');
  });

  it('judges the file at the place where it will stand', () => {
    const { before, after } = edit('---\nid: x\n---\n', [set('status', 'hold')], 'releases/b.md');
    expect([before.path, after.path]).toEqual(['releases/a.md', 'releases/b.md']);
  });

  it('is refused where the file cannot be read', () => {
    for (const text of ['---\nid: x\nid: y\n---\n', 'no front matter', '---\nid: "x\n---\n'])
      expect(refusal(() => edit(text, [set('status', 'hold')]))).toMatchObject({
        message: '«releases/a.md» cannot be read as a release, so nothing in it was changed.',
        hint: '«press validate releases/a.md» says why.',
      });
  });

  it.each<[string, KeyChange[]]>([
    ['{id: x, status: draft}', [set('updated', '2026-01-06')]],
    ['# nothing at all', [set('status', 'hold')]],
    ['aliases: /a/', [{ kind: 'append', key: 'aliases', item: '/b/' }]],
    ['id: x', [{ kind: 'remove', key: 'embargo' }]],
    ['translationOf: {id: x}', [{ kind: 'set-in', key: 'translationOf', inner: 'digest', value: 'y' }]],
    // What is kept of its blank lines would become another text.
    ['summary: |+\n  Text\nembargo: |-\n  x\n\nlang: en', [{ kind: 'remove', key: 'embargo' }]],
  ])('is refused where it would take more than its own lines: %j', (frontMatter, changes) => {
    expect(refusal(() => edited(frontMatter, ...changes)).message).toBe(
      'The front matter of «releases/a.md» is written in a way that press cannot edit.',
    );
  });

  it('is refused where front matter would be too long, with that reason', () => {
    const long = `summary: "${'x'.repeat(32 * 1024 - 40)}"`;
    expect(refusal(() => edited(long, note('x'.repeat(200)))).message).toMatch(
      /^With the change «releases\/a\.md» could not be read any more\. The front matter .+\.$/,
    );
  });
});

describe('whoever wrote the front matter', () => {
  const changes: readonly KeyChange[] = [
    set('updated', '2026-11-23T13:00:00+01:00'),
    note('A: "b" # c'),
    { kind: 'remark', above: 'status', text: 'why' },
    set('status', 'withdrawn'),
  ];

  it('the verbs write what was meant, touch no other line, and leave text, line ends and byte-order mark', () => {
    fc.assert(
      fc.property(styledFrontMatter, ({ text, keys }) => {
        const { before, edits, after } = edit(text, changes);
        const touched = new Set(['updated', 'corrections', 'status']);
        expect(after.data).toMatchObject({ status: 'withdrawn', updated: '2026-11-23T13:00:00+01:00' });
        for (const [key, value] of Object.entries(before.data ?? {}))
          if (!touched.has(key)) expect(after.data?.[key]).toEqual(value);
        const result = spliced(text, edits);
        let at = 0;
        for (const { key, lines } of keys) {
          if (touched.has(key)) continue;
          // Comments above a key may get new lines above them; the key itself stays in one piece.
          const own = lines.slice(lines.search(/^["\w]/m));
          const found = result.indexOf(own, at);
          expect(found, `${key} in ${result}`).toBeGreaterThanOrEqual(at);
          at = found + own.length;
        }
        expect(result.slice(0, result.indexOf('\n') + 1)).toBe(text.slice(0, text.indexOf('\n') + 1));
        expect(result.slice(after.bodyStart)).toBe(text.slice(before.bodyStart));
      }),
      { numRuns: 400 },
    );
  });
});
