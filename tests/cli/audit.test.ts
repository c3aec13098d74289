import { execFileSync } from 'node:child_process';
import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { brotliCompressSync, deflateSync, gzipSync } from 'node:zlib';
import { zipSync } from 'fflate';
import { beforeEach, describe, expect, it } from 'vitest';
import { sampleRelease } from '../../src/model/sample-release.ts';
import { committed, commitAll, git, gitEnvironment, hasGit } from '../support/git-repository.ts';
import { scratchFolder } from '../support/scratch-folder.ts';
import { shippedTaxonomy as taxonomy } from '../support/shipped-taxonomy.ts';
import { press, type Outcome } from '../support/world.ts';
import { errorsOf, told } from '../schemas/shipped-schemas.ts';

const passage = 'Nobody outside of this building may read that the lighthouse keeper of Ystad has resigned';
const title = 'Lighthouse keeper leaves his post';

const secret = sampleRelease(
  {
    id: '2027-01-02-lighthouse-keeper',
    title,
    status: 'draft',
    summary: 'A lamp goes out after four decades of storms',
  },
  `YSTAD, 2 January 2027 - ${passage}.\n`,
);
const open = sampleRelease(
  {
    id: 'open-day',
    title: 'Open day at the harbour',
    corrections:
      '[{date: 2020-01-01, kind: update, note: This correction has been told to all readers}, {date: 2999-01-01, kind: update, note: Another correction that readers will hear of later}]',
  },
  'OSH, 16 November 2009 - The harbour opens its doors to all who want to see it.\n<!-- Ask the lawyer before this one is printed -->\n',
).replace('status:', '# 2026-11-23 publish: Cleared with the harbour master by telephone\nstatus:');

interface Report {
  readonly summary: {
    readonly files: number;
    readonly bytes: number;
    readonly opaque: number;
    readonly releases: number;
    readonly finds: number;
  };
  readonly finds: readonly {
    readonly file: string;
    readonly inside: readonly string[];
    readonly behind: readonly string[];
    readonly line?: number;
    readonly column?: number;
    readonly offset: number;
    readonly what: string;
    readonly public: boolean;
    readonly release?: { readonly path: string; readonly id?: string; readonly reason?: string };
    readonly words?: string;
    readonly hash?: string;
  }[];
  readonly troubles: readonly { readonly file: string; readonly message: string }[];
}

let root: string;

beforeEach(() => {
  root = scratchFolder({
    'taxonomy.yaml': taxonomy,
    'press.yaml': 'publisher: {name: The harbour office of the old town}\n',
    'releases/2027/2027-01-02-lighthouse-keeper.md': secret,
    'releases/2009/open-day.md': open,
  });
});

function produce(path: string, content: string | Uint8Array): void {
  mkdirSync(dirname(join(root, path)), { recursive: true });
  writeFileSync(join(root, path), content);
}

const run = (
  args: readonly string[],
  more: { stdin?: string | Uint8Array; env?: Record<string, string>; now?: string } = {},
): Promise<Outcome> => press(['audit', ...args], { cwd: root, ...more });

async function report(...args: readonly string[]): Promise<Report & { readonly status: number }> {
  const { out, err, status } = await run([...args, '--format', 'json']);
  if (out === '') throw new Error(err);
  const read = JSON.parse(out) as Report;
  expect(told(errorsOf('output/audit.schema.json', read))).toEqual([]);
  return { ...read, status };
}

/** What is found in one file with this content. */
async function foundIn(content: string | Uint8Array, name = 'page.txt'): Promise<string[]> {
  produce(`out/${name}`, content);
  const { finds } = await report(`out/${name}`);
  return finds.map(({ what }) => what);
}

