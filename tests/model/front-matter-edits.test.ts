import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { withItem, withLines, withoutKey, withValue } from '../../src/model/front-matter-edits.ts';
import type { Manuscript } from '../../src/model/manuscript.ts';
import { repositoryInMemory } from '../../src/repository/in-memory.ts';
import { spliced, type OffsetEdit } from '../../src/text/spliced.ts';
import { styledFrontMatter, type StyledFrontMatter } from './front-matter-styles.ts';

const repository = await repositoryInMemory({ 'taxonomy.yaml': 'version: 1\nfacets: {}\n' });

function read(text: string): Manuscript {
  return repository.manuscriptFrom('releases/a.md', new TextEncoder().encode(text));
}

function manuscript(frontMatter: string): Manuscript {
  return read(`---\n${frontMatter}\n---\nText.\n`);
}

/** The front matter with an edit made; undefined where there is none. */
function edited({ text, block }: Manuscript, edit: OffsetEdit | undefined): string | undefined {
  return edit === undefined ? undefined : spliced(text, [edit]).slice(block.start, -'\n---\nText.\n'.length);
}

describe('a value is put in the place of another', () => {
  it.each([
    ['status: draft', 'status: hold'],
    ['status:   "draft"   # why', 'status:   hold   # why'],
    ["'status' : 'draft'", "'status' : hold"],
    ['status: >-\n  draft\n# below\nlang: en', 'status: hold\n# below\nlang: en'],
    ['status:\n  draft', 'status:\n  hold'],
    ['status: [a, b] # list', 'status: hold # list'],
    ['status:\nlang: en', 'status: hold\nlang: en'],
    ['status:   ', 'status: hold   '],
    ['status: # nothing yet', 'status: hold # nothing yet'],
    ['status: ~', 'status: hold'],
    ['status:\r\nlang: en', 'status: hold\r\nlang: en'],
    ['{id: x, status: draft}', '{id: x, status: hold}'],
    ['id: x', undefined],
  ])('%j', (before, after) => {
    const source = manuscript(before);
    expect(edited(source, withValue(source, 'status', 'hold'))).toBe(after);
  });
});

describe('lines are put in', () => {
  it.each([
    [
      'before the first of the keys that is there',
      'id: x\nlang: en\nstatus: draft',
      'id: x\nNEW\nlang: en\nstatus: draft',
    ],
    ['before another one', 'id: x\nstatus: draft', 'id: x\nNEW\nstatus: draft'],
    ['at the end without any', 'id: x', 'id: x\nNEW'],
    ['above the comments over the key', 'id: x\n# one\n# two\nlang: en', 'id: x\nNEW\n# one\n# two\nlang: en'],
    ['but not into a text above', 'id: |\n  x\n  # text\nlang: en', 'id: |\n  x\n  # text\nNEW\nlang: en'],
    ['nor over what stands further in', 'id: x\n  # far\nlang: en', 'id: x\n  # far\nNEW\nlang: en'],
    ['as far in as the keys', '  id: x\n  # one\n  lang: en', '  id: x\n  NEW\n  # one\n  lang: en'],
    ['at the top', 'lang: en\nid: x', 'NEW\nlang: en\nid: x'],
    ['with the line ends of the file', 'id: x\r\nlang: en', 'id: x\nNEW\r\nlang: en'],
  ])('%s', (_, before, after) => {
    // The fence above decides how the file's lines end.
    const source = read(`---${before.includes('\r') ? '\r' : ''}\n${before}\n---\nText.\n`);
    const wanted = before.includes('\r') ? 'id: x\r\nNEW\r\nlang: en' : after;
    expect(edited(source, withLines(source, ['NEW'], ['lang', 'status']))).toBe(wanted);
  });

  it('nowhere where keys begin no lines, nor where there are none', () => {
    for (const text of ['{id: x}', '# nothing']) {
      const source = manuscript(text);
      expect(withLines(source, ['NEW'], ['lang'])).toBeUndefined();
    }
  });
});

describe('a key is taken out', () => {
  it.each([
    ['embargo: x\nid: x', 'id: x'],
    ['id: x\nembargo: x # why', 'id: x'],
    ['id: x\n# kept\nembargo: "x"\n# kept\nlang: en', 'id: x\n# kept\n# kept\nlang: en'],
    ['embargo: >-\n  x\n  y\nid: x', 'id: x'],
    ['embargo:\n  - x\n  - y\nid: x', 'id: x'],
    ['embargo:\nid: x', 'id: x'],
    ['id: |\n  x\nembargo: # one\n  # two\n# three\nlang: en', 'id: |\n  x\n# three\nlang: en'],
    ['embargo: # when?\nid: x', 'id: x'],
    ['embargo: null\r\nid: x', 'id: x'],
    ['{id: x, embargo: y}', undefined],
    ['id: x', undefined],
  ])('%j', (before, after) => {
    const source = manuscript(before);
    expect(edited(source, withoutKey(source, 'embargo'))?.trimEnd()).toBe(after);
  });
});

