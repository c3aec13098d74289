import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import addFormats from 'ajv-formats';
import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ninjs } from '../../src/formats/ninjs.ts';
import type { Edition } from '../../src/model/edition.ts';
import { makeSettings } from '../../src/model/make-settings.ts';
import { makeTaxonomy } from '../../src/model/make-taxonomy.ts';
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
import { joined, written } from '../support/written.ts';

type NinjsObject = Record<string, unknown>;

function objectsOf(edition: Edition): NinjsObject[] {
  return written(ninjs, edition)
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as NinjsObject);
}

/** The object of one public release. */
function objectOf(data: ReleaseData, body = '', changes: Partial<Edition> = {}): NinjsObject {
  return objectsOf(editionOf([publicRelease({ id: 'a', ...data }, body)], changes))[0] ?? {};
}

/** The object of one release that not everybody may see. */
function staffObject(data: ReleaseData, body = ''): NinjsObject {
  return objectsOf(editionOf([staffRelease({ id: 'a', ...data }, body)]))[0] ?? {};
}

const standards = fileURLToPath(new URL('../../../shared/standards/ninjs/', import.meta.url));
const hasSchema = existsSync(standards);
/** What the name of a skipped test says. */
const withoutSchema = hasSchema ? '' : ' (skipped: the schema is not beside the project)';

function judge(): ValidateFunction {
  const ajv = new Ajv2020({ strict: false, allErrors: true, ownProperties: true });
  addFormats.default(ajv);
  ajv.addSchema(schema('GeoJSON.json'));
  return ajv.compile(schema('ninjs-schema_3.1.json'));
}

function schema(name: string): object {
  return JSON.parse(readFileSync(`${standards}${name}`, 'utf8')) as object;
}

const withoutSite = makeSettings({ publisher: { name: 'Press' } });