describe('press audit', () => {
  it('says file, place, release, reason and words, and ends with 1', async () => {
    produce('out/a.txt', 'nothing here\n');
    produce('out/b.html', `<html>\n<p>Soon: ${title}!</p>\n`);
    const { out, err, status } = await run(['out']);
    expect({ out, err, status }).toEqual({
      status: 1,
      err: '',
      out:
        'out/b.html:2:10  the title of «2027-01-02-lighthouse-keeper» (releases/2027/2027-01-02-lighthouse-keeper.md), which is not public: it is a draft\n' +
        `  «${title}»\n` +
        '1 find of 1 release in 1 of 2 files.\n',
    });
  });

  it('says so when it is clean, with how much it looked at', async () => {
    produce('out/a.txt', 'nothing here\n');
    expect(await run(['out'])).toEqual({
      out: '1 file, 13 bytes: nothing of the one release that is not public.\n',
      err: '',
      status: 0,
    });
    const { finds, summary, status } = await report('out');
    expect({ finds, summary, status }).toEqual({
      finds: [],
      summary: { files: 1, bytes: 13, opaque: 0, releases: 1, finds: 0 },
      status: 0,
    });
  });

  it('judges at the moment of the run: what has come out is no find', async () => {
    produce(
      'releases/2027/2027-01-02-lighthouse-keeper.md',
      secret.replace('status: draft', 'status: published\nembargo: 2026-12-01T00:00:00Z'),
    );
    produce('out/a.txt', title);
    expect((await run(['out'])).out).toContain('its embargo ends on Tuesday 2026-12-01');
    expect((await run(['out'], { now: '2026-12-01T00:00:00Z' })).status).toBe(0);
  });

  it.each([
    ['the id', 'see 2027-01-02-lighthouse-keeper.', 'id'],
    ['the id in a URI', '<guid>tag:press.example.org,2009-01-01:2027-01-02-lighthouse-keeper</guid>', 'id'],
    ['the slug in an address', 'https://example.org/2027/lighthouse-keeper/', 'slug'],
    ['the title in capitals', 'LIGHTHOUSE KEEPER LEAVES HIS POST', 'title'],
    ['the summary', 'a lamp goes out after four decades of storms', 'summary'],
    ['six words of the text', 'the lighthouse keeper of Ystad has', 'text'],
    ['six words with other signs', 'the “lighthouse” – keeper… of\nYSTÁD, has', 'text'],
    ['invisible signs', 'the light\u00ADhouse kee\u200Bper of Ystad has', 'text'],
    ['tags within words', 'the <b>light</b>house <a href="/x">keeper</a> of Ystad has', 'text'],
    ['tags between words', 'the lighthouse<br>keeper<br/>of<p class=">">Ystad</p>has', 'text'],
    ['a script', '<script>const a = {"t":"the lighthouse keeper of Yst\\u0061d has"}</script>', 'text'],
    ['a comment', '<!-- the lighthouse keeper of Ystad has -->', 'text'],
    ['an attribute', '<img alt="the lighthouse keeper of Ystad has">', 'text'],
    ['a query', '?q=the+lighthouse+keeper%20of%20Y%73tad+has', 'text'],
    ['references', 'the lighthouse&#32;keeper&nbsp;of &#x59;stad has', 'text'],
    ['base64', `data:text/plain;base64,${Buffer.from(passage).toString('base64')}`, 'text'],
    ['mail', 'Content-Transfer-Encoding: quoted-printable\n\nthe light=\nhouse keeper=20of Ystad has', 'text'],
  ])('finds %s', async (_, content, what) => {
    expect(await foundIn(content)).toEqual([what]);
  });

  it.each([
    ['five words of the text', 'lighthouse keeper of Ystad has'],
    ['the words of the slug in running text', 'a lighthouse keeper speaks'],
    ['six common words that are mostly numbers', '2 January 2027 2 1 2'],
    ['what a public release says', 'The harbour opens its doors to all who want to see it'],
    ['a note that is out', 'This correction has been told to all readers'],
    ['the name of the publisher', 'The harbour office of the old town'],
    ['what the vocabulary says', 'OSCE Project Co-ordinator in Baku'],
  ])('finds nothing in %s', async (_, content) => {
    expect(await foundIn(content)).toEqual([]);
  });

  it('finds in public releases what is for the house, and what they do not say yet', async () => {
    produce('out/a.txt', 'Ask the lawyer before this one is printed\n');
    produce('out/b.txt', 'cleared with the harbour master by telephone\n');
    produce('out/c.txt', 'Another correction that readers will hear of later\n');
    const { finds } = await report('out');
    expect(finds.map(({ what, public: isPublic, release }) => [what, isPublic, release?.id])).toEqual([
      ['remark', true, 'open-day'],
      ['remark', true, 'open-day'],
      ['note', true, 'open-day'],
    ]);
    const { out } = await run(['out']);
    expect(out).toContain('a remark of the house in «open-day» (releases/2009/open-day.md): no output may hold it');
    expect(out).toContain('a note of «open-day» (releases/2009/open-day.md) that is not out yet');
  });

  it('lets the notice of a withdrawal stand, and finds title and text of what is gone', async () => {
    const withdrawn = sampleRelease(
      {
        id: 'old-lamp-goes-dark',
        title: 'Old lamp goes dark for good',
        status: 'withdrawn',
        corrections:
          '[{date: 2020-01-01T00:00:00Z, kind: withdrawal, note: "The lamp was never lit in the first place"}]',
      },
      'OSH, 16 November 2009 - Somebody has switched off the lamp that stood in the yard.\n',
    );
    produce('releases/2009/lamp.md', withdrawn);
    expect(await foundIn('old-lamp-goes-dark: The lamp was never lit in the first place')).toEqual([]);
    expect(await foundIn('Old lamp goes dark for good. Somebody has switched off the lamp that stood')).toEqual([
      'title',
      'text',
    ]);
    produce('releases/2009/lamp.md', withdrawn.replace('kind: withdrawal', 'kind: update'));
    expect(await foundIn('old-lamp-goes-dark: The lamp was never lit in the first place')).toEqual(['id', 'note']);
  });

  it('finds nothing where what is held points to what is public: its address, its line in a list', async () => {
    produce('press.yaml', 'publisher: {name: The harbour office}\nbaseUrl: https://press.example.org/\n');
    produce(
      'releases/2027/2027-01-03-round-up.md',
      sampleRelease(
        { id: '2027-01-03-round-up', title: 'What the winter brought', status: 'draft' },
        'OSH, 3 January 2027 - See [the day](https://press.example.org/2009/open-day/).\n\n' +
          '2009-11-16  Baku  Open day at the harbour\n',
      ),
    );
    expect(await foundIn('<a href="https://press.example.org/2009/open-day/">Open</a>', 'a.html')).toEqual([]);
    expect(await foundIn('2009-11-16  Baku  Open day at the harbour\n')).toEqual([]);
  });

  it('finds the address of what is not public, however short its name is', async () => {
    produce(
      'releases/2027/2027-01-05-brexit.md',
      secret.replace('2027-01-02-lighthouse-keeper', 'x1').replace(title, 'T'),
    );
    expect(await foundIn('<loc>https://press.example.org/2009/brexit/</loc>', 'map.xml')).toEqual(['address']);
  });

  it('finds nothing that a draft translation shares with its public original', async () => {
    produce(
      'releases/2009/open-day.ru.md',
      sampleRelease(
        { id: 'open-day.ru', lang: 'ru', title: 'День открытых дверей в гавани', slug: 'open-day', status: 'draft' },
        'ОШ, 16 ноября 2009 г. - Гавань открывает двери.\n',
      ),
    );
    expect(await foundIn('https://example.org/2009/open-day/ open-day')).toEqual([]);
    expect(await foundIn('день ОТКРЫТЫХ дверей в гавани, open-day.ru')).toEqual(['title', 'id']);
  });

  it('knows what is in files that are no valid releases, or no text', async () => {
    produce(
      'releases/2009/broken.md',
      `---\nid: broken-lamp-post\ntitle: "The lamp post that broke in two\nstatus: published\n---\nIt fell over in the night and nobody heard it\n`,
    );
    produce(
      'releases/2009/invalid.md',
      sampleRelease({ id: 'invalid-lamp-post', title: 'A lamp post without a date', date: '2020-02-30' }),
    );
    produce(
      'releases/2009/windows.md',
      Buffer.from(
        [...'title: ']
          .map((c) => c.charCodeAt(0))
          .concat([0xcc, 0xe0, 0xff, 0xea, 0x20, 0xef, 0xee, 0xe3, 0xe0, 0xf1, 0x0a]),
      ),
    );
    expect(
      await foundIn('broken-lamp-post: the lamp post that broke in two. Fell over in the night and nobody'),
    ).toEqual(['id', 'title', 'text']);
    expect(await foundIn('invalid-lamp-post')).toEqual(['id']);
    expect(await foundIn('Маяк погас')).toEqual(['title']);
    const { finds } = await report('out');
    expect(finds[0]?.release).toEqual({
      path: 'releases/2009/windows.md',
      reason: 'The file cannot be read as a release.',
    });
  });

  it('reads other encodings of text', async () => {
    const russian = sampleRelease({ id: 'mayak-pogas', lang: 'ru', title: 'Маяк погас навсегда', status: 'draft' });
    produce('releases/2009/mayak.md', russian);
    const utf16 = Buffer.from(`\uFEFFСегодня: Маяк погас навсегда`, 'utf16le');
    const cp1251 = Buffer.from('cce0ffea20efeee3e0f120ede0e2f1e5e3e4e0', 'hex');
    expect(await foundIn(utf16)).toEqual(['title']);
    expect(await foundIn(Buffer.from(utf16).swap16())).toEqual(['title']);
    expect(await foundIn(cp1251)).toEqual(['title']);
    expect(
      await foundIn(
        Buffer.concat([
          Buffer.from('<meta charset="koi8-r">'),
          Buffer.from('edc1d1cb20d0cfc7c1d320cec1d7d3c5c7c4c1', 'hex'),
        ]),
      ),
    ).toEqual(['title']);
  });

  it('opens what is packed, also packed again, and says what it opened', async () => {
    const zip = zipSync({
      'word/document.xml': Buffer.from(`<w:t>Light</w:t></w:r><w:r><w:t>house keeper leaves his post</w:t>`),
    });
    produce('out/a.docx', zip);
    produce('out/b.xml.gz', gzipSync(title));
    produce('out/c.html.br', brotliCompressSync(title));
    produce('out/d', deflateSync(title));
    produce(
      'out/e.zip',
      zipSync({ 'deep/inner.gz': gzipSync(zipSync({ 'x.txt': Buffer.from(title) })) }, { level: 0 }),
    );
    produce('out/f.zip', zipSync({ 'x/lighthouse-keeper.html': Buffer.from('empty') }));
    const { finds, status } = await report('out');
    expect(status).toBe(1);
    expect(finds.map(({ file, inside, what }) => [file, ...inside, what])).toEqual([
      ['out/a.docx', 'word/document.xml', 'title'],
      ['out/b.xml.gz', 'b.xml', 'title'],
      ['out/c.html.br', 'c.html', 'title'],
      ['out/d', 'unpacked', 'title'],
      ['out/e.zip', 'deep/inner.gz', 'inner', 'x.txt', 'title'],
      ['out/f.zip', 'names in the archive', 'slug'],
    ]);
    expect((await run(['out/b.xml.gz'])).out).toContain('out/b.xml.gz → b.xml:1:1  the title of ');
  });

  it('looks at the names of files, and of folders below the one that is named', async () => {
    produce('lighthouse-keeper/2027/lighthouse-keeper/index.html', 'empty');
    const { finds } = await report('lighthouse-keeper');
    expect(finds.map(({ file, inside, what }) => [file, ...inside, what])).toEqual([
      ['lighthouse-keeper/2027/lighthouse-keeper/index.html', 'its name', 'slug'],
    ]);
  });

  it('searches what is no text as it is, and says that it cannot see', async () => {
    produce(
      'out/a.jpg',
      Buffer.concat([Buffer.from([0xff, 0xd8, 0, 1, 2]), Buffer.from(title), Buffer.from([0, 0xd9])]),
    );
    produce('out/b.png', Buffer.from([0x89, 0x50, 0, 1]));
    produce('out/c.doc', Buffer.concat([Buffer.from([0xd0, 0xcf, 0, 1, 5]), Buffer.from(title, 'utf16le')]));
    const { out, err, status } = await run(['out']);
    expect(status).toBe(1);
    expect(out).toContain('out/a.jpg, byte 5  the title of ');
    expect(out).toContain('out/c.doc, byte 0  the title of ');
    expect(err).toBe(
      '3 files are no text: their bytes were searched, but what pictures and PDFs show only a person can see.\n',
    );
  });

  it('reads what a PDF packs, as far as it is text', async () => {
    const stream = deflateSync(`BT (${title}) Tj ET`);
    produce(
      'out/a.pdf',
      Buffer.concat([
        Buffer.from('%PDF-1.7\n1 0 obj <</Filter /FlateDecode>>\nstream\r\n'),
        stream,
        Buffer.from('\nendstream\nendobj\n'),
      ]),
    );
    const { finds } = await report('out');
    expect(finds.map(({ inside, what }) => [...inside, what])).toEqual([['stream 1', 'title']]);
  });

  it('does not follow a bomb to its end, and does not pass it over', async () => {
    produce('out/bomb.gz', gzipSync(Buffer.alloc(24 * 1024 * 1024)));
    produce('out/z.txt', 'nothing');
    const { out, err, status } = await run(['out']);
    expect({ out, err, status }).toEqual({
      status: 2,
      out: expect.stringContaining('as far as press could look.'),
      err: expect.stringContaining(
        'Not looked into, or not wholly: «out/bomb.gz» «bomb» in it unpacks to so much more than its own size',
      ),
    });
    produce('out/z.txt', title);
    expect((await run(['out'])).status).toBe(1);
  });

  it.each([
    ['a damaged gzip file', gzipSync(Buffer.from(`${title} `.repeat(9))).subarray(0, 40), 'is damaged'],
    ['a damaged archive', zipSync({ a: Buffer.from('a') }).subarray(0, 20), 'is a damaged ZIP archive.'],
    [
      'a way of packing that it does not know',
      Buffer.from('fd377a585a000004', 'hex'),
      'is packed in a way that press cannot open',
    ],
    ['an archive with a password', withPassword(zipSync({ a: Buffer.from('a') })), 'has a password.'],
  ])('says that it could not look into %s', async (_, content, why) => {
    produce('out/x.bin', content);
    const { troubles, status } = await report('out');
    expect(status).toBe(2);
    expect(troubles.map(({ message }) => message).join()).toContain(why);
  });

  it('looks at the other files of an archive of which it cannot open one', async () => {
    const packed = zipSync({ a: Buffer.from('a'.repeat(100)), b: Buffer.from(title) });
    produce('out/x.zip', withMethod(packed, 99));
    const { finds, troubles, status } = await report('out');
    expect([finds.length, troubles.length, status]).toEqual([1, 1, 1]);
  });

  it('follows no link out of what it looks at', async () => {
    produce('elsewhere/a.txt', title);
    produce('out/b.txt', 'nothing');
    symlinkSync('b.txt', join(root, 'out/inner.txt'));
    expect((await report('out')).status).toBe(0);
    symlinkSync(join(root, 'elsewhere'), join(root, 'out/link'));
    const { status, troubles } = await report('out');
    expect({ status, troubles }).toEqual({
      status: 2,
      troubles: [
        { file: 'out/link', message: 'is a link that leads elsewhere. Name the place that it leads to as well.' },
      ],
    });
    expect((await report('out', 'elsewhere')).finds).toHaveLength(1);
    symlinkSync('elsewhere', join(root, 'current'));
    expect((await report('current')).finds.map(({ file }) => file)).toEqual(['current/a.txt']);
  });

  it('reads standard input', async () => {
    const { out, status } = await run(['-'], { stdin: gzipSync(`first\n  ${title}`) });
    expect(status).toBe(1);
    expect(out).toContain('- → unpacked:2:3  the title of ');
    expect((await run(['-'], { stdin: 'nothing' })).status).toBe(0);
  });

  it.each([
    [['nowhere'], '«nowhere» does not exist.', 'Nothing was looked at.'],
    [['out'], 'There is no file in «out», so there is nothing to look at.', 'Write the outputs first'],
    [[], 'What is to be looked into?', '«press audit public»'],
    [
      ['releases'],
      '«releases» is what outputs are made of («releases»)',
      'Name the files and folders that are to go out',
    ],
    [['releases/2009/open-day.md'], 'is what outputs are made of', 'Name'],
    [['.'], '«.» holds what outputs are made of', 'Name'],
    [['taxonomy.yaml'], 'is what outputs are made of («taxonomy.yaml»)', 'Name'],
    [['a.txt', '--format', 'xml'], 'xml', 'pretty'],
  ])('refuses %j', async (args, what, wayOut) => {
    mkdirSync(join(root, 'out'));
    const { out, err, status } = await run(args);
    expect({ out, status }).toEqual({ out: '', status: 2 });
    expect(err).toContain(what);
    expect(err).toContain(wayOut);
  });

  it('ends with 2 where it cannot know what must not go out', async () => {
    symlinkSync('/nowhere', join(root, 'releases/2009/link.md'));
    produce('out/a.txt', 'nothing');
    const { status, err } = await run(['out']);
    expect(status).toBe(2);
    expect(err).toContain('«releases/2009/link.md»');
    expect(err).toContain('Nobody knows what of it must not go out.');
  });

  it('shows no more than 20 finds of a release in a file, and counts the others', async () => {
    produce('out/a.txt', `${title}.\n`.repeat(50));
    produce('out/b.txt', title);
    const { finds, summary } = await report('out');
    expect([finds.length, summary.finds]).toEqual([21, 51]);
    expect((await run(['out'])).out).toContain(
      '51 finds of 1 release in 2 of 2 files. 30 of them are not shown: no more than 20 of a release are in a file.\n',
    );
  });

  it('places finds in long files, and finds what lies where two pieces meet', async () => {
    const line = `${'x'.repeat(63)}\n`;
    for (const bytes of [4 * 1024 * 1024 - 20, 4 * 1024 * 1024 - 64 * 1024 - 10]) {
      const before = 'é\n' + line.repeat(Math.ceil(bytes / 64)).slice(0, bytes - 3);
      produce('out/long.txt', `${before}|${title}\n${line.repeat(2 * 1024)}`);
      const { finds } = await report('out');
      const lines = before.split('\n');
      expect(finds.map((find) => [find.line, find.column, find.offset])).toEqual([
        [lines.length, (lines.at(-1)?.length ?? 0) + 2, before.length + 1],
      ]);
    }
  });

  it('names nothing where others may read it', async () => {
    produce('out/lighthouse-keeper.txt', `${title}\n`);
    for (const env of [{}, { GITHUB_ACTIONS: 'true' }]) {
      const args = 'GITHUB_ACTIONS' in env ? ['out'] : ['out', '--redact-unpublished'];
      for (const format of ['pretty', 'json']) {
        const { out, err, status } = await run([...args, '--format', format], { env });
        expect(status).toBe(1);
        expect((out + err).toLowerCase().replaceAll('out/lighthouse-keeper.txt', 'FILE')).not.toContain('lighthouse');
        expect(out).toMatch(/[0-9a-f]{12}/);
      }
    }
    expect((await run(['out', '--no-redact-unpublished'], { env: { GITHUB_ACTIONS: 'true' } })).out).toContain(
      'Lighthouse',
    );
  });

  it('shows what files and releases say without orders to a terminal', async () => {
    produce(
      'releases/2009/evil.md',
      sampleRelease({ id: 'evil-lamp-post', title: '"Lamp \\u202Epost falls over"', status: 'draft' }),
    );
    produce('out/a\u001B[2J.txt', 'lamp \u001B]0;x\u0007 post falls over');
    const { out } = await run(['out']);
    expect(out).not.toMatch(/[\u001B\u202E]/u);
  });
});

