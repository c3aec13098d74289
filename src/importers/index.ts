/** The importers by the word after `--from`; each is loaded when it may be needed. */
import type { Importer } from '../model/importer.ts';

export const importers: ReadonlyMap<string, () => Promise<Importer>> = new Map([
  ['page-html', async () => (await import('./page-html.ts')).pageHtml],
  ['page-text', async () => (await import('./page-text.ts')).pageText],
  ['markdown', async () => (await import('./markdown.ts')).markdown],
  ['csv', async () => (await import('./csv.ts')).csv],
  ['json', async () => (await import('./json.ts')).json],
  ['ndjson', async () => (await import('./ndjson.ts')).ndjson],
  ['ninjs', async () => (await import('./ninjs.ts')).ninjs],
]);
