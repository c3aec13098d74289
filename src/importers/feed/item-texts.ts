/** Which of an item's texts is the release's, and what it says in which form. A summary never passes for the whole text. */
import { noText, textOfHtml, textOfPlain, type CarriedText, type TextOrigin } from '../item/carried-text.ts';
import { oneLine } from '../page/one-line.ts';
import { textOfPassage, type Passage } from '../page/passage.ts';
import { resolved } from '../xml/character-data.ts';
import type { FeedItem, FeedText } from './feed-item.ts';

export interface ItemTexts {
  readonly text: CarriedText;
  /** Plain, on one line; undefined where it only repeats the beginning of the text or the title. */
  readonly summary: string | undefined;
  /** The feed has no more of the text than this. */
  readonly isPart: boolean;
  readonly notes: readonly string[];
}

/** Reads the texts. Throws PressError for HTML that grows without end. */
export function textsOfItem({ content, summary, title }: FeedItem, from: TextOrigin): ItemTexts {
  const told = summary === undefined ? undefined : carriedText(summary, from);
  if (content === undefined) return onlySummary(told);
  const text = carriedText(content, from);
  const words = told === undefined ? '' : plainLine(told.passages).slice(0, LONGEST_SUMMARY);
  const repeats =
    words === '' || isBeginning(words, plainLine(text.passages.slice(0, 40))) || words === oneLine(title?.value ?? '');
  const isPart = isCut(text.passages);
  return {
    text,
    summary: repeats ? undefined : words,
    isPart,
    notes: isPart ? ['The text in the feed is cut at its end: what came is a draft. The page has the rest.'] : [],
  };
}

// A summary of more than this is none that a release may have.
const LONGEST_SUMMARY = 5000;

function onlySummary(told: CarriedText | undefined): ItemTexts {
  if (told === undefined)
    return { text: noText, summary: undefined, isPart: true, notes: ['The feed has nothing of its text.'] };
  const notes = [
    'The feed has no whole text of it, only a summary: that is the text now, and a draft. The page may have more.',
  ];
  return { text: told, summary: undefined, isPart: true, notes };
}

/** A text in the form that it has, or that it shows. */
export function carriedText({ value, form, origin }: FeedText, from: TextOrigin): CarriedText {
  if (form === 'text') return textOfPlain(value);
  if (isEscapedTwice(value)) return escapedOnceMore(value, { ...from, origin });
  if (form === 'html' || TAG.test(value)) return textOfHtml(value, from);
  return textOfPlain(resolved(value, () => undefined));
}

function escapedOnceMore(html: string, { origin, ...from }: TextOrigin & { readonly origin: string }): CarriedText {
  const read = textOfHtml(
    resolved(html, () => undefined),
    from,
  );
  const remark = `The text (${origin}) was escaped twice, and was read as the HTML that it was before.`;
  return { ...read, changed: [remark, ...read.changed] };
}

const TAG = /<\/?[a-z][^<>]{0,1000}>|<!--/i;
const REFERENCE = /&(?:#\d{1,7}|#x[0-9a-f]{1,6}|[a-z][a-z0-9]{1,30});/i;

/** HTML that is words about HTML has tags of its own; what was escaped twice has none, and ends what it begins. */
function isEscapedTwice(html: string): boolean {
  return (
    !TAG.test(html) &&
    /&lt;\/(?:p|div|a|ul|ol|li|strong|em|b|i|h[1-6]|table|span|blockquote)&gt;|&lt;(?:br|p)\s?\/?&gt;/i.test(html)
  );
}

/** The words of a title, which is plain text unless it shows that it was HTML. */
export function titleWords(
  title: FeedText,
  from: TextOrigin,
): { readonly value: string; readonly changed: readonly string[] } {
  const plain = oneLine(title.value);
  if (plain.length > LONGEST_TITLE || !isMarked(title)) return { value: plain, changed: [] };
  const value = plainLine(textOfHtml(title.value, from).passages);
  const isToSay = value !== plain && title.form === 'unsure';
  return { value, changed: isToSay ? [`The title was HTML («${plain.slice(0, 100)}»); its words were taken.`] : [] };
}

/** What is longer is cut, and nobody looks for marks in it. */
const LONGEST_TITLE = 10_000;

function isMarked({ value, form }: FeedText): boolean {
  return form === 'html' || (form === 'unsure' && (MARK.test(value) || REFERENCE.test(value)));
}

const MARK = /<\/?(?:a|abbr|b|br|em|font|i|p|q|small|span|strong|sub|sup|u)(?:\s[^<>]{0,500})?\/?>/i;

/** The words of passages, on one line. */
export function plainLine(passages: readonly Passage[]): string {
  return oneLine(passages.map(textOfPassage).join(' '));
}

/** Whether a summary was made of the beginning of the text. */
function isBeginning(summary: string, text: string): boolean {
  const beginning = bare(summary.replace(/\s*(?:\[?(?:…|\.\.\.)\]?|\[&hellip;\])[^\p{L}]*$/u, ''));
  return bare(text).startsWith(beginning);
}

function bare(text: string): string {
  return text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '');
}

const CUT =
  /\[(?:…|\.\.\.)\]$|(?:continue reading|read more|keep reading|weiterlesen|lire la suite|читать далее|подробнее)[^\p{L}]*$/iu;

function isCut(passages: readonly Passage[]): boolean {
  const last = passages.findLast((passage) => textOfPassage(passage).trim() !== '');
  return last !== undefined && CUT.test(oneLine(textOfPassage(last)).slice(-200));
}
