/** What `attachments` names that is a file of the repository: no address on the web, and none on the site. */
import { schemeOf } from '../text/address-scheme.ts';
import type { FrontMatter } from './manuscript.ts';

export interface AttachedFile {
  readonly href: string;
  /** In the list of attachments. */
  readonly index: number;
}

export function attachedFiles(data: FrontMatter | undefined): AttachedFile[] {
  const items: unknown = data !== undefined && Object.hasOwn(data, 'attachments') ? data['attachments'] : undefined;
  if (!Array.isArray(items)) return [];
  return items.flatMap((item: unknown, index) => {
    if (typeof item !== 'object' || item === null || !Object.hasOwn(item, 'href')) return [];
    const href: unknown = Reflect.get(item, 'href');
    const isFile = typeof href === 'string' && href !== '' && !href.startsWith('/') && schemeOf(href) === undefined;
    return isFile ? [{ href, index }] : [];
  });
}
