import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { jsonLd } from '../../src/formats/json-ld.ts';
import type { Edition } from '../../src/model/edition.ts';
import { clearForStaff } from '../../src/model/embargo.ts';
import { makeSettings } from '../../src/model/make-settings.ts';
import { makeTaxonomy } from '../../src/model/make-taxonomy.ts';
import { PressError } from '../../src/model/press-error.ts';
import { defaultSettings } from '../../src/model/settings.ts';
import {
  editionOf,
  emptyEdition,
  hostileEdition,
  publicRelease,
  referenceEdition,
  staffRelease,
  testMoment,
  testRelease,
  type ReleaseData,
} from '../support/editions.ts';
import { hostileEditions } from '../support/hostile-editions.ts';
import { elementsOf } from '../support/html-reading.ts';
import { written } from '../support/written.ts';

type Article = Record<string, unknown>;

function graphOf(edition: Edition): Article[] {
  const { '@context': context, '@graph': graph, ...rest } = JSON.parse(written(jsonLd, edition)) as Article;
  expect([context, rest]).toEqual(['https://schema.org', {}]);
  return graph as Article[];
}

function articleOf(data: ReleaseData, body = '', changes: Partial<Edition> = {}): Article {
  const [article] = graphOf(editionOf([publicRelease({ id: 'a', ...data }, body)], changes));
  return article ?? {};
}

const page = 'https://press.example.org/2020/a/';

describe('an article', () => {
  it('is a NewsArticle with a lasting identity and the address of its page', () => {
    expect(articleOf({ title: 'A <b>title</b>' })).toMatchObject({
      '@type': 'NewsArticle',
      '@id': `${page}#article`,
      identifier: 'tag:press.example.org,2009-01-01:a',
      url: page,
      mainEntityOfPage: { '@type': 'WebPage', '@id': page },
      headline: 'A title',
      genre: 'Press release',
    });
    expect(articleOf({ type: 'media-advisory' })['genre']).toBe('Media advisory');
  });

  it.each([
    [{ date: '2009-11-16' }, '2009-11-16', undefined],
    [{ date: '2009-11-16T10:00:00+04:00', updated: '2009-11-18' }, '2009-11-16T10:00:00+04:00', '2009-11-18'],
    [
      {
        date: '2009-11-16',
        updated: '2009-11-18',
        corrections: [{ date: '2009-11-19T10:00:00Z', kind: 'update', note: 'x' }],
      },
      '2009-11-16',
      '2009-11-19T10:00:00Z',
    ],
  ])('keeps its dates as they were written: %j', (data, published, modified) => {
    expect(articleOf(data)).toMatchObject({ datePublished: published });
    expect(articleOf(data)['dateModified']).toBe(modified);
  });

  it('says where it was written, and in which language', () => {
    expect(articleOf({ place: ['Vienna', 'Warsaw'], lang: 'cnr' })).toMatchObject({
      dateline: 'Vienna, Warsaw',
      contentLocation: [
        { '@type': 'Place', name: 'Vienna' },
        { '@type': 'Place', name: 'Warsaw' },
      ],
      inLanguage: 'sr-ME',
    });
    expect(articleOf({ place: 'Baku' })['contentLocation']).toEqual({ '@type': 'Place', name: 'Baku' });
    expect(articleOf({})).not.toHaveProperty('contentLocation');
  });

  it('has an author that is an organisation, and the house for publisher', () => {
    const settings = makeSettings({
      publisher: { name: 'House', url: 'https://house.example', logo: '/logo.png' },
      baseUrl: 'https://press.example.org/',
    });
    const contacts = [{ name: 'A. Wirska', role: 'Officer', phone: '+1', email: 'a@example.org' }];
    const house = {
      '@type': 'Organization',
      name: 'House',
      url: 'https://house.example/',
      logo: { '@type': 'ImageObject', url: 'https://press.example.org/logo.png' },
    };
    const article = articleOf({ source: 'baku', contacts }, '', { settings, labels: 'as-of' });
    expect(article['author']).toEqual({ '@type': 'Organization', name: 'OSCE Project Co-ordinator in Baku' });
    expect(article['publisher']).toEqual({
      ...house,
      contactPoint: [
        { '@type': 'ContactPoint', name: 'A. Wirska', contactType: 'Officer', telephone: '+1', email: 'a@example.org' },
      ],
    });
    expect(articleOf({ source: undefined }, '', { settings })['author']).toEqual(house);
    expect(articleOf({ source: ['baku', 'secretariat'] })['author']).toHaveLength(2);
  });

  it('tells its topics as terms, its countries as places, and all of them as keywords', () => {
    const taxonomy = makeTaxonomy({
      version: 1,
      languages: ['en'],
      facets: {
        field: {
          property: 'fields',
          multiple: true,
          terms: {
            elections: { label: 'Elections', match: { exactMatch: ['medtop:20000574'] } },
            education: { label: 'Education', match: { closeMatch: ['medtop:05000000'] } },
          },
        },
        land: { property: 'lands', multiple: true, terms: { tuerkiye: { label: 'Türkiye', iso3166: 'TR' } } },
        source: { property: 'source', multiple: true, terms: { baku: { label: 'Baku' } } },
      },
    });
    const data = { fields: ['elections', 'education'], lands: ['tuerkiye'], source: 'baku' };
    const release = testRelease({ id: 'a', ...data });
    const terms = new Map([...release.terms, ['lands', ['tuerkiye']]]);
    const cleared = clearForStaff({ ...release, terms }, testMoment);
    const [article] = graphOf(editionOf([cleared], { taxonomy }));
    const inDefinedTermSet = 'https://press.example.org/fields';
    expect(article).toMatchObject({
      about: [
        {
          '@type': 'DefinedTerm',
          name: 'Elections',
          termCode: 'elections',
          inDefinedTermSet,
          sameAs: ['http://cv.iptc.org/newscodes/mediatopic/20000574'],
        },
        { '@type': 'DefinedTerm', name: 'Education', termCode: 'education', inDefinedTermSet },
      ],
      articleSection: ['Elections', 'Education'],
      keywords: ['Elections', 'Education', 'Türkiye'],
      spatialCoverage: [
        { '@type': 'Place', name: 'Türkiye', address: { '@type': 'PostalAddress', addressCountry: 'TR' } },
      ],
    });
    expect(article).not.toHaveProperty(['about', 1, 'sameAs']);
  });

  it.each([
    ['full', 'Short', 'One\n\nTwo words & more.', 4],
    ['summary', 'Short', undefined, undefined],
    ['none', undefined, undefined, undefined],
  ] as const)('holds as much text as the edition shows: %s', (content, description, articleBody, wordCount) => {
    const article = articleOf({ summary: 'Short' }, '# One\n\nTwo **words** & more.', { content });
    const seen = [article['description'], article['articleBody'], article['wordCount']];
    expect(seen).toEqual([description, articleBody, wordCount]);
  });

  it('describes itself by its first paragraph when nobody did', () => {
    expect(articleOf({}, 'First *words*.\n\nSecond.')['description']).toBe('First words.');
  });

  it('says what was put right', () => {
    const corrections = [{ date: '2020-02-01', kind: 'correction', note: 'Six, not <five>' }];
    expect(articleOf({ corrections })['correction']).toEqual([
      { '@type': 'CorrectionComment', datePublished: '2020-02-01', text: 'Six, not' },
    ]);
  });

  it('points to its translations, and they point to it', () => {
    const releases = [
      publicRelease({ id: 'a', slug: 'a' }),
      publicRelease({ id: 'a.ru', slug: 'a', lang: 'ru', translationOf: { id: 'a' } }),
      publicRelease({ id: 'a.az', slug: 'a', lang: 'az', translationOf: { id: 'a' } }),
      publicRelease({ id: 'b.ru', slug: 'b', lang: 'ru', translationOf: { id: 'hidden' } }),
    ];
    const [original, russian, , orphan] = graphOf(editionOf(releases));
    const work = { '@type': 'NewsArticle', '@id': `${page}#article`, url: page, inLanguage: 'en' };
    expect(original).toMatchObject({ workTranslation: [{ inLanguage: 'az' }, { inLanguage: 'ru' }] });
    expect(russian).toMatchObject({ translationOfWork: work });
    expect(
      [original, russian, orphan].map((each) =>
        Object.keys(each ?? {}).filter((key) => key.toLowerCase().includes('work')),
      ),
    ).toEqual([['workTranslation'], ['translationOfWork'], []]);
    expect(JSON.stringify(orphan)).not.toContain('hidden');
  });

  it('names its files, and its pictures once more', () => {
    const attachments = [
      { href: '/a b.pdf', title: 'Programme', mediaType: 'application/pdf', size: 5 },
      { href: '/b.jpg', mediaType: 'image/jpeg', alt: 'A bridge' },
      { href: 'javascript:alert(1)' },
    ];
    expect(articleOf({ attachments })).toMatchObject({
      image: ['https://press.example.org/b.jpg'],
      associatedMedia: [
        {
          '@type': 'MediaObject',
          contentUrl: 'https://press.example.org/a%20b.pdf',
          name: 'Programme',
          encodingFormat: 'application/pdf',
          contentSize: '5 B',
        },
        { '@type': 'ImageObject', contentUrl: 'https://press.example.org/b.jpg', description: 'A bridge' },
      ],
    });
  });

  it('has a status only while it is not public', () => {
    const [draft] = graphOf(editionOf([staffRelease({ id: 'a', status: 'draft', date: undefined })]));
    expect(draft?.['creativeWorkStatus']).toBe('not public: draft, no date');
    expect(draft).not.toHaveProperty('datePublished');
    expect(articleOf({})).not.toHaveProperty('creativeWorkStatus');
  });
});

