import fc from 'fast-check';
import { strFromU8, unzipSync } from 'fflate';
import { lstatSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { exportFormats } from '../../src/formats/index.ts';
import { scratchFolder } from '../support/scratch-folder.ts';
import { press } from '../support/world.ts';

const taxonomy = `version: 1
facets:
  field: {property: fields, multiple: true, terms: {elections: {label: Elections}, education: {label: Education}}}
  source: {property: source, terms: {secretariat: {label: Secretariat}}}
`;
const settings = `baseUrl: https://press.example.org/
publisher: {name: Press office, authority: press.example.org, since: "2009-01-01"}
timezone: Asia/Baku
feeds: [{id: all, title: All, where: "field:elections OR NOT field:elections", url: "https://press.example.org/feeds/", formats: [${[...exportFormats.keys()].filter((id) => id !== 'opml' && id !== 'news-sitemap').join(', ')}]}]
`;

const now = '2026-11-23T12:00:00Z';

/** A release whose every word that a reader could see is the token. */
function release(token: string, changes: Readonly<Record<string, string | undefined>> = {}): string {
  const keys: Record<string, string | undefined> = {
    id: token.toLowerCase(),
    title: token,
    date: '2020-01-02',
    place: token,
    summary: token,
    fields: '[elections]',
    source: 'secretariat',
    lang: 'en',
    status: 'published',
    contacts: `[{name: ${token}}]`,
    attachments: `[{href: ${token}.pdf, title: ${token}, size: 5}]`,
    ...changes,
  };
  const lines = Object.entries(keys).flatMap(([key, value]) => (value === undefined ? [] : [`${key}: ${value}`]));
  return `---\n${lines.join('\n')}\n---\n${token} – ${token}\n`;
}

const tokens = new Map<string, string>();
/** A word that nothing else holds, remembered with what it stands for. */
const token = (why: string): string => {
  const word = `Zx${tokens.size}q${[...why]
    .filter((letter) => /[a-z]/.test(letter))
    .join('')
    .slice(0, 12)}`;
  tokens.set(word, why);
  return word;
};

const hidden: Record<string, string> = {};
const hide = (why: string, make: (word: string) => string): void => {
  const word = token(why);
  hidden[`releases/2020/${word.toLowerCase()}.md`] = make(word);
};

for (const status of ['draft', 'approved', 'hold', 'withdrawn', 'publish', 'Published', '""', '[published]'])
  hide(`status ${status}`, (word) => release(word, { status }));
hide('no status', (word) => release(word, { status: undefined }));
hide('withdrawn with its entry', (word) =>
  release(word, {
    status: 'withdrawn',
    corrections: `[{date: 2020-02-01T00:00:00Z, kind: withdrawal, note: Taken back.}]`,
    id: 'taken-back',
    slug: 'taken-back',
  }),
);
hide('draft without a date', (word) => release(word, { status: 'draft', date: undefined }));
for (const date of [
  '2026-11-24',
  '2999-01-01',
  '2026-11-23T12:00:01Z',
  '2026-11-23T16:00:00+03:59',
  '2020-02-30',
  'soon',
  '20200102',
])
  hide(`date ${date}`, (word) => release(word, { date }));
hide('no date', (word) => release(word, { date: undefined }));
for (const embargo of [
  '2999-01-01T00:00:00Z',
  '2026-11-23T12:00:00.001Z',
  '2020-01-01',
  '2020-01-01T00:00:00',
  '2020-01-01 00:00:00Z',
  '2020-01-01T00:00:00-00:00',
  '2020-02-30T00:00:00Z',
  '""',
  '',
  'no',
  'false',
  'null',
  '[]',
  '{until: x}',
  '5',
  '[2020-01-01T00:00:00Z]',
])
  hide(`embargo ${embargo}`, (word) => release(word, { embargo }));
for (const key of [
  'embargo_until',
  'embargoed',
  'Embargo',
  'embrago',
  'EMBARGO',
  'embargoUntil',
  'Status',
  'stauts',
  'еmbargo',
  '"embargo "',
  '" embargo"',
  '"embargo\\u200b"',
])
  hide(`key ${key}`, (word) => release(word, { [key]: '2020-01-01T00:00:00Z' }));
hide('a key that stands twice', (word) =>
  release(word).replace('status: published', 'status: published\nstatus: published'),
);
hide('two embargoes', (word) =>
  release(word).replace('status:', 'embargo: 2020-01-01T00:00:00Z\nembargo: 2020-01-01T00:00:00Z\nstatus:'),
);
hide('an unknown type', (word) => release(word, { type: 'nowhere' }));
hide('no closing fence', (word) => release(word).replace('\n---\n', '\n'));
hide('a quote that is not closed', (word) => release(word, { title: `"${word}` }));
hide('a tag', (word) => release(word, { title: `!!str ${word}` }));
hide('a control character', (word) => release(word).replace(' – ', ' \u0007 '));
hide('a second byte-order mark', (word) => `\uFEFF\uFEFF${release(word)}`);
hide('something before the fence', (word) => `${word}\n${release(word)}`);
hide('a title that is a list', (word) => release(word, { title: `[${word}]` }));
hide('an unreadable reference', (word) => release(word, { related: '{a: b}' }));

const open: Record<string, string> = {
  'releases/2020/open.md':
    release('Open', {
      id: 'open',
      related: `[${[...tokens.keys()].map((word) => word.toLowerCase()).join(', ')}, second]`,
    }) + `<!-- ${token('a comment')} -->\n<!-<!-- ${token('an inner comment')} -->- x -->\n`,
  'releases/2021/second.md': release('Second', {
    id: 'second',
    embargo: '2021-01-01T00:00:00+04:00',
    date: '2021-01-01',
    translationOf: `{id: ${[...tokens.keys()][0]?.toLowerCase()}, digest: "sha256:x"}`,
  }),
};
const repository = { 'taxonomy.yaml': taxonomy, 'press.yaml': settings, ...open };

// Of the last two days there is nothing here, and without it that format writes nothing.
const formats = [...exportFormats.keys()].filter((format) => format !== 'news-sitemap');

const commands = [
  ['list'],
  ['list', '-f', 'json'],
  ['list', '-f', 'ndjson'],
  ['list', '--explain', '--field', 'elections'],
  ['list', '--status', 'draft'],
  ['list', '--where', 'NOT status:published OR date>=2000'],
  ['list', '--sort', 'title', '--limit', '50', '--offset', '1'],
  ...formats.flatMap((format) => [
    ['export', '-f', format, '--no-tombstones'],
    ['export', '-f', format, '--no-tombstones', '--content', 'full'],
    ['export', '-f', format, '--no-tombstones', '--content', 'summary', '--labels', 'as-of'],
    ['export', '-f', format, '--no-tombstones', '--feed', 'all'],
    ['export', '-f', format, '--no-tombstones', '--as-of', '2026-11-01'],
  ]),
  [
    'export',
    '-f',
    'csv',
    '--columns',
    'id,title,date,body,contacts,embargo,corrections,path,public,related,attachments,url',
  ],
];

/** The tokens in a text, in whatever case. */
const leaked = (text: string): string[] =>
  [...tokens].filter(([word]) => text.toLowerCase().includes(word.toLowerCase())).map(([, why]) => why);

/** Texts of all files in a folder, with those inside of archives; the manifest without the moment of the run. */
function unpacked(folder: string): Record<string, string> {
  const texts: Record<string, string> = {};
  for (const name of readdirSync(folder, { recursive: true, encoding: 'utf8' }).sort()) {
    const path = join(folder, name);
    if (!lstatSync(path).isFile()) continue;
    texts[name] = readFileSync(path, 'latin1').replaceAll(/"asOf":"[^"]*"/g, '');
    if (!name.endsWith('.xlsx')) continue;
    for (const [part, bytes] of Object.entries(unzipSync(readFileSync(path))))
      texts[`${name}/${part}`] = strFromU8(bytes);
  }
  return texts;
}

describe('what is not public', () => {
  let guarded: string;
  let empty: string;

  beforeEach(() => {
    guarded = scratchFolder({ ...repository, ...hidden });
    empty = scratchFolder(repository);
  });

  it('is in no output: its bytes are those of a repository without it', async () => {
    for (const command of commands) {
      const told = await press(command, { cwd: guarded, now });
      const without = await press(command, { cwd: empty, now });
      expect(leaked(told.out + told.err), command.join(' ')).toEqual([]);
      expect(told.out, command.join(' ')).toBe(without.out);
      expect([told.status, without.status]).toEqual([1, 0]);
    }
  });

  it('is in no file of a folder, packed or not, and in no notice of a withdrawal', async () => {
    const runs = [
      ['export', '--all-feeds', '-o', 'out/feeds'],
      ...['markdown', 'ninjs', 'newsml-g2', 'sitemap', 'json-feed'].map((id) => [
        'export',
        '-f',
        id,
        '-o',
        `out/${id}/`,
      ]),
      ['export', '-f', 'xlsx', '-o', 'out/all.xlsx'],
    ];
    const contents = async (cwd: string, more: readonly string[]): Promise<Record<string, string>> => {
      for (const run of runs) {
        const { err, status } = await press([...run, ...more], { cwd, now });
        expect(leaked(err), run.join(' ')).toEqual([]);
        expect(status, `${run.join(' ')}: ${err}`).toBe(cwd === guarded ? 1 : 0);
      }
      return unpacked(join(cwd, 'out'));
    };
    const told = await contents(guarded, ['--no-tombstones']);
    expect(Object.keys(told).length).toBeGreaterThan(25);
    expect(told).toEqual(await contents(empty, ['--no-tombstones']));
    rmSync(join(guarded, 'out'), { recursive: true });
    const withNotices = await contents(guarded, []);
    expect(leaked(JSON.stringify(withNotices))).toEqual([]);
    expect(withNotices['feeds/all.atom']).toContain('taken-back');
  });

  it('is announced as withdrawn from the moment of its withdrawal on, and not before', async () => {
    const notices = async (asOf: string): Promise<string[]> => {
      const told: string[] = [];
      for (const format of ['rss', 'atom', 'json-feed', 'ninjs', 'newsml-g2']) {
        const { out, err } = await press(['export', '-f', format, '--as-of', asOf], { cwd: guarded, now });
        expect(leaked(out + err), `${format} ${asOf}`).toEqual([]);
        if (out.includes('taken-back')) told.push(format);
      }
      return told;
    };
    expect(await notices('2020-01-31T23:59:59.999Z')).toEqual([]);
    expect(await notices('2020-02-01T00:00:00Z')).toEqual(['rss', 'atom', 'json-feed', 'ninjs', 'newsml-g2']);
    // It was not public yet then; now that it is withdrawn, it is in no earlier output either.
    expect(await notices('2020-01-03')).toEqual([]);
  });

  it('is counted on stderr and not named', async () => {
    const { err } = await press(['list'], { cwd: guarded, now });
    const held = Number(/Held back: (\d+) releases/.exec(err)?.[1]);
    const unread = Number(/Left out: (\d+) files/.exec(err)?.[1]);
    expect(held + unread).toBe(Object.keys(hidden).length);
    // Nothing silences why the exit status is 1.
    expect((await press(['list', '-q'], { cwd: guarded, now })).err).toBe(/Left out: .*\n/.exec(err)?.[0]);
    expect((await press(['list'], { cwd: empty, now })).err).toBe('');
  });

  it('is found by no search of what stands in comments', async () => {
    for (const [word, why] of tokens) {
      if (!why.includes('comment')) continue;
      expect((await press(['list', '--text', word], { cwd: empty, now })).out, why).toBe('');
      expect((await press(['list', '--where', `NOT "${word}"`], { cwd: empty, now })).out.split('\n')).toHaveLength(3);
    }
  });

  it('is shown, marked, to those who ask for it — but not what cannot be read, and not in a feed', async () => {
    const { out } = await press(['list', '--include-unpublished', '-f', 'json'], { cwd: guarded, now });
    const shown = JSON.parse(out) as { title: string; public: boolean }[];
    const reasons = new Set(shown.filter((each) => !each.public).map((each) => tokens.get(each.title)));
    for (const why of [
      'status draft',
      'status hold',
      'withdrawn with its entry',
      'date 2999-01-01',
      'embargo 2999-01-01T00:00:00Z',
      'embargo 2020-01-01T00:00:00',
      'embargo null',
      'embargo ',
      'embargo [2020-01-01T00:00:00Z]',
      'embargo {until: x}',
      'key embargo_until',
      'key Status',
    ])
      expect(reasons).toContain(why);
    for (const why of [
      'no closing fence',
      'an unknown type',
      'a key that stands twice',
      'two embargoes',
      'date 2020-02-30',
    ])
      expect(reasons).not.toContain(why);
    expect(await press(['export', '-f', 'rss', '--include-unpublished'], { cwd: guarded, now })).toMatchObject({
      status: 2,
      out: '',
    });
  });

  it('is out when its moment has come', async () => {
    const out = async (at: string): Promise<string> => (await press(['list'], { cwd: guarded, now: at })).out;
    const word = [...tokens].find(([, why]) => why === 'date 2026-11-24')?.[0] ?? '';
    expect(await out('2026-11-23T19:59:59.999Z')).not.toContain(word);
    expect(await out('2026-11-23T20:00:00Z')).toContain(word);
    const embargoed = [...tokens].find(([, why]) => why === 'embargo 2026-11-23T12:00:00.001Z')?.[0] ?? '';
    expect(await out('2026-11-23T12:00:00.000Z')).not.toContain(embargoed);
    expect(await out('2026-11-23T12:00:00.001Z')).toContain(embargoed);
    expect(
      (await press(['list', '--as-of', '2026-11-23T12:00:00Z'], { cwd: guarded, now: '2027-01-01T00:00:00Z' })).out,
    ).not.toContain(embargoed);
  });

  it('whatever its status, date, embargo and zone are', async () => {
    const zones = fc.constantFrom('UTC', 'Asia/Baku', 'America/Sao_Paulo', 'Pacific/Kiritimati', 'America/Los_Angeles');
    const dates = fc.constantFrom(
      '2026-11-22',
      '2026-11-23',
      '2026-11-24',
      '2026-11-23T12:00:00Z',
      '2026-11-23T12:00:00.001Z',
    );
    const embargoes = fc.constantFrom(
      undefined,
      '2026-11-23T12:00:00Z',
      '2026-11-23T12:00:00.001Z',
      '2026-11-23T13:00:00+01:00',
      '2026-11-23',
      'never',
      '',
    );
    const out = async (folder: string): Promise<string> =>
      (
        await Promise.all(
          ['list', 'csv', 'ndjson', 'rss', 'atom', 'newsml-g2', 'html'].map((format) =>
            press(['export', '-f', format], { cwd: folder, now }),
          ),
        )
      )
        .map((told) => told.out)
        .join('');
    await fc.assert(
      fc.asyncProperty(
        zones,
        dates,
        embargoes,
        fc.constantFrom('published', 'draft', 'hold'),
        async (zone, date, embargo, status) => {
          const file = join(empty, 'releases/2020/probe.md');
          writeFileSync(join(empty, 'press.yaml'), settings.replace('Asia/Baku', zone));
          const before = await out(empty);
          writeFileSync(file, release('Probeword', { date, status, ...(embargo === undefined ? {} : { embargo }) }));
          const midnight =
            {
              UTC: '2026-11-23',
              'Asia/Baku': '2026-11-23',
              'America/Sao_Paulo': '2026-11-23',
              'Pacific/Kiritimati': '2026-11-24',
              'America/Los_Angeles': '2026-11-23',
            }[zone] ?? '';
          const isReached = date.length === 10 ? date <= midnight : date === '2026-11-23T12:00:00Z';
          const isFree =
            embargo === undefined || embargo === '2026-11-23T12:00:00Z' || embargo === '2026-11-23T13:00:00+01:00';
          const after = await out(empty);
          rmSync(file);
          if (status === 'published' && isReached && isFree) expect(after).toContain('Probeword');
          else expect(after).toBe(before);
        },
      ),
      { numRuns: 60 },
    );
  });
});