describe('the field map', () => {
  it('identifies a release', () => {
    expect(objectOf({ id: 'baku_1' })).toMatchObject({
      uri: 'tag:press.example.org,2009-01-01:baku_1',
      altIds: [{ role: 'id', value: 'baku_1' }],
      slugline: 'baku_1',
      type: 'text',
      standard: { name: 'ninjs', version: '3.1', schema: 'http://www.iptc.org/std/ninjs/ninjs-schema_3.1.json#' },
      copyrightHolder: 'Sample Press Office',
    });
  });

  it('has one headline, plain', () => {
    expect(objectOf({ title: '<b>Five</b>\u0007 < six' })).toMatchObject({
      title: 'Five < six',
      headlines: [{ role: 'main', value: 'Five < six', contentType: 'text/plain' }],
    });
    expect(objectOf({ title: '<b>' })).toMatchObject({ title: 'b' });
  });

  it.each([
    [{ date: '2009-07-01' }, '2009-07-01T00:00:00+02:00', '2009-07-01T00:00:00+02:00', '1'],
    [{ date: '2009-11-16T10:00:00.5+04:00' }, '2009-11-16T10:00:00.500+04:00', '2009-11-16T10:00:00.500+04:00', '1'],
    [{ date: '2009-07-01', updated: '2009-12-01' }, '2009-07-01T00:00:00+02:00', '2009-12-01T00:00:00+01:00', '1'],
    [
      {
        date: '2009-07-01',
        corrections: [
          { date: '2010-01-01T10:00:00Z', kind: 'correction', note: 'x' },
          { date: '2009-08-01', kind: 'update', note: 'y' },
        ],
      },
      '2009-07-01T00:00:00+02:00',
      '2010-01-01T10:00:00Z',
      '3',
    ],
  ])('has moments, never days: %j', (data, created, updated, version) => {
    const object = objectOf(data);
    expect(object).toMatchObject({ firstCreated: created, contentCreated: created, versionCreated: updated, version });
  });

  it('says where, in which language and of what kind', () => {
    expect(objectOf({ place: ['Vienna', 'Warsaw'], lang: 'EN-gb', type: 'media-advisory' })).toMatchObject({
      located: 'Vienna, Warsaw',
      language: 'en-GB',
      genres: [{ name: 'Media advisory' }],
    });
    expect(objectOf({ lang: 'no language' })).not.toHaveProperty('language');
  });

  it('names its sources, and whom to ask with the first of them', () => {
    const contacts = [
      { name: 'Halina <i>Wirska</i>', role: 'Officer', email: 'h@example.org', phone: '+43 1' },
      { name: 'Nobody' },
      { role: 'Ghost' },
    ];
    expect(objectOf({ source: ['secretariat', 'baku'], contacts })).toMatchObject({
      by: 'OSCE Secretariat, OSCE Project Co-ordinator in Baku (closed)',
      infoSources: [
        {
          name: 'OSCE Secretariat',
          role: 'source',
          uri: 'https://press.example.org/source/secretariat',
          contactInfo: [
            { type: 'email', role: 'Officer', name: 'Halina Wirska', value: 'h@example.org' },
            { type: 'phone', role: 'Officer', name: 'Halina Wirska', value: '+43 1' },
            { type: 'name', value: 'Nobody' },
          ],
        },
        {
          name: 'OSCE Project Co-ordinator in Baku (closed)',
          role: 'source',
          uri: 'https://press.example.org/source/baku',
        },
      ],
    });
  });

  it('says what it is about in the house’s own terms, then in media topics that mean the same or more', () => {
    const taxonomy = makeTaxonomy({
      version: 1,
      languages: ['en'],
      facets: {
        field: {
          property: 'fields',
          multiple: true,
          terms: {
            elections: { label: 'Elections', match: { exactMatch: ['medtop:20000574'] } },
            economy: {
              label: 'Economy',
              match: { broadMatch: ['medtop:04000000'], closeMatch: ['medtop:20000574', 'x:1'] },
            },
            justice: {
              label: 'Justice',
              match: { relatedMatch: ['medtop:20000119'], narrowMatch: ['medtop:20000121'] },
            },
          },
        },
        country: {
          property: 'countries',
          multiple: true,
          terms: { azerbaijan: { label: 'Azerbaijan', iso3166: 'AZ' }, atlantis: { label: 'Atlantis' } },
        },
        meeting: { property: 'meetings', multiple: true, terms: { council: { label: 'Council' } } },
      },
    });
    const data = {
      id: 'a',
      fields: ['elections', 'economy', 'justice'],
      countries: ['azerbaijan', 'atlantis'],
      meetings: ['council'],
    };
    expect(objectOf(data, '', { taxonomy })).toMatchObject({
      subjects: [
        { name: 'Elections', uri: 'https://press.example.org/fields/elections', literal: 'elections' },
        { name: 'Economy', uri: 'https://press.example.org/fields/economy', literal: 'economy' },
        { name: 'Justice', uri: 'https://press.example.org/fields/justice', literal: 'justice' },
        { name: 'Council', uri: 'https://press.example.org/meetings/council', literal: 'council' },
        { uri: 'http://cv.iptc.org/newscodes/mediatopic/20000574', literal: 'medtop:20000574' },
        { uri: 'http://cv.iptc.org/newscodes/mediatopic/04000000', literal: 'medtop:04000000' },
      ],
      places: [
        { name: 'Azerbaijan', uri: 'https://press.example.org/countries/azerbaijan', literal: 'AZ' },
        { name: 'Atlantis', uri: 'https://press.example.org/countries/atlantis', literal: 'atlantis' },
      ],
    });
  });

  it('leads to its page, its files and its translations', () => {
    const release = publicRelease({
      id: 'a',
      attachments: [
        { href: '/a b.pdf', title: 'A', mediaType: 'application/pdf', size: 5 },
        { href: 'javascript:x' },
        { href: 'c|d[1].txt', mediaType: 'no type' },
      ],
    });
    const translation = publicRelease({ id: 'a.ru', lang: 'ru', translationOf: { id: 'a' } });
    expect(objectsOf(editionOf([release, translation]))[0]).toMatchObject({
      renditions: [
        { name: 'web', href: 'https://press.example.org/2020/a/', contentType: 'text/html' },
        {
          name: 'attachment-1',
          href: 'https://press.example.org/a%20b.pdf',
          contentType: 'application/pdf',
          title: 'A',
          sizeInBytes: 5,
        },
        { name: 'attachment-2', href: 'https://press.example.org/c%7Cd%5B1%5D.txt' },
      ],
      associations: [
        { uri: 'tag:press.example.org,2009-01-01:a.ru', name: 'Русский', rel: 'translation', language: 'ru' },
      ],
    });
  });

  it('has the text as HTML, counted without its markup', () => {
    expect(objectOf({ summary: 'Short <b>' }, '# One\n\nTwo *three* [😀](/x)')).toMatchObject({
      descriptions: [{ role: 'summary', contentType: 'text/plain', value: 'Short' }],
      bodies: [
        {
          role: 'main',
          contentType: 'text/html',
          charCount: 16,
          wordCount: 3,
          value: '<h1>One</h1>\n<p>Two <em>three</em> <a href="https://press.example.org/x">😀</a></p>',
        },
      ],
    });
    expect(objectOf({})).not.toHaveProperty('bodies');
  });

  it('tells editors what was corrected, and readers nothing twice', () => {
    const corrections = [
      { date: '2020-02-01T10:00:00Z', kind: 'correction', note: 'Six,\nnot <b>five</b>' },
      { date: '2020-03-01', kind: 'update', note: 'Seven' },
    ];
    const object = objectOf({ corrections }, 'Text');
    expect(object).toMatchObject({
      edNote: 'Correction (2020-02-01): Six, not five\nUpdate (2020-03-01): Seven',
      bodies: [{ value: '<p>Text</p>' }],
    });
  });

  it.each([
    ['full', ['descriptions', 'bodies'], 'Short'],
    ['summary', ['descriptions'], 'Short'],
    ['none', [], undefined],
  ] as const)('shows as much text as the edition does: %s', (content, keys, value) => {
    const object = objectOf({ summary: 'Short' }, 'Text', { content });
    expect(Object.keys(object).filter((key) => ['descriptions', 'bodies'].includes(key))).toEqual(keys);
    expect(object['descriptions']).toEqual(value && [{ role: 'summary', contentType: 'text/plain', value }]);
  });

  it('lets the beginning stand in for a summary only where nothing else is shown', () => {
    expect(objectOf({}, 'Text', { content: 'summary' })).toMatchObject({ descriptions: [{ value: 'Text' }] });
    expect(objectOf({}, 'Text')).not.toHaveProperty('descriptions');
  });

  it('has no address that nobody gave a beginning', () => {
    const object = objectOf({ attachments: [{ href: 'a.pdf' }] }, '[a](b) [c](https://x.example/)', {
      settings: withoutSite,
    });
    expect(object).not.toHaveProperty('renditions');
    expect(object).toMatchObject({
      uri: expect.stringMatching(/^urn:uuid:/),
      subjects: [{ name: 'Elections', literal: 'elections' }],
      bodies: [{ value: '<p>a <a href="https://x.example/">c</a></p>' }],
    });
  });
});

