/** What a text node of a page says to a reader, without what no reader sees and what a system forgot to take out. */
import { withoutControls } from '../../text/control-characters.ts';

export interface ShownText {
  readonly text: string;
  readonly droppedControls: number;
  /** Soft hyphens and blanks without a width. */
  readonly droppedInvisible: number;
  /** Marks of a content management system around words that stay. */
  readonly droppedShortcodes: readonly string[];
  /** Others of its marks, which stay as words. */
  readonly keptShortcodes: readonly string[];
}

const INVISIBLE = /[\u00AD\u200B\u2060\uFEFF]/g;
const LINE_SEPARATORS = /[\u2028\u2029]/g;
const CAPTION = /\[\/?caption(?:\s[^[\]]{0,500})?\]/g;

const OTHERS =
  /\[\/?(?:gallery|embed|youtube|vimeo|audio|video|playlist|contact-form|gravityform|vc_\w{1,40}|et_pb_\w{1,40})(?:\s[^[\]]{0,500})?\]/g;

/**
 * Blanks as a browser shows them; one that is not to break stays where it stands alone. Runs are looked at in stretches, because V8 notes
 * each step of a long one, and has no room for millions.
 */
const BLANKS = /[ \t\n\r\f\u00A0]{2,4000}|[ \t\n\r\f]/g;

export function shownText(written: string): ShownText {
  const separated = written.replace(LINE_SEPARATORS, ' ');
  const clean = withoutControls(separated);
  const visible = clean.replace(INVISIBLE, '');
  const droppedShortcodes = visible.match(CAPTION) ?? [];
  return {
    text: droppedShortcodes.length === 0 ? visible : visible.replace(CAPTION, ''),
    droppedControls: separated.length - clean.length,
    droppedInvisible: clean.length - visible.length,
    droppedShortcodes,
    keptShortcodes: visible.match(OTHERS) ?? [],
  };
}

/** Running text: every run of blanks is one. */
export function withSingleBlanks(text: string): string {
  let single = text.replace(BLANKS, ' ');
  // Stretches of one run stand side by side.
  while (single.includes('  ') || single.includes(' \u00A0')) single = single.replace(BLANKS, ' ');
  return single;
}
