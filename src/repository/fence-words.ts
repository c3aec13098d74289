/** What is said of the lines above and below front matter, and lines that were meant as such. */
import type { OffsetFix, Span } from '../model/manuscript.ts';
import { codePoint, quoted } from '../model/quoting.ts';
import { frontMatterLimits, type FenceFault } from '../text/front-matter.ts';
import type { Put } from './text-puts.ts';

/** A slip in a fence, and the one put that mends it. */
export interface FenceSlip extends Span {
  readonly message: string;
  readonly hint: string;
  readonly mend?: { readonly title: string; readonly safety: OffsetFix['safety']; readonly put: Put };
}

/** Where nothing better is known. */
export const fenceSentences: Record<FenceFault['kind'], { readonly message: string; readonly hint: string }> = {
  none: {
    message: 'The file does not begin with front matter.',
    hint: 'The first line must be «---», then «key: value» lines, then «---».',
  },
  before: {
    message: 'Something stands before the front matter.',
    hint: 'The first line must be «---»: remove what comes before it.',
  },
  word: {
    message: 'The opening line names another language than YAML.',
    hint: 'Write «---» alone; press reads YAML only.',
  },
  unclosed: {
    message: 'The front matter that begins here is never closed.',
    hint: 'Put a line «---» after its last key.',
  },
  stray: {
    message: 'This line begins with «---» but does not close the front matter.',
    hint: 'Write «---» alone on the line, or put the value in quotes.',
  },
  'too-long': {
    message: `The front matter that begins here has no end within ${frontMatterLimits.lines} lines or ${frontMatterLimits.bytes / 1024} KiB.`,
    hint: 'Put a line «---» after its last key; the text of the release belongs below it.',
  },
};

/** Hyphens, dashes of every length, and what is drawn as a line. */
const lineSigns = /^[-\u2010-\u2015\u2212\uFE58\uFF0D_=*~ \t\u00A0]+$/;

/** Whether a line was meant as a fence: nothing but dashes or signs of that kind, blanks aside. */
export function isLikeFence(words: string): boolean {
  return lineSigns.test(words) && /[^ \t\u00A0]{2}|\u2013|\u2014|\u2015|- -/.test(words);
}

/** How a line that is like a fence differs from one. */
export function unlikeFence(words: string, verb: 'opens' | 'closes'): string {
  const plain = words.replaceAll(/[ \t\u00A0]/g, '');
  const dash = /[\u2010-\u2015\u2212\uFE58\uFF0D]/.exec(plain)?.[0];
  if (dash !== undefined)
    return `${quoted(words)} has a dash (${codePoint(dash)}) where hyphens are wanted: front matter ${verb} with «---».`;
  if (plain === '---' && words.includes('\u00A0')) return 'A no-break space (U+00A0) stands on the line of «---».';
  if (plain === '---') return 'Blanks stand among the hyphens of «---».';
  if (/^-+$/.test(plain))
    return `${quoted(words)} has ${plain.length} hyphens: front matter ${verb} with three, «---».`;
  return `Front matter ${verb} with «---», not with ${quoted(words)}.`;
}

/** Puts a sound fence in the place of a line. */
export function fenceInstead(place: Span): NonNullable<FenceSlip['mend']> {
  return { title: 'Write «---»', safety: 'review', put: { ...place, text: '---' } };
}
