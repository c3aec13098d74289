/** Texts of others in the form that taxonomy.yaml has room for (schemas/taxonomy.schema.json). */
import type { DescriptionText, LabelText } from '../model/generated/taxonomy-file.ts';

const LONGEST_LABEL = 500;
const LONGEST_TEXT = 5000;
const LINE = /^[ \u00A0]*[^ \u00A0\p{Cc}\p{Zl}\p{Zp}][^\p{Cc}\p{Zl}\p{Zp}]*$/u;
const CONTROLS = /(?![\t\n\r])\p{Cc}/u;
const TAG = /^[A-Za-z]{2,3}(?:-[A-Za-z0-9]{1,8})*$/;
const ID = /^[a-z0-9][a-z0-9._-]{0,63}$/;

/** The text as a label: on one line, where it stood on several; undefined for one that cannot be a label. */
export function fittingLabel(text: string): string | undefined {
  const line = LINE.test(text) ? text : text.replace(/[\t\n\r\p{Zl}\p{Zp}]+/gu, ' ').trim();
  return LINE.test(line) && line.length <= LONGEST_LABEL && line.isWellFormed() ? line : undefined;
}

/** The text as a description or note; undefined for one that cannot be. */
export function fittingText(text: string): string | undefined {
  const fits = text !== '' && text.length <= LONGEST_TEXT && text.isWellFormed() && !CONTROLS.test(text);
  return fits ? text : undefined;
}

export function isFittingTag(tag: string): boolean {
  return tag.length <= 35 && TAG.test(tag);
}

export function isTermId(text: string): boolean {
  return ID.test(text);
}

/** Texts by language as the file writes them: plain where there is only the main one, which else comes first. */
export function writtenText(texts: ReadonlyMap<string, string>, main: string): LabelText | DescriptionText | undefined {
  const inMain = texts.get(main);
  if (texts.size === 0) return undefined;
  if (texts.size === 1 && inMain !== undefined) return inMain;
  return Object.fromEntries([...texts].sort(([a], [b]) => Number(b === main) - Number(a === main)));
}
