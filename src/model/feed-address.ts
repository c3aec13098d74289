/** Where the files of a saved feed stand on the web. */
import type { ExportFormat } from './export-format.ts';
import type { SavedFeed } from './settings.ts';

/**
 * The absolute address of a saved feed's file in a format; undefined when nobody said where the feed stands, or when it is not
 * written in that format.
 *
 * `url` in press.yaml is the address of the file in the feed's first format; the files in its other formats lie beside it under
 * the feed's id. An address that ends with a slash is the folder of all of them.
 */
export function feedAddress(
  { id, url, formats }: Pick<SavedFeed, 'id' | 'url' | 'formats'>,
  format: Pick<ExportFormat, 'id' | 'extension'>,
): string | undefined {
  if (url === undefined || !formats.includes(format.id) || !URL.canParse(url)) return undefined;
  const { href, pathname, search } = new URL(url);
  const isFolder = pathname.endsWith('/') && search === '';
  return !isFolder && formats[0] === format.id ? href : new URL(`${id}.${format.extension}`, href).href;
}
