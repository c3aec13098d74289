import { mayHoldQuotation, paragraphsOf, quotationsOf, type BodyParagraph } from '../model/body-paragraphs.ts';
import { typeName } from '../model/make-release.ts';
import { bodyOf } from '../model/manuscript.ts';
import type { Finding, Rule } from '../model/rule.ts';
import { sampleRelease } from '../model/sample-release.ts';
import { languageOf } from '../model/text-key.ts';
import type { Quotation } from '../text/quotations.ts';
import { sayingWords } from '../text/saying-words.ts';

/** Shorter ones are titles, names and mottos. */
const FEWEST_WORDS = 6;
/** Signs before the first word: more make no sentence. */
const MOST_SIGNS = 100;

const opening = 'BAKU, 16 November 2009 - A course for election observers opened in Baku today.\n\n';
const closing = '\n\nThe course lasts a week and is held in two languages.\n';

export const unattributedQuote: Rule = {
  id: 'unattributed-quote',
  topic: 'style',
  severity: 'info',
  scope: 'manuscript',
  summary: 'A sentence stands between quotation marks, and nobody is named who said it.',
  why:
    'A quotation lives from who says it: without a name and a function no medium may print it, and readers take it for the office’s own ' +
    'words. Titles, mottos and single words between quotation marks are left alone, and so are statements, which are the words of one ' +
    'person throughout. Texts in other languages than English and Russian are not looked at.',
  examples: [
    {
      wrong: sampleRelease(
        {},
        `${opening}"The first day at a polling station decides whether people trust the count."${closing}`,
      ),
      right: sampleRelease(
        {},
        `${opening}"The first day at a polling station decides whether people trust the count," said a trainer.${closing}`,
      ),
    },
  ],
  needs: { words: ['"', '“', '„', '«', '»', '‘', '「', '『'] },
  *check(manuscript, { settings }): Generator<Finding> {
    const { data } = manuscript;
    const saying = sayingWords(languageOf(manuscript, settings));
    if (data === undefined || saying === undefined || typeName(data) === 'statement') return;
    if (!mayHoldQuotation(bodyOf(manuscript))) return;
    for (const told of neighbours(paragraphsOf(manuscript), saying)) {
      const { paragraph, quotations } = told.here;
      if (quotations.length === 0 || paragraph.kind !== 'paragraph' || paragraph.isQuoted) continue;
      if (told.here.isSourced() || isSourcedBeside(told)) continue;
      const first = quotations.find((quotation) => isSpeech(paragraph.prose, quotation));
      if (first !== undefined)
        yield { start: paragraph.start + first.start, end: paragraph.start + first.end, ...words };
    }
  },
};

const words = {
  message: 'Nobody is named who said this.',
  hint: 'Name the person and the function, in the same paragraph or in the sentence beside it.',
};

interface Told {
  readonly paragraph: BodyParagraph;
  readonly quotations: readonly Quotation[];
  /** Whether what stands outside of the quotations says, or may say, who speaks. */
  isSourced(): boolean;
}

/** A paragraph between the one before it and the one behind it. */
interface Neighbours {
  readonly before: Told | undefined;
  readonly here: Told;
  readonly after: Told | undefined;
}

/** No more than three paragraphs are remembered at a time. */
function* neighbours(paragraphs: Iterable<BodyParagraph>, saying: RegExp): Generator<Neighbours> {
  let before: Told | undefined;
  let here: Told | undefined;
  for (const paragraph of paragraphs) {
    const after = asTold(paragraph, saying);
    if (here !== undefined) yield { before, here, after };
    before = here;
    here = after;
  }
  if (here !== undefined) yield { before, here, after: undefined };
}

function asTold(paragraph: BodyParagraph, saying: RegExp): Told {
  const quotations = quotationsOf(paragraph);
  let isSourced: boolean | undefined;
  // Most paragraphs quote nobody, and of those few are asked.
  const judge = (): boolean => {
    const rest = restOf(paragraph.prose, quotations);
    return saying.test(rest) || (quotations.length > 0 && mayName(rest));
  };
  return { paragraph, quotations, isSourced: () => (isSourced ??= judge()) };
}

function restOf(prose: string, quotations: readonly Quotation[]): string {
  const parts: string[] = [];
  let at = 0;
  for (const { start, end } of quotations) {
    parts.push(prose.slice(at, start));
    at = end;
  }
  return [...parts, prose.slice(at)].join(' … ');
}

/** Two words with a capital one after the other, a dash before one, or a colon before the quotation. */
function mayName(rest: string): boolean {
  return /\p{Lu}[\p{L}\p{M}.'’-]*\s+\p{Lu}|[–—-]\s*\p{L}|:\s*…/u.test(rest);
}

/** The paragraph before leads up to it or belongs to the same speech; the one behind says, or begins with, who it was. */
function isSourcedBeside({ before, after }: Neighbours): boolean {
  if (
    before !== undefined &&
    (before.isSourced() || before.quotations.length > 0 || /:\s*$/.test(before.paragraph.prose))
  )
    return true;
  return after !== undefined && (after.isSourced() || isSignature(after.paragraph.prose));
}

/** A dash; or a name on a line by itself, as under a letter. */
function isSignature(prose: string): boolean {
  return /^[\s*_]*(?:[–—-]|\p{Lu}[\p{L}.'’-]*\s+\p{Lu}[^.!?\n]{0,80}\s*$)/u.test(prose);
}

/** A whole sentence by itself: whatever is part of another sentence is a title, a term or a motto there. */
function isSpeech(prose: string, { start, end, words }: Quotation): boolean {
  const inside = prose.slice(words.start, words.end).trim();
  if (!/^[^\p{L}\p{N}]*\p{Lu}/u.test(inside.slice(0, MOST_SIGNS)) || inside.split(/\s+/).length < FEWEST_WORDS)
    return false;
  const lead = prose.slice(0, start).trimEnd().at(-1);
  if (lead !== undefined && !'.!?…*_)”»"'.includes(lead)) return false;
  const isClosed = /[.!?…,]["'»”’)\]*_]*$/.test(inside.slice(-MOST_SIGNS)) || /^[.,!?…]/.test(prose.slice(end));
  return isClosed && !isTitle(inside);
}

/** Most of its long words have a capital. */
function isTitle(words: string): boolean {
  const long = words.match(/\p{L}{4,}/gu) ?? [];
  return long.filter((word) => /^\p{Lu}/u.test(word)).length * 2 > long.length;
}
