/**
 * The text of a new translation: the original paragraph by paragraph in comments, with room for the translation between them.
 *
 * No output holds a comment, and a release without text of its own cannot be published: what is not translated yet stays in.
 */
import { bodyDateline } from '../model/body-dateline.ts';
import { datelineFor } from '../model/dateline-writing.ts';
import { withoutComments } from '../model/house-notes.ts';
import type { Manuscript } from '../model/manuscript.ts';
import type { Release } from '../model/release.ts';
import { parseCivilDate } from '../text/dates.ts';
import { htmlComments } from '../text/html-comments.ts';
import { inOneLine } from '../text/one-line.ts';

export interface TranslationParts {
  readonly original: Release;
  readonly manuscript: Manuscript;
  /** Cities of the new dateline. */
  readonly places: readonly string[];
  readonly lang: string;
  /** Whether the summary still has to be translated. */
  readonly withSummary: boolean;
  /** Texts that are not translated by hand: the closing paragraphs of press.yaml, in whatever language. */
  readonly closings: readonly string[];
  /** The closing paragraph in the new language. */
  readonly closing: string | undefined;
}

const INVITATION =
  '<!-- Write each paragraph under the one that it translates, then take these notes out. No output holds them. -->';

/** The body, ending with a line break. */
export function bodyToTranslate(parts: TranslationParts): string {
  const { original, withSummary, closing } = parts;
  const [first, ...others] = paragraphsOf(parts);
  const summary = withSummary && original.summary !== undefined ? [asNote(`summary: ${original.summary}`)] : [];
  const dateline = datelineOf(parts);
  const blocks = [
    INVITATION,
    ...summary,
    ...(first === undefined ? [] : [asNote(first)]),
    ...(dateline === undefined ? [] : [dateline]),
    ...others.map(asNote),
    ...(closing === undefined ? [] : [closing.trim()]),
  ];
  return `${blocks.join('\n\n')}\n`;
}

/** Without notes of the house and without closing paragraphs. */
function paragraphsOf({ original, closings }: TranslationParts): string[] {
  const known = new Set(closings.map((closing) => inOneLine(closing)));
  return paragraphsIn(original.body).filter((text) => !known.has(inOneLine(text)));
}

function paragraphsIn(body: string): string[] {
  const paragraphs = withoutComments(body).split(/\r?\n(?:[ \t]*\r?\n)+/);
  return paragraphs.map((text) => text.trim()).filter((text) => text !== '');
}

/**
 * How many notes of an untouched scaffold a text still holds: the invitation, and paragraphs of the original that wait to be
 * translated. `original` is the body of the original, where there is one.
 */
export function notesToTranslate(text: string, original: string | undefined): number {
  const waiting = new Set([INVITATION, ...(original === undefined ? [] : paragraphsIn(original).map(asNote))]);
  return [...htmlComments(text)].filter(({ start, end }) => waiting.has(text.slice(start, end))).length;
}

/** A text of somebody else's stays one comment, whatever it holds. */
function asNote(text: string): string {
  return `<!-- ${text.replace(/--(?=!?>)/g, '- -').replace(/<!--/g, '<! --')} -->`;
}

/** A dateline where the original has one. */
function datelineOf({ original, manuscript, places, lang }: TranslationParts): string | undefined {
  const day = parseCivilDate(original.date?.text.slice(0, 10) ?? '');
  if (day === undefined || bodyDateline(manuscript) === undefined) return undefined;
  return datelineFor({ places, date: day, lang }).trimEnd();
}
