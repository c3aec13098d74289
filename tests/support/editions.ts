/** Editions for the tests of export formats: releases that are awkward but valid, and some that no schema would let through. */
import { clear, clearForStaff, type ClearedRelease, type Moment } from '../../src/model/embargo.ts';
import type { Edition, Tombstone } from '../../src/model/edition.ts';
import { factsOf, factsTogether } from '../../src/model/edition-facts.ts';
import type { TaxonomyFile } from '../../src/model/generated/taxonomy-file.ts';
import { ReleaseIndex } from '../../src/model/known-releases.ts';
import { makeRelease } from '../../src/model/make-release.ts';
import { makeSettings } from '../../src/model/make-settings.ts';
import { makeTaxonomy } from '../../src/model/make-taxonomy.ts';
import type { Manuscript } from '../../src/model/manuscript.ts';
import type { Release } from '../../src/model/release.ts';
import { LineMap } from '../../src/model/text-range.ts';

export const testNow = 1_780_315_200_000; // 2026-06-01T12:00:00Z

export const testSettings = makeSettings({
  publisher: { name: 'Sample Press Office', authority: 'press.example.org', since: '2009-01-01' },
  baseUrl: 'https://press.example.org/',
  timezone: 'Europe/Vienna',
});

const taxonomyFile: TaxonomyFile = {
  version: 1,
  languages: ['en', 'ru'],
  facets: {
    field: {
      property: 'fields',
      multiple: true,
      required: true,
      terms: {
        elections: { label: { en: 'Elections', ru: 'Выборы' } },
        education: { label: 'Education' },
        'law-and-order': { label: 'Law; order & justice' },
      },
    },
    country: {
      property: 'countries',
      multiple: true,
      terms: { azerbaijan: { label: 'Azerbaijan' }, tuerkiye: { label: 'Türkiye', formerIds: ['turkey'] } },
    },
    meeting: { property: 'meetings', multiple: true, terms: { council: { label: 'Ministerial Council' } } },
    source: {
      property: 'source',
      multiple: true,
      required: true,
      terms: {
        baku: {
          label: { en: 'OSCE Project Co-ordinator in Baku', ru: 'Координатор проектов в Баку' },
          names: [{ label: 'OSCE Office in Baku', from: '2000-07-17', until: '2013-12-31' }],
          active: { from: '2000-07-17', until: '2015-07-04' },
        },
        secretariat: { label: 'OSCE Secretariat' },
      },
    },
  },
};

export const testTaxonomy = makeTaxonomy(taxonomyFile);

/** Front matter; what every release needs is filled in. */
export type ReleaseData = Readonly<Record<string, unknown>>;

/** A release as the program would make it of a file with this front matter and body; no schema judges it. */
export function testRelease(data: ReleaseData, body = '', path = `releases/2020/${String(data['id'])}.md`): Release {
  const filled = {
    status: 'published',
    date: '2020-01-02',
    title: 'A title',
    fields: ['elections'],
    source: 'secretariat',
    ...data,
  };
  const manuscript: Manuscript = {
    path,
    text: body,
    digest: '',
    data: Object.assign(Object.create(null), filled),
    block: { start: 0, end: 0 },
    bodyStart: 0,
    faults: [],
    lines: new LineMap(body),
    locate: () => undefined,
  };
  const release = makeRelease(manuscript, {
    taxonomy: testTaxonomy,
    settings: testSettings,
    releaseSchema: () => ({ properties: new Set(Object.keys(filled)), check: () => [] }),
  });
  if (release === undefined) throw new Error(`no release: ${JSON.stringify(data)}`);
  return release;
}

export const testMoment: Moment = { now: testNow, timezone: testSettings.timezone };

/** Lets public releases through and fails on others. */
export function publicRelease(data: ReleaseData, body = '', path?: string): ClearedRelease {
  const clearance = clear(testRelease(data, body, path), testMoment);
  if (!clearance.public) throw new Error(`not public: ${JSON.stringify(clearance.reasons)}`);
  return clearance.release;
}

/** Lets everything through, marked. */
export function staffRelease(data: ReleaseData, body = ''): ClearedRelease {
  return clearForStaff(testRelease(data, body), testMoment);
}

/** An edition whose releases can be looked at one by one. */
export interface TestEdition extends Edition {
  readonly releases: readonly ClearedRelease[];
}

