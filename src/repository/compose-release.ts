/** The text of a new release file. YAML is generated for new text only; a file that exists is spliced, never written anew. */
import type { ScalarTag } from 'yaml';
import type { FrontMatter } from '../model/manuscript.ts';
import { PressError } from '../model/press-error.ts';
import { parseCivilDate } from '../text/dates.ts';
import { splitFrontMatter } from '../text/front-matter.ts';
import { readFrontMatter } from './front-matter-reader.ts';
import { yamlPackage } from './lazy-packages.ts';
import { dayKeys, marksKey, plainLines, type Entry } from './plain-yaml.ts';
import { readSubset } from './subset-reader.ts';

/**
 * Front matter with the keys in the given order, then the body.
 *
 * Days stand bare, whatever a reader of YAML 1.1 would take for something else is quoted, lists of words stand on one line. The text
 * is read back and compared with what was meant: throws PressError `not-a-release` when it would say something else.
 */
export function composeRelease(entries: readonly Entry[], body: string): string {
  const whole = body === '' || body.endsWith('\n') ? body : `${body}\n`;
  const text = `---\n${yamlOf(entries)}---\n${whole}`;
  verify(text, entries, whole);
  return text;
}

function yamlOf(entries: readonly Entry[]): string {
  let text = '';
  let others: Entry[] = [];
  for (const entry of entries) {
    const lines = plainLines(entry);
    if (lines === undefined) others.push(entry);
    else {
      text += yamlOfLibrary(others) + lines;
      others = [];
    }
  }
  return text + yamlOfLibrary(others);
}

/** The front matter as the library writes it, for everything that is not plain. */
export function yamlOfLibrary(entries: readonly Entry[]): string {
  if (entries.every(([, value]) => value === undefined)) return '';
  const settings = { version: '1.2', schema: 'core', compat: 'yaml-1.1', aliasDuplicateObjects: false } as const;
  const { Document, isMap, isScalar, visit } = yamlPackage();
  const document = new Document(mapOf(entries), { ...settings, customTags: (tags) => [...tags, verbatimTag] });
  visit(document, {
    Seq: (_, list) => {
      list.flow = list.items.every((item) => typeof item === 'object' && item !== null && 'value' in item);
    },
    Pair: (_, { key, value }) => {
      if (isScalar(key) && key.value === marksKey && isMap(value)) value.flow = true;
    },
  });
  return document.toString({
    lineWidth: 0,
    blockQuote: false,
    doubleQuotedMinMultiLineLength: Infinity,
    flowCollectionPadding: false,
  });
}

/** A Map, because `__proto__` is no key of an object: the reader shall meet it and refuse it. */
function mapOf(entries: readonly Entry[]): Map<unknown, unknown> {
  const map = new Map<unknown, unknown>();
  for (const [key, value] of entries) if (value !== undefined) map.set(wordOf(key, ''), nodeOf(value, key));
  return map;
}

function nodeOf(value: unknown, key: string): unknown {
  if (typeof value === 'string') return wordOf(value, key);
  if (Array.isArray(value)) return value.map((item) => nodeOf(item, key));
  if (typeof value === 'object' && value !== null) return mapOf(Object.entries(value));
  return value;
}

/** YAML text that is written as it is. */
class Verbatim {
  readonly yaml: string;

  constructor(yaml: string) {
    this.yaml = yaml;
  }
}

const verbatimTag: ScalarTag = {
  tag: 'tag:yaml.org,2002:str',
  default: true,
  identify: (value) => value instanceof Verbatim,
  resolve: (text) => text,
  stringify: ({ value }) => (value instanceof Verbatim ? value.yaml : String(value)),
};

// Characters that some reader breaks a line at, refuses or turns around, and that nobody sees.
const invisible = /[\p{Cc}\p{Zl}\p{Zp}\p{Bidi_Control}\uFEFF\uFFFE\uFFFF]/u;
const everyInvisible = new RegExp(invisible, 'gu');

// Beyond what the 1.1 schema lists: `=` is a type of its own to PyYAML, `:word` a symbol and `1,000` a number to Ruby.
const misread = /^(?:=|:.*|[-+.\d][-\d_,.:]*)$/s;

function wordOf(text: string, key: string): unknown {
  if (!text.isWellFormed()) throw misfit(`«${key}» holds half of a character (a lone surrogate), which no file can.`);
  if (dayKeys.has(key) && parseCivilDate(text) !== undefined) return new Verbatim(text);
  return invisible.test(text) || misread.test(text) ? new Verbatim(quoted(text)) : text;
}

function quoted(text: string): string {
  return JSON.stringify(text).replace(everyInvisible, (character) => {
    return `\\u${(character.codePointAt(0) ?? 0).toString(16).padStart(4, '0')}`;
  });
}

function verify(text: string, entries: readonly Entry[], body: string): void {
  if (!body.isWellFormed()) throw misfit('Its text holds half of a character (a lone surrogate), which no file can.');
  const split = splitFrontMatter(text);
  if ('fault' in split) throw misfit('Its front matter would be too long.');
  const { block } = split;
  const yaml = text.slice(block.start, block.end);
  // The fast reader says what the exact one would, or nothing.
  const fast = readSubset(yaml);
  const { data, faults } = fast === undefined ? readFrontMatter(yaml, block.start) : { data: fast.data, faults: [] };
  if (data === undefined) throw misfit(faults[0]?.message ?? 'Its front matter cannot be read back.');
  const stray = differingKey(data, entries);
  if (stray !== undefined) throw misfit(`«${stray}» would not be read back as what it is.`);
  if (text.slice(block.bodyStart) !== body) throw misfit('Its front matter would run into its text.');
}

/** The first key that does not say what was meant, or that stands there without being meant. */
function differingKey(data: FrontMatter, entries: readonly Entry[]): string | undefined {
  const meant = new Map<string, unknown>();
  for (const [key, value] of entries) {
    if (value === undefined) continue;
    if (meant.has(key) || !means(data[key], value)) return key;
    meant.set(key, value);
  }
  return Object.keys(data).find((key) => !meant.has(key));
}

function means(read: unknown, meant: unknown): boolean {
  if (typeof meant !== 'object' || meant === null) return Object.is(read, meant);
  if (typeof read !== 'object' || read === null || Array.isArray(read) !== Array.isArray(meant)) return false;
  const wanted = Object.entries(meant).filter(([, value]) => value !== undefined);
  const found = new Map(Object.entries(read));
  return wanted.length === found.size && wanted.every(([key, value]) => found.has(key) && means(found.get(key), value));
}

function misfit(why: string): PressError {
  return new PressError(
    'not-a-release',
    `The new release cannot be written: ${why.charAt(0).toLowerCase()}${why.slice(1)}`,
    {
      hint: 'Look for what came with text copied from elsewhere, and leave it out.',
    },
  );
}
