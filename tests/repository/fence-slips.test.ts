/**
 * Slips in the lines above and below front matter one by one: the exact place, the sentence, and the whole text after the fix. The words were read by a
 * person, who asked of each: is it true, and would a press officer know what to do?
 */
import { describe, expect, it } from 'vitest';
import { marked, mended, read, unmarked } from './marked-faults.ts';

/** A whole file with the place marked, what is said, and the file after the fix; none where no fix is offered. */
const slips: readonly (readonly [text: string, sentence: string, mended?: string])[] = [
  ['⟦----⟧\nid: x\n---\nT\n', '«----» has 4 hyphens: front matter opens with three, «---».', '---\nid: x\n---\nT\n'],
  ['---\nid: x\n⟦----⟧\nT\n', '«----» has 4 hyphens: front matter closes with three, «---».', '---\nid: x\n---\nT\n'],
  ['---\nid: x\n⟦***⟧\nT\n', 'Front matter closes with «---», not with «***».', '---\nid: x\n---\nT\n'],
  ['---\nid: x\n⟦...⟧\nT\n', 'Front matter closes with «---», not with «...».', '---\nid: x\n---\nT\n'],
  ['⟦+++⟧\nid = x\n+++\nT\n', '«+++» opens front matter in TOML, and press reads YAML only.'],
  ['---\nid: x\n⟦+++⟧\nT\n', 'Front matter closes with «---», not with «+++».', '---\nid: x\n---\nT\n'],
  [
    '⟦———⟧\nid: x\n---\nT\n',
    '«———» has a dash (U+2014) where hyphens are wanted: front matter opens with «---».',
    '---\nid: x\n---\nT\n',
  ],
  ['⟦⟧\n\n---\nid: x\n---\nT\n', 'An empty line stands before the front matter.', '---\nid: x\n---\nT\n'],
  ['⟦Hello⟧\n---\nid: x\n---\nT\n', 'Something stands before the front matter.'],
  ['⟦  ⟧---\nid: x\n---\nT\n', 'Blanks stand before the opening «---».', '---\nid: x\n---\nT\n'],
  ['⟦T only⟧\n', 'The file does not begin with front matter.'],
  ['⟦id: x⟧\ntitle: y\n---\nT\n', 'The line «---» is missing above the first key.', '---\nid: x\ntitle: y\n---\nT\n'],
  ['⟦---⟧\nid: x\n\nT\n', 'The front matter that begins here is never closed.', '---\nid: x\n---\n\nT\n'],
  ['⟦---⟧\nid: x\nT\n', 'The front matter that begins here is never closed.', '---\nid: x\n---\nT\n'],
  ['⟦---json⟧\n{}\n---\n', '«---json» opens front matter in JSON, and press reads YAML only.'],
  [
    '--- ⟦id: x⟧\ntitle: y\n---\nT\n',
    'A key stands on the line of the opening «---».',
    '---\nid: x\ntitle: y\n---\nT\n',
  ],
  ['---\nid: x\n ⟦---⟧ \nT\n', 'Blanks stand before the closing «---».', '---\nid: x\n--- \nT\n'],
  ['---\nid: x\n⟦- - -⟧\nT\n', 'Blanks stand among the hyphens of «---».', '---\nid: x\n---\nT\n'],
  ['---\nid: x\n⟦--- T⟧\nT\n', 'This line begins with «---» but does not close the front matter.'],
  ['⟦{"id": 1}⟧\n', '«{"id": 1}» opens front matter in JSON, and press reads YAML only.'],
  ['⟦⟧', 'The file does not begin with front matter.'],
  ['⟦---⟧\n', 'The front matter that begins here is never closed.'],
  ['⟦---⟧\nid: x', 'The front matter that begins here is never closed.', '---\nid: x\n---\n'],
  ['⟦-- -⟧\nid: x\n---\n', 'Blanks stand among the hyphens of «---».', '---\nid: x\n---\n'],
  ['⟦```yaml⟧\n---\nid: x\n---\n```\n', 'Something stands before the front matter.'],
  ['⟦<!-- c -->⟧\n---\nid: x\n---\n', 'Something stands before the front matter.'],
];