/** An edition of the given releases; settings and taxonomy are those of the tests. */
export function editionOf(releases: readonly ClearedRelease[], changes: Partial<Edition> = {}): TestEdition {
  const { timezone } = changes.settings ?? testSettings;
  const known = new ReleaseIndex();
  for (const release of releases) if (release.unpublished.length === 0) known.add(release);
  const facts = factsTogether(
    releases.map((release) => factsOf(release, timezone)),
    new Set(releases.flatMap(({ data }) => Object.keys(data))),
  );
  return {
    facts,
    known,
    newestPublicUpdate: facts.newestUpdate,
    tombstones: [],
    taxonomy: testTaxonomy,
    settings: testSettings,
    now: testNow,
    labels: 'current',
    content: 'full',
    lang: 'en',
    title: undefined,
    feedId: undefined,
    selfUrl: undefined,
    filter: '',
    columns: undefined,
    bom: false,
    rawCells: false,
    ...changes,
    releases,
  };
}

/** Nothing was chosen. */
export const emptyEdition = editionOf([]);

/** Valid releases, each awkward in its own way; newest first. One more had been public and was withdrawn. */
const awkwardReleases = [
  publicRelease(
    {
      id: '2024-09-10-instant',
      title: 'Release <b>with</b> markup & entities &amp; ]]> "quotes"',
      date: '2024-09-10T14:30:00+05:00',
      place: ['Vienna', 'Warsaw'],
      source: ['secretariat', 'baku'],
      fields: ['elections', 'law-and-order'],
      countries: ['turkey'],
      meetings: ['council'],
      summary: 'Five < six, and\u2028a separator; costs 3 > 2.',
      contacts: [{ name: 'Halina Wirska', role: 'Training Officer', email: 'course@example.org' }],
      attachments: [
        { href: 'files/unsized.pdf', title: 'No size' },
        { href: '/files/programme für alle.pdf', title: 'Programme', mediaType: 'application/pdf', size: 48213 },
      ],
      related: ['2009-11-16-baku', 'a-held-release'],
      translationOf: { id: 'a-held-release', digest: 'sha256:abcdef' },
    },
    [
      'VIENNA/WARSAW, 10 September 2024 – Some **bold** text, <i>raw</i> HTML & a [relative link](../2009/baku "Baku"),',
      'a [place in the text](#contacts), [mail](mailto:course@example.org) and [Cyrillic](<https://пример.рф/новости?q=а b>).',
      '',
      '[A bad](javascript:alert(1)) link, [another](jAvAsCrIpT&colon;alert(2)), ![logo](/logo.png) and ![pixel](data:image/png;base64,AAAA).',
      '',
      '| Left | Right |\n|:---|---:|\n| `a` | ]]> |',
      '',
      'A note[^1], a word that does not fit anywhere: Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft,',
      'a hard\\\nbreak, ~~struck~~ and `code`.',
      '',
      '1. one\n   - inner\n2. two',
      '',
      '> Quoted.',
      '',
      '```text\nfenced <b>\n```',
      '',
      '---',
      '',
      '## A heading',
      '',
      '[^1]: With *emphasis* and [a link](/notes).',
    ].join('\n'),
  ),
  publicRelease(
    {
      id: '2023-05-14.ru',
      title: 'Учителя обменялись уроками в Баку',
      date: '2023-05-14',
      place: 'Баку',
      source: 'baku',
      lang: 'ru',
      corrections: [{ date: '2023-05-21T10:00:00+02:00', kind: 'correction', note: 'Было 42 учителя, а не <24>.' }],
      updated: '2023-05-20',
    },
    'БАКУ, 14 мая 2023 г. – Всего 42 учителя обменялись уроками.\n',
    'releases/2023/2023-05-14-lessons.ru.md',
  ),
  publicRelease(
    {
      id: '2022-01-01-directions',
      title: 'بيان صحفي – הודעה לעיתונות 😀 新聞稿',
      place: '東京',
      date: '2022-01-01',
      lang: 'ar',
      type: 'statement',
    },
    'نص البيان.',
  ),
  publicRelease(
    {
      id: '2021-06-01-formula',
      title: '=HYPERLINK("http://example.org/";"Click")',
      date: '2021-06-01',
      summary: '+1 or -1, @all',
    },
    '=1+1',
  ),
  publicRelease(
    { id: '2020-02-29-nowhere', title: '-5', date: '2020-02-29', topic: 'only here', 2020: 'a number for a key' },
    '',
  ),
  publicRelease(
    {
      id: '2009-11-16-baku',
      title: 'Information sessions open in Baku',
      date: '2009-11-16',
      place: 'Baku',
      source: 'baku',
      fields: ['elections', 'education'],
      countries: ['azerbaijan'],
      related: ['2024-09-10-instant'],
      embargo: '2009-11-16T08:00:00+04:00',
    },
    'BAKU, 16 November 2009 - The OSCE Office in Baku today held the first of several sessions.\n\nA second paragraph.\n<!-- a note of the house -->\n',
    'releases/2009/2009-11-16-baku.md',
  ),
  publicRelease(
    {
      id: '2009-11-16-baku.ru',
      title: 'Информационные занятия открылись в Баку',
      date: '2009-11-16',
      place: 'Баку',
      source: 'baku',
      lang: 'ru',
      fields: ['elections', 'education'],
      countries: ['azerbaijan'],
      translationOf: { id: '2009-11-16-baku', digest: 'sha256:abcdef' },
    },
    'БАКУ, 16 ноября 2009 г. – Бюро ОБСЕ в Баку провело сегодня первое из нескольких занятий.\n',
    'releases/2009/2009-11-16-baku.ru.md',
  ),
];

