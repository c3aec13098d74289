import { createRequire } from 'node:module';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { splitFrontMatter } from '../../src/text/front-matter.ts';
import { composeRelease } from '../../src/repository/compose-release.ts';
import { readManuscript } from '../../src/repository/read-manuscript.ts';

// The YAML 1.1 reader that Hexo, gray-matter and many others use: a second opinion about every text that press writes.
const require = createRequire(import.meta.url);
const { safeLoad } = createRequire(require.resolve('gray-matter'))('js-yaml') as { safeLoad(text: string): unknown };

function read(text: string): { readonly data: unknown; readonly body: string } {
  const manuscript = readManuscript('releases/x.md', Buffer.from(text), () => undefined);
  return { data: manuscript.data, body: manuscript.text.slice(manuscript.bodyStart) };
}

function readElsewhere(text: string): unknown {
  const split = splitFrontMatter(text);
  if ('fault' in split) throw new Error(split.fault.kind);
  return safeLoad(text.slice(split.block.start, split.block.end));
}

const plainObject = (entries: readonly (readonly [string, unknown])[]): unknown => ({ ...Object.fromEntries(entries) });

describe('composeRelease', () => {
  it('writes a release as the house writes it', () => {
    const text = composeRelease(
      [
        ['id', '2009-11-16-baku'],
        ['title', 'Voters ask: who answers?'],
        ['date', '2009-11-16'],
        ['place', 'The Hague'],
        ['fields', ['rule-of-law', 'elections']],
        ['summary', undefined],
        ['contacts', [{ name: 'A. Example', phone: '+431555', role: undefined }]],
        ['embargo', '2025-09-16T11:00:00+02:00'],
        ['lang', 'no'],
      ],
      'BAKU, 16 November 2009 – Text.',
    );
    expect(text).toBe(`---
id: 2009-11-16-baku
title: "Voters ask: who answers?"
date: 2009-11-16
place: The Hague
fields: [rule-of-law, elections]
contacts:
  - name: A. Example
    phone: "+431555"
embargo: "2025-09-16T11:00:00+02:00"
lang: "no"
---
BAKU, 16 November 2009 – Text.
`);
  });

  it.each([
    'NO',
    'yes',
    'y',
    'off',
    '~',
    'null',
    '12:30',
    '0042',
    '0o17',
    '1_000',
    '1,000',
    '.5',
    '1e3',
    '+1',
    '=',
    '<<',
    ':sym',
    '2009-11-16',
    '---',
    '...',
  ])('quotes «%s», which another reader would not take for text', (word) => {
    expect(composeRelease([['title', word]], '')).toBe(`---\ntitle: "${word}"\n---\n`);
  });

  it.each(['Baku', 'Türkiye – «open»', 'Баку', 'العربية', 'A#1', "Women's day", 'a, b [c]', 'C-3PO 🎉'])(
    'leaves «%s» bare',
    (word) => {
      expect(composeRelease([['title', word]], '')).toBe(`---\ntitle: ${word}\n---\n`);
    },
  );

  it('keeps a long text on one line', () => {
    const long = `${'word '.repeat(400)}: ${'more '.repeat(400)}end`;
    expect(
      composeRelease(
        [
          ['summary', long],
          ['fields', Array.from({ length: 60 }, (_, i) => `term-${i}`)],
        ],
        '',
      ).split('\n'),
    ).toHaveLength(5);
  });

  it('writes a day bare only where a day belongs, and only a real one', () => {
    const text = composeRelease(
      [
        ['date', '2009-02-30'],
        ['updated', '2009-11-16'],
        ['corrections', [{ date: '2009-11-18' }]],
      ],
      '',
    );
    expect(text).toBe('---\ndate: "2009-02-30"\nupdated: 2009-11-16\ncorrections:\n  - date: 2009-11-18\n---\n');
  });

  it('writes what breaks lines or hides as an escape', () => {
    expect(composeRelease([['title', 'a\nb\u2028c\u202Ed\uFEFF']], '')).toBe(
      '---\ntitle: "a\\nb\\u2028c\\u202ed\\ufeff"\n---\n',
    );
  });

  it('repeats an object instead of referring to it', () => {
    const contact = { name: 'A' };
    expect(composeRelease([['contacts', [contact, contact]]], '')).not.toMatch(/[&*]/);
  });

  it.each([
    ['a key that JavaScript claims', [['__proto__', 'x']], ''],
    [
      'a key twice',
      [
        ['title', 'x'],
        ['title', 'x'],
      ],
      '',
    ],
    ['a control character', [['title', 'a\u0007b']], ''],
    ['half a character in a value', [['title', 'a\uD800']], ''],
    ['half a character in the body', [['title', 'a']], '\uDC00'],
    [
      'front matter without end',
      [
        ['summary', 'x'.repeat(40_000)],
        ['title', 'y'],
      ],
      '',
    ],
  ] as const)('refuses %s', (_, entries, body) => {
    expect(() => composeRelease(entries, body)).toThrow(expect.objectContaining({ code: 'not-a-release' }));
  });

  it('accepts a body that looks like front matter', () => {
    expect(read(composeRelease([['title', 'x']], '---\ntitle: y\n---\n')).body).toBe('---\ntitle: y\n---\n');
  });
});

const nasty = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 20 }),
  fc.string({
    unit: fc.constantFrom(...'-:#?,[]{}&*!|>\'"%@`=<~.+_0123456789eExXoOyYnNtT \t\n\r\u0085\u00a0\u2028\u2029\uFEFF'),
    maxLength: 12,
  }),
  fc.constantFrom(
    'NO',
    'true',
    'null',
    '12:30',
    '1:2:3',
    '0042',
    '0b1',
    '-.inf',
    '.NaN',
    '2009-11-16',
    '2009-1-1 1:2:3',
    'a: b',
    'a #b',
    '<<',
    '=',
    '!x',
    '',
  ),
);
const clean = nasty.map((text) => text.replace(/[\p{Surrogate}\0-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f]/gu, ''));
const value = fc.oneof(
  clean,
  fc.array(clean, { maxLength: 4 }),
  fc.array(fc.record({ name: clean, role: clean }), { minLength: 1, maxLength: 2 }),
);

describe('what is composed', () => {
  it('reads back as what was meant, here and with a reader of YAML 1.1', () => {
    const property = fc.property(fc.array(value, { minLength: 1, maxLength: 4 }), clean, (values, body) => {
      const entries = values.map((item, index) => [`key${index}`, item] as const);
      const text = composeRelease(entries, body);
      expect(structuredClone(read(text).data)).toEqual(plainObject(entries));
      expect(readElsewhere(text)).toEqual(plainObject(entries));
      expect(read(text).body).toBe(body === '' || body.endsWith('\n') ? body : `${body}\n`);
    });
    fc.assert(property, { numRuns: 3000 });
  });
});