describe('the status', () => {
  it.each([
    [{}, 'usable'],
    [{ status: 'draft', date: undefined }, 'withheld'],
    [{ status: 'approved' }, 'withheld'],
    [{ status: 'hold' }, 'withheld'],
    [{ date: '2999-01-01' }, 'withheld'],
    [{ embargo: '2999-01-01T00:00:00Z' }, 'withheld'],
    [{ embargo: 'tomorrow' }, 'withheld'],
    [{ status: 'withdrawn' }, 'canceled'],
  ])('of %j is %s', (data, pubStatus) => {
    expect(staffObject(data)).toMatchObject({ pubStatus });
  });

  it.each([
    [{ embargo: '2999-01-01T00:00:00+01:00' }, '2999-01-01T00:00:00+01:00'],
    [{ embargo: '2009-01-01T00:00:00+01:00', status: 'hold' }, undefined],
    [{ embargo: 'tomorrow' }, undefined],
    [{ embargo: '2009-01-01T00:00:00+01:00' }, undefined],
  ])('comes with an embargo that holds: %j', (data, until) => {
    expect(staffObject(data)['embargoedUntil']).toBe(until);
  });

  it('leaves a withdrawn release its headline and the reason, and no word of its text', () => {
    const corrections = [{ date: '2020-02-01T10:00:00Z', kind: 'withdrawal', note: 'Wrong figures' }];
    const attachments = [{ href: 'a.pdf' }];
    const data = { status: 'withdrawn', title: 'Headline', summary: 'Hidden', corrections, attachments };
    const object = staffObject(data, 'Hidden');
    expect(object).toMatchObject({ title: 'Headline', edNote: 'Withdrawal (2020-02-01): Wrong figures', version: '2' });
    expect(JSON.stringify(object)).not.toMatch(/Hidden|a\.pdf/);
  });

  it('of a withdrawal is told by identity, version, date and reason alone', () => {
    expect(objectsOf(referenceEdition).at(-1)).toEqual({
      uri: 'tag:press.example.org,2009-01-01:2019-05-05-withdrawn',
      standard: { name: 'ninjs', version: '3.1', schema: 'http://www.iptc.org/std/ninjs/ninjs-schema_3.1.json#' },
      type: 'text',
      version: '2',
      versionCreated: '2019-05-06T09:00:00+02:00',
      pubStatus: 'canceled',
      edNote: 'Two figures were wrong & are being checked.',
      altIds: [{ role: 'id', value: '2019-05-05-withdrawn' }],
    });
  });

  it('of a withdrawn release is told once', () => {
    const corrections = [{ date: '2020-02-01T10:00:00Z', kind: 'withdrawal', note: 'x' }];
    const release = staffRelease({ id: '2019-05-05-withdrawn', status: 'withdrawn', corrections });
    const edition = editionOf([release], { tombstones: referenceEdition.tombstones });
    expect(objectsOf(edition).map(({ uri }) => uri)).toEqual(['tag:press.example.org,2009-01-01:2019-05-05-withdrawn']);
  });
});

