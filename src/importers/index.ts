/** The importers by the word after `--from`; each is loaded when it may be needed. */
import type { Importer } from '../model/importer.ts';

export const importers: ReadonlyMap<string, () => Promise<Importer>> = new Map([
  ['page-html', async () => (await import('./page-html.ts')).pageHtml],
  ['page-text', async () => (await import('./page-text.ts')).pageText],
]);
