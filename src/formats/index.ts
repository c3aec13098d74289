/** The export formats by the word after `--format`; each is loaded when it is asked for. */
import type { ExportFormat } from '../model/export-format.ts';

export const exportFormats: ReadonlyMap<string, () => Promise<ExportFormat>> = new Map([
  ['list', async () => (await import('./list.ts')).list],
  ['csv', async () => (await import('./csv.ts')).csv],
  ['json', async () => (await import('./json.ts')).json],
  ['ndjson', async () => (await import('./ndjson.ts')).ndjson],
  ['rss', async () => (await import('./rss.ts')).rss],
]);
