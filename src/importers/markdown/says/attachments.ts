/** Files and pictures that front matter names, as attachments. Nothing is fetched; what is no address is left out, and said so. */
import type { Attachment } from '../../../model/release.ts';
import { isEmpty } from '../../record/value-texts.ts';
import { oneLine } from '../../page/one-line.ts';
import { withoutSiteAddress } from '../body/liquid.ts';
import { shown, type NamedKey, type StatedKeys } from './stated-keys.ts';

export interface PostAttachments {
  readonly attachments: readonly Attachment[];
  /** The first key that has one. */
  readonly origin: string;
  readonly notCarried: readonly string[];
}

const mediaTypes: ReadonlyMap<string, string> = new Map(
  (
    'pdf application/pdf doc application/msword docx application/vnd.openxmlformats-officedocument.wordprocessingml.document ' +
    'xls application/vnd.ms-excel xlsx application/vnd.openxmlformats-officedocument.spreadsheetml.sheet ' +
    'ppt application/vnd.ms-powerpoint pptx application/vnd.openxmlformats-officedocument.presentationml.presentation ' +
    'odt application/vnd.oasis.opendocument.text ods application/vnd.oasis.opendocument.spreadsheet rtf application/rtf csv text/csv ' +
    'zip application/zip txt text/plain jpg image/jpeg jpeg image/jpeg png image/png gif image/gif webp image/webp avif image/avif ' +
    'svg image/svg+xml tif image/tiff tiff image/tiff mp3 audio/mpeg m4a audio/mp4 wav audio/wav mp4 video/mp4 webm video/webm mov video/quicktime'
  )
    .split(' ')
    .flatMap((word, at, all): [string, string][] => (at % 2 === 0 ? [[word, all[at + 1] ?? '']] : [])),
);

/** The schema's form of an attachment's address. */
const LINK_TARGET = /^(?:https?:\/\/[^\s\p{Cc}<>"]+|\/?[^/:\\\p{Cc}\p{Zl}\p{Zp}][^:\\\p{Cc}\p{Zl}\p{Zp}]*)$/u;
const MOST = 100;

/** The media type of an address, by its ending; undefined for a page. */
export function mediaTypeOf(href: string): string | undefined {
  const path = href.replace(/[?#].*$/s, '');
  return mediaTypes.get(path.slice(path.lastIndexOf('.') + 1).toLowerCase());
}

/** Whether an address is one of a document that somebody would call an attachment. */
export function isDocument(href: string): boolean {
  const type = mediaTypeOf(href);
  return type !== undefined && !type.startsWith('image/');
}

/** The attachments of a post, each once. */
export function postAttachments(keys: StatedKeys): PostAttachments {
  const found = new Map<string, Attachment>();
  const notCarried: string[] = [];
  let origin: string | undefined;
  const files = (keys.known.get('attachment') ?? []).map((key) => ({ key, onlyFiles: false }));
  const links = (keys.known.get('links') ?? []).map((key) => ({ key, onlyFiles: true }));
  for (const { key, onlyFiles } of [...files, ...links]) {
    for (const item of [key.value].flat()) {
      if (isEmpty(item) || isBlank(item)) continue;
      const attachment = attachmentOf(item);
      if (attachment === undefined || (onlyFiles && !isDocument(attachment.href)) || found.size >= MOST)
        notCarried.push(leftOut(key, item));
      else {
        found.set(attachment.href, { ...found.get(attachment.href), ...attachment });
        origin ??= key.origin;
      }
    }
  }
  return { attachments: [...found.values()], origin: origin ?? '', notCarried };
}

/** `{link: null}` says nothing. */
function isBlank(item: unknown): boolean {
  return typeof item === 'object' && item !== null && Object.values(item).every(isEmpty);
}

function leftOut({ name }: NamedKey, item: unknown): string {
  return `«${name}: ${shown(item)}» (no address of a file)`;
}

function attachmentOf(item: unknown): Attachment | undefined {
  const written =
    typeof item === 'string'
      ? item
      : memberOf(item, ['href', 'url', 'src', 'file', 'path', 'image', 'link', 'feature', 'teaser', 'permalink']);
  if (written === undefined) return undefined;
  const href = withoutSiteAddress(written.trim());
  if (!LINK_TARGET.test(href) || href.length > 2048 || href.includes('{')) return undefined;
  const mediaType = memberOf(item, ['mediaType', 'mimetype', 'type']);
  const type =
    mediaType !== undefined && /^[a-z0-9][a-z0-9.+-]*\/[a-z0-9][a-z0-9.+-]*$/.test(mediaType)
      ? mediaType
      : mediaTypeOf(href);
  const size = sizeOf(item);
  return {
    href,
    ...lineUnder('title', item, ['title', 'name', 'text', 'label', 'caption', 'description']),
    ...(type !== undefined && { mediaType: type }),
    ...(size !== undefined && { size }),
    ...lineUnder('alt', item, ['alt', 'alttext']),
  };
}

function memberOf(item: unknown, names: readonly string[]): string | undefined {
  if (typeof item !== 'object' || item === null) return undefined;
  for (const name of names) {
    const value: unknown = Object.hasOwn(item, name) ? Reflect.get(item, name) : undefined;
    if (typeof value === 'string' && value.trim() !== '') return value;
  }
  return undefined;
}

function lineUnder(key: 'title' | 'alt', item: unknown, names: readonly string[]): { title?: string; alt?: string } {
  const line = oneLine(memberOf(item, names) ?? '');
  return line === '' || line.length > 500 ? {} : { [key]: line };
}

function sizeOf(item: unknown): number | undefined {
  const size: unknown =
    typeof item === 'object' && item !== null && Object.hasOwn(item, 'size') ? Reflect.get(item, 'size') : undefined;
  const bytes = typeof size === 'string' && /^\d{1,12}$/.test(size) ? Number(size) : size;
  return typeof bytes === 'number' && Number.isSafeInteger(bytes) && bytes >= 0 ? bytes : undefined;
}
