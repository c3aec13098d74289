/** What a feed shows of a release's text: a summary without markup, and the whole as HTML. */
import type { ContentMode } from '../../../model/edition.ts';
import type { LinkBase } from '../../../model/links.ts';
import type { Release } from '../../../model/release.ts';
import { withoutControls } from '../../../text/control-characters.ts';
import { correctionsNotice } from '../markdown/corrections-notice.ts';
import { parseMarkdown } from '../markdown/markdown.ts';
import { plainLine, plainName, shortened } from '../plain-text.ts';

const SUMMARY_LENGTH = 300;

export interface FeedText {
  /** Plain text on one line; undefined when nothing is to be shown. */
  readonly summary: string | undefined;
  /** HTML, corrections first; undefined when only a summary or nothing is to be shown. */
  readonly html: string | undefined;
}

/** What readers list a release by: its title without markup, and its id where nothing is left of that. */
export function feedTitle({ title, id }: Pick<Release, 'title' | 'id'>): string {
  return plainName(title) || id;
}

/**
 * The text as far as the edition shows it. Without a summary of its own a release gets the beginning of its first paragraph;
 * where there is HTML but no paragraph, its title, because feeds that carry HTML must describe it too.
 */
export function feedText(release: Release, options: LinkBase & { readonly content: ContentMode }): FeedText {
  if (options.content === 'none') return { summary: undefined, html: undefined };
  const text = parseMarkdown(release.body);
  const summary = plainLine(release.summary ?? '') || shortened(plainLine(text.firstParagraph()), SUMMARY_LENGTH);
  if (options.content === 'summary') return { summary: summary || undefined, html: undefined };
  const html = withoutControls(correctionsNotice(release) + text.html(options)).trimEnd();
  if (html === '') return { summary: summary || undefined, html: undefined };
  return { summary: summary || feedTitle(release), html };
}
