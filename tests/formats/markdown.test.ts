import fc from 'fast-check';
import matter from 'gray-matter';
import markdownIt from 'markdown-it';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { markdown } from '../../src/formats/markdown.ts';
import { shownTitle } from '../../src/formats/rendering/pages/shown-title.ts';
import type { Edition } from '../../src/model/edition.ts';
import { defaultSettings } from '../../src/model/settings.ts';
import {
  editionOf,
  emptyEdition,
  hostileEdition,
  publicRelease,
  referenceEdition,
  staffEdition,
  staffRelease,
  type ReleaseData,
} from '../support/editions.ts';
import { expectGolden } from '../support/golden.ts';
import { hostileEditions } from '../support/hostile-editions.ts';
import { joined, written } from '../support/written.ts';

const release = (data: ReleaseData, body = '') => publicRelease({ id: 'a', ...data }, body);

function digestOf(data: ReleaseData, body = '', changes: Partial<Edition> = {}): string {
  return written(markdown, editionOf([release(data, body)], { content: 'summary', ...changes }));
}

/** The files of a folder, by name. */
function folderOf(edition: Edition): Map<string, string> {
  const files = [...(markdown.folder?.files(edition, 'releases') ?? [])];
  expect(files.map(({ count }) => count)).toEqual(files.map(() => 1));
  return new Map(files.map(({ name, chunks }) => [name, joined(chunks).toString('utf8')]));
}

function fileOf(data: ReleaseData, body = '', changes: Partial<Edition> = {}): string {
  return [...folderOf(editionOf([release(data, body)], changes)).values()].join('');
}

/** The front matter of a file, as a reader of YAML 1.2 has it. */
function frontMatterOf(file: string): Record<string, unknown> {
  return parse(file.split('---\n')[1] ?? '') as Record<string, unknown>;
}

/** Headings of a document, `## Text`, as a reader has them. */
function headingsOf(text: string): string[] {
  const tokens = markdownIt('commonmark').parse(text, {});
  return tokens
    .map((token, at) => ({ level: Number(token.tag.slice(1)), type: token.type, inline: tokens[at + 1] }))
    .filter(({ type }) => type === 'heading_open')
    .map(({ level, inline }) => {
      const words = inline?.children?.map(({ content }) => content).join('') ?? '';
      return `${'#'.repeat(level)} ${words}`;
    });
}

