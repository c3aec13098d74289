/** The importers by the word after `--from`; each is loaded when it may be needed. */
import type { Importer } from '../model/importer.ts';

export const importers: ReadonlyMap<string, () => Promise<Importer>> = new Map([
  ['page', async () => (await import('./page.ts')).page],
  ['page-html', async () => (await import('./page-html.ts')).pageHtml],
  ['page-text', async () => (await import('./page-text.ts')).pageText],
  ['markdown', async () => (await import('./markdown.ts')).markdown],
  ['csv', async () => (await import('./csv.ts')).csv],
  ['json', async () => (await import('./json.ts')).json],
  ['ndjson', async () => (await import('./ndjson.ts')).ndjson],
  ['feed', async () => (await import('./feed.ts')).feed],
  ['newsml-g2', async () => (await import('./newsml-g2.ts')).newsmlG2],
  ['ninjs', async () => (await import('./ninjs.ts')).ninjs],
]);
