/** A release as a Markdown file for Hugo, Jekyll and Astro. */
import type { Edition } from '../../../model/edition.ts';
import type { ClearedRelease } from '../../../model/embargo.ts';
import { correctionsElements } from '../markdown/corrections-notice.ts';
import { frontMatterMaker } from './builder-front-matter.ts';
import { linkBaseOf } from '../markdown/link-bases.ts';
import { parseMarkdown } from '../markdown/markdown.ts';
import { markdownBlocks } from '../markdown/markdown-nodes.ts';
import { markdownOf } from '../markdown/markdown-source.ts';

// The page's title is its first heading.
const place = { level: 1, footnotes: '' };

/** A function that writes the file of a release: front matter, what was put right, the text. */
export function releaseDocumentMaker(edition: Edition): (release: ClearedRelease) => string {
  const frontMatterOf = frontMatterMaker(edition);
  return (release) => {
    const notice = markdownBlocks(correctionsElements(release), place);
    // Whoever wants no text gets none; a summary alone would make no page of a site.
    const elements =
      edition.content === 'none' ? [] : parseMarkdown(release.body).elements(linkBaseOf(release, edition.settings));
    const text = markdownOf([...notice, ...markdownBlocks(elements, place)]);
    return `---\n${frontMatterOf(release)}---\n${text === '' ? '' : `\n${text}`}`;
  };
}
