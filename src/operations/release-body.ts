/** The text of a new release: dateline, what was written or a place to write, and the closing paragraph. */
import { parseDateline } from '../model/dateline.ts';
import { datelineFor } from '../model/dateline-writing.ts';
import { didYouMean, PressError } from '../model/press-error.ts';
import { quoted } from '../model/quoting.ts';
import type { Settings } from '../model/settings.ts';
import { parseCivilDate } from '../text/dates.ts';
import { nearest } from '../text/nearest.ts';
import { inOneLine } from '../text/one-line.ts';

export interface BodyParts {
  readonly date: string | undefined;
  readonly places: readonly string[];
  readonly lang: string;
  /** Markdown that somebody has written; undefined for a scaffold. */
  readonly written: string | undefined;
  /** The closing paragraph, in the language of the release. */
  readonly closing: string | undefined;
}

// Every output leaves comments out, so a forgotten one does no harm.
const INVITATION = '<!-- Begin here: who did what, and why it matters to the reader. Then remove this note. -->';

/** The body, ending with a line break. A text that begins with a dateline keeps its own, one that has the closing paragraph gets no second. */
export function releaseBody({ date, places, lang, written, closing }: BodyParts): string {
  const text = written === undefined ? INVITATION : tidy(written);
  const day = date === undefined ? undefined : parseCivilDate(date.slice(0, 10));
  const hasDateline = day === undefined || parseDateline(text) !== undefined;
  const opening = hasDateline ? text : `${datelineFor({ places, date: day, lang })}${text}`;
  const isClosed = closing === undefined || inOneLine(text).includes(inOneLine(closing));
  return `${isClosed ? opening : `${opening}\n\n${closing.trim()}`}\n`;
}

/** Line ends as the front matter has them, no blank lines around. */
function tidy(written: string): string {
  const lines = written
    .replace(/^\uFEFF/, '')
    .replace(/\r\n?/g, '\n')
    .split('\n');
  const first = lines.findIndex((line) => line.trim() !== '');
  const last = lines.findLastIndex((line) => line.trim() !== '');
  return lines.slice(Math.max(0, first), last + 1).join('\n');
}

/** Names of the closing paragraphs that press.yaml has in a language, in its order. */
export function closingsIn({ boilerplates }: Settings, lang: string): string[] {
  return [...boilerplates].filter(([, texts]) => texts.has(lang)).map(([name]) => name);
}

/** A closing paragraph by its name. Throws PressError when press.yaml has none of that name or language. */
export function closingNamed({ boilerplates }: Settings, name: string, lang: string): string {
  const texts = boilerplates.get(name);
  const text = texts?.get(lang);
  if (text !== undefined) return text;
  if (texts !== undefined) {
    const hint = `Add it there, or leave it out with --no-boilerplate.`;
    throw new PressError('missing-setting', `press.yaml has no text «${lang}» for the boilerplate ${quoted(name)}.`, {
      hint,
    });
  }
  const known = [...boilerplates.keys()];
  const hint =
    didYouMean(nearest(name, known)) ??
    (known.length === 0 ? 'It has no boilerplates at all.' : `It has ${known.join(', ')}.`);
  throw new PressError('usage', `press.yaml has no boilerplate ${quoted(name)}.`, { hint });
}