const closing = ['Write «---» alone at the beginning of the line.', 'Write «---»', 'review'];
const opening = ['Write «---» alone on the line.', 'Write «---»', 'review'];
const above = ['The first line must be «---»: remove what comes before it.', 'Remove what stands before it', 'safe'];
const missing = ['The first line must be «---», then «key: value» lines, then «---».'];
const languages = ['Write «---» above and below, and «key: value» lines between.'];

/** What to do, the title of the fix, and whether somebody has to look at it. */
const ways: readonly (readonly [text: string, sentence: string, way: readonly string[]])[] = [
  ['---\nid: x\n***\n', 'Front matter closes with «---», not with «***».', closing],
  ['---\nid: x\n  ...\nT\n', 'Front matter closes with «---», not with «...».', closing],
  ['---\nid: x\n  +++\nT\n', 'Front matter closes with «---», not with «+++».', closing],
  ['---\nid: x\n\t---\nT\n', 'Blanks stand before the closing «---».', closing],
  ['---\nid: x\n---\u00A0\n', 'A no-break space (U+00A0) stands on the line of «---».', closing],
  ['---\u00A0\nid: x\n---\n', 'A no-break space (U+00A0) stands on the line of «---».', opening],
  ['===\n\nid: x\n---\n', 'Front matter opens with «---», not with «===».', opening],
  ['\n\n---\nid: x\n---\n', 'An empty line stands before the front matter.', above],
  ['Hello\n---\nid: x\n---\n', 'Something stands before the front matter.', above.slice(0, 1)],
  ['===\nT\n---\n', 'Something stands before the front matter.', above.slice(0, 1)],
  [
    '---\tid: x\n---\n',
    'A key stands on the line of the opening «---».',
    ['Write «---» alone, and the key on the line below.', 'Move the key to the next line', 'review'],
  ],
  [
    '---  id: x\n---\n',
    'A key stands on the line of the opening «---».',
    ['Write «---» alone, and the key on the line below.', 'Move the key to the next line', 'review'],
  ],
  ['--- T\n', 'The opening line names another language than YAML.', ['Write «---» alone; press reads YAML only.']],
  ['-\uFEFF--\nid: x\n---\n', 'Something stands before the front matter.', above.slice(0, 1)],
  ['\nHello\n', 'The file does not begin with front matter.', missing],
  ['***\n', 'The file does not begin with front matter.', missing],
  ['abcdefgh: z--- \n', 'The file does not begin with front matter.', missing],
  ['id: x\n\uFEFFtitle: y\n', 'The file does not begin with front matter.', missing],
  [`${'\n'.repeat(5000)}---\nid: x\n---\n`, 'The file does not begin with front matter.', missing],
  ['---\tJSON\n{}\n---\n', '«---\tJSON» opens front matter in JSON, and press reads YAML only.', languages],
  [
    '--\u00A0--\nid: x\n---\n',
    '«--\u00A0--» (with U+00A0) has 4 hyphens: front matter opens with three, «---».',
    opening,
  ],
  ['**-\nid: x\n---\n', 'Front matter opens with «---», not with «**-».', opening],
  ['-**\nid: x\n---\n', 'Front matter opens with «---», not with «-**».', opening],
  ['--\t-\nid: x\n---\n', 'Blanks stand among the hyphens of «---».', opening],
  ['~~~\nid: x\n---\n', 'Front matter opens with «---», not with «~~~».', opening],
  ['___\nid: x\n---\n', 'Front matter opens with «---», not with «___».', opening],
  ['-\nid: x\n---\n', 'Something stands before the front matter.', above.slice(0, 1)],
  ['T\n', 'The file does not begin with front matter.', missing],
  ['id: x\nT\n', 'The file does not begin with front matter.', missing],
  [
    'id: x\n---\n',
    'The line «---» is missing above the first key.',
    [...missing, 'Put «---» above the first key', 'review'],
  ],
  [
    '---\nid: x\nT\n',
    'The front matter that begins here is never closed.',
    ['Put a line «---» after its last key.', 'Put «---» below the last key', 'review'],
  ],
  ['---\n\nid: x\n', 'The front matter that begins here is never closed.', ['Put a line «---» after its last key.']],
  [
    '---\n- a\n- b\nT\n',
    'The front matter that begins here is never closed.',
    ['Put a line «---» after its last key.'],
  ],
  [
    '---\nid: x\n--- T\nT\n',
    'This line begins with «---» but does not close the front matter.',
    ['Write «---» alone on the line, or put the value in quotes.'],
  ],
  [
    '--- id: x\n---\n',
    'A key stands on the line of the opening «---».',
    ['Write «---» alone, and the key on the line below.', 'Move the key to the next line', 'review'],
  ],
  [
    '---js\nid: x\n---\n',
    'The opening line names another language than YAML.',
    ['Write «---» alone; press reads YAML only.'],
  ],
  [
    '--- Yaml \nid: x\n---\n',
    'The opening line is written «--- Yaml », and press knows «---» alone.',
    ['Write «---» alone.', 'Write «---»', 'review'],
  ],
  [
    '---YML\nid: x\n---\n',
    'The opening line is written «---YML», and press knows «---» alone.',
    ['Write «---» alone.', 'Write «---»', 'review'],
  ],
  [';;;\n{}\n;;;\n', '«;;;» opens front matter in JSON, and press reads YAML only.', languages],
  ['{\n"id": 1\n}\n', '«{» opens front matter in JSON, and press reads YAML only.', languages],
  ['---JSON\n{}\n---\n', '«---JSON» opens front matter in JSON, and press reads YAML only.', languages],
  ['--- toml\n', '«--- toml» opens front matter in TOML, and press reads YAML only.', languages],
  [
    `---\n${'# a\n'.repeat(1001)}---\n`,
    'The front matter that begins here has no end within 1000 lines or 32 KiB.',
    ['Put a line «---» after its last key; the text of the release belongs below it.'],
  ],
];

