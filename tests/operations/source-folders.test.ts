import { describe, expect, it } from 'vitest';
import { importers } from '../../src/importers/index.ts';
import { builderFolder } from '../../src/operations/source-folders.ts';
import { readYaml } from '../importers/markdown-posts.ts';
import { allSources, type AllSources } from '../support/all-sources.ts';

const dated = '---\ntitle: T\ndate: 2019-02-01\n---\nText\n';
const undated = '---\ntitle: About us\n---\nText\n';

/** Reads a folder with these files. */
function readFolder(files: Readonly<Record<string, string>>, name = 'site'): Promise<AllSources> {
  const texts = new Map(Object.entries(files).map(([path, text]) => [`${name}/${path}`, Buffer.from(text)]));
  return allSources([name], {
    files: { read: (path) => texts.get(path) ?? Buffer.from(''), list: () => [...texts.keys()].sort() },
    stdin: () => Promise.reject(new Error('Nobody asked for it.')),
    digest: () => '0'.repeat(64),
    importers,
    from: undefined,
    rawCells: false,
    readYaml,
    now: 0,
    signal: new AbortController().signal,
  });
}

async function sourcesIn(files: Readonly<Record<string, string>>, name?: string): Promise<string[]> {
  const { sources } = await readFolder(files, name);
  return sources.map((source) => source.name.slice((name ?? 'site').length + 1));
}

describe('the folder of', () => {
  it('Jekyll has its posts in _posts, also one without an ending', async () => {
    const files = {
      '_config.yml': 'title: x',
      '_posts/2019-02-01-a.md': dated,
      '_posts/2019/2019-02-02 Forum “Comment” Period': dated,
      '_drafts/b.markdown': undated,
      'news/_posts/2019-02-03-c.html': '---\ntitle: T\n---\n<p>Text</p>\n',
      '_posts/picture.png': 'x',
      '_layouts/post.html': '<html></html>',
      'about.md': undated,
      'dated.md': dated,
      'README.md': '# Read me',
      'node_modules/x/readme.md': dated,
      '_site/a.html': '<h1>x</h1>',
    };
    expect(await sourcesIn(files)).toEqual([
      '_drafts/b.markdown',
      '_posts/2019-02-01-a.md',
      '_posts/2019/2019-02-02 Forum “Comment” Period',
      'dated.md',
      'news/_posts/2019-02-03-c.html',
    ]);
    const { remarks, unread } = await readFolder(files);
    expect(unread).toEqual([]);
    expect(remarks).toEqual([
      '«site» is a site of Jekyll with 6 posts. 6 other files (layouts, pages, pictures) are none of them.',
      '1 file without a date was taken for no release: «site/about.md». Name such a file itself to import it.',
    ]);
  });

  it('Jekyll may be named by its posts alone', async () => {
    const files = { '2019-02-01-a.md': dated, '2019-02-02-b': dated };
    expect(await sourcesIn(files, 'old/_posts')).toEqual(['2019-02-01-a.md', '2019-02-02-b']);
    expect(await sourcesIn(files, '--odd/_posts')).toEqual(['2019-02-01-a.md', '2019-02-02-b']);
  });

  it.each([
    [
      'Hugo',
      {
        'hugo.toml': '',
        'content/news/a.md': dated,
        'content/ru/b/index.md': dated,
        'content/_index.md': dated,
        'content/about.md': undated,
        'archetypes/default.md': dated,
        'themes/x/content/c.md': dated,
        'public/d.md': dated,
      },
      ['content/news/a.md', 'content/ru/b/index.md'],
    ],
    [
      'Astro',
      {
        'astro.config.mjs': '',
        'src/content/blog/a.mdx': dated,
        'src/pages/about.md': undated,
        'docs/b.md': dated,
        'README.md': dated,
      },
      ['src/content/blog/a.mdx'],
    ],
    [
      'Eleventy',
      {
        '.eleventy.js': '',
        'posts/a.md': dated,
        'posts/2019-02-03-b.md': 'Text\n',
        '_includes/c.md': dated,
        'index.md': undated,
      },
      ['posts/2019-02-03-b.md', 'posts/a.md'],
    ],
  ])('%s has its posts where it keeps them', async (builder, files, sources) => {
    expect(await sourcesIn(files)).toEqual(sources);
    expect((await readFolder(files)).remarks[0]).toContain(`is a site of ${builder} with `);
  });

  it('nobody in particular has Markdown with front matter or with a day in its name', async () => {
    const files = {
      'a.md': undated,
      '2019-02-01-b.md': 'Text\n',
      'README.md': '# Read me\n\nWords.\n',
      'docs/notes.md': 'Words.\n',
      '_index.md': dated,
    };
    expect(await sourcesIn(files)).toEqual(['2019-02-01-b.md', 'a.md']);
    expect((await readFolder(files)).remarks).toEqual([
      '2 files without front matter and without a day in the name were taken for no release: «site/README.md», «site/docs/notes.md». Name such a file itself to import it.',
    ]);
  });

  it('readmes alone has nothing to import', async () => {
    await expect(readFolder({ 'README.md': '# Read me\n' })).rejects.toThrow(
      '«site»: none of the 1 Markdown files there is a release.',
    );
  });

  it('saved pages is no builder’s', () => {
    expect(builderFolder({ name: 'pages', inside: ['pages/a.html', 'pages/b.txt'] })).toBeUndefined();
  });
});

describe('a site whose settings keep posts in', () => {
  it.each([
    [
      'Jekyll',
      '_config.yml',
      'defaults:\n- scope: {path: _posts}\n  values: {published: false}\n',
      '_posts/2019-02-01-a.md',
      true,
    ],
    ['Jekyll', '_config.yml', 'title: x\n', '_posts/2019-02-01-a.md', false],
    ['Hugo', 'content/secret/_index.md', '---\ncascade:\n  draft: true\n---\n', 'content/secret/2019-02-01-a.md', true],
    ['Hugo', 'content/secret/_index.md', '---\ncascade:\n  draft: true\n---\n', 'content/news/2019-02-01-a.md', false],
    ['Hugo', 'content/secret/_index.md', '---\ndraft: true\n---\n', 'content/secret/2019-02-01-a.md', false],
    ['Eleventy', 'posts/posts.json', '{"draft":true}', 'posts/2019-02-01-a.md', true],
    ['Eleventy', 'posts/posts.11tydata.js', 'module.exports = { draft: true };', 'posts/2019-02-01-a.md', true],
  ])('%s with %s «%s» keeps in %s: %s', async (builder, settings, text, path, isKept) => {
    const mark = { Jekyll: '_config.yml', Hugo: 'hugo.toml', Eleventy: '.eleventy.js' }[builder] ?? '';
    const { sources } = await readFolder({ [mark]: 'x', [settings]: text, [path]: dated });
    const undecided = sources.flatMap(({ releases }) => releases.flatMap((release) => release.undecided ?? []));
    expect(undecided.map(({ message }) => message.includes(settings))).toEqual(isKept ? [true] : []);
  });

  it('says nothing of a post that has a status of its own', async () => {
    const own = dated.replace('title: T', 'title: T\nstatus: published');
    const { sources } = await readFolder({ '_config.yml': 'published: false', '_posts/2019-02-01-a.md': own });
    expect(sources[0]?.releases[0]?.undecided ?? []).toEqual([]);
  });
});
