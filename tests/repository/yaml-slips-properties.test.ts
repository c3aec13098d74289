/** Slips of every kind, planted at random into sound front matter, and texts made to keep a detector busy. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Fault, Manuscript } from '../../src/model/manuscript.ts';
import { readManuscript } from '../../src/repository/read-manuscript.ts';

const read = (text: string): Manuscript =>
  readManuscript('releases/a.md', new TextEncoder().encode(text), () => undefined);

const plain = (value: unknown): Record<string, unknown> => JSON.parse(JSON.stringify(value)) as Record<string, unknown>;

const lines = [
  'id: 2009-11-16-course',
  'title: Course for observers opens',
  "place: 'Baku'",
  'source: "the desk"',
  'fields: [elections, education]',
  'related:\n  - one\n  - two',
  'contacts:\n  - name: Press desk\n    email: press@example.org',
  'summary: Forty observers\n  from six countries',
  'status: published',
];
const framed = (entries: readonly string[]): string => `---\n${entries.join('\n')}\n---\nText.\n`;
const sound = plain(read(framed(lines)).data);

function mended(text: string, { fix }: Fault): string {
  return [...(fix?.edits ?? [])]
    .sort((a, b) => b.start - a.start || b.end - a.end)
    .reduce((all, edit) => all.slice(0, edit.start) + edit.text + all.slice(edit.end), text);
}

const planted = fc.constantFrom(
  ...[': ', ':', "'", '"', '[', ']', '{', '}', '#', ' #', ',', '&', '*', '!', '|', '>', '%', '@', '`', '-', '- '],
  ...['\t', '\u00A0', '\\', '?', '=', ' ', '\n', '\n  ', '🎈', 'Ж', '“', '---', '\r'],
);

/** An entry, a place in it, what is put there, and how much of it goes. */
const slip = fc.record({
  entry: fc.nat({ max: lines.length - 1 }),
  at: fc.double({ min: 0, max: 1, noNaN: true }),
  put: planted,
  gone: fc.constantFrom(0, 0, 0, 1, 2),
});
type Slip = typeof slip extends fc.Arbitrary<infer Each> ? Each : never;

function plant(entries: readonly string[], { entry, at, put, gone }: Slip, from = 0): string[] {
  return entries.map((line, index) => {
    if (index !== entry) return line;
    const place = from + Math.floor(at * (line.length - from));
    return line.slice(0, place) + put + line.slice(place + gone);
  });
}

/** Mends one fault after the other; every fix must lead to fewer faults, or to others further down. */
function mendedAll(text: string): string {
  let current = text;
  for (let round = 0; round < 50; round++) {
    const next = read(current).faults.find(({ fix }) => fix !== undefined);
    if (next === undefined) return current;
    const after = mended(current, next);
    expect(after, current).not.toBe(current);
    current = after;
  }
  throw new Error(`no end of fixes: ${text}`);
}

describe('slips at random', () => {
  it('never throw; either the text is read or something is said of it, at a place inside it', () => {
    fc.assert(
      fc.property(fc.array(slip, { minLength: 1, maxLength: 4 }), fc.boolean(), (many, isWindows) => {
        const block = framed(many.reduce((entries, each) => plant(entries, each), lines));
        const text = isWindows ? block.replaceAll('\n', '\r\n') : block;
        const { data, faults } = read(text);
        expect(data !== undefined || faults.length > 0).toBe(true);
        for (const { start, end, message, hint, fix } of faults) {
          expect(0 <= start && start <= end && end <= text.length, text).toBe(true);
          expect([message, hint].every((words) => words !== '' && words !== undefined)).toBe(true);
          for (const edit of fix?.edits ?? []) expect(edit.start <= edit.end && edit.end <= text.length).toBe(true);
        }
      }),
      { numRuns: 300 },
    );
  });

  it('have fixes that come to an end, and where each fault had one the text can be read', () => {
    fc.assert(
      fc.property(slip, (each) => {
        const text = framed(plant(lines, each));
        const { faults } = read(text);
        const hasFixes = faults.length > 0 && faults.every(({ fix }) => fix !== undefined);
        const after = read(mendedAll(text));
        if (hasFixes) expect(after.data, text).toBeDefined();
      }),
      { numRuns: 300 },
    );
  });

  it('in one value leave all other values alone, mended or not', () => {
    fc.assert(
      fc.property(slip, (each) => {
        fc.pre(!each.put.includes('\n') && each.put !== '\r');
        fc.pre(!lines[each.entry]?.includes('\n'));
        const line = lines[each.entry] ?? '';
        const key = line.slice(0, line.indexOf(':'));
        const broken = framed(plant(lines, { ...each, gone: 0 }, key.length + 2));
        const { data } = read(mendedAll(broken));
        if (data === undefined) return;
        const { [key]: _, ...others } = plain(data);
        const { [key]: __, ...same } = sound;
        expect(others, broken).toEqual(same);
      }),
      { numRuns: 300 },
    );
  });
});

describe('a title that somebody wrote without thinking of YAML', () => {
  const word = fc.constantFrom(
    'Baku',
    'new',
    'course',
    '"new"',
    "it's",
    "'old'",
    'a:',
    ':',
    '–',
    '🎈',
    'Ж',
    '[draft]',
    '50%',
    '@',
    '&',
    '*',
    '- ',
    'a\\b',
    '{x}',
    '!',
    '?',
    'é',
  );

  it('is told, or read as it stands; the fix makes it what it was', () => {
    fc.assert(
      fc.property(fc.array(word, { minLength: 1, maxLength: 6 }), (words) => {
        const title = words.join(' ').trim();
        fc.pre(!/^(?:["'|>-]|[[{].*[\]}]$)/.test(title));
        const text = framed(lines.map((line) => (line.startsWith('title') ? `title: ${title}` : line)));
        const { faults, data } = read(text);
        expect(faults.length).toBeLessThan(2);
        if (data === undefined) expect(faults[0]?.fix, text).toBeDefined();
        const after = plain(read(faults[0] === undefined ? text : mended(text, faults[0])).data);
        expect(after).toEqual({ ...sound, title });
      }),
      { numRuns: 300 },
    );
  });
});

describe('texts made to keep a detector busy', () => {
  const size = 32 * 1024 - 100;
  const fill = (unit: string): string => unit.repeat(Math.floor(size / unit.length));

  it.each(
    [
      '[',
      ']',
      '"',
      "'",
      ': ',
      'a: ',
      '- ',
      ' #',
      '\\',
      ',',
      '&a ',
      '*a ',
      '\t',
      '\u00A0',
      '🎈',
      '? ',
      '"" ',
      'it\'s "',
    ].map((unit) => [unit]),
  )('%j up to the limit, in a value, in a list, in a key, and line for line', (unit) => {
    const many = fill(unit);
    for (const block of [
      `title: x ${many}: y`,
      `fields: [${many}`,
      many,
      `title: @x\n${`k${unit}x\n`.repeat(900)}`,
      `title: "x\n${`${unit}x\n`.repeat(900)}`,
    ]) {
      const { data, faults } = read(`---\n${block}\n---\n`);
      expect(data !== undefined || faults.length > 0).toBe(true);
    }
  });

  it('nested to any depth', () => {
    for (const open of ['[', '{a: ', '- ', 'a:\n ']) {
      for (const depth of [10, 40, 1000])
        expect(read(`---\ntitle: @x\nb: ${open.repeat(depth)}\n---\n`).faults.length).toBeGreaterThan(0);
    }
  });
});
