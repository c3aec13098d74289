/** What the words of a source mean to the vocabulary, and to the person who has answered about them. */
import { didYouMean } from '../model/press-error.ts';
import type { Facet, Taxonomy, Term } from '../model/taxonomy.ts';
import { lookUp, suggest } from '../model/term-lookup.ts';
import type { MapAnswer, TermAnswers } from './bring-in-map.ts';
import type { UnknownWords } from './bring-in-report.ts';

/** What knows the meaning of words. */
export interface Vocabulary {
  readonly taxonomy: Taxonomy;
  /** What people have answered; it goes before the vocabulary. */
  readonly answers?: TermAnswers | undefined;
}

export type Reason = Pick<UnknownWords, 'message' | 'hint'>;

/** What one word of a value means. */
export interface Meaning {
  readonly value: string;
  /** A term, what a person has answered, or why there is none. */
  readonly meaning: Term | MapAnswer | Reason;
}

/** The meanings of one value: of the whole, else of its parts between semicolons, else between commas. */
export function meaningsOf(value: string, facet: Facet, vocabulary: Vocabulary): Meaning[] {
  if (isKnown(value, facet, vocabulary)) return [meaningOf(value, facet, vocabulary)];
  const parts = value.split(/[;|]/).map((part) => part.trim());
  const words = parts.filter((part) => part !== '').flatMap((part) => splitAtCommas(part, facet, vocabulary));
  return words.map((word) => meaningOf(word, facet, vocabulary));
}

function isKnown(value: string, facet: Facet, { taxonomy, answers }: Vocabulary): boolean {
  return answers?.find(facet.name, value) !== undefined || lookUp(taxonomy, value, facet.name).length > 0;
}

const MOST_PIECES = 60;

/** Labels may hold commas themselves: the longest run of pieces that is a label counts as one. */
function splitAtCommas(text: string, facet: Facet, vocabulary: Vocabulary): string[] {
  const pieces = text
    .split(/[,،，]/)
    .map((piece) => piece.trim())
    .filter((piece) => piece !== '');
  if (pieces.length > MOST_PIECES) return [text];
  const words: string[] = [];
  for (let at = 0; at < pieces.length;) {
    let length = pieces.length - at;
    while (length > 1 && !isKnown(pieces.slice(at, at + length).join(', '), facet, vocabulary)) length -= 1;
    words.push(pieces.slice(at, at + length).join(', '));
    at += length;
  }
  return words;
}

function meaningOf(value: string, facet: Facet, { taxonomy, answers }: Vocabulary): Meaning {
  const answer = answers?.find(facet.name, value);
  if (answer !== undefined) return { value, meaning: answer };
  const [term, another] = lookUp(taxonomy, value, facet.name);
  if (term === undefined) return { value, meaning: noTerm(value, facet, taxonomy) };
  if (another !== undefined) return { value, meaning: manyTerms(value, facet, taxonomy) };
  return { value, meaning: unusable(term, value) ?? term };
}

const reasons = new WeakMap<Facet, Map<string, Reason>>();

/** Looking for the nearest term takes long, and an archive asks for the same word again and again. */
function noTerm(value: string, facet: Facet, taxonomy: Taxonomy): Reason {
  const known = reasons.get(facet) ?? new Map<string, Reason>();
  reasons.set(facet, known);
  const reason = known.get(value) ?? reasonFor(value, facet, taxonomy);
  if (known.size < MOST_KEPT) known.set(value, reason);
  return reason;
}

const MOST_KEPT = 5000;

function reasonFor(value: string, facet: Facet, taxonomy: Taxonomy): Reason {
  const hint =
    didYouMean(suggest(taxonomy, value, facet.name).slice(0, 3)) ??
    'Add it to taxonomy.yaml, or as an alias of what it means there.';
  return { message: `«${value}» is no term of ${facet.name}.`, hint };
}

function manyTerms(value: string, facet: Facet, taxonomy: Taxonomy): Reason {
  const ids = lookUp(taxonomy, value, facet.name).map(({ id }) => `«${id}»`);
  return {
    message: `«${value}» could be ${ids.length} terms of ${facet.name}.`,
    hint: `Choose one of ${ids.join(', ')}.`,
  };
}

function unusable(term: Term, value: string): Reason | undefined {
  if (term.deprecated)
    return { message: `«${value}» is not to be used any more.`, ...hintOf(didYouMean(term.replacedBy)) };
  if (!term.assignable)
    return {
      message: `«${value}» is a heading of the vocabulary, and no release can have it.`,
      hint: 'Choose what is meant below it.',
    };
  return undefined;
}

function hintOf(hint: string | undefined): { hint?: string } {
  return hint === undefined ? {} : { hint };
}
