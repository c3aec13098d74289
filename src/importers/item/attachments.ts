/** Files that go with an item, as front matter has them. They are named, never fetched. */
import { oneLine } from '../page/one-line.ts';
import { webAddress } from './web-address.ts';

export interface WrittenFile {
  readonly href: string;
  readonly title?: string | undefined;
  readonly mediaType?: string | undefined;
  /** Bytes, as a number or in digits. */
  readonly size?: string | number | undefined;
}

export interface Attachments {
  readonly attachments: readonly object[];
  readonly notCarried: readonly string[];
}

const MOST = 100;
const MEDIA_TYPE = /^[a-z0-9][a-z0-9!#$&^_.+-]*\/[a-z0-9][a-z0-9!#$&^_.+-]*$/;

/** Each file once. One without an address of the web is no attachment. */
export function attachmentsOf(files: readonly WrittenFile[], base: string | undefined): Attachments {
  const byAddress = new Map<string, object>();
  const notCarried: string[] = [];
  for (const file of files) {
    const href = webAddress(file.href, base);
    if (href === undefined || byAddress.size === MOST) notCarried.push(`file «${file.href.slice(0, 200)}»`);
    else if (!byAddress.has(href)) byAddress.set(href, attachment(href, file));
  }
  return { attachments: [...byAddress.values()], notCarried };
}

function attachment(href: string, file: WrittenFile): object {
  const title = oneLine(file.title ?? '').slice(0, 300);
  const mediaType = file.mediaType?.split(';', 1)[0]?.trim().toLowerCase() ?? '';
  const size = Number(typeof file.size === 'string' && !/^\d{1,12}$/.test(file.size) ? Number.NaN : file.size);
  return {
    href,
    ...(title !== '' && { title }),
    ...(mediaType.length < 128 && MEDIA_TYPE.test(mediaType) && { mediaType }),
    // A feed must name a size: those that know none write 0.
    ...(Number.isInteger(size) && size > 0 && { size }),
  };
}