describe('a digest', () => {
  it('has its title, a heading a month, and a heading a release with date, place and source below', () => {
    const edition = { ...referenceEdition, content: 'summary', title: 'Elections' } as const;
    const text = written(markdown, edition);
    expect(headingsOf(text).slice(0, 5)).toEqual([
      '# Elections',
      '## September 2024',
      '### Release <b>with</b> markup & entities &amp; ]]> "quotes"',
      '## May 2023',
      '### Учителя обменялись уроками в Баку',
    ]);
    expect(headingsOf(text).filter((heading) => heading === '## November 2009')).toHaveLength(1);
    expect(text).toContain('\n\n16 November 2009 · Baku · OSCE Project Co-ordinator in Baku (closed)\n\n');
    expect(text).toContain('### [Information sessions open in Baku](https://press.example.org/2009/baku/)\n');
  });

  it('names months and days in the language of the labels', () => {
    const text = digestOf({ date: '2009-11-16', place: 'Baku' }, '', { lang: 'ru' });
    expect(text).toContain('## Ноябрь 2009\n');
    expect(text).toContain('16 ноября 2009 · Baku');
    expect(digestOf({ date: '2009-11-16' }, '', { lang: 'de' })).toContain('## November 2009\n');
    expect(digestOf({ date: '2009-10-16' }, '', { lang: 'fr' })).toContain('## Octobre 2009\n');
  });

  it('has no months where releases are in another order', () => {
    const dates = ['2009-01-01', '2011-01-01', '2009-01-05'];
    const releases = dates.map((date, at) => publicRelease({ id: `r${at}`, title: `T${at}`, date }));
    expect(headingsOf(written(markdown, editionOf(releases)))).toEqual([
      '# Sample Press Office',
      '## T0',
      '## T1',
      '## T2',
    ]);
  });

  it.each([
    ['full', ['**Correction (2020-02-01):** Six', 'Short', '#### One', 'Text']],
    ['summary', ['**Correction (2020-02-01):** Six', 'Short']],
    ['none', []],
  ] as const)('shows as much text as was asked for, corrections first: %s', (content, expected) => {
    const corrections = [{ date: '2020-02-01', kind: 'correction', note: 'Six' }];
    const text = digestOf({ summary: 'Short', corrections }, '# One\n\nText', { content });
    expect(text.trimEnd().split('\n\n').slice(4)).toEqual(expected);
  });

  it('takes the first paragraph for a summary that nobody wrote', () => {
    expect(digestOf({}, 'First.\n\nSecond.')).toMatch(/\n\nFirst\.\n$/);
  });

  it('keeps the footnotes of several texts apart', () => {
    const releases = ['r0', 'r1'].map((id) => publicRelease({ id, title: id }, `${id}[^x]\n\n[^x]: Note of ${id}.`));
    const text = written(markdown, editionOf(releases));
    expect(text.match(/\[\^[^\]]+\]:? ?.*/g)).toEqual([
      '[^1-1]',
      '[^1-1]: Note of r0.',
      '[^2-1]',
      '[^2-1]: Note of r1.',
    ]);
  });

  it('says that nothing was found, and has no links while nobody knows where releases stand', () => {
    expect(written(markdown, emptyEdition)).toBe('# Sample Press Office\n\nNo release was found.\n');
    expect(digestOf({ title: 'T' }, '', { settings: defaultSettings })).toContain('\n### T\n');
  });

  it('marks what is not public in front of its title', () => {
    const draft = staffRelease({ id: 'd', title: 'D', status: 'draft', date: undefined });
    expect(headingsOf(written(markdown, editionOf([draft])))).toEqual([
      '# Sample Press Office',
      '## Without a date',
      '### [not public: draft, no date] D',
    ]);
  });

  it('has every title as it was written, whatever is in it, and nothing that is HTML', () => {
    const reader = markdownIt({ html: true });
    fc.assert(
      fc.property(hostileEditions, (edition) => {
        const text = written(markdown, edition);
        expect(headingsOf(text).filter((heading) => heading.startsWith('### '))).toEqual(
          expect.arrayContaining(edition.releases.map((each) => `### ${shownTitle(each)}`)),
        );
        const types = reader
          .parse(text, {})
          .flatMap((token) => [token, ...(token.children ?? [])].map(({ type }) => type));
        expect(types.filter((type) => type.startsWith('html'))).toEqual([]);
        expect(text).not.toMatch(/\{[{%]/);
      }),
    );
  });
});

describe('a folder', () => {
  it.each(['reference', 'hostile'] as const)('of the %s edition is as it was', (name) => {
    const edition = name === 'reference' ? referenceEdition : hostileEdition;
    for (const [file, text] of [...folderOf(edition)].slice(0, 3))
      expectGolden(`formats/${name}.markdown-folder/${file}`, text);
  });

  it('has a file a release, named after day, slug and language', () => {
    expect([...folderOf(referenceEdition).keys()]).toEqual([
      '2024-09-10-instant.md',
      '2023-05-14-lessons.ru.md',
      '2022-01-01-directions.ar.md',
      '2021-06-01-formula.md',
      '2020-02-29-nowhere.md',
      '2009-11-16-baku.md',
      '2009-11-16-baku.ru.md',
    ]);
    expect([...folderOf(emptyEdition)]).toEqual([]);
  });

  it('gives no name twice, and none that a system could not store', () => {
    const slugs = ['a', 'a', 'A', '../a', 'con', '', 'é', 'x'.repeat(300), 'x'.repeat(301)];
    const releases = slugs.map((slug, at) => publicRelease({ id: `r${at}`, slug, lang: at === 1 ? 'SR-latn' : 'en' }));
    const names = [...folderOf(editionOf(releases)).keys()];
    expect(names).toHaveLength(slugs.length);
    for (const name of names) expect(name).toMatch(/^2020-01-02-[a-z0-9.-]{1,180}\.md$/);
    expect(names.slice(0, 4)).toEqual([
      '2020-01-02-a.md',
      '2020-01-02-a.sr-latn.md',
      '2020-01-02-a-2.md',
      '2020-01-02-a-3.md',
    ]);
  });

  it('holds nothing that is not public', () => {
    expect([...folderOf(staffEdition).keys()]).toEqual(['2020-01-02-public.md']);
  });

  it('has the keys that site builders know, and none of the house', () => {
    const corrections = [{ date: '2020-05-01T10:00:00Z', kind: 'update', note: 'x' }];
    const file = fileOf({
      title: 'A "title": yes',
      date: '2020-01-02',
      updated: '2020-03-01',
      corrections,
      summary: 'Short\ntext',
      place: ['Vienna', 'NO'],
      lang: 'en',
      countries: ['turkey'],
      aliases: ['/old/', '//evil.example/', 'https://elsewhere.example/', '/a/../b/', '/2020/a/'],
      contacts: [{ name: 'N: x', email: 'a@example.org' }],
      attachments: [{ href: '/a.pdf', title: '- x', size: 5 }, { href: 'javascript:x' }],
      embargo: '2020-01-02T00:00:00Z',
      boilerplate: 'about',
      related: ['b'],
      origin: { url: 'https://old.example/' },
      secret: 'x',
      draft: true,
    });
    expect(frontMatterOf(file)).toEqual({
      title: 'A "title": yes',
      date: '2020-01-02',
      lastmod: '2020-05-01T10:00:00Z',
      last_modified_at: '2020-05-01T10:00:00Z',
      updatedDate: '2020-05-01T10:00:00Z',
      description: 'Short text',
      id: 'a',
      slug: 'a',
      url: '/2020/a/',
      permalink: '/2020/a/',
      aliases: ['/old/'],
      redirect_from: ['/old/'],
      lang: 'en',
      type: 'press-release',
      place: 'Vienna, NO',
      source: ['OSCE Secretariat'],
      fields: ['Elections'],
      countries: ['Türkiye'],
      contacts: [{ name: 'N: x', email: 'a@example.org' }],
      attachments: [{ href: 'https://press.example.org/a.pdf', title: '- x', size: 5 }],
    });
  });

  it('has the versions of a text share a key that names a public one', () => {
    const keys = [...folderOf(referenceEdition).values()].map((file) => frontMatterOf(file)['translationKey']);
    expect(keys).toEqual([undefined, undefined, undefined, undefined, undefined, '2009-11-16-baku', '2009-11-16-baku']);
  });

  it.each([
    ['summary', '\n**Update (2020-03-01):** x\n\n## One\n\nText\n'],
    ['full', '\n**Update (2020-03-01):** x\n\n## One\n\nText\n'],
    ['none', '\n**Update (2020-03-01):** x\n'],
  ] as const)('has the whole text below its front matter unless none was asked for: %s', (content, text) => {
    const corrections = [{ date: '2020-03-01', kind: 'update', note: 'x' }];
    expect(fileOf({ corrections }, '# One\n\nText', { content }).split('---\n')[2]).toBe(text);
  });

  it('is read alike by YAML 1.1, 1.2 and the reader of Jekyll and Astro, whatever is in it', () => {
    fc.assert(
      fc.property(hostileEditions, (edition) => {
        for (const file of folderOf(edition).values()) {
          const end = file.indexOf('\n---\n', 4);
          const source = file.slice(4, end + 1);
          expect(source).not.toMatch(/(?!\n)[\p{Cc}\p{Zl}\p{Zp}\p{Surrogate}]/u);
          const data = parse(source) as Record<string, unknown>;
          expect(parse(source, { version: '1.1' })).toEqual(data);
          const { data: seen, content } = matter(file, {});
          expect(seen).toEqual(data);
          expect(content).toBe(file.slice(end + '\n---\n'.length));
          expect(edition.releases.map(shownTitle)).toContain(data['title']);
        }
      }),
    );
  });
});
