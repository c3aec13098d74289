import { describe, expect, it } from 'vitest';
import type { Importer } from '../../src/model/importer.ts';
import { PressError } from '../../src/model/press-error.ts';
import { largestPage } from '../../src/operations/bring-in-bytes.ts';
import {
  readSources as readEach,
  type SourceReading,
  type SourcesRead,
} from '../../src/operations/bring-in-sources.ts';
import type { ReadSource } from '../../src/operations/bring-in-wish.ts';
import { incoming } from './bring-in-fixture.ts';

/** Takes sources that begin with its name. */
function importer(id: string, sureness = 1): Importer {
  return {
    id,
    summary: id,
    extensions: ['html', 'htm', 'xhtml', 'txt'],
    onlyWhenNamed: false,
    recognise: ({ text }) => (text.replace('\uFEFF', '').startsWith(id) ? sureness : 0),
    read: ({ name, text }) => {
      if (text.includes('broken')) throw new PressError('nothing-imported', `«${name}» is broken.`);
      return [incoming({ body: text })];
    },
  };
}

function reading(
  files: Readonly<Record<string, string | Uint8Array>>,
  changes: Partial<SourceReading> = {},
): SourceReading {
  const bytes = new Map(
    Object.entries(files).map(([path, text]) => [path, typeof text === 'string' ? Buffer.from(text) : text]),
  );
  return {
    files: {
      read: (path: string) => bytes.get(path) ?? missing(path),
      list: (path: string) =>
        path === 'pages' ? [...bytes.keys()].filter((name) => name.startsWith('pages/')) : undefined,
    } as unknown as SourceReading['files'],
    stdin: () => Promise.resolve(Buffer.from('alpha from a pipe')),
    digest: (all) => `${all.length}`,
    importers: new Map(
      [importer('alpha', 0.5), importer('alphabet'), importer('beta')].map((card) => [
        card.id,
        () => Promise.resolve(card),
      ]),
    ),
    from: undefined,
    rawCells: false,
    signal: new AbortController().signal,
    ...changes,
  };
}

async function readSources(
  names: readonly string[],
  from: SourceReading,
): Promise<SourcesRead & { readonly sources: readonly ReadSource[] }> {
  const sources: ReadSource[] = [];
  const read = await readEach(names, from, (source) => sources.push(source));
  return { ...read, sources };
}

function missing(path: string): never {
  throw new PressError('unreadable-file', `«${path}» does not exist.`);
}

describe('the sources of an import', () => {
  it('are read by the importer that is surest', async () => {
    const { sources } = await readSources(['a', 'b', 'c'], reading({ a: 'alpha', b: 'beta', c: 'alphabet soup' }));
    expect(sources.map(({ name, importer: id, digest }) => [name, id, digest])).toEqual([
      ['a', 'alpha', 'sha256:5'],
      ['b', 'beta', 'sha256:4'],
      ['c', 'alphabet', 'sha256:13'],
    ]);
  });

  it('are read by the importer that was asked for, recognised or not', async () => {
    expect((await readSources(['b'], reading({ b: 'beta' }, { from: 'alpha' }))).sources[0]?.importer).toBe('alpha');
    await expect(readSources(['b'], reading({ b: 'x' }, { from: 'betta' }))).rejects.toMatchObject({
      message: '«betta» is no kind of source that press imports.',
      hint: expect.stringContaining('beta') as string,
    });
    await expect(readSources(['b'], reading({ b: 'x' }, { from: 'constructor' }))).rejects.toMatchObject({
      code: 'usage',
    });
  });

  it('may come through a pipe', async () => {
    const { sources } = await readSources(['-'], reading({}));
    expect(sources[0]).toMatchObject({ name: 'standard input', importer: 'alpha' });
  });

  it('are never an address', async () => {
    for (const address of ['https://example.org/a', 'HTTP://example.org', 'ftp://x']) {
      await expect(readSources([address], reading({}))).rejects.toMatchObject({
        code: 'usage',
        message: `«${address}» is an address, and press opens no connections: save it first.`,
      });
    }
  });

  it.each([
    ['what is not there', 'none', 'unreadable-file', '«none» does not exist.'],
    ['what nobody recognises', 'other', 'nothing-imported', '«other» is nothing that import recognises.'],
    ['what an importer cannot read', 'torn', 'nothing-imported', '«torn» is broken.'],
    ['other encodings', 'latin', 'unreadable-file', '«latin» is not written in UTF-8 (line 2).'],
    [
      'torn UTF-16',
      'wide',
      'unreadable-file',
      '«wide» says that it is written in «utf-16le», and its bytes are no such text.',
    ],
    ['what is too large', 'huge', 'unreadable-file', '«huge» is larger than 10 MiB.'],
    [
      'a workbook',
      'packed',
      'unreadable-file',
      '«packed» is a workbook or a packed document (.xlsx, .docx, .zip), which press does not read yet.',
    ],
    [
      'an old workbook',
      'old',
      'unreadable-file',
      '«old» is a workbook or a packed document (.xlsx, .docx, .zip), which press does not read yet.',
    ],
  ])('are refused when one was named that is %s', async (_, name, code, message) => {
    const files = {
      good: 'alpha',
      other: 'gamma',
      torn: 'alpha broken',
      latin: Uint8Array.from([0x61, 0x0a, 0xe9, 0x0a, 0x62]),
      wide: Uint8Array.from([0xff, 0xfe, 0x61, 0x00, 0x62]),
      packed: Buffer.from('PK\u0003\u0004'),
      old: Uint8Array.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1]),
      huge: new Uint8Array(largestPage + 1).fill(0x61),
    };
    await expect(readSources(['good', name], reading(files))).rejects.toMatchObject({ code, message });
  });

  it('say what they are when one is known that nobody reads', async () => {
    const card: Importer = { ...importer('alpha'), mistakes: ({ text }) => (text === 'gamma' ? 'a ray' : undefined) };
    const importers = new Map([['alpha', () => Promise.resolve(card)]]);
    await expect(readSources(['g'], reading({ g: 'gamma' }, { importers }))).rejects.toMatchObject({
      message: '«g» is a ray, which press does not read yet.',
      hint: expect.stringMatching(/ninjs, Markdown, CSV, JSON and NDJSON, and pages/) as string,
    });
  });

  it('may be larger than a page where the kind says so, and are then no page', async () => {
    const asked: (number | undefined)[] = [];
    const large: Importer = { ...importer('beta', 0.1), mostBytes: 2 * largestPage };
    const importers = new Map([importer('alpha'), large].map((card) => [card.id, () => Promise.resolve(card)]));
    const bytes = { a: Buffer.alloc(largestPage + 1, 'alpha '), b: Buffer.alloc(largestPage + 1, 'beta ') };
    const world = reading(bytes, { importers });
    const read = (path: string, limit?: number): Uint8Array => {
      asked.push(limit);
      return world.files.read(path);
    };
    const measured = { ...world, files: { ...world.files, read } };
    expect((await readSources(['b'], measured)).sources[0]?.importer).toBe('beta');
    await expect(readSources(['a'], measured)).rejects.toThrow('«a» is larger than 10 MiB.');
    await expect(readSources(['a'], { ...measured, from: 'alpha' })).rejects.toThrow('«a» is larger than 10 MiB.');
    expect(asked).toEqual([2 * largestPage, 2 * largestPage, largestPage]);
  });

  it('may begin with a byte-order mark', async () => {
    const { sources } = await readSources(['a'], reading({ a: '\uFEFFalpha' }));
    expect(sources[0]?.releases[0]?.body).toBe('\uFEFFalpha');
  });

  it('stop at an interrupt', async () => {
    const stop = new AbortController();
    stop.abort(new Error('stopped'));
    await expect(readSources(['a'], reading({ a: 'alpha' }, { signal: stop.signal }))).rejects.toThrow('stopped');
  });
});

