import fc from 'fast-check';
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { feed } from '../../src/importers/feed.ts';
import { newsmlG2 } from '../../src/importers/newsml-g2.ts';
import type { Importer, SourceRelease } from '../../src/model/importer.ts';
import { PressError } from '../../src/model/press-error.ts';
import { feedFile, first, keyOf, rss } from './feeds.ts';
import { source } from './pages.ts';

const golden = (name: string): string => readFileSync(new URL(`../golden/formats/${name}`, import.meta.url), 'utf8');

const seeds: readonly (readonly [card: Importer, text: string])[] = [
  ...['site.rss', 'desk.rdf', 'office.atom', 'desk.json', 'system-export.xml'].map(
    (name) => [feed, feedFile(name).text] as const,
  ),
  [feed, golden('hostile.rss')],
  [feed, golden('hostile.atom')],
  [newsmlG2, feedFile('agency.xml').text],
  [newsmlG2, golden('hostile.newsml-g2.newsml.xml')],
];

/** What must hold of every release, whatever it was read from. */
function expectHarmless(release: SourceRelease): void {
  expect(release.title?.value).toMatch(/^[^\p{Cc}\p{Zl}\p{Zp}\u202A-\u202E\u2066-\u2069]{1,300}$/u);
  // oxlint-disable-next-line no-control-regex -- control characters are what this looks for
  expect(release.body).not.toMatch(/[\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F-\u009F]/);
  expect(release.body).not.toMatch(/\]\((?!https?:|mailto:|[^):]*\))[^)]*\)/i);
  expect(release.url ?? 'x').toMatch(/^[^\s\p{Cc}]{1,2048}$/u);
  expect(release.summary?.value.length ?? 0).toBeLessThanOrEqual(5000);
  for (const file of [keyOf(release, 'attachments') ?? []].flat())
    expect(file).toMatchObject({ href: expect.stringMatching(/^https?:/) as string });
}

/** A release, or a sentence that says what is wrong and what to do. */
function readOrRefused(card: Importer, text: string): void {
  try {
    for (const release of card.read(source(text))) expectHarmless(release);
    for (const { message } of card.leavesOut?.(source(text)) ?? []) expect(message).toMatch(/\.$/);
  } catch (error) {
    if (!(error instanceof PressError)) throw error;
    expect(error.message).toContain('«page');
    expect(error.hint ?? '').not.toBe('');
  }
}

const bits = [
  '<',
  '>',
  '&',
  '"',
  "'",
  ']]>',
  '<![CDATA[',
  '<!--',
  '-->',
  '</',
  '/>',
  '<?',
  '?>',
  '<!DOCTYPE x>',
  '&#0;',
  '&nbsp;',
  '\u0000',
  '\uFFFE',
  '\u202E',
  'xmlns:a="b"',
  ' ',
  '<item>',
  '</item>',
  '<entry/>',
  '{',
  '[',
  ',',
  '"title":',
  'null',
  '\uD800',
];
const change = fc.record({
  at: fc.double({ min: 0, max: 1, noNaN: true }),
  length: fc.nat(200),
  text: fc.oneof(fc.constantFrom(...bits), fc.string({ maxLength: 8 })),
});

