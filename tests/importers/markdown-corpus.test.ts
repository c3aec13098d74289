/** A real archive of Jekyll, where it lies beside the checkout: every post comes in, with its title, its day and all of its words. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import type { SourceRelease } from '../../src/model/importer.ts';
import { readPost } from './markdown-posts.ts';
import { differences, wordsOfOriginal, wordsOfRelease } from './rendered-words.ts';

const folder = fileURLToPath(new URL('../../../shared/corpora/pclob/_posts/', import.meta.url));
const isThere = existsSync(folder);

interface Post {
  readonly name: string;
  readonly block: string;
  readonly body: string;
  readonly release: SourceRelease;
}

const posts = (isThere ? readdirSync(folder) : []).map((name) =>
  postOf(name, readFileSync(join(folder, name), 'utf8')),
);

/** Cut at the fences by the simplest of all readers, so that two opinions meet. */
function postOf(name: string, text: string): Post {
  const [, block = '', ...rest] = text.replaceAll('\r\n', '\n').split(/^---[ \t]*$/m);
  return { name, block, body: rest.join('---'), release: readPost(text, `_posts/${name}`) };
}

/** What of the front matter another parser reads; undefined where it refuses. */
function dataOf({ block }: Post): Record<string, unknown> | undefined {
  try {
    return parse(block) as Record<string, unknown>;
  } catch {
    return undefined;
  }
}

describe.skipIf(!isThere)('the posts of an oversight board (skipped where they are not beside the repository)', () => {
  it('are fifty files, and fifty releases', () => {
    expect(posts).toHaveLength(50);
    expect(posts.filter(({ release }) => release.title === undefined || release.date === undefined)).toEqual([]);
  });

  it('have the titles and days of their keys', () => {
    const plain = posts.filter((post) => dataOf(post) !== undefined && !post.name.includes('Forum-Comment'));
    expect(plain.length).toBeGreaterThanOrEqual(47);
    const wrong = plain.filter((post) => {
      const data = dataOf(post);
      const day = String(data?.['date'] instanceof Date ? data['date'].toISOString() : data?.['date']).slice(0, 10);
      return post.release.title?.value !== String(data?.['title']).trim() || post.release.date?.value !== day;
    });
    expect(wrong.map(({ name }) => name)).toEqual([]);
  });

  it('have what only a lenient reader gets', () => {
    const without = posts.find(({ name }) => name === '2019-02-22-Forum-Comment-Period')?.release;
    expect(without?.title?.value).toBe('The Board’s Public Forum Comment Period is Open Until March 8, 2019');
    expect(without?.summary?.value).toMatch(/^On February 8, 2019, .*until March 8, 2019$/s);
    expect(without?.changed).toContain('Line 1: «<!--» above the front matter was left out.');
    expect(without?.undecided?.map(({ key }) => key)).toEqual(['body']);
  });

  it('differ in date where two places do, and nowhere else', () => {
    const differing = posts.filter(({ release }) => release.contradictions.length > 0);
    expect(
      differing.map(({ name, release }) => [
        name.slice(0, 10),
        release.contradictions.map(({ value, origin }) => `${value} (${origin})`),
      ]),
    ).toEqual([
      ['2016-04-13', ['2016-03-30 (dateline)']],
      ['2018-12-17', ['2018-12-17 (file name)']],
    ]);
  });

  it('keep every word of their bodies', () => {
    const different = posts.flatMap(({ name, body, release }) => {
      const found = differences(wordsOfOriginal(withoutInstructions(body)), wordsOfRelease(release.body));
      return found.length === 0 ? [] : [{ name, found }];
    });
    expect(different).toEqual([]);
  });

  it('hold no HTML and no instruction any more', () => {
    expect(posts.filter(({ release: { body } }) => /<[a-z/!]|\{\{|\{%/i.test(body)).map(({ name }) => name)).toEqual(
      [],
    );
  });
});

/** Jekyll shows neither its instructions nor what stands between two of its remarks; a comment that nothing closes is kept by press. */
function withoutInstructions(body: string): string {
  const text = body
    .replace(/\{%\s*comment\s*%\}[\s\S]*?\{%\s*endcomment\s*%\}/g, '')
    .replace(/\{\{\s*site\.baseurl\s*\}\}/g, '');
  return /<!--(?![\s\S]*-->)/.test(text) ? text.replaceAll('<!--', '') : text;
}
