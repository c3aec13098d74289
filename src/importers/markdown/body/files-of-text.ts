/** A text that is little more than a link to a file: the file becomes an attachment, and the report says so. */
import type { Attachment } from '../../../model/release.ts';
import type { StatedKey } from '../../../model/importer.ts';
import { oneLine } from '../../page/one-line.ts';
import { mediaTypeOf, type PostAttachments } from '../says/attachments.ts';

export interface TextFiles {
  readonly attachments: StatedKey | undefined;
  readonly notCarried: readonly string[];
  readonly notes: readonly string[];
}

const FILE = /(?<=[("'<\s]|^)((?:https?:\/\/)?[^\s"'()<>[\]{}\\:]{1,500}\.(?:pdf|docx?|odt|rtf))(?=["')>\s?#]|$)/gi;
const FEW_WORDS = 12;
const LONGEST = 1500;

/** The attachments of a post, those among them that its text consists of. */
export function filesOfText(body: string, { attachments, origin, notCarried }: PostAttachments): TextFiles {
  const files = body.length > LONGEST ? [] : [...new Set([...body.matchAll(FILE)].map(([, href = '']) => href))];
  const isOnlyFiles = files.length > 0 && wordsBeside(body) <= FEW_WORDS;
  const known = new Set(attachments.map(({ href }) => href));
  const added = isOnlyFiles ? files.filter((href) => !known.has(href)).map((href) => attachmentFor(href, body)) : [];
  const all = [...attachments, ...added];
  return {
    attachments: all.length === 0 ? undefined : { value: all, origin: origin === '' ? 'text' : origin },
    notCarried,
    notes: [...(isOnlyFiles ? [onlyFile(files)] : []), ...(body === '' && all.length > 0 ? [onlyAttached(all)] : [])],
  };
}

function onlyFile([first = '', ...more]: readonly string[]): string {
  return `The text is little more than a link to «${first}»${more.length === 0 ? '' : ` and ${more.length} more`}: what the release says stands in the file, and no search finds it there.`;
}

function onlyAttached([first]: readonly Attachment[]): string {
  return `There is no text with it, only «${first?.href ?? ''}».`;
}

/** How many words stand beside the links and instructions. */
function wordsBeside(body: string): number {
  const beside = body
    .replace(/!?\[[^[\]]{0,300}\]\([^()]{0,600}\)/g, ' ')
    .replace(/\{[%{][^{}]{0,400}[%}]\}/g, ' ')
    .replace(/<!--[^>]{0,400}-->/g, ' ');
  return beside.match(/[\p{L}\p{N}]+/gu)?.length ?? 0;
}

function attachmentFor(href: string, body: string): Attachment {
  const at = body.indexOf(`](${href}`);
  const words = at === -1 ? '' : oneLine(body.slice(body.lastIndexOf('[', at) + 1, at).replace(/[\\*_`]/g, ''));
  const mediaType = mediaTypeOf(href);
  return {
    href,
    ...(words !== '' && words.length <= 300 && { title: words }),
    ...(mediaType !== undefined && { mediaType }),
  };
}