describe('the document', () => {
  it('is valid when it is empty, and has an article for each release, each with its own identity', () => {
    expect(written(jsonLd, emptyEdition)).toBe('{"@context":"https://schema.org","@graph":[]}\n');
    for (const edition of [referenceEdition, hostileEdition]) {
      const ids = graphOf(edition).map((article) => article['@id']);
      expect([...new Set(ids)]).toHaveLength(edition.releases.length);
    }
  });

  it('needs baseUrl, and says so before anything is written', () => {
    expect(() => written(jsonLd, editionOf([], { settings: defaultSettings }))).toThrow(PressError);
  });

  it('cannot end the script element that it stands in, nor hide something from JSON', () => {
    fc.assert(
      fc.property(hostileEditions, (edition) => {
        const text = written(jsonLd, edition);
        expect(text).not.toMatch(/[<>&]|(?!\n)[\p{Cc}\p{Zl}\p{Zp}\p{Surrogate}]/u);
        const element = `<script type="application/ld+json">${text}</script>`;
        const scripts = elementsOf(`<!DOCTYPE html><title>x</title>${element}`).filter(({ name }) => name === 'script');
        expect(scripts.map((script) => JSON.parse(script.text) as unknown)).toEqual([JSON.parse(text)]);
        for (const article of graphOf(edition)) {
          expect(article['author']).toBeTypeOf('object');
          for (const [, address] of JSON.stringify(article).matchAll(/"(?:url|@id|contentUrl)":"([^"]*)"/g))
            expect(address).toMatch(/^https?:\/\//);
        }
      }),
    );
  });
});
