import { describe, expect, it } from 'vitest';
import type { LocalFile } from '../../src/model/local-file.ts';
import { withFiles, type FilePlaces } from '../../src/operations/bring-in-files.ts';
import { absoluteAddress, isFileAddress, isOfThisSite, withAddresses } from '../../src/operations/bring-in-links.ts';
import type { DraftAnswers } from '../../src/operations/draft.ts';

const answers = (body: string, extra: DraftAnswers['extra'] = []): DraftAnswers => ({
  title: 'Course opens',
  date: '2009-11-16',
  places: [],
  terms: new Map(),
  lang: 'en',
  type: 'press-release',
  status: 'published',
  extra,
  body,
});

const here = 'files/2009/2009-11-16-course-opens';

/** The files of a folder by their paths, each with its text as bytes and as digest. */
function places(files: Readonly<Record<string, string>>, changes: Partial<FilePlaces> = {}): FilePlaces {
  const found = (text: string): LocalFile => ({
    kind: 'file',
    digest: text,
    size: text.length,
    bytes: () => Buffer.from(text),
  });
  return {
    local: {
      find: (folder, path) => {
        const text = files[`${folder}:${path}`];
        if (path.includes('..')) return { kind: 'refused', why: 'it lies outside' };
        return text === undefined ? { kind: 'missing' } : found(text);
      },
      digestInRepository: (path) => files[`repository:${path}`],
    },
    top: 'site',
    folder: 'posts',
    site: undefined,
    baseUrl: undefined,
    releases: 'releases',
    url: undefined,
    ...changes,
  };
}

describe('the files of a release', () => {
  it('are copied from beside the source, and the text points to the copies', () => {
    const body = '![Boat](img/Boat%20One.PNG "The boat") and [paper][1].\n\n[1]: <paper (1).pdf>\n';
    const files = { 'site:posts/img/Boat One.PNG': 'boat', 'site:posts/paper (1).pdf': 'paper' };
    const carried = withFiles(answers(body), places(files));
    expect(carried.answers.body).toBe(
      `![Boat](${here}/boat-one.png "The boat") and [paper][1].\n\n[1]: <${here}/paper-1.pdf>\n`,
    );
    expect(carried.copies).toMatchObject([
      { kind: 'copy', path: `${here}/boat-one.png`, digest: 'boat', size: 4 },
      { kind: 'copy', path: `${here}/paper-1.pdf`, digest: 'paper' },
    ]);
    expect(carried.files.map(({ address, outcome }) => [address, outcome])).toEqual([
      ['img/Boat%20One.PNG', 'copied'],
      ['paper (1).pdf', 'copied'],
    ]);
  });

  it('come from the folder of the site where the address begins with a slash, or is one of the site', () => {
    const files = { 'root:up/a.jpg': 'a', 'root:up/b.jpg': 'b' };
    const where = places(files, { site: 'root', url: 'https://example.org/news/7' });
    const { answers: after, files: told } = withFiles(
      answers('![](/up/a.jpg) ![](https://example.org/up/b.jpg) ![](https://other.org/up/a.jpg)'),
      where,
    );
    expect(after.body).toBe(`![](${here}/a.jpg) ![](${here}/b.jpg) ![](https://other.org/up/a.jpg)`);
    expect(told.map(({ outcome }) => outcome)).toEqual(['copied', 'copied', 'elsewhere']);
  });

  it('are copied once where they are the same, and under another name where they are not', () => {
    const files = {
      'site:posts/a/x.png': 'one',
      'site:posts/b/x.png': 'two',
      'site:posts/c/y.png': 'one',
      [`repository:${here}/x.png`]: 'an older one',
      [`repository:${here}/x-2.png`]: 'one',
    };
    const { answers: after, copies } = withFiles(answers('![](a/x.png) ![](b/x.png) ![](c/y.png)'), places(files));
    expect(after.body).toBe(`![](${here}/x-2.png) ![](${here}/x-3.png) ![](${here}/y.png)`);
    expect(copies.map(({ path }) => path)).toEqual([`${here}/x-3.png`, `${here}/y.png`]);
  });

  it('are those of «attachments» as well', () => {
    const list = [{ href: 'a.pdf', title: 'A' }, { href: 'https://example.org/b.pdf' }, 'odd', null];
    const { answers: after } = withFiles(
      answers('', [
        ['attachments', list],
        ['aliases', ['/a.pdf']],
      ]),
      places({ 'site:posts/a.pdf': 'a' }),
    );
    expect(after.extra).toEqual([
      ['attachments', [{ href: `${here}/a.pdf`, title: 'A' }, { href: 'https://example.org/b.pdf' }, 'odd', null]],
      ['aliases', ['/a.pdf']],
    ]);
  });

  it.each([
    ['../../../etc/passwd.png', 'refused'],
    ['%2e%2e/%2e%2e/x.png', 'refused'],
    ['gone.png', 'missing'],
    ['/gone.png', 'missing'],
    ['image?id=3', 'missing'],
    ['//example.org/a.png', 'elsewhere'],
  ])('that cannot be had stay as they are, and are told: %s', (address, outcome) => {
    const { answers: after, files, copies } = withFiles(answers(`![](${address})`), places({}));
    expect([after.body, copies]).toEqual([`![](${address})`, []]);
    expect(files).toMatchObject([{ address, outcome, why: expect.any(String) as string }]);
  });

  it.each([
    'mailto:a@example.org',
    '#top',
    'data:image/png;base64,AA',
    'javascript:alert(1).png',
    'page.html',
    'other/',
  ])('are not what is no file: %s', (address) => {
    const { answers: after, files } = withFiles(answers(`[x](${address})`), places({}));
    expect([after.body, files]).toEqual([`[x](${address})`, []]);
  });

  it('get names that every system can hold', () => {
    const files = { 'site:posts/Отчёт — 2009.PDF': 'a', 'site:posts/con.txt': 'b', 'site:posts/….png': 'c' };
    const body = '[a](<Отчёт — 2009.PDF>) [b](con.txt) ![c](….png)';
    const paths = withFiles(answers(body), places(files)).copies.map(({ path }) => path.slice(here.length + 1));
    expect(paths).toEqual(['otchet-2009.pdf', 'file-con.txt', 'file.png']);
  });
});

