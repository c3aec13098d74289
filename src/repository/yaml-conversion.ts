/**
 * One strict reading of a YAML text: the 1.2 core schema, one document, a mapping at the top, and nothing that makes two readers
 * disagree (tags, anchors, aliases, merge keys). A warning is an error. Text stays the text that stands in the file.
 */
import type { Document, Pair, Scalar, YAMLMap } from 'yaml';
import type { DataPath, Fault, FrontMatter, Span } from '../model/manuscript.ts';
import { quoted } from '../model/quoting.ts';
import { yamlPackage } from './lazy-packages.ts';
import { parseInTime } from './parse-yaml.ts';
import type { Untexted } from './untexted.ts';
import { unusableKeys } from './unusable-keys.ts';
import { mergeKeyWords } from './yaml-key-slips.ts';
import { keyName, placeIn, spanOf } from './yaml-places.ts';
import { prescanYaml } from './yaml-prescan.ts';
import { prescanSentence, sentenceFor, slowSentence } from './yaml-sentences.ts';

export interface YamlReading {
  /** Undefined when there are faults. */
  readonly data: FrontMatter | undefined;
  readonly faults: readonly Fault[];
  /** Plain numbers and booleans: whoever knows the schema decides whether they are meant as text. */
  readonly untexted: readonly Untexted[];
  locate(path: DataPath, part: 'value' | 'key'): Span | undefined;
}

/**
 * Reads YAML text once and says where the parser gave up, or everything that press does not take of what it read. `offset` is added
 * to every place, for a text that is part of a file.
 */
export function readStrictly(text: string, offset: number): YamlReading {
  const early = prescanYaml(text);
  if (early !== undefined) return refused([prescanSentence(early, offset)]);
  const document = parseInTime(text);
  if (document === undefined) return refused([slowSentence(offset)]);
  const [complaint] = [...document.errors, ...document.warnings];
  if (complaint !== undefined) return refused([sentenceFor(complaint, text, offset)]);
  return new Converter(text, offset).read(document);
}

/** What a text without anything in it gives. */
export function emptyReading(): YamlReading {
  return { data: Object.create(null) as FrontMatter, faults: [], untexted: [], locate: () => undefined };
}

/** A reading that gave no data. */
export function refused(faults: readonly Fault[]): YamlReading {
  return { data: undefined, faults, untexted: [], locate: () => undefined };
}

const control = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f]/;

/** Walks the parsed nodes once: data on one side, everything that press does not accept on the other. */
class Converter {
  readonly #yaml = yamlPackage();
  readonly #text: string;
  readonly #offset: number;
  readonly #faults: Fault[] = [];
  readonly #untexted: Untexted[] = [];

  constructor(text: string, offset: number) {
    this.#text = text;
    this.#offset = offset;
  }

