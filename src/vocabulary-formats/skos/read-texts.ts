/** Literals as texts of taxonomy.yaml. */
import type { LabelText } from '../../model/generated/taxonomy-file.ts';
import { fittingLabel, fittingText, isFittingTag, writtenText } from '../fitting-texts.ts';
import type { ReadingRemarks } from '../reading-remarks.ts';
import type { Literal } from '../rdf/triple.ts';

export interface TextReading {
  readonly remarks: ReadingRemarks;
  /** The language of words that name none, and the one that stands first. */
  readonly main: string;
  /** What the texts are about. */
  readonly place: string;
  /** Whether they may run over several lines. */
  readonly isLong?: boolean;
}

/** A literal that has a place in the file, with its language. */
export interface FittingLiteral {
  readonly lang: string;
  readonly value: string;
}

/** Those that fit; the others are remarked on. */
export function fittingLiterals(
  literals: readonly Literal[],
  { remarks, main, place, isLong = false }: TextReading,
): FittingLiteral[] {
  return literals.flatMap(({ value, lang = main }) => {
    const text = isLong ? fittingText(value) : fittingLabel(value);
    if (text !== undefined && isFittingTag(lang)) return [{ lang, value: text }];
    remarks.miss(
      text === undefined
        ? UNFIT
        : `The language «${lang}» is none that taxonomy.yaml knows; words in it were left out.`,
      place,
    );
    return [];
  });
}

const UNFIT = 'A text is empty, too long, or holds control characters, and was left out.';

/** One text for each language; of several in one language, long ones follow each other and of short ones the first counts. */
export function readTexts(literals: readonly Literal[], reading: TextReading): LabelText | undefined {
  const texts = new Map<string, string>();
  for (const { lang, value } of fittingLiterals(literals, reading)) {
    const known = texts.get(lang);
    if (known === undefined) texts.set(lang, value);
    else if (reading.isLong === true && known !== value) texts.set(lang, fittingText(`${known}\n${value}`) ?? known);
  }
  return writtenText(texts, reading.main);
}

/** Texts of any language as one. */
export function readWords(literals: readonly Literal[], reading: TextReading): string | undefined {
  const texts = fittingLiterals(literals, { ...reading, isLong: true }).map(({ value }) => value);
  return texts.length === 0 ? undefined : fittingText([...new Set(texts)].join('\n'));
}
