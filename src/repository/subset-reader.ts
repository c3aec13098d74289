/**
 * The fast reader: the part of YAML that nearly all front matter and vocabularies are written in, at a tenth of the parser's cost.
 *
 * It reads block maps and lists, and on one line plain text, quoted text, `[lists]` and `{maps}`. It declines everything else —
 * also whatever is wrong —, and the exact reader (`yaml-reader.ts`) decides. The two must never give different values; a property
 * test holds them to it.
 */
import type { DataPath, FrontMatter } from '../model/manuscript.ts';
import {
  decline,
  declined,
  FlowReader,
  plainLeaf,
  withoutLeadingBlanks,
  withoutTrailingBlanks,
  type NumberFound,
  type Place,
  type PlaceRecord,
} from './subset-scalars.ts';
import type { Untexted } from './untexted.ts';
import { unusableKeys } from './unusable-keys.ts';

export interface SubsetReading {
  readonly data: FrontMatter;
  readonly untexted: readonly Untexted[];
}

// Tabs, control characters, carriage returns inside a line, separators that YAML versions disagree about, halves of surrogate pairs.
const unusual = /[^\n\u0020-\u007e\u00a0-\u2027\u202a-\ud7ff\ue000-\ufefe\uff00-\ufffd\u{10000}-\u{10ffff}]/u;
const deepest = 16;
/** A key on one line has at most so many characters (YAML 1.2.2 §8.2.2). */
const longestKey = 1024;

/** Headers of blocks of text that end without a line break, with what joins their lines. */
const blockStyles = new Map([
  ['>-', ' '],
  ['|-', '\n'],
]);

/**
 * The data of a YAML text, or undefined when the exact reader must look at it. `places`, when it is given, is told where keys and values
 * stand; what it is not told of, only the exact reader knows.
 */
export function readSubset(text: string, places?: PlaceRecord): SubsetReading | undefined {
  const unix = text.includes('\r') ? text.replaceAll('\r\n', '\n') : text;
  if (unusual.test(unix)) return undefined;
  try {
    return new SubsetReader(unix, places).read();
  } catch (error) {
    if (error === declined) return undefined;
    throw error;
  }
}

/** A line with something on it. */
interface Line {
  readonly indent: number;
  /** Offset of the text. */
  readonly start: number;
  /** Without indentation and trailing blanks. */
  readonly text: string;
  /** Whether blanks stood behind it. */
  readonly trailed: boolean;
  /** How far in the deepest comment or blank line above it begins; -1 when there is none. In a block of text it would be text. */
  readonly skipped: number;
}

class SubsetReader {
  readonly #lines: Line[];
  readonly #skippedAtEnd: number;
  readonly #untexted: Untexted[] = [];
  readonly #found: NumberFound = (place, source, set) => void this.#untexted.push({ path: pathTo(place), source, set });
  readonly #places: PlaceRecord | undefined;
  #next = 0;

