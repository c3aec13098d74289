/** Importer: posts of other site builders (Jekyll, Hugo, Astro, Eleventy), and Markdown files with front matter. */
import type { Importer, ImportSource } from '../model/importer.ts';
import { PressError } from '../model/press-error.ts';
import { findFrontMatter, type FoundFrontMatter } from './markdown/front-matter/fences.ts';
import { releaseOfPost } from './markdown/release-of-post.ts';
import { pathFacts } from './markdown/says/path-facts.ts';

export const markdown: Importer = {
  id: 'markdown',
  summary: 'posts of Jekyll, Hugo, Astro or Eleventy, and Markdown files with front matter',
  extensions: ['md', 'markdown', 'mdown', 'mkd', 'mkdn', 'mdx'],
  onlyWhenNamed: false,
  recognise: sureness,
  read(source) {
    if (sureness(source) === 0 && source.text.trim() === '') throw nothing(source.name);
    return [releaseOfPost(source)];
  },
};

const HEAD = 64 * 1024;
const MARKDOWN = /\.(?:md|markdown|mdown|mkdn?|mdx)$/i;

/** Front matter makes it nearly certain; without any, a name with a day or the folder of posts speaks for it. */
function sureness({ name, text }: ImportSource): number {
  const isMarkdown = MARKDOWN.test(name);
  const found = findFrontMatter(
    text
      .slice(0, HEAD)
      .replace(/^\uFEFF+/, '')
      .replaceAll('\r\n', '\n'),
  );
  if (found !== undefined) return ofFrontMatter(found, isMarkdown);
  const isPost = /(?:^|[\\/])_(?:posts|drafts)[\\/]/.test(name);
  if (isPost && !/\.(?:json|csv|xml|ya?ml|txt)$/i.test(name)) return 0.75;
  if (!isMarkdown) return 0;
  return pathFacts(name).day === undefined ? ofAnyMarkdown : 0.7;
}

/** Whoever names such a file means it; in a folder it is a readme. */
const ofAnyMarkdown = 0.2;

/** JSON may be a list of releases as well; what else begins with a fence is nothing else. */
function ofFrontMatter({ language, block }: FoundFrontMatter, isMarkdown: boolean): number {
  if (language === 'json') return isMarkdown ? 0.96 : 0;
  if (language === 'code') return 0.9;
  const hasKeys = /^[ \t]*["']?[\p{L}_][^\n:=]{0,80}[:=]/mu.test(block);
  if (hasKeys) return 0.95;
  return isMarkdown ? 0.7 : 0;
}

function nothing(name: string): PressError {
  return new PressError('nothing-imported', `«${name}» is empty.`, {
    hint: 'Look at the file: there is neither front matter nor text in it.',
  });
}