describe('a folder', () => {
  it('has a file for each release and each withdrawal, the same as the lines', () => {
    const files = [...(ninjs.folder?.files(referenceEdition, 'releases') ?? [])];
    expect(files.map(({ chunks }) => joined(chunks).toString()).join('')).toBe(written(ninjs, referenceEdition));
    expect(files.map(({ name, count }) => [name, count]).slice(-2)).toEqual([
      ['2009-11-16-baku.ru.ninjs.json', 1],
      ['2019-05-05-withdrawn.ninjs.json', 0],
    ]);
  });
});

describe('an outside judge', () => {
  it.skipIf(!hasSchema).each([
    ['reference', referenceEdition],
    ['single', singleEdition],
    ['hostile', hostileEdition],
    ['empty', emptyEdition],
    ['staff', staffEdition],
    ['nameless', editionOf(referenceEdition.releases, { settings: withoutSite })],
  ])(`accepts the %s edition${withoutSchema}`, (_, edition) => {
    const validate = judge();
    for (const object of objectsOf(edition)) {
      expect(validate(object), JSON.stringify(validate.errors)).toBe(true);
      if (edition !== staffEdition) expect(object).toHaveProperty('versionCreated');
    }
    expect(validate({ uri: 'tag:x,2009:y', headline: 'unknown key' })).toBe(false);
  });

  it('finds neither script nor live address in hostile releases', () => {
    const validate = hasSchema ? judge() : undefined;
    fc.assert(
      fc.property(hostileEditions, fc.constantFrom(testSettings, withoutSite), (edition, settings) => {
        const text = written(ninjs, { ...edition, settings });
        expect(text).not.toMatch(/(?!\n)[\p{Cc}\u2028\u2029]/u);
        for (const object of objectsOf({ ...edition, settings })) {
          if (validate !== undefined) expect(validate(object), JSON.stringify(validate.errors)).toBe(true);
          const { bodies = [], title } = object as { bodies?: { value: string }[]; title: string };
          for (const { value } of bodies) {
            expect(value).not.toMatch(
              /<(?:script|style|iframe|svg|[^>]*\son\w+=)|(?:href|src)="(?!https?:\/\/|mailto:)/i,
            );
          }
          expect(title).not.toMatch(/<[A-Za-z/!?][^>]*>/);
        }
      }),
    );
  });
});