const forms: readonly (readonly [form: string, change: (text: string) => string])[] = [
  ['as it is', (text) => text],
  ['with CR LF', (text) => text.replaceAll('\n', '\r\n')],
  ['with a byte-order mark', (text) => `\uFEFF${text}`],
  ['with emoji and Cyrillic', (text) => text.replace('id: x', 'id: 🎈 Баку 漢字')],
];

describe.each(forms)('a fence %s', (_, change) => {
  it.each(slips.map((slip) => [slip[0], slip] as const))('%j', (__, [file, sentence, after]) => {
    const text = unmarked(change(file));
    const { faults, data } = read(text);
    expect(data).toBeUndefined();
    expect(faults.map(({ message, rule }) => [rule, message])).toEqual([['front-matter', sentence]]);
    expect(marked(text, faults)).toBe(change(file));
    expect(mended(text, faults[0])).toBe(after === undefined ? undefined : change(after));
  });
});

describe('the way out of a slip', () => {
  it.each(ways)('%j', (text, sentence, way) => {
    const [{ message, hint, fix } = {}] = read(text).faults;
    expect([message, hint, fix?.title, fix?.safety].filter((each) => each !== undefined)).toEqual([sentence, ...way]);
  });
});

describe('a dash', () => {
  it.each(['\u2010', '\u2015', '\u2212', '\uFE58', '\uFF0D'])('%j is named', (dash) => {
    const [{ message } = {}] = read(`${dash.repeat(3)}\nid: x\n---\n`).faults;
    const code = dash.charCodeAt(0).toString(16).toUpperCase();
    expect(message).toContain(` has a dash (U+${code}) where hyphens are wanted`);
  });
});

