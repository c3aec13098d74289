/** The card of a format in which vocabularies travel: it writes facets, and reads what others or itself have written. */
import type { FacetEntry, TermEntry } from './generated/taxonomy-file.ts';
import type { Facet, Taxonomy } from './taxonomy.ts';

/** What is to be written. */
export interface VocabularyEdition {
  readonly taxonomy: Taxonomy;
  /** The facets that go out, in the order of the file. */
  readonly facets: readonly Facet[];
  /** With what the addresses of terms begin; ends with a slash. Empty for a format that needs none. */
  readonly base: string;
  /** Whether the remarks for those who look after the vocabulary go with it. */
  readonly withNotes: boolean;
  /** For tables: cells without the guard before what looks like a formula. */
  readonly rawCells: boolean;
  /** For tables: a byte-order mark in front. */
  readonly bom: boolean;
}

/** Something that the vocabulary says and the format cannot hold. */
export interface VocabularyLoss {
  /** Undefined for what the whole file says. */
  readonly facet: string | undefined;
  /** Undefined for what the facet says. */
  readonly term: string | undefined;
  /** The key in taxonomy.yaml. */
  readonly key: string;
  /** What of it is lost, where it is not all of it. */
  readonly value?: string;
  /** Why, as a sentence. */
  readonly reason: string;
}

export interface VocabularySource {
  /** As the person gave it; `-` is standard input. */
  readonly name: string;
  /** Decoded as UTF-8, without a byte-order mark. */
  readonly text: string;
  /** The language of words that name none. */
  readonly language: string;
  /** For tables: nobody put an apostrophe before cells that look like formulas. */
  readonly rawCells: boolean;
}

/** A term as a source states it. */
export interface ReadTerm {
  readonly id: string;
  /** Id of the term above it, which need not be in the source. */
  readonly broader: string | undefined;
  /** Without `narrower`. */
  readonly entry: TermEntry;
}

export interface ReadFacet {
  /** Undefined where the source has none that could be one. */
  readonly name: string | undefined;
  /** The key in front matter, where the source states it. */
  readonly property: string | undefined;
  /** The main one first; never empty. */
  readonly languages: readonly string[];
  readonly entry: Omit<FacetEntry, 'terms' | 'languages' | 'property'>;
  /** What is above stands before what is below. */
  readonly terms: readonly ReadTerm[];
}

/** Something in a source that has no place in taxonomy.yaml, or that could not be read. */
export interface ReadingRemark {
  /** A sentence. */
  readonly message: string;
  /** Addresses, or lines of a table, that it is about. */
  readonly places: readonly string[];
  /** Whether somebody has to look at it: something that belongs to a term does not come in. */
  readonly needsPerson: boolean;
}

export interface ReadVocabulary {
  readonly facets: readonly ReadFacet[];
  readonly remarks: readonly ReadingRemark[];
}

export interface VocabularyFormat {
  /** The word after `--format`. */
  readonly id: string;
  readonly summary: string;
  readonly mediaType: string;
  /** How the names of its files end, in small letters and without the dot; the first is the usual one. */
  readonly extensions: readonly string[];
  /** Whether its terms have addresses on the web. */
  readonly needsBase: boolean;
  write(edition: VocabularyEdition): Iterable<string>;
  /** Everything in the edition that does not come back when the output is read again. */
  losses(edition: VocabularyEdition): readonly VocabularyLoss[];
  /** How sure it is that a text is of its kind: 0 not at all, 1 certain. */
  recognise(text: string): number;
  /** Rejects with a PressError for what cannot be read. */
  read(source: VocabularySource): Promise<ReadVocabulary>;
}
