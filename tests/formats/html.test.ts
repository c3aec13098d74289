import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { html } from '../../src/formats/html.ts';
import { pageStyle, pageStyleHash } from '../../src/formats/rendering/pages/page-style.ts';
import type { Edition } from '../../src/model/edition.ts';
import { defaultSettings } from '../../src/model/settings.ts';
import {
  editionOf,
  emptyEdition,
  hostileEdition,
  publicRelease,
  referenceEdition,
  singleEdition,
  staffEdition,
  staffRelease,
  testSettings,
  type ReleaseData,
} from '../support/editions.ts';
import { hostileEditions } from '../support/hostile-editions.ts';
import { elementsOf, findingsIn, parseErrorsOf, textsOf, type SeenElement } from '../support/html-reading.ts';
import { written } from '../support/written.ts';

/** The page of one release. */
function pageOf(data: ReleaseData, body = '', changes: Partial<Edition> = {}): string {
  return written(html, editionOf([publicRelease({ id: 'a', ...data }, body)], changes));
}

function found(page: string, name: string, className?: string): SeenElement[] {
  return elementsOf(page).filter(
    (element) => element.name === name && (className === undefined || element.attributes.get('class') === className),
  );
}

function attributesOf(page: string, name: string, attribute: string): (string | undefined)[] {
  return found(page, name).map(({ attributes }) => attributes.get(attribute));
}

/** Names in front of facts, and what stands behind them. */
function factsOf(page: string): Record<string, string | undefined> {
  const values = textsOf(page, 'dd');
  return Object.fromEntries(textsOf(page, 'dt').map((name, at) => [name, values[at]]));
}

const editions: readonly (readonly [string, Edition])[] = [
  ['reference', referenceEdition],
  ['hostile', hostileEdition],
  ['empty', emptyEdition],
  ['single', singleEdition],
  ['staff', staffEdition],
  ['summaries', { ...referenceEdition, content: 'summary' }],
  ['headlines', { ...referenceEdition, content: 'none' }],
  ['Russian', { ...referenceEdition, lang: 'ru' }],
  ['unaddressed', { ...referenceEdition, settings: defaultSettings }],
  ['entitled', { ...singleEdition, title: 'Elections' }],
];

