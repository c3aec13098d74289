/** From the bytes of a file to a manuscript, with everything that is wrong with them. */
import type { Fault, FrontMatter, Manuscript, ReadingRule, Span } from '../model/manuscript.ts';
import { LineMap } from '../model/text-range.ts';
import { splitFrontMatter, type FrontMatterBlock } from '../text/front-matter.ts';
import { decode } from './decode.ts';
import { digestOf, digestOfText } from './digest.ts';
import { explainFences } from './fence-slips.ts';
import { readFrontMatter } from './front-matter-reader.ts';
import { mergeConflict } from './merge-conflict.ts';
import { subsetPlaces } from './subset-places.ts';
import { secondBlock } from './second-block.ts';
import { readSubset } from './subset-reader.ts';
import type { Untexted } from './untexted.ts';
import type { YamlReading } from './yaml-reader.ts';

/** Says which plain numbers and booleans a schema wants as such; everything else is text. */
export type Untext = (data: YamlReading['data'], untexted: readonly Untexted[]) => void;

/** A file as read. `untext` gives numbers that are meant as text their spelling back. */
export function readManuscript(path: string, bytes: Uint8Array, untext: Untext): Manuscript {
  const text = decode(bytes);
  if (typeof text !== 'string') {
    return unreadManuscript(path, {
      digest: digestOf(bytes),
      line: text.line,
      rule: 'encoding',
      message: text.message,
      hint: 'Save it as UTF-8.',
    });
  }
  return readText({ path, text }, untext);
}

/** A file that gave no text: all there is to say is why. */
export function unreadManuscript(
  path: string,
  why: {
    readonly rule: ReadingRule;
    readonly message: string;
    readonly hint: string;
    readonly digest?: string;
    readonly line?: number;
  },
): Manuscript {
  // The line of a text that nobody could decode: as many line breaks as lie before it.
  const text = '\n'.repeat((why.line ?? 1) - 1);
  const fault: Fault = { rule: why.rule, start: text.length, end: text.length, message: why.message, hint: why.hint };
  return withoutData({ path, text, digest: why.digest ?? '' }, [fault]);
}

interface Source {
  readonly path: string;
  readonly text: string;
  /** Of a text that could not be decoded; of every other the text says it. */
  readonly digest?: string;
}

function readText(source: Source, untext: Untext): Manuscript {
  const { text } = source;
  // Of two files in one, whatever else there is to say would be said of neither.
  const conflict = mergeConflict(text);
  if (conflict !== undefined) return withoutData(source, [conflict]);
  const faults = characterFaults(text);
  const split = splitFrontMatter(text);
  if ('fault' in split) return withoutData(source, [...faults, ...explainFences(text)]);
  const { block } = split;
  const second = secondBlock(text, block.bodyStart);
  if (second !== undefined) faults.push(second);
  const reading = readBlock(text, block);
  if (reading.data === undefined) return withoutData(source, [...faults, ...unsaid(reading.faults, faults)], block);
  untext(reading.data, reading.untexted);
  return new ReadManuscript(source, { block, data: reading.data, faults, reading });
}

interface Read {
  readonly block: FrontMatterBlock | undefined;
  readonly data: FrontMatter | undefined;
  readonly faults: readonly Fault[];
  readonly reading: Pick<YamlReading, 'locate'> | undefined;
}

const nothing: Span = { start: 0, end: 0 };

/** What few ask for is made when they ask: of a release with nothing wrong in it, neither its digest nor its lines are wanted. */
class ReadManuscript implements Manuscript {
  readonly path: string;
  readonly text: string;
  readonly data: FrontMatter | undefined;
  readonly block: Span;
  readonly bodyStart: number;
  readonly faults: readonly Fault[];
  readonly locate: Manuscript['locate'];
  #digest: string | undefined;
  #lines: LineMap | undefined;

  constructor({ path, text, digest }: Source, { block, data, faults, reading }: Read) {
    this.path = path;
    this.text = text;
    this.data = data;
    this.block = block === undefined ? nothing : { start: block.start, end: block.end };
    this.bodyStart = block?.bodyStart ?? text.length;
    this.faults = faults;
    this.locate = (path, part = 'value') => reading?.locate(path, part);
    this.#digest = digest;
  }

  /** What was decoded without a fault is encoded to the same bytes again. */
  get digest(): string {
    this.#digest ??= digestOfText(this.text);
    return this.#digest;
  }

  get lines(): LineMap {
    this.#lines ??= new LineMap(this.text);
    return this.#lines;
  }
}

/** Faults of values without those whose character has been reported where it stands. */
function unsaid(ofValues: readonly Fault[], ofCharacters: readonly Fault[]): Fault[] {
  const isSaid = ({ start, end }: Fault): boolean =>
    ofCharacters.some((said) => said.start >= start && said.end <= end);
  return ofValues.filter((fault) => fault.rule !== 'control-character' || !isSaid(fault));
}

/** The fast reader where it can; the exact one where it declines, and for places that the fast one does not know. */
function readBlock(text: string, block: FrontMatterBlock): YamlReading {
  const source = text.slice(block.start, block.end);
  const exact = onDemand(() => readFrontMatter(source, block.start));
  const fast = readSubset(source);
  if (fast === undefined) return exact();
  const near = onDemand(() => subsetPlaces(source, fast.data, block.start));
  const locate: YamlReading['locate'] = (path, part) => {
    const place = near()(path, part);
    return place === 'unsure' ? exact().locate(path, part) : place;
  };
  return { data: fast.data, untexted: fast.untexted, faults: [], locate };
}

function onDemand<Result>(work: () => Result): () => Result {
  let result: Result | undefined;
  return () => (result ??= work());
}

function withoutData(source: Source, faults: readonly Fault[], block?: FrontMatterBlock): Manuscript {
  return new ReadManuscript(source, { block, data: undefined, faults, reading: undefined });
}

const FAULTS_OF_A_KIND = 100;
// The look before any work: nearly every text has nothing of it, and none but ends of lines of Windows are honest.
const mayBeStrange = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f]/;
const strange = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f]|\r(?!\n)/g;

/** Control characters and carriage returns that end no line. */
function characterFaults(text: string): Fault[] {
  const faults: Fault[] = [];
  for (const match of mayBeStrange.test(text) ? text.matchAll(strange) : []) {
    if (faults.length === FAULTS_OF_A_KIND) break;
    faults.push(characterFault(match.index, match[0]));
  }
  const secondMark = text.charCodeAt(0) === 0xfeff && text.charCodeAt(1) === 0xfeff;
  if (secondMark)
    faults.push({
      rule: 'encoding',
      start: 1,
      end: 2,
      message: 'The file has a second byte-order mark.',
      hint: 'Remove it.',
      fix: { title: 'Remove the mark', safety: 'safe', edits: [{ start: 1, end: 2, text: '' }] },
    });
  return faults;
}

function characterFault(start: number, character: string): Fault {
  const code = character.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0');
  const message =
    character === '\r' ? 'A carriage return stands alone (U+000D).' : `There is a control character (U+${code}).`;
  return {
    rule: 'control-character',
    start,
    end: start + 1,
    message,
    hint: 'Remove it; it often comes with text copied from elsewhere.',
  };
}
