import { mayHoldQuotation, paragraphsOf, quotationsOf, type BodyParagraph } from '../model/body-paragraphs.ts';
import { typeName } from '../model/make-release.ts';
import { bodyOf, type Manuscript, type Span } from '../model/manuscript.ts';
import { quoted } from '../model/quoting.ts';
import type { Finding, Rule } from '../model/rule.ts';
import { sampleRelease } from '../model/sample-release.ts';
import type { Settings } from '../model/settings.ts';
import { languageOf, placeInValue, textUnder } from '../model/text-key.ts';
import { hypeWordsIn, partsOfHype, type HypeWords } from '../text/hype-words.ts';
import { inOneLine } from '../text/one-line.ts';
import { quotationsIn } from '../text/quotations.ts';

const dateline = 'BAKU, 16 November 2009 - ';

export const hype: Rule = {
  id: 'hype',
  topic: 'style',
  severity: 'info',
  scope: 'manuscript',
  summary: 'A word praises what the release should describe.',
  why:
    'Journalists strike out «groundbreaking» and «world-class» before they read on, and some stop reading. What is new, how many, and compared ' +
    'with what: that they can print. Words between quotation marks, names, statements and the house’s own closing paragraph are left ' +
    'alone, and so is every language but English.',
  examples: [
    {
      wrong: sampleRelease({}, `${dateline}A groundbreaking course for election observers opened in Baku today.\n`),
      right: sampleRelease(
        {},
        `${dateline}The first course in the region for election observers who are blind opened in Baku today.\n`,
      ),
    },
    {
      wrong: sampleRelease(
        {},
        `${dateline}The OSCE Office in Baku is thrilled to announce a course for election observers.\n`,
      ),
      right: sampleRelease(
        {},
        `${dateline}"I am thrilled to be here," said a participant of the course that opened today.\n`,
      ),
    },
  ],
  needs: { words: partsOfHype },
  *check(manuscript, { settings }): Generator<Finding> {
    const { data } = manuscript;
    if (data === undefined || languageOf(manuscript, settings) !== 'en' || typeName(data) === 'statement') return;
    for (const key of ['title', 'summary']) yield* inFrontMatter(manuscript, key);
    // The outline is not made for what has no such word anywhere.
    if (hypeWordsIn(bodyOf(manuscript)).next().done === true) return;
    for (const paragraph of paragraphsOf(manuscript)) {
      if (!paragraph.isQuoted) yield* inParagraph(paragraph, settings);
    }
  },
};

function* inFrontMatter(manuscript: Manuscript, key: string): Generator<Finding> {
  const value = textUnder(manuscript, key) ?? '';
  const quotations = mayHoldQuotation(value) ? quotationsIn(value) : [];
  for (const found of hypeWordsIn(value)) {
    const span = { start: found.index, end: found.index + found.words.length };
    if (!isInside(span, quotations)) yield { ...placeInValue(manuscript, [key], { value, ...span }), ...told(found) };
  }
}

function* inParagraph(paragraph: BodyParagraph, settings: Settings): Generator<Finding> {
  let quotations: readonly Span[] | undefined;
  for (const found of hypeWordsIn(paragraph.prose)) {
    if (quotations === undefined && isBoilerplate(paragraph, settings)) return;
    quotations ??= quotationsOf(paragraph);
    const span = { start: found.index, end: found.index + found.words.length };
    if (isInside(span, quotations)) continue;
    yield { start: paragraph.start + span.start, end: paragraph.start + span.end, ...told(found) };
  }
}

/** Quotations stand in order and beside each other, so the last that begins before is the only one that can hold it. */
function isInside({ start }: Span, places: readonly Span[]): boolean {
  let low = 0;
  let high = places.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((places[middle]?.start ?? 0) <= start) low = middle + 1;
    else high = middle;
  }
  return start < (places[low - 1]?.end ?? 0);
}

/** What the house has agreed to say of itself is not for this release to change. */
function isBoilerplate({ prose }: BodyParagraph, { boilerplates }: Settings): boolean {
  const words = inOneLine(prose);
  for (const texts of boilerplates.values()) {
    for (const text of texts.values()) if (inOneLine(text).includes(words)) return true;
  }
  return false;
}

function told({ words, kind }: HypeWords): Pick<Finding, 'message' | 'hint'> {
  const what = quoted(inOneLine(words));
  if (kind === 'feeling')
    return {
      message: `${what} tells how you feel, not what has happened.`,
      hint: 'Take it out and begin with the news.',
    };
  return {
    message: `${what} praises, and tells readers nothing.`,
    hint: 'Take it out, or say what is new, in figures.',
  };
}
