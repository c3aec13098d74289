/** A small vocabulary with everything that a question can depend on, and releases filed under it. */
import type { Moment } from '../../src/model/embargo.ts';
import type { TaxonomyFile } from '../../src/model/generated/taxonomy-file.ts';
import { makeRelease } from '../../src/model/make-release.ts';
import { makeSettings } from '../../src/model/make-settings.ts';
import { makeTaxonomy } from '../../src/model/make-taxonomy.ts';
import type { Manuscript } from '../../src/model/manuscript.ts';
import type { Release } from '../../src/model/release.ts';
import type { Taxonomy } from '../../src/model/taxonomy.ts';
import { LineMap } from '../../src/model/text-range.ts';
import { wishForEverything } from '../../src/model/saved-feed.ts';
import type { Wish } from '../../src/model/selection.ts';

const file: TaxonomyFile = {
  version: 1,
  languages: ['en', 'ru'],
  decorations: [{ prefix: 'OSCE ' }, { suffix: ' (archived)' }],
  facets: {
    field: {
      label: { en: 'Field of work', ru: 'Область деятельности' },
      property: 'fields',
      multiple: true,
      required: true,
      terms: {
        'human-dimension': {
          label: 'Human dimension',
          assignable: false,
          narrower: {
            elections: {
              label: { en: 'Elections', ru: 'Выборы' },
              aliases: ['electoral process'],
              formerIds: ['voting'],
            },
            'human-rights': { label: 'Human rights', narrower: { torture: { label: 'Prevention of torture' } } },
          },
        },
        education: { label: { en: 'Education', ru: 'Образование' } },
      },
    },
    country: {
      property: 'countries',
      multiple: true,
      terms: {
        'participating-states': {
          label: 'Participating States',
          assignable: false,
          narrower: {
            azerbaijan: { label: 'Azerbaijan', iso3166: 'AZ' },
            finland: {
              label: 'Finland',
              roles: [
                {
                  label: { en: 'OSCE Chairpersonship', ru: 'Председательство ОБСЕ' },
                  from: '2025-01-01',
                  until: '2025-12-31',
                },
              ],
            },
            mongolia: { label: 'Mongolia', memberOf: [{ term: 'asian-partners', from: '2004', until: '2012' }] },
            'holy-see': { label: { en: 'Holy See' } },
            tuerkiye: { label: 'Türkiye', aliases: ['Turkey'], formerIds: ['turkey'] },
          },
        },
        'asian-partners': {
          label: 'Asian Partners for Co-operation',
          assignable: false,
          narrower: { japan: { label: 'Japan' }, elections: { label: 'Elections (a place)' } },
        },
      },
    },
    source: {
      property: 'source',
      required: true,
      terms: {
        'field-operations': {
          label: 'Field operations',
          assignable: false,
          narrower: {
            baku: {
              label: 'OSCE Project Co-ordinator in Baku',
              names: [{ label: 'OSCE Office in Baku', from: '2000-07-17', until: '2013-12-31' }],
              active: { from: '2000-07-17', until: '2015-07-04' },
              implies: ['country/azerbaijan'],
            },
            'co-ordinator-in-ukraine': {
              label: 'OSCE Project Co-ordinator in Ukraine',
              active: { from: '1999', until: 'unknown' },
            },
            skopje: { label: 'OSCE Mission to Skopje', active: { from: '1992' } },
            closed: { label: 'Closed field activities', assignable: false, members: 'closed' },
          },
        },
        secretariat: { label: 'OSCE Secretariat' },
        office: { label: 'Baku Office', active: { until: '2030' } },
        'press-house': { label: 'Press house', deprecated: true, replacedBy: ['secretariat'] },
      },
    },
  },
};

export const vocabulary: Taxonomy = makeTaxonomy(file);

export const settings = makeSettings({ timezone: 'Europe/Vienna', baseUrl: 'https://press.example.org' });

/** The day of the run. */
export const today = '2026-11-23';

/** The moment of the run, on that day. */
export const moment: Moment = { now: Date.parse('2026-11-23T12:00:00Z'), timezone: 'Europe/Vienna' };

/** A release with these keys of front matter; no schema judges it. */
export function releaseOf(data: Readonly<Record<string, unknown>>, body = ''): Release {
  const filled: Record<string, unknown> = Object.assign(
    Object.create(null),
    { id: 'x', title: 'A title', date: '2009-11-16', status: 'published' },
    data,
  );
  const manuscript: Manuscript = {
    path: `releases/${String(filled['id'])}.md`,
    text: body,
    digest: '',
    data: filled,
    block: { start: 0, end: 0 },
    bodyStart: 0,
    faults: [],
    lines: new LineMap(body),
    locate: () => undefined,
  };
  const properties = new Set(['id', 'title', 'date', 'status', 'embargo', 'place', 'lang', 'type', 'summary']);
  const release = makeRelease(manuscript, {
    taxonomy: vocabulary,
    settings,
    releaseSchema: () => ({ properties, check: () => [] }),
  });
  if (release === undefined) throw new Error(`no release: ${JSON.stringify(data)}`);
  return release;
}

/** Nothing asked for: every release. */
export const noWish: Wish = wishForEverything;
