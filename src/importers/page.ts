/** Importer: a page of either kind, for people who have both; what each file is, its content says. */
import type { Importer } from '../model/importer.ts';
import { looksLikeHtml } from './html/looks-like-html.ts';
import { pageHtml } from './page-html.ts';
import { pageText } from './page-text.ts';

export const page: Importer = {
  id: 'page',
  summary: 'pages saved from a site, in HTML or as plain text',
  extensions: [...pageHtml.extensions, ...pageText.extensions],
  onlyWhenNamed: false,
  // Each kind recognises its own.
  recognise: () => 0,
  read: (source) => (looksLikeHtml(source.text) ? pageHtml : pageText).read(source),
  leavesOut: (source) => (looksLikeHtml(source.text) ? (pageHtml.leavesOut?.(source) ?? []) : []),
};