describe.each(editions)('the page of the %s edition', (_, edition) => {
  const page = written(html, edition);

  it('has no parse error and nothing that html-validate objects to', () => {
    expect(parseErrorsOf(page)).toEqual([]);
    expect(findingsIn(page)).toEqual([]);
  });

  it('holds nothing that runs, and nothing that is fetched', () => {
    const elements = elementsOf(page);
    const names = new Set(elements.map(({ name }) => name));
    for (const name of ['script', 'img', 'link', 'iframe', 'object', 'svg', 'base', 'form'])
      expect(names).not.toContain(name);
    const attributes = elements.flatMap((element) => [...element.attributes.keys()]);
    expect(attributes.filter((name) => /^(?:on.*|src.*|style|background|poster)$/.test(name))).toEqual([]);
    expect(textsOf(page, 'style').join('')).not.toMatch(/url\(|@import/);
  });

  it('steps down its headings one level at a time, from the first', () => {
    const levels = elementsOf(page)
      .filter(({ name }) => /^h[1-6]$/.test(name))
      .map(({ name }) => Number(name.slice(1)));
    levels.forEach((level, at) => expect(level).toBeLessThanOrEqual((levels[at - 1] ?? 0) + 1));
    expect(levels.filter((level) => level === 1)).toHaveLength(1);
  });
});

describe('the frame', () => {
  it('lets in its own style and nothing else', () => {
    expect(pageStyleHash).toBe(createHash('sha256').update(pageStyle).digest('base64'));
    expect(textsOf(written(html, emptyEdition), 'style')).toEqual([pageStyle]);
    expect(attributesOf(written(html, emptyEdition), 'meta', 'content')).toContain(
      `default-src 'none'; style-src 'sha256-${pageStyleHash}'; base-uri 'none'; form-action 'none'`,
    );
  });

  it('is named after the edition, the publisher, or its only release', () => {
    const title = (edition: Edition): string[] => [
      ...textsOf(written(html, edition), 'title'),
      ...textsOf(written(html, edition), 'h1'),
    ];
    expect(title({ ...referenceEdition, title: 'Elections' })).toEqual(['Elections', 'Elections']);
    expect(title(referenceEdition)).toEqual(['Sample Press Office', 'Sample Press Office']);
    expect(title(editionOf([publicRelease({ id: 'a', title: 'Alone' })]))).toEqual(['Alone', 'Alone']);
    expect(textsOf(pageOf({ title: 'word '.repeat(30) }), 'title')[0]?.length).toBeLessThanOrEqual(70);
  });

  it('says that nothing was found, and has no contents then', () => {
    expect(textsOf(written(html, emptyEdition), 'main')[0]?.trim()).toBe('No release was found.');
    expect(found(written(html, emptyEdition), 'nav')).toEqual([]);
  });

  it('speaks Russian where labels are Russian', () => {
    const page = written(html, { ...referenceEdition, lang: 'ru' });
    expect(attributesOf(page, 'html', 'lang')).toEqual(['ru']);
    expect(textsOf(page, 'time')).toContain('16 ноября 2009');
    expect(attributesOf(written(html, { ...referenceEdition, lang: 'fr' }), 'html', 'lang')).toEqual(['en']);
  });
});

describe('the contents', () => {
  it('lead to every article, year by year', () => {
    const page = written(html, referenceEdition);
    const nav = elementsOf(page).slice(
      elementsOf(page).findIndex(({ name }) => name === 'nav'),
      elementsOf(page).findIndex(({ name }) => name === 'main'),
    );
    const links = nav.filter(({ name }) => name === 'a').map(({ attributes }) => attributes.get('href'));
    expect(links).toEqual(referenceEdition.releases.map((_, at) => `#release-${at + 1}`));
    expect(attributesOf(page, 'article', 'id').map((id) => `#${id}`)).toEqual(links);
    expect(nav.filter(({ name }) => name === 'h3').map(({ text }) => text)).toEqual([
      '2024',
      '2023',
      '2022',
      '2021',
      '2020',
      '2009',
    ]);
  });

  it('have no years where releases are in another order', () => {
    const releases = ['2009-01-01', '2011-01-01', '2009-05-05'].map((date, at) =>
      publicRelease({ id: `r${at}`, slug: `r${at}`, date }),
    );
    expect(textsOf(written(html, editionOf(releases)), 'h3')).toEqual([]);
  });
});

describe('an article', () => {
  it.each([
    ['en', 'en', 'ltr'],
    ['ar', 'ar', 'rtl'],
    ['fa-ir', 'fa-IR', 'rtl'],
    ['cnr', 'sr-ME', 'ltr'],
    ['no tag', '', 'auto'],
  ])('in %s says its language and direction', (lang, tag, direction) => {
    const page = pageOf({ lang });
    expect([attributesOf(page, 'article', 'lang'), attributesOf(page, 'article', 'dir')]).toEqual([[tag], [direction]]);
  });

  it.each([
    ['2009-11-16', '2009-11-16', '16 November 2009'],
    ['2024-09-10T14:30:00+05:00', '2024-09-10T14:30:00+05:00', '10 September 2024, 14:30 (UTC+05:00)'],
    ['2024-09-10T14:30:00.123456789Z', '2024-09-10T14:30:00.123Z', '10 September 2024, 14:30 (UTC)'],
  ])('is dated %s for people and programs', (date, machine, people) => {
    const [time] = found(pageOf({ date }), 'time');
    expect([time?.attributes.get('datetime'), time?.text]).toEqual([machine, people]);
  });

  it('says where it is from, and what it is about', () => {
    const page = pageOf({ place: ['Baku', 'Ganja'], source: 'baku', fields: ['elections'], countries: ['turkey'] });
    expect(found(page, 'p', 'issued')[0]?.text).toBe(
      '2 January 2020 · Baku, Ganja · OSCE Project Co-ordinator in Baku (closed)',
    );
    expect(factsOf(page)).toMatchObject({ field: 'Elections', country: 'Türkiye' });
  });

  it.each([
    ['full', ['Correction (2020-02-01): Six'], ['Short'], 1],
    ['summary', ['Correction (2020-02-01): Six'], ['Short'], 0],
    ['none', [], [], 0],
  ] as const)('shows as much text as the edition does, corrections first: %s', (content, notice, summary, bodies) => {
    const corrections = [{ date: '2020-02-01', kind: 'correction', note: 'Six' }];
    const page = pageOf({ summary: 'Short', corrections }, 'Text', { content });
    expect(found(page, 'div', 'corrections').map(({ text }) => text.trim())).toEqual(notice);
    expect(found(page, 'p', 'summary').map(({ text }) => text)).toEqual(summary);
    expect(found(page, 'div', 'body')).toHaveLength(bodies);
    if (bodies === 1) expect(page.indexOf('corrections"')).toBeLessThan(page.indexOf('class="body"'));
  });

  it('begins with the first paragraph where a summary is asked for and there is none', () => {
    expect(found(pageOf({}, 'First.\n\nSecond.', { content: 'summary' }), 'p', 'summary')[0]?.text).toBe('First.');
    expect(found(pageOf({}, 'First.'), 'p', 'summary')).toEqual([]);
  });

  it('puts headings of its text below its own, without a gap', () => {
    const page = pageOf({ title: 'T' }, '# One\n\n### Two\n\n# Three\n\n#### Four\n\n## Five', { title: 'Page' });
    const headings = elementsOf(page).filter(({ name }) => /^h\d$/.test(name));
    expect(headings.map(({ name, text }) => `${name} ${text}`)).toEqual([
      'h1 Page',
      'h2 T',
      'h3 One',
      'h4 Two',
      'h3 Three',
      'h4 Four',
      'h4 Five',
    ]);
  });

  it('makes a link of a picture, and words of one inside a link', () => {
    const page = pageOf({}, '![A bridge](/a.png) [![A boat](/b.png)](/c) ![](/d.png)');
    const links = found(page, 'div', 'body').length === 1 ? found(page, 'a') : [];
    expect(links.filter(({ text }) => !text.startsWith('http')).map(({ text }) => text)).toEqual([
      'Skip to the releases',
      '[A bridge]',
      'A boat',
      '[Picture]',
    ]);
  });

  it('gives a table that scrolls by itself, aligned without a style', () => {
    const page = pageOf({}, '| a | b |\n|--:|---|\n| c | d |');
    expect(found(page, 'div', 'table')[0]?.attributes.get('tabindex')).toBe('0');
    expect(attributesOf(page, 'th', 'class')).toEqual(['right', undefined]);
  });

  it('keeps its footnotes on the page, apart from those of other articles', () => {
    const releases = ['r0', 'r1'].map((id) =>
      publicRelease({ id, slug: 'same' }, 'Text[^1] and [top](#top).\n\n[^1]: Note.'),
    );
    const page = written(html, editionOf(releases));
    const ids = elementsOf(page).flatMap(({ attributes }) => attributes.get('id') ?? []);
    expect(ids).toEqual([...new Set(ids)]);
    const inside = attributesOf(page, 'a', 'href').filter((href) => href?.startsWith('#'));
    expect(inside).toHaveLength(7);
    for (const href of inside) expect(ids).toContain(href?.slice(1));
    expect(page).toContain('href="https://press.example.org/2020/same/#top"');
  });

  it('tells whom to ask, in the whole text only', () => {
    const contacts = [{ name: 'A. <b>', role: 'Officer', phone: '+1 2', email: 'a?b@example.org' }, { phone: '3' }];
    const page = pageOf({ contacts });
    expect(factsOf(page)['Contacts']).toBe('A. <b>, Officer, +1 2, a?b@example.org3');
    expect(attributesOf(page, 'a', 'href')).toContain('mailto:a%3Fb@example.org');
    expect(factsOf(pageOf({ contacts }, '', { content: 'summary' }))['Contacts']).toBeUndefined();
  });

  it('links its files, but none that must not be fetched', () => {
    const attachments = [
      { href: '/a b.pdf', title: 'Programme', mediaType: 'application/pdf', size: 48_213 },
      { href: 'c.pdf', size: 12 },
      { href: 'd.pdf', size: 2_500_000 },
      { href: 'javascript:alert(1)', title: 'Bad' },
    ];
    expect(factsOf(pageOf({ attachments }))['Files']).toBe(
      'Programme (application/pdf, 48 kB)c.pdf (12 B)d.pdf (2.5 MB)',
    );
  });

  it('links its other languages by their own names, and its address', () => {
    const releases = [
      publicRelease({ id: 'a', slug: 'a' }),
      publicRelease({ id: 'a.ru', slug: 'a', lang: 'ru', translationOf: { id: 'a' } }),
    ];
    const page = written(html, editionOf(releases));
    const link = found(page, 'a').find(({ attributes }) => attributes.has('hreflang'));
    expect(link?.text).toBe('Русский');
    expect(Object.fromEntries(link?.attributes ?? [])).toMatchObject({
      href: 'https://press.example.org/ru/2020/a/',
      hreflang: 'ru',
      lang: 'ru',
    });
    expect(factsOf(page)['Address']).toBe('https://press.example.org/ru/2020/a/');
  });

  it('has no address, and follows only whole links, while nobody knows where it stands', () => {
    const page = pageOf({}, '[a](/b) [c](https://example.org/)', { settings: { ...testSettings, baseUrl: 'nowhere' } });
    expect(factsOf(page)['Address']).toBeUndefined();
    expect(attributesOf(page, 'a', 'href')).toEqual(['#releases', 'https://example.org/']);
  });

  it('cries out that it is not public, and so does its page', () => {
    const draft = staffRelease({ id: 'd', title: 'D', status: 'draft', date: undefined });
    const page = written(html, editionOf([draft, publicRelease({ id: 'p', slug: 'p' })]));
    expect(found(page, 'p', 'unpublished').map(({ text }) => text)).toEqual([
      'Not for publication: this page holds releases that are not public.',
      'not public: draft, no date',
    ]);
    expect(found(page, 'span', 'mark')).toHaveLength(1);
    expect(textsOf(page, 'h3')).toEqual(['Without a date', '2020']);
    expect(found(written(html, referenceEdition), 'p', 'unpublished')).toEqual([]);
  });
});

describe('hostile editions', () => {
  const allowed = /^(?:https?:\/\/|mailto:|#release)/;

  it('leave a page without parse errors, in which nothing runs', () => {
    fc.assert(
      fc.property(hostileEditions, fc.constantFrom('full', 'summary', 'none'), (edition, content) => {
        const page = written(html, { ...edition, content });
        expect(parseErrorsOf(page)).toEqual([]);
        for (const { name, attributes } of elementsOf(page)) {
          expect(name).not.toMatch(/^(?:script|img|iframe|svg|object|embed|link|base|form|input)$/);
          for (const [key, value] of attributes) {
            expect(key).not.toMatch(/^on|^style$|^src/);
            if (key === 'href') expect(value).toMatch(allowed);
          }
        }
        expect(textsOf(page, 'style')).toEqual([pageStyle]);
      }),
    );
  });

  it('show every title as it was written', () => {
    fc.assert(
      fc.property(hostileEditions, (edition) => {
        const titles = textsOf(written(html, { ...edition, title: 'Page' }), 'h2').filter(
          (text) => text !== 'Contents',
        );
        expect(titles).toHaveLength(edition.releases.length);
        titles.forEach((title, at) => {
          const visible = (edition.releases[at]?.title ?? '').replace(
            /(?!\s)\p{Cc}|\p{Surrogate}|\p{NChar}|\u0085/gu,
            '',
          );
          expect(title).toBe(visible.split(/\s+/).join(' ').trim() || `r${at}`);
        });
      }),
    );
  });
});
