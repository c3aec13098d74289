/** Looks for the runs of an index in a stream of bytes of any length, holding a few megabytes of it. */
import { LineMap } from '../model/text-range.ts';
import type { FoldedWords } from '../text/folded-words.ts';
import { readableBytes, writingOf, type Writing } from './audit-decoding.ts';
import type { RunIndex } from './audit-index.ts';
import { stretchesIn, type FoundStretch } from './audit-text.ts';

export interface PlacedStretch extends FoundStretch {
  /** Counted from 1; undefined where the bytes are no text. */
  readonly line: number | undefined;
  readonly column: number | undefined;
}

export interface SearchedPart {
  /** Offsets are into the whole part. */
  readonly found: readonly PlacedStretch[];
  readonly isBinary: boolean;
}

const CHUNK_BYTES = 4 * 1024 * 1024;
/** What the next chunk begins with again: more than any run takes, however it is written. */
const OVERLAP_BYTES = 64 * 1024;

export interface Search {
  readonly index: RunIndex;
  readonly words: FoldedWords;
  /** Called after each chunk. */
  progress(): void;
}

/** Takes the pieces of one part, which must stay as they are. */
export class PartSearch {
  readonly #search: Search;
  readonly #buffer = new Gathering();
  #writing: Writing | undefined;
  #isBinary = false;
  #base = { line: 1, column: 1, offset: 0 };
  readonly #found: PlacedStretch[] = [];
  /** Of each owner, where the find stands that came last. */
  readonly #last = new Map<number, number>();

  constructor(search: Search) {
    this.#search = search;
  }

  take(piece: Uint8Array): void {
    this.#buffer.add(piece);
    if (this.#buffer.length >= CHUNK_BYTES) this.#look(false);
  }

  finish(): SearchedPart {
    this.#look(true);
    return { found: this.#found, isBinary: this.#isBinary };
  }

  #look(isLast: boolean): void {
    const gathered = this.#buffer.bytes();
    this.#writing ??= writingOf(gathered);
    const end = isLast ? gathered.length : wholeUntil(gathered, gathered.length, this.#writing);
    const bytes = gathered.subarray(0, end);
    const next = isLast ? end : wholeUntil(bytes, end - OVERLAP_BYTES, this.#writing);
    const { texts, isBinary } = readableBytes(bytes, this.#writing);
    this.#isBinary ||= isBinary;
    const chunk = new Chunk(texts[0], this.#base, isBinary);
    for (const [at, text] of texts.entries())
      for (const each of stretchesIn(text, this.#search.index, this.#search.words))
        if (at === 0 || !isBinary) this.#note(chunk.placed(each));
        else if (!this.#last.has(each.owner)) this.#note(chunk.vaguelyPlaced(each));
    this.#search.progress();
    if (isLast) return;
    const [kept] = readableBytes(bytes.subarray(next), isBinary ? 'windows-1252' : this.#writing).texts;
    this.#base = chunk.positionAt(texts[0].length - kept.length);
    this.#buffer.keep(gathered.subarray(next));
  }

  /** What lies in the part that two chunks share, or is seen in several readings, is told once. */
  #note(each: PlacedStretch): void {
    const at = this.#last.get(each.owner) ?? this.#found.length;
    const before = this.#found[at];
    if (before !== undefined && each.start < before.end && each.end > before.start) {
      this.#found[at] = { ...before, end: Math.max(before.end, each.end) };
      return;
    }
    this.#last.set(each.owner, this.#found.length);
    this.#found.push(each);
  }
}

/** Bytes up to a character's beginning at or before an offset. */
function wholeUntil(bytes: Uint8Array, offset: number, writing: Writing): number {
  if (writing.startsWith('utf-16')) return offset - (offset % 2);
  let at = offset;
  for (let step = 0; step < 4 && at > 0; step += 1, at -= 1) {
    const byte = bytes[at - 1] ?? 0;
    if (byte < 0x80) return at;
    if (byte >= 0xc0) return at - 1;
  }
  return offset;
}

interface Base {
  readonly line: number;
  readonly column: number;
  readonly offset: number;
}

/** A stretch of a part with where it begins in the whole. */
class Chunk {
  readonly #lines: LineMap;
  readonly #base: Base;
  readonly #isBinary: boolean;

  constructor(text: string, base: Base, isBinary: boolean) {
    this.#lines = new LineMap(text);
    this.#base = base;
    this.#isBinary = isBinary;
  }

  positionAt(offset: number): Base {
    const { line, column } = this.#lines.at(offset);
    const { line: before, column: indent, offset: from } = this.#base;
    return { line: before + line - 1, column: line === 1 ? indent + column - 1 : column, offset: from + offset };
  }

  placed(found: FoundStretch): PlacedStretch {
    const { line, column, offset } = this.positionAt(found.start);
    const end = offset + found.end - found.start;
    const place = this.#isBinary ? { line: undefined, column: undefined } : { line, column };
    return { ...found, ...place, start: offset, end };
  }

  /** In another reading of bytes that are no text, characters are not bytes: the beginning of the chunk is what can be said. */
  vaguelyPlaced(found: FoundStretch): PlacedStretch {
    return this.placed({ ...found, start: 0, end: 0 });
  }
}

class Gathering {
  #pieces: Uint8Array[] = [];
  length = 0;

  add(piece: Uint8Array): void {
    this.#pieces.push(piece);
    this.length += piece.length;
  }

  bytes(): Uint8Array {
    const [only] = this.#pieces;
    if (only !== undefined && this.#pieces.length === 1) return only;
    const all = new Uint8Array(this.length);
    let at = 0;
    for (const piece of this.#pieces) {
      all.set(piece, at);
      at += piece.length;
    }
    this.#pieces = [all];
    return all;
  }

  keep(rest: Uint8Array): void {
    this.#pieces = [Uint8Array.from(rest)];
    this.length = rest.length;
  }
}
