/** Where a closing paragraph of press.yaml stands in a release, as it is there or changed. */
import { differenceOf, likeness, placedParagraphs, type PlacedWord } from '../text/placed-words.ts';
import { inOneLine } from '../text/one-line.ts';
import type { Manuscript, Span } from './manuscript.ts';

/** Half of the words: an older version of the text is nearly always nearer, another paragraph hardly ever. */
const LEAST_LIKENESS = 0.5;
const WORDS_SHOWN = 5;

export type BoilerplatePlace =
  | { readonly is: 'the same' | 'missing' }
  | {
      readonly is: 'changed';
      /** The paragraphs that are nearest. */
      readonly whole: Span;
      /** The words that differ; the word before where nothing stands. */
      readonly changed: Span;
      /** The first words that differ, in the file and in press.yaml; empty where nothing stands. */
      readonly here: string;
      readonly wanted: string;
    };

/** Looks for a text in the body. White space, line breaks and comments make no difference. */
export function placeOfBoilerplate({ text, bodyStart }: Manuscript, boilerplate: string): BoilerplatePlace {
  const paragraphs = placedParagraphs(text, bodyStart);
  const parts = placedParagraphs(boilerplate);
  const wanted = parts.flat().map(({ word }) => word);
  const body = paragraphs.flat().map(({ word }) => word);
  if (body.join(' ').includes(inOneLine(boilerplate))) return { is: 'the same' };
  const near = nearestTo(wanted, windows(paragraphs, parts.length));
  return near === undefined ? { is: 'missing' } : compared(near, wanted);
}

/** As many paragraphs one after the other as the text has; all of them where there are fewer. */
function* windows(paragraphs: readonly PlacedWord[][], size: number): Generator<readonly PlacedWord[]> {
  if (paragraphs.length < size) yield paragraphs.flat();
  for (let at = 0; at + size <= paragraphs.length; at += 1) yield paragraphs.slice(at, at + size).flat();
}

function nearestTo(
  wanted: readonly string[],
  candidates: Iterable<readonly PlacedWord[]>,
): readonly PlacedWord[] | undefined {
  let nearest: readonly PlacedWord[] | undefined;
  let most = LEAST_LIKENESS;
  for (const words of candidates) {
    const alike = likeness(
      wanted,
      words.map(({ word }) => word),
    );
    if (alike >= most) [nearest, most] = [words, alike];
  }
  return nearest;
}

function compared(near: readonly PlacedWord[], wanted: readonly string[]): BoilerplatePlace {
  const words = near.map(({ word }) => word);
  const difference = differenceOf(words, wanted);
  if (difference === undefined) return { is: 'the same' };
  const { from, toInFirst, toInSecond } = difference;
  return {
    is: 'changed',
    whole: spanOf(near),
    changed: spanOf(toInFirst > from ? near.slice(from, toInFirst) : near.slice(Math.max(0, from - 1)).slice(0, 1)),
    here: shown(words, { start: from, end: toInFirst }),
    wanted: shown(wanted, { start: from, end: toInSecond }),
  };
}

function spanOf(words: readonly PlacedWord[]): Span {
  return { start: words[0]?.start ?? 0, end: words.at(-1)?.end ?? 0 };
}

function shown(words: readonly string[], { start, end }: Span): string {
  const few = words.slice(start, Math.min(end, start + WORDS_SHOWN)).join(' ');
  return end > start + WORDS_SHOWN ? `${few} …` : few;
}