  read(document: Document): YamlReading {
    const top = document.contents;
    if (this.#isNothing(top)) return emptyReading();
    if (!this.#yaml.isMap(top)) {
      this.#fault(top, 'The text here is no list of «key: value» lines.', 'Write one «key: value» a line.');
      return refused(this.#faults);
    }
    const data = this.#map(top, []);
    if (this.#faults.length > 0) return refused(this.#faults);
    return {
      data,
      faults: [],
      untexted: this.#untexted,
      locate: (path, part) => placeIn(top, { path, part }, this.#offset),
    };
  }

  /** An empty text, also behind a line of dashes. */
  #isNothing(top: unknown): top is null {
    return top === null || (this.#yaml.isScalar(top) && top.value === null && (top.source ?? '') === '');
  }

  #map(map: YAMLMap, path: DataPath): FrontMatter {
    this.#refuseProperties(map);
    const data: Record<string, unknown> = Object.create(null) as Record<string, unknown>;
    const seen = new Map<string, unknown>();
    for (const pair of map.items) {
      const key = this.#key(pair);
      if (key === undefined) continue;
      if (seen.has(key)) this.#duplicate(key, seen.get(key), pair.key);
      else seen.set(key, pair.key);
      data[key] = this.#value(pair.value, [...path, key], (value) => (data[key] = value));
    }
    return data;
  }

  #key(pair: Pair): string | undefined {
    const { key } = pair;
    if (!this.#yaml.isScalar(key)) {
      this.#fault(key, 'A key must be one word or text.', 'Write «key: value».');
      return undefined;
    }
    this.#refuseProperties(key);
    const name = keyName(key);
    this.#judgeCharacters(key, name);
    if (this.#isMarked(key))
      this.#fault(
        key,
        'A line beginning with «? » makes a complex key, which press does not read.',
        'Write «key: value».',
      );
    else if (name === '')
      this.#fault(
        key,
        'A key is missing before the colon.',
        'Write «key: value»; if the colon belongs to a text, put it in quotes.',
      );
    if (!unusableKeys.has(name)) return name;
    if (name === '<<') this.#fault(key, mergeKeyWords.message, mergeKeyWords.hint);
    else this.#fault(key, `${quoted(name)} may not be used as a key.`, 'Choose another name.');
    return undefined;
  }

  /** Whether a key stands behind the sign «?», which is for keys of several lines. */
  #isMarked(key: Scalar): boolean {
    let at = (key.range?.[0] ?? 0) - 1;
    while (this.#text.charAt(at) === ' ') at -= 1;
    const before = this.#text.charAt(at - 1);
    return this.#text.charAt(at) === '?' && (at === 0 || ' \n{,'.includes(before));
  }

  #value(node: unknown, path: DataPath, set: (value: string) => void): unknown {
    if (node === null || node === undefined) return null;
    if (this.#yaml.isMap(node)) return this.#map(node, path);
    if (this.#yaml.isSeq(node)) return this.#list(node.items, path, node);
    if (this.#yaml.isScalar(node)) return this.#scalar(node, path, set);
    this.#fault(
      node,
      'References to other values («*name») are not read here.',
      'Write the value itself, or put it in quotes.',
    );
    return null;
  }

  #list(items: readonly unknown[], path: DataPath, node: unknown): unknown[] {
    this.#refuseProperties(node);
    const list: unknown[] = [];
    items.forEach((item, index) => {
      const value = this.#yaml.isPair(item)
        ? null
        : this.#value(item, [...path, index], (text) => (list[index] = text));
      list.push(value);
    });
    return list;
  }

  #scalar(node: Scalar, path: DataPath, set: (value: string) => void): unknown {
    this.#refuseProperties(node);
    const { value } = node;
    if (typeof value === 'string') {
      this.#judgeCharacters(node, value);
      return value;
    }
    if (value === null || value === undefined) return null;
    const span = this.#span(node);
    const source =
      node.source ??
      (span === undefined ? String(value) : this.#text.slice(span.start - this.#offset, span.end - this.#offset));
    this.#untexted.push({ path, source, set });
    return typeof value === 'number' || typeof value === 'boolean' ? value : source;
  }

  /** Escapes such as `\u0000` bring in what may not stand in the file itself. */
  #judgeCharacters(node: unknown, text: string): void {
    const [found] = control.exec(text) ?? [];
    if (found !== undefined) {
      const code = found.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0');
      this.#push(node, {
        rule: 'control-character',
        message: `The text holds the control character U+${code}.`,
        hint: 'Remove it.',
      });
    } else if (!text.isWellFormed()) {
      this.#push(node, {
        rule: 'control-character',
        message: 'The text holds one half of a character (a lone surrogate).',
        hint: 'Write the character itself.',
      });
    }
  }

  /** What stands before a value is no part of its place: the word before it is the tag or anchor, as it is written. */
  #refuseProperties(node: unknown): void {
    const { anchor, tag } = this.#yaml.isAlias(node) ? {} : (node as { anchor?: string; tag?: string });
    if (anchor === undefined && tag === undefined) return;
    const hint = 'If the sign belongs to the text, put the text in quotes.';
    const what = anchor === undefined ? 'a YAML tag' : 'a YAML anchor';
    const place = this.#wordBefore(node);
    const words = this.#text.slice(place.start - this.#offset, place.end - this.#offset);
    this.#faults.push({
      rule: 'front-matter',
      ...place,
      message: `${quoted(words)} is read as ${what}, which press does not use.`,
      hint,
    });
  }

  #wordBefore(node: unknown): Span {
    let end = (this.#span(node)?.start ?? this.#offset) - this.#offset;
    while (end > 0 && this.#text.charCodeAt(end - 1) <= 0x20) end -= 1;
    let start = end;
    while (start > 0 && !' \n\t[{,'.includes(this.#text.charAt(start - 1))) start -= 1;
    return { start: start + this.#offset, end: end + this.#offset };
  }

  #duplicate(key: string, first: unknown, second: unknown): void {
    const original = this.#span(first);
    const related = original === undefined ? [] : [{ ...original, message: 'It stands here first.' }];
    this.#push(second, {
      rule: 'duplicate-key',
      message: `The key ${quoted(key)} stands here a second time.`,
      hint: 'Keep one of the two; press does not choose.',
      related,
    });
  }

  #fault(node: unknown, message: string, hint: string): void {
    this.#push(node, { rule: 'front-matter', message, hint });
  }

  #push(node: unknown, fault: Omit<Fault, 'start' | 'end'>): void {
    this.#faults.push({ ...this.#inked(this.#span(node) ?? { start: this.#offset, end: this.#offset }), ...fault });
  }

  /** A list or map ends where the next thing begins: without the line breaks between. */
  #inked({ start, end }: Span): Span {
    let last = end;
    while (last > start && this.#text.charCodeAt(last - 1 - this.#offset) <= 0x20) last -= 1;
    return { start, end: last };
  }

  #span(node: unknown): Span | undefined {
    return spanOf(node, this.#offset);
  }
}