  constructor(text: string, places: PlaceRecord | undefined) {
    this.#places = places;
    ({ lines: this.#lines, skipped: this.#skippedAtEnd } = linesOf(text));
  }

  read(): SubsetReading {
    if (this.#lines.length === 0) decline();
    const data = this.#map(0, undefined, 0);
    if (this.#next < this.#lines.length) decline();
    return { data, untexted: this.#untexted };
  }

  #peek(): Line | undefined {
    return this.#lines[this.#next];
  }

  #map(indent: number, path: Place | undefined, depth: number): Record<string, unknown> {
    const map = Object.create(null) as Record<string, unknown>;
    for (let line = this.#peek(); line?.indent === indent; line = this.#peek()) {
      this.#next += 1;
      this.#entry(map, line, { indent, path, depth });
    }
    return map;
  }

  /** One `key: value` line, with the lines below it that belong to the value. */
  #entry(
    map: Record<string, unknown>,
    { text, start }: Line,
    at: { readonly indent: number; readonly path: Place | undefined; readonly depth: number },
  ): void {
    const colon = keyEnd(text);
    const key = text.slice(0, colon);
    if (Object.hasOwn(map, key)) decline();
    const rest = text.slice(colon + 1);
    const path = { above: at.path, step: key };
    this.#places?.key(path, start, start + colon);
    map[key] = null;
    map[key] =
      rest === ''
        ? this.#below(at.indent, path, at.depth + 1)
        : this.#inline(rest, { path, indent: at.indent, start: start + colon + 1, into: map });
  }

  /** What stands on the lines under a key: a deeper map or list, a list at the key's own depth, or nothing. */
  #below(indent: number, path: Place | undefined, depth: number): unknown {
    if (depth > deepest) decline();
    const line = this.#peek();
    const isItem = line !== undefined && (line.text.startsWith('- ') || line.text === '-');
    if (line === undefined || line.indent < indent || (line.indent === indent && !isItem)) return null;
    return isItem ? this.#list(line.indent, path, depth) : this.#map(line.indent, path, depth);
  }

  #list(indent: number, path: Place | undefined, depth: number): unknown[] {
    const list: unknown[] = [];
    for (let line = this.#peek(); line?.indent === indent && line.text.startsWith('- '); line = this.#peek()) {
      const index = list.length;
      const content = withoutLeadingBlanks(line.text.slice(2));
      const itemPath = { above: path, step: index };
      list.push(null);
      if (isEntry(content)) {
        // «- key: value» opens a map whose keys stand below the first one.
        const inner = indent + (line.text.length - content.length);
        this.#lines[this.#next] = {
          ...line,
          indent: inner,
          start: line.start + line.text.length - content.length,
          text: content,
        };
        list[index] = this.#map(inner, itemPath, depth + 1);
      } else {
        this.#next += 1;
        const start = line.start + line.text.length - content.length;
        list[index] = this.#inline(content, { path: itemPath, indent, start, into: list });
      }
    }
    const after = this.#peek();
    if (after !== undefined && after.indent >= indent && (after.indent > indent || after.text.startsWith('-')))
      decline();
    return list;
  }

  /** A value on the line of its key or dash. Lines below that are deeper would continue it: declined. */
  #inline(
    rest: string,
    at: {
      readonly path: Place;
      readonly indent: number;
      /** Offset of the rest. */
      readonly start: number;
      /** The map or list that the value is for. */
      readonly into: object;
    },
  ): unknown {
    const text = withoutLeadingBlanks(rest);
    const first = text.charAt(0);
    const style = first === '>' || first === '|' ? blockStyles.get(text) : undefined;
    if (style !== undefined) return this.#blockText(style, at.indent);
    const next = this.#peek();
    if (next !== undefined && next.indent > at.indent) decline();
    const start = at.start + rest.length - text.length;
    if (first === '"' || first === "'" || first === '[' || first === '{') return this.#flow(text, at.path, start);
    const comment = text.indexOf(' #');
    const plain = comment === -1 ? text : withoutTrailingBlanks(text.slice(0, comment));
    if (plain === '' || plain.includes(': ') || plain.endsWith(':')) decline();
    this.#places?.value(at.path, start, start + plain.length);
    const { value, source } = plainLeaf(plain);
    if (source !== undefined) this.#found(at.path, source, (words) => Reflect.set(at.into, at.path.step, words));
    return value;
  }

  /** Lines of text below `key: >-` or `key: |-`, all equally far in, none empty. */
  #blockText(join: string, indent: number): string {
    const first = this.#peek();
    if (first === undefined || first.indent <= indent || first.skipped !== -1) decline();
    const texts: string[] = [];
    let line = this.#peek();
    for (; line !== undefined && line.indent > indent; line = this.#peek()) {
      if (line.indent !== first?.indent || line.trailed || line.skipped !== -1) decline();
      texts.push(line.text);
      this.#next += 1;
    }
    if ((line?.skipped ?? this.#skippedAtEnd) > indent) decline();
    return texts.join(join);
  }

  #flow(text: string, path: Place | undefined, start: number): unknown {
    const reader = new FlowReader(text, { found: this.#found, places: this.#places, offset: start });
    const value = reader.read(path);
    const rest = text.slice(reader.at);
    return rest === '' || /^ +#/.test(rest) ? value : decline();
  }
}

/** Where the plain key of a line ends: at a colon with a blank or nothing behind it. */
function keyEnd(text: string): number {
  const blank = text.indexOf(': ');
  const end = blank === -1 && text.endsWith(':') ? text.length - 1 : blank;
  if (end <= 0 || end > longestKey) decline();
  return isPlainKey(text.slice(0, end)) ? end : decline();
}

// The same few keys stand in every release.
const plainKeys = new Set<string>();
const MOST_KEYS = 1000;

/** Whether a key is plain text to every reader, and none that the exact reader refuses. */
function isPlainKey(key: string): boolean {
  if (plainKeys.has(key)) return true;
  const isWord = /^[A-Za-z_][A-Za-z0-9_.-]*$/.test(key) || /^[0-9]+-[A-Za-z0-9_.-]*$/.test(key);
  if (!isWord || unusableKeys.has(key) || plainLeaf(key).value !== key) return false;
  if (plainKeys.size < MOST_KEYS) plainKeys.add(key);
  return true;
}

/** Whether the text after a dash is a `key: value` of its own. */
function isEntry(text: string): boolean {
  const first = text.charAt(0);
  if (first === '"' || first === "'" || first === '[' || first === '{') return false;
  return /^[^ ]*: /.test(text) || text.endsWith(':');
}

function pathTo(place: Place | undefined): DataPath {
  return place === undefined ? [] : [...pathTo(place.above), place.step];
}

function linesOf(text: string): { readonly lines: Line[]; readonly skipped: number } {
  const lines: Line[] = [];
  let skipped = -1;
  for (let lineStart = 0; lineStart <= text.length;) {
    const feed = text.indexOf('\n', lineStart);
    const lineEnd = feed === -1 ? text.length : feed;
    let start = lineStart;
    while (text.charCodeAt(start) === 0x20) start += 1;
    const indent = start - lineStart;
    if (start === lineEnd || text.charCodeAt(start) === 0x23) skipped = Math.max(skipped, indent);
    else {
      let end = lineEnd;
      while (text.charCodeAt(end - 1) === 0x20) end -= 1;
      lines.push({ indent, start, text: text.slice(start, end), trailed: end < lineEnd, skipped });
      skipped = -1;
    }
    lineStart = lineEnd + 1;
  }
  return { lines, skipped };
}
