/**
 * Linked data for search engines: a schema.org NewsArticle for each release, in one graph.
 *
 * It can stand in a `script` element of a page as it is, because nothing in it can end that element.
 */
import type { ExportFormat } from '../model/export-format.ts';
import { requiredBaseUrl } from '../model/links.ts';
import { scriptSafeJson } from './rendering/json-text.ts';
import { newsArticleMaker } from './rendering/articles/news-article.ts';

export const jsonLd: ExportFormat = {
  id: 'json-ld',
  summary: 'JSON-LD for search engines: NewsArticles of schema.org',
  mediaType: 'application/ld+json',
  extension: 'jsonld',
  marksUnpublished: true,
  needsBaseUrl: true,
  hasIdentity: true,
  hasTombstones: false,
  content: 'full',
  leavesOut: ['related', 'aliases'],
  *write(edition) {
    const articleOf = newsArticleMaker(edition, requiredBaseUrl(edition.settings, 'json-ld'));
    yield '{"@context":"https://schema.org","@graph":[';
    let between = '\n';
    for (const release of edition.releases) {
      yield between + scriptSafeJson(articleOf(release));
      between = ',\n';
    }
    yield between === '\n' ? ']}\n' : '\n]}\n';
  },
};