describe('the address of the site', () => {
  const based = (body: string, url?: string): string =>
    withFiles(answers(body), places({}, { baseUrl: 'https://example.org/en/', url })).answers.body;

  it('makes links absolute that start from it, and no others', () => {
    expect(based('[a](/about) [b](b.html) [c](#c) [d](https://x.org/) [e](mailto:a@b.org) ![f](/f.png)')).toBe(
      '[a](https://example.org/about) [b](https://example.org/en/b.html) [c](#c) [d](https://x.org/) [e](mailto:a@b.org) ![f](https://example.org/f.png)',
    );
    expect(based('[b](b.html)', 'https://example.org/news/7')).toBe('[b](https://example.org/news/b.html)');
  });

  it('leaves code and brackets that are no links alone', () => {
    expect(based('`[a](/a)` [a] (/a)\n\n    [a](/a)\n')).toBe('`[a](/a)` [a] (/a)\n\n    [a](/a)\n');
  });

  it('writes nothing that ends a link', () => {
    expect(withAddresses('[a](/x)', () => 'https://example.org/a(b) c<d>')).toBe(
      '[a](https://example.org/a%28b%29%20c%3Cd%3E)',
    );
  });

  it.each([
    ['/a', true],
    ['a/b', true],
    ['#a', false],
    ['', false],
    ['//host/a', false],
    ['\\\\host\\a', false],
    ['java\tscript:x', false],
  ])('«%s» is one of this site: %s', (target, is) => {
    expect(isOfThisSite(target)).toBe(is);
    if (!is) expect(absoluteAddress(target, 'https://example.org/')).toBeUndefined();
  });

  it('knows files by their endings', () => {
    expect(['a.pdf', 'a.JPG?x=1', 'a.docx#p', 'a.html', 'a', 'pdf'].map(isFileAddress)).toEqual([
      true,
      true,
      true,
      false,
      false,
      false,
    ]);
  });
});