const withdrawal: Tombstone = {
  id: '2019-05-05-withdrawn',
  date: {
    kind: 'instant',
    epochMilliseconds: Date.UTC(2019, 4, 6, 7, 0),
    offsetMinutes: 120,
    text: '2019-05-06T09:00:00+02:00',
  },
  version: 2,
  reason: 'Two figures were wrong & <both> are being checked.',
};

export const referenceEdition = editionOf(awkwardReleases, { tombstones: [withdrawal] });

/** One release and nothing else. */
export const singleEdition = editionOf(awkwardReleases.slice(0, 1));

/** With what is not public, for people who asked to see it. */
export const staffEdition = editionOf([
  staffRelease({ id: 'later', title: 'Not before its day', date: '2999-01-01', place: 'Tirana' }),
  staffRelease({ id: 'embargoed', title: 'Under embargo', embargo: '2999-01-01T00:00:00+01:00', summary: 'Soon' }),
  staffRelease({ id: 'unclear', title: 'Under an embargo that nobody can read', embargo: 'tomorrow' }),
  staffRelease({ id: 'draft', title: 'A draft', status: 'draft', date: undefined }),
  staffRelease({ id: 'hold', title: 'On hold', status: 'hold' }),
  staffRelease({ id: 'public', title: 'Public', place: 'Vienna' }),
]);

const hostileText = [
  'a\u0000b\u0008c\u001B[31mred\u009B0m\u007F\uFFFE\uD800',
  '\u202Eevil\u2066 \u2028\u2029\u0085',
  ']]> --> <![CDATA[ <script>alert(document.domain)</script> <img src=x onerror=alert(1)> <<b>script>alert(2)</script>',
  '</title></item></channel></rss> &nbsp; &lt;script&gt;alert(3)&lt;/script&gt;',
].join(' ');

const hostileLinks = [
  '[a](javascript:alert(4))',
  '[b](<\u0001javascript:alert(5)>)',
  '[c](JaVaScRiPt&colon;alert(6))',
  '[d](vbscript:x) [e](data:text/html,<script>alert(7)</script>) [f](file:///etc/passwd) [g](blob:https://x/y)',
  '![h](javascript:alert(8)) ![i](data:image/svg+xml,<svg onload=alert(9)>) ![j" onerror="alert(10)](x.png "t\\" onload=\\"alert(11)")',
  '<javascript:alert(12)> <https://example.org/?"onmouseover="alert(13)>',
  '[k][ref] ![l][ref]',
  '',
  '[ref]: javascript:alert(14) "x"',
  '',
  '<iframe src="https://evil.example/"></iframe><style>@import "https://evil.example/x.css"</style>',
  '',
  '```"><script>alert(15)</script>\ncode </code></pre><script>alert(16)</script>\n```',
  '',
  '<!-- a comment that never ends <script>alert(17)</script>',
].join('\n');

/** What no schema should accept: every value that reaches a reader is an attack. */
export const hostileEdition = editionOf(
  [
    publicRelease(
      {
        id: 'hostile',
        title: hostileText,
        place: [hostileText, '\r=cmd|"/C calc"!A0'],
        summary: hostileText,
        source: '<script>alert(18)</script>',
        fields: ['\t=1+1', 'toString', '__proto__', '=1;+2\\'],
        countries: ['constructor'],
        lang: '<x>',
        type: '"><script>',
        corrections: [{ date: '2020-03-01', kind: 'update', note: `<script>alert(19)</script>${hostileText}` }],
        attachments: [
          { href: 'javascript:alert(20)', size: 1 },
          { href: '//evil.example/a"b', size: 2, mediaType: '"><x>' },
        ],
        toString: 'x',
        url: 'javascript:alert(21)',
        public: false,
      },
      `${hostileText}\n\n${hostileLinks}`,
    ),
    ...['=1+1', '  +1', "'-1+1", '@SUM(A1)', '\t=1', '\r=1', '\n=1', '＝1+1', '\u200B=1', '-5', '-5+cmd'].map(
      (title, at) => publicRelease({ id: `formula-${at}`, title, summary: title, place: title }, title),
    ),
  ],
  { title: hostileText, selfUrl: 'https://press.example.org/feed.xml?a=1&b="<' },
);