describe('a folder', () => {
  const files = {
    'pages/a.html': 'alpha',
    'pages/deeper/b.TXT': 'beta',
    'pages/index.htm': 'gamma',
    'pages/torn.xhtml': 'alpha broken',
    'pages/a.pdf': 'alpha',
    'pages/a_files/frame.html': 'alpha',
    'pages/.hidden.html': 'alpha',
  };

  it('is its pages; those without a release are told, not refused', async () => {
    const { sources, unread } = await readSources(['pages'], reading(files));
    expect(sources.map(({ name }) => name)).toEqual(['pages/a.html', 'pages/deeper/b.TXT']);
    expect(unread).toEqual([
      { source: 'pages/index.htm', message: '«pages/index.htm» is nothing that import recognises.' },
      { source: 'pages/torn.xhtml', message: '«pages/torn.xhtml» is broken.' },
    ]);
  });

  it('is refused when it has no page, or no page with a release', async () => {
    await expect(readSources(['pages'], reading({ 'pages/a.pdf': 'x' }))).rejects.toThrow(
      'The folder «pages» has no source: no file ends in .html, .htm, .xhtml or .txt.',
    );
    await expect(readSources(['pages'], reading({ 'pages/a.txt': 'x' }))).rejects.toThrow(
      '«pages»: the one page there holds no release that press can read.',
    );
    await expect(readSources(['pages'], reading({ 'pages/a.txt': 'x', 'pages/b.txt': 'y' }))).rejects.toMatchObject({
      message: '«pages»: none of the 2 pages there holds a release that press can read.',
      hint: '«pages/a.txt» is nothing that import recognises.\n  «pages/b.txt» is nothing that import recognises.',
    });
  });

  it('is read once, also when its files are named beside it', async () => {
    const { sources, unread } = await readSources(['pages/a.html', 'pages', 'pages/**/*.{html,TXT}'], reading(files));
    expect(sources.map(({ name }) => name)).toEqual(['pages/a.html', 'pages/deeper/b.TXT']);
    expect(unread).toHaveLength(2);
  });

  it('may be a pattern that no shell has written out', async () => {
    const names = async (pattern: string): Promise<string[]> =>
      (await readSources([pattern], reading(files))).sources.map(({ name }) => name);
    expect(await names('pages/**')).toEqual(['pages/a.html', 'pages/deeper/b.TXT', 'pages/a.pdf']);
    expect(await names('pages/?.html')).toEqual(['pages/a.html']);
    await expect(names('pages/*.md')).rejects.toThrow('«pages/*.md» does not exist.');
    const odd = reading({ 'pages/[a].html': 'alpha', 'pages/a.html': 'alpha' });
    expect((await readSources(['pages/[a].html'], odd)).sources.map(({ name }) => name)).toEqual(['pages/[a].html']);
  });

  it('does not hide a fault of press', async () => {
    const faulty: Importer = {
      ...importer('alpha'),
      read: () => {
        throw new TypeError('fault');
      },
    };
    await expect(
      readSources(['pages'], reading(files, { importers: new Map([['alpha', () => Promise.resolve(faulty)]]) })),
    ).rejects.toThrow(TypeError);
  });
});