describe('feeds that were damaged', () => {
  it('are read or refused with a sentence', () => {
    const damaged = fc.tuple(fc.constantFrom(...seeds), fc.array(change, { minLength: 1, maxLength: 6 }));
    fc.assert(
      fc.property(damaged, ([[card, text], changes]) => {
        const broken = changes.reduce((now, { at, length, text: put }) => {
          const from = Math.floor(at * now.length);
          return now.slice(0, from) + put + now.slice(from + length);
        }, text);
        readOrRefused(card, broken);
      }),
      { numRuns: 400 },
    );
  });

  it('and cut anywhere never pass for whole', () => {
    for (const [card, text] of seeds) {
      for (let at = 1; at < 20; at += 1) {
        const cut = text.slice(0, Math.floor((text.trimEnd().length * at) / 20));
        expect(() => card.read(source(cut))).toThrow(PressError);
      }
    }
  });

  it.each([
    ...['javascript:alert(1)', '  JavaScript:x', 'data:text/html,x', 'vbscript:x', 'file:///etc/passwd'].map((href) => [
      href,
    ]),
  ])('lead nowhere with a link to «%s»', (href) => {
    const written = href.replaceAll('&', '&amp;');
    const release = first(
      rss(
        `<link>${written}</link><enclosure url="${written}"/><content:encoded><![CDATA[<p><a href="${href}">word</a><img src="${href}"></p>]]></content:encoded>`,
      ),
    );
    expect([release.url, release.body, keyOf(release, 'attachments')]).toEqual([undefined, 'word', undefined]);
  });

  it.each([
    ['a script', '<script>alert(1)</script><p>Text</p>'],
    ['a handler', '<p onclick="alert(1)">Text</p>'],
    ['a frame', '<iframe srcdoc="<script>alert(1)</script>"></iframe><p>Text</p>'],
    ['a style', '<style>p{background:url(https://x.example/)}</style><p>Text</p>'],
    ['a form', '<form action="https://x.example/"><input name="p" value="alert"></form><p>Text</p>'],
    ['what is hidden', '<p style="display:none">alert</p><p>Text</p>'],
  ])('have nothing of %s in the text', (_, html) => {
    const release = first(rss(`<content:encoded><![CDATA[${html}]]></content:encoded>`));
    expect(release.body).toBe('Text');
  });

  it.each([
    [
      'entities that grow',
      '<!DOCTYPE rss [<!ENTITY a "aaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]>\n<rss><channel><item><title>&b;</title></item></channel></rss>',
      'document type declaration',
    ],
    [
      'a file of the machine',
      '<!DOCTYPE rss [<!ENTITY a SYSTEM "file:///etc/passwd">]>\n<rss><channel><item><title>&a;</title></item></channel></rss>',
      'document type declaration',
    ],
    ['elements that nest', `<rss><channel>${'<a>'.repeat(50_000)}`, 'nest more than 100 deep'],
    ['items without end', `<rss><channel>${'<item/>'.repeat(100_001)}</channel></rss>`, 'more than 100000 items'],
    [
      'items without end in JSON',
      `{"version":"https://jsonfeed.org/version/1","items":[${'{},'.repeat(100_001)}{}]}`,
      'more than 100000 items',
    ],
    [
      'an item without end',
      `<rss><channel><item>${'<b/>'.repeat(200_001)}</item></channel></rss>`,
      'more than 200000 parts',
    ],
    [
      'HTML that grows',
      rss(`<content:encoded><![CDATA[${'<p><b id=1>'.repeat(40_000)}]]></content:encoded>`),
      'more than 150000 elements',
    ],
  ])('are refused for %s', (_, text, what) => {
    expect(() => feed.read(source(text))).toThrow(what);
  });

  it('may have ten million signs in one text, which is left out and said', () => {
    const release = first(rss(`<description>${'word '.repeat(2_200_000)}</description>`));
    expect([release.body, release.notCarried]).toEqual(['', ['the text, which has more than ten million characters']]);
  });

  it('may have lines without end, which are left out and said', () => {
    for (const line of ['a\n', 'a\n\n']) {
      const release = first(rss(`<description>${line.repeat(60_000)}</description>`));
      expect([release.body, release.notCarried]).toEqual(['', ['the text, which has more than 50000 lines']]);
    }
  });

  it.each([
    ['signs that are no reference', `<description>${'&x'.repeat(49_000)}</description>`],
    ['signs of tags', `<description>${'&lt;a'.repeat(200_000)}</description>`],
    [
      'points at the end of a summary',
      `<content:encoded>x</content:encoded><description>${'... '.repeat(200_000)}a</description>`,
    ],
    ['a headline of marks', `<dc:title>${'&lt;b'.repeat(500_000)}</dc:title>`],
    ['a date of numbers', `<pubDate>${'1 '.repeat(500_000)}</pubDate>`],
    ['categories', '<category>x</category>'.repeat(50_000)],
    [
      'namespaces',
      `<a ${Array.from({ length: 150 }, (_, at) => `xmlns:n${at}="u"`).join(' ')}>${'<b xmlns:c="d"/>'.repeat(30_000)}</a>`,
    ],
    ['prefixes of a long namespace', `<a xmlns:z="${'A'.repeat(1_000_000)}">${'<z:b/>'.repeat(30_000)}</a>`],
  ])('cost no more than they are long for %s', (_, item) => {
    expect(feed.read(source(rss(item)))).toHaveLength(1);
  });
});
