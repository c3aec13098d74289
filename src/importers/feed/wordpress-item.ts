/**
 * An item of what WordPress exports (WXR): RSS 2.0 with everything that the system has, drafts, pictures and menus among it.
 *
 * Its texts are as an editor typed them: HTML whose paragraphs stand between empty lines.
 */
import type { StatedKey } from '../../model/importer.ts';
import { childAt, childrenAt, textAt, type XmlElement } from '../xml/xml-element.ts';
import { statedAs, type FeedItem, type FeedText } from './feed-item.ts';

/** Whether an element is an item of such an export. */
export function isOfWordPress(item: XmlElement): boolean {
  return childAt(item, 'wp:post_type') !== undefined || childAt(item, 'wp:status') !== undefined;
}

const texts: ReadonlySet<string> = new Set(['post', 'page']);
/** Kinds that the system has of its own; other names are kinds of text that a site made. */
const others: ReadonlySet<string> = new Set(
  'attachment nav_menu_item revision custom_css customize_changeset oembed_cache user_request wp_block wp_template wp_template_part wp_global_styles wp_navigation'.split(
    ' ',
  ),
);

/** Why an item is no release, as a sentence; undefined for one that may be. */
export function whyNoText(item: XmlElement): string | undefined {
  const type = textAt(item, 'wp:post_type');
  if (type === undefined || texts.has(type) || !others.has(type)) {
    return textAt(item, 'wp:status') === 'trash' ? 'It lay in the bin of the system.' : undefined;
  }
  const address = textAt(item, 'wp:attachment_url');
  return `It is of the type «${type}», and no text${address === undefined ? '' : `: ${address.slice(0, 300)}`}.`;
}

/** The item with what the system says beyond RSS: what is not published there stays a draft. */
export function asOfWordPress(read: FeedItem, item: XmlElement): FeedItem {
  const status = textAt(item, 'wp:status');
  const isLocked = textAt(item, 'wp:post_password') !== undefined;
  const keys = new Map<string, StatedKey>(read.keys);
  if (status !== undefined && status !== 'publish') keys.set('status', { value: 'draft', origin: '«wp:status»' });
  if (isLocked) keys.set('status', { value: 'draft', origin: '«wp:post_password»' });
  const [changed] = utc(item, 'wp:post_modified_gmt');
  return {
    ...read,
    content: read.content === undefined ? undefined : withParagraphs(read.content),
    issued: [...read.issued, ...utc(item, 'wp:post_date_gmt')],
    changed: changed === undefined ? read.changed : [...read.changed, changed],
    keys,
    technical: read.technical.filter((name) => !name.startsWith('wp:')),
    notes: [...read.notes, ...statusNote(status, isLocked), ...customFields(item)],
  };
}

/** «2009-11-16 08:00:00», which is UTC; zeros where there is none. */
function utc(item: XmlElement, key: string): FeedItem['issued'] {
  const written = textAt(item, key);
  return written === undefined || written.startsWith('0000') ? [] : statedAs(`${written}Z`, key);
}

function statusNote(status: string | undefined, isLocked: boolean): string[] {
  if (isLocked) return ['It was open to people with a password alone, and stays a draft.'];
  return status === undefined || status === 'publish'
    ? []
    : [`In the system it was «${status.slice(0, 40)}», and stays a draft.`];
}

function customFields(item: XmlElement): string[] {
  const names = childrenAt(item, 'wp:postmeta').flatMap((meta) => textAt(meta, 'wp:meta_key') ?? []);
  const own = [...new Set(names)].filter((name) => !name.startsWith('_'));
  return own.length === 0 ? [] : [`Fields of the system were not read: ${own.slice(0, 10).join(', ').slice(0, 300)}.`];
}

const BLOCK =
  /^<\/?(?:p|div|ul|ol|li|h[1-6]|table|thead|tbody|tr|td|th|blockquote|pre|figure|hr|section|article|!--)[\s>/-]/i;

/** The paragraphs that the system makes when it shows a text. */
function withParagraphs(text: FeedText): FeedText {
  if (/<p[\s>]/i.test(text.value)) return text;
  const blocks = text.value.replace(/\r\n?/g, '\n').split(/\n[^\S\n]*\n/);
  const shown = blocks.map((block) =>
    BLOCK.test(block.trim()) ? block : `<p>${block.trim().replaceAll('\n', '<br>\n')}</p>`,
  );
  return { ...text, value: shown.join('\n\n'), form: 'html' };
}