describe('an item is put at the end of a list', () => {
  const item = { flow: '{a: 1, b: 2}', lines: ['a: 1', 'b: 2'] };

  it.each([
    ['id: x\nlang: en', 'id: x\nlist:\n  - a: 1\n    b: 2\nlang: en'],
    ['  id: x\n  lang: en', '  id: x\n  list:\n    - a: 1\n      b: 2\n  lang: en'],
    ['list:\nid: x', 'list:\n  - a: 1\n    b: 2\nid: x'],
    ['list: # none yet\nid: x', 'list: # none yet\n  - a: 1\n    b: 2\nid: x'],
    ['  list:\n  id: x', '  list:\n    - a: 1\n      b: 2\n  id: x'],
    ['list: []', 'list: [{a: 1, b: 2}]'],
    ['list: [ ] # none', 'list: [{a: 1, b: 2}] # none'],
    ['list: ~', 'list: [{a: 1, b: 2}]'],
    ['list: [{a: 0}]', 'list: [{a: 0}, {a: 1, b: 2}]'],
    ['list: [{a: 0},]', 'list: [{a: 0}, {a: 1, b: 2},]'],
    ['list: [\n  {a: 0} # why\n]', 'list: [\n  {a: 0}, {a: 1, b: 2} # why\n]'],
    ['list:\n- a: 0\nid: x', 'list:\n- a: 0\n- a: 1\n  b: 2\nid: x'],
    ['list:\n  - a: 0 # why\n  # after\nid: x', 'list:\n  - a: 0 # why\n  - a: 1\n    b: 2\n  # after\nid: x'],
    ['list:\n  -\n    a: 0', 'list:\n  -\n    a: 0\n  - a: 1\n    b: 2'],
    ['list:\n  -   a: |\n        t\n\nid: x', 'list:\n  -   a: |\n        t\n  - a: 1\n    b: 2\n\nid: x'],
    ['list:\n  - {a: 0}', 'list:\n  - {a: 0}\n  - {a: 1, b: 2}'],
    ['list: text', undefined],
    ['list:\n  a: 0', undefined],
    ['{list: text}', undefined],
  ])('%j', (before, after) => {
    const source = manuscript(before);
    expect(edited(source, withItem(source, 'list', { item, anchors: ['lang'] }))).toBe(after);
  });

  it('a text stands beside texts, in Windows files too', () => {
    const text = { flow: '"/b/"', lines: ['"/b/"'] };
    const source = read('---\r\nlist:\r\n  - /a/\r\nid: x\r\n---\r\nText.\r\n');
    const edit = withItem(source, 'list', { item: text, anchors: [] });
    expect(spliced(source.text, edit === undefined ? [] : [edit])).toBe(
      '---\r\nlist:\r\n  - /a/\r\n  - "/b/"\r\nid: x\r\n---\r\nText.\r\n',
    );
  });
});

describe('in front matter of any hand', () => {
  const entry = { date: '2026-02-03', kind: 'update', note: 'x' };
  const item = {
    flow: '{date: 2026-02-03, kind: update, note: x}',
    lines: ['date: 2026-02-03', 'kind: update', 'note: x'],
  };
  const edits = {
    value: { key: 'status', make: (source: Manuscript) => withValue(source, 'status', 'hold'), meant: () => 'hold' },
    removal: { key: 'embargo', make: (source: Manuscript) => withoutKey(source, 'embargo'), meant: () => undefined },
    item: {
      key: 'corrections',
      make: (source: Manuscript) => withItem(source, 'corrections', { item, anchors: ['embargo', 'lang'] }),
      meant: (before: unknown) => [...(Array.isArray(before) ? before : []), entry],
    },
    line: {
      key: 'slug',
      make: (source: Manuscript) => withLines(source, ['slug: new'], ['embargo', 'lang', 'status']),
      meant: () => 'new',
    },
  };

  it.each(Object.entries(edits))('an edit (%s) changes its key alone, in what it says and in bytes', (_, edit) => {
    fc.assert(
      fc.property(styledFrontMatter, (styled) => {
        const source = read(styled.text);
        const made = edit.make(source);
        if (made === undefined) return isAbsent(styled, edit.key);
        const before = dataOf(styled.text);
        const meant = { ...before, [edit.key]: edit.meant(before[edit.key]) };
        expect(dataOf(spliced(styled.text, [made]))).toEqual(withoutUndefined(meant));
        expect(isWithin(styled, edit.key, made)).toBe(true);
        expect(made.text.replaceAll('\r\n', '').includes(styled.text.includes('\r\n') ? '\n' : '\r')).toBe(false);
        return true;
      }),
      { numRuns: 500 },
    );
  });
});

function isAbsent({ keys }: StyledFrontMatter, key: string): boolean {
  return !keys.some((each) => each.key === key);
}

/** What another reader makes of the front matter. */
function dataOf(text: string): Record<string, unknown> {
  const block = /^\uFEFF?---\r?\n([^]*?)^---\r?$/m.exec(text)?.[1] ?? '';
  return parse(block) as Record<string, unknown>;
}

function withoutUndefined(data: Readonly<Record<string, unknown>>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(data).filter(([, value]) => value !== undefined));
}

/** Whether an edit lies in the lines of a key, or only puts something in where lines of others meet. */
function isWithin({ keys, text }: StyledFrontMatter, key: string, { start, end }: OffsetEdit): boolean {
  let at = text.indexOf('\n') + 1;
  for (const each of keys) {
    const until = at + each.lines.length;
    if (each.key === key && start >= at && end <= until) return true;
    // New lines stand above the comments of the key that follows, which here belong to it.
    const isBetween = start === end && (start === at || start === until || text.charAt(start - 1) === '\n');
    if (isBetween && start >= at && start <= until) return true;
    at = until;
  }
  return false;
}
