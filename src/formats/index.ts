/** The export formats by the word after `--format`; each is loaded when it is asked for. */
import type { ExportFormat } from '../model/export-format.ts';

export const exportFormats: ReadonlyMap<string, () => Promise<ExportFormat>> = new Map([
  ['list', async () => (await import('./list.ts')).list],
  ['csv', async () => (await import('./csv.ts')).csv],
  ['xlsx', async () => (await import('./xlsx.ts')).xlsx],
  ['json', async () => (await import('./json.ts')).json],
  ['ndjson', async () => (await import('./ndjson.ts')).ndjson],
  ['markdown', async () => (await import('./markdown.ts')).markdown],
  ['html', async () => (await import('./html.ts')).html],
  ['rss', async () => (await import('./rss.ts')).rss],
  ['atom', async () => (await import('./atom.ts')).atom],
  ['json-feed', async () => (await import('./json-feed.ts')).jsonFeed],
  ['opml', async () => (await import('./opml.ts')).opml],
  ['ninjs', async () => (await import('./ninjs.ts')).ninjs],
  ['newsml-g2', async () => (await import('./newsml-g2.ts')).newsmlG2],
  ['json-ld', async () => (await import('./json-ld.ts')).jsonLd],
  ['sitemap', async () => (await import('./sitemap.ts')).sitemap],
  ['news-sitemap', async () => (await import('./news-sitemap.ts')).newsSitemap],
]);
