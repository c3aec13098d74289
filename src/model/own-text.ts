/** What a release says itself, without what the house puts around it. */
import { inOneLine } from '../text/one-line.ts';
import { bodyDateline } from './body-dateline.ts';
import { withoutComments } from './house-notes.ts';
import type { Manuscript } from './manuscript.ts';
import { ofLast } from './of-last.ts';
import type { Settings } from './settings.ts';

/** Whether a body has words beside its dateline, notes in comments and the closing paragraphs of the house. */
export function hasOwnText(manuscript: Manuscript, { boilerplates }: Pick<Settings, 'boilerplates'>): boolean {
  const dateline = bodyDateline(manuscript);
  const start = dateline?.inFile(dateline.dateline).end ?? manuscript.bodyStart;
  if (isLonger(manuscript.text, start, lettersOf(boilerplates))) return true;
  let text = inOneLine(withoutComments(manuscript.text.slice(start)));
  for (const texts of boilerplates.values()) {
    for (const closing of texts.values()) text = text.replace(inOneLine(closing), () => ' ');
  }
  return /[\p{L}\p{N}]/u.test(text);
}

/** As many letters as the closing paragraphs can have together. */
const lettersOf = ofLast((boilerplates: Settings['boilerplates']): number => {
  let letters = 0;
  for (const texts of boilerplates.values()) for (const closing of texts.values()) letters += closing.length;
  return letters;
});

/** Whether a text without comments has more letters than that, so that some are left whatever is taken out: nobody need look closer. */
function isLonger(text: string, from: number, letters: number): boolean {
  if (text.includes('<!--', from)) return false;
  let count = 0;
  for (let at = from; at < text.length && count <= letters; at += 1) if (isLetter(text.charCodeAt(at))) count += 1;
  return count > letters;
}

/** Of the Latin and the Cyrillic alphabet, or a digit: others may be letters as well. */
function isLetter(code: number): boolean {
  const small = code | 0x20;
  return (small >= 0x61 && small <= 0x7a) || (code >= 0x30 && code <= 0x39) || (code >= 0x410 && code <= 0x44f);
}