describe('front matter that is never closed', () => {
  it.each([
    ['---\nfields:\n- a\n', '  b\n# r\n', 'Text.\n'],
    ['---\nfields:\n- a\n', '- b\n', '-c\n'],
    ['---\nid: x\n', '', 'I am.\n'],
    ['---\nid: x\n', '  ***\n', 'Text.\n'],
    ['---\nid: x\n', '', 'Text ---\n'],
    ['---\nid: x\n', '', '* *\n'],
    ['---\nid: x\n', '', '*\t*\n'],
    ['---\nid: x\n', '', '*\u00A0*\n'],
    ['---\nid: x\n', '', `\n${'x'.repeat(40_000)}\n`],
  ])('is closed below what belongs to it: %j %j %j', (begin, middle, after) => {
    const text = begin + middle + after;
    expect(mended(text, read(text).faults[0])).toBe(`${begin + middle}---\n${after}`);
  });

  it.each([
    '---\n# r\nText.\n',
    '---\n- a: b\nText.\n',
    '---\nid: x\nid: y\nText.\n',
    `---\nid: x\nsummary: ${'x'.repeat(40_000)}\n`,
  ])('is left alone where nobody can say where: %j', (text) => {
    const { faults } = read(text);
    expect(faults).toMatchObject([{ message: 'The front matter that begins here is never closed.' }]);
    expect(faults[0]?.fix).toBeUndefined();
  });
});

describe('several slips', () => {
  it.each<readonly [string, string]>([
    ['⟦–––⟧\nid: x\n⟦–––⟧\nT\n', '---\nid: x\n---\nT\n'],
    ['⟦—⟧\nid: x\n⟦—⟧\nT\n', '---\nid: x\n---\nT\n'],
    ['⟦***⟧\nid: x\n⟦***⟧\nT\n', '---\nid: x\n---\nT\n'],
    ['⟦--⟧\nid: x\n⟦--⟧\nT\n', '---\nid: x\n---\nT\n'],
    ['---\nid: ⟦a:⟧ b\n⟦----⟧\nT\n', '---\nid: "a: b"\n---\nT\n'],
    ['⟦---⟧\nid: ⟦x:⟧ y\n\nT\n', '---\nid: "x: y"\n---\n\nT\n'],
  ])('%j are all told, and can be mended one after the other', (file, after) => {
    let text: string = unmarked(file);
    const { faults } = read(text);
    expect(marked(text, faults)).toBe(file);
    for (let left = faults; left.length > 0; left = read(text).faults) {
      text = mended(text, left[0]) ?? '';
      expect(read(text).faults.length).toBeLessThan(left.length);
    }
    expect(text).toBe(after);
  });

  it('have the places of the file, whatever is mended before them', () => {
    const { faults } = read('----\nid: x\nid: y\n----\nT\n');
    expect(faults.map(({ start, end, fix, related }) => ({ start, end, fix: fix?.edits, related }))).toMatchObject([
      { start: 0, end: 4, fix: [{ start: 0, end: 4, text: '---' }] },
      { start: 17, end: 21, fix: [{ start: 17, end: 21, text: '---' }] },
      { start: 11, end: 13, related: [{ start: 5, end: 7 }] },
    ]);
  });

  it('stand below a second byte-order mark, which is told by itself', () => {
    const places = (text: string): unknown[] => read(text).faults.map(({ rule, start, end }) => [rule, start, end]);
    expect(places('\uFEFF\uFEFF---\nid: x\n---\n')).toEqual([['encoding', 1, 2]]);
    expect(places('\uFEFF\uFEFF----\nid: a: b\n---\n')).toEqual([
      ['encoding', 1, 2],
      ['front-matter', 1, 6],
      ['front-matter', 11, 13],
    ]);
  });

  it('above keys without any fence: the line below the last key is missing, too', () => {
    const text = 'id: x\ntitle: y\n\nT\n';
    const { faults } = read(text);
    expect(faults.map(({ message, start, end }) => [start, end, message])).toEqual([
      [0, 5, 'The line «---» is missing above the first key.'],
      [0, 0, 'The front matter that begins here is never closed.'],
    ]);
    const open = mended(text, faults[0]) ?? '';
    expect(mended(open, read(open).faults[0])).toBe('---\nid: x\ntitle: y\n---\n\nT\n');
  });
});

describe('what is like a slip and none', () => {
  it.each([
    '---yaml\nid: x\n---\nT\n',
    '---\n---\nT\n',
    '---\nid: x\n---',
    '--- \nid: x\n---\t\n----\n',
    '\uFEFF---\nid: x\n---\n',
  ])('%j', (text) => {
    expect(read(text).faults).toEqual([]);
  });
});