function withPassword(zip: Uint8Array): Uint8Array {
  const copy = Buffer.from(zip);
  const entry = copy.indexOf(Buffer.from('504b0102', 'hex'));
  copy.writeUInt16LE(1, entry + 8);
  return copy;
}

/** The first entry packed in another way. */
function withMethod(zip: Uint8Array, method: number): Uint8Array {
  const copy = Buffer.from(zip);
  copy.writeUInt16LE(method, copy.indexOf(Buffer.from('504b0102', 'hex')) + 10);
  return copy;
}

describe.runIf(hasGit())('press audit --git', () => {
  const history = (...args: readonly string[]): Promise<Outcome> =>
    press(['audit', ...args], { cwd: root, env: gitEnvironment });

  it('finds what was committed once and is gone, in files, names, messages, branches and tags', async () => {
    committed(root);
    expect((await history('--git')).status).toBe(0);
    produce('public/lighthouse-keeper.html', 'empty');
    produce('public/feed.xml', `<title>${title}</title>`);
    commitAll(root);
    execFileSync('git', ['rm', '-rq', 'public'], { cwd: root, env: gitEnvironment });
    git(root, 'commit', '--quiet', '-m', `Take away ${title}`);
    git(root, 'tag', '-a', 'v1', '-m', `With ${title}`);
    git(root, 'branch', 'draft/lighthouse-keeper');
    const { out, status } = await history('--git', '--format', 'json');
    expect(status).toBe(1);
    const { finds, summary } = JSON.parse(out) as Report;
    const short = git(root, 'rev-parse', '--short=10', 'HEAD~1').trim();
    expect(finds.map(({ file, inside, what }) => [file, ...inside, what])).toEqual([
      ['draft/lighthouse-keeper', 'its name', 'slug'],
      ['v1', 'title'],
      [`${git(root, 'rev-parse', '--short=10', 'HEAD').trim()} (message)`, 'title'],
      [`${short}:public/feed.xml`, 'title'],
      [`${short}:public/lighthouse-keeper.html`, 'its name', 'slug'],
    ]);
    expect(summary.finds).toBe(5);
    expect((await history('--git', 'HEAD~1..HEAD')).out).toContain('1 find of 1 release');
    expect((await history('--git', 'HEAD~2')).status).toBe(0);
  });

  it('looks into a repository in a folder of a bigger one', async () => {
    const top = scratchFolder({ 'site/index.html': title });
    for (const [path, text] of Object.entries({ 'taxonomy.yaml': taxonomy, 'releases/2027/a.md': secret })) {
      mkdirSync(dirname(join(top, 'newsroom', path)), { recursive: true });
      writeFileSync(join(top, 'newsroom', path), text);
    }
    committed(top);
    const { out } = await press(['audit', '--git'], { cwd: join(top, 'newsroom'), env: gitEnvironment });
    expect(out).toContain(':site/index.html:1:1  the title of ');
    expect(out).toContain('1 find of 1 release');
  });

  it('says when git cannot say', async () => {
    expect((await history('--git')).err).toContain('There is no history of git here that could be looked into.');
    committed(root);
    const { err, status } = await history('--git', 'nowhere..main');
    expect(status).toBe(2);
    expect(err).toContain('«nowhere..main» is no commit, branch or range that git knows here.');
    expect((await history('--git', '--', 'x')).err).toContain('«x» does not exist.');
  });
});
