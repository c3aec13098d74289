/**
 * What stands on a page, in reading order, whatever the page was written in: paragraphs, headings, lists, tables.
 *
 * A release is looked for in passages, so that a page and its flattened text give the same release.
 */

/** How a piece of running text is set off. */
export interface Marks {
  readonly strong?: true;
  readonly emphasis?: true;
  readonly deleted?: true;
  /** The words of a program, a key, a file name. */
  readonly code?: true;
  /** A checked address. */
  readonly href?: string;
  /** The words are the mark of a footnote; its label. */
  readonly footnote?: string;
}

export interface Words {
  readonly text: string;
  readonly marks: Marks;
}

/** A piece of running text; `'break'` is a line break that the page asks for. */
export type Piece = Words | 'break';

/** One cell or list item that may name a question («Place:») or answer one. */
export interface Entry {
  readonly text: string;
  /** The page itself marks it as a heading (`dt`, `th`), so that it needs no colon. */
  readonly isHeading: boolean;
}

interface Placed {
  /** Where it stands, for people: «line 118», «h1». */
  readonly where: string;
}

export type Passage = Placed &
  (
    | { readonly kind: 'paragraph'; readonly pieces: readonly Piece[] }
    | { readonly kind: 'heading'; readonly level: number; readonly pieces: readonly Piece[] }
    | {
        readonly kind: 'list';
        readonly ordered: boolean;
        /** The first number of an ordered list that does not begin at 1. */
        readonly start?: number;
        readonly items: readonly (readonly Passage[])[];
      }
    | { readonly kind: 'quote'; readonly passages: readonly Passage[] }
    /** Each definition: what is defined, then what is said about it. */
    | {
        readonly kind: 'definitions';
        readonly items: readonly { readonly isTerm: boolean; readonly passages: readonly Passage[] }[];
      }
    | { readonly kind: 'table'; readonly rows: readonly (readonly TableCell[])[] }
    | { readonly kind: 'code'; readonly text: string }
    | { readonly kind: 'picture'; readonly picture: Picture }
    | { readonly kind: 'footnote'; readonly label: string; readonly passages: readonly Passage[] }
    | { readonly kind: 'rule' }
    /** A bullet without words: flattened pages have one where a menu begins. */
    | { readonly kind: 'empty-item' }
    /** Something that was shown there and has no place in a release. */
    | { readonly kind: 'lost'; readonly what: string }
    /** Something that was treated otherwise than the page has it, and what happened, in words: «hidden words». */
    | { readonly kind: 'changed'; readonly what: string; readonly shown: string }
  );

export interface Picture {
  /** A checked address; relative where the page does not say its own, and to what was saved beside it. */
  readonly href: string;
  readonly alt: string;
  /** Where the picture itself leads. */
  readonly link?: string;
}

export interface TableCell {
  readonly isHeading: boolean;
  readonly pieces: readonly Piece[];
}

/** The words of running text, without marks. */
export function wordsOf(pieces: readonly Piece[]): string {
  return pieces.map((piece) => (piece === 'break' ? '\n' : piece.text)).join('');
}

/** The words of a passage, its parts on lines of their own. */
export function textOfPassage(passage: Passage): string {
  switch (passage.kind) {
    case 'paragraph':
    case 'heading':
      return wordsOf(passage.pieces);
    case 'code':
      return passage.text;
    case 'rule':
    case 'empty-item':
    case 'lost':
    case 'changed':
    case 'picture':
      return '';
    default:
      return entriesOf(passage)
        .map(({ text }) => text)
        .join('\n');
  }
}

/** Whether a passage is a paragraph or a heading: running text of its own. */
export function isText(passage: Passage): passage is Extract<Passage, { kind: 'paragraph' | 'heading' }> {
  return passage.kind === 'paragraph' || passage.kind === 'heading';
}

/** The passages right inside a passage. */
export function passagesIn(passage: Passage): readonly Passage[] {
  switch (passage.kind) {
    case 'quote':
    case 'footnote':
      return passage.passages;
    case 'list':
      return passage.items.flat();
    case 'definitions':
      return passage.items.flatMap(({ passages }) => passages);
    default:
      return [];
  }
}

/** Whether a passage stands beside the text, and is none of it: a picture, a remark of the reader. */
export function isAside({ kind }: Passage): boolean {
  return kind === 'lost' || kind === 'changed' || kind === 'picture';
}

/** The items, definitions or cells of a passage in reading order; a paragraph is one entry. */
export function entriesOf(passage: Passage): Entry[] {
  switch (passage.kind) {
    case 'rule':
    case 'lost':
    case 'changed':
    case 'picture':
      return [];
    case 'list':
      return passage.items.flatMap((item) =>
        item.length === 0 ? [{ text: '', isHeading: false }] : item.flatMap(entriesOf),
      );
    case 'quote':
    case 'footnote':
      return passage.passages.flatMap(entriesOf);
    case 'definitions':
      return passage.items.flatMap(({ isTerm, passages }) =>
        passages.flatMap(entriesOf).map((entry) => ({ ...entry, isHeading: isTerm })),
      );
    case 'table':
      return passage.rows.flatMap((row) => row.map(({ pieces, isHeading }) => ({ text: wordsOf(pieces), isHeading })));
    default:
      return [{ text: textOfPassage(passage), isHeading: false }];
  }
}
