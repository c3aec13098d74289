/**
 * Why a YAML text cannot be read: every slip in it, each with a mend that has been tried.
 *
 * The text is cut into its entries of the first level. What reads alone is sound; in the others slips are looked for, and one is
 * believed only if the entry does not read without its mend and reads with it, all other values being the same.
 */
import type { Fault, OffsetFix } from '../model/manuscript.ts';
import { OutOfTime, withinTime } from './stopwatch.ts';
import { readSubset } from './subset-reader.ts';
import { applyPuts, type Put } from './text-puts.ts';
import { readStrictly } from './yaml-conversion.ts';
import { isIdle, yamlEntries, yamlLines, type YamlLine } from './yaml-lines.ts';
import type { Mend, YamlSlip } from './yaml-slip.ts';
import { findSlips } from './yaml-slips.ts';

const limits = { characters: 256 * 1024, faults: 20, triedCharacters: 40 * 1024, milliseconds: 1000 } as const;

/** The faults of a refused text, in the order of their places. `complaints` are those of the reader, told where nothing better is found. */
export function explainYaml(text: string, offset: number, complaints: readonly Fault[]): readonly Fault[] {
  if (text.length > limits.characters || complaints.some(isHopeless)) return complaints;
  try {
    const faults = withinTime(limits.milliseconds, () => new Explanation(text).faults());
    return faults.length === 0 ? complaints : faults.map((fault) => moved(fault, offset));
  } catch (error) {
    if (error instanceof OutOfTime) return complaints;
    throw error;
  }
}

/** Text that the parser must not be asked about a second time. */
function isHopeless({ rule, message }: Fault): boolean {
  return rule === 'size-limit' || message.includes('nested too deeply');
}

class Explanation {
  readonly #text: string;
  readonly #faults: Fault[] = [];
  /** What makes the text readable, as far as it is known. */
  readonly #puts: Put[] = [];

  constructor(text: string) {
    this.#text = text;
  }

  faults(): readonly Fault[] {
    const entries = yamlEntries(this.#text, yamlLines(this.#text));
    for (const [index, entry] of entries.entries()) {
      if (this.#faults.length >= limits.faults) break;
      // What stands before the first key of the first level may be sound alone, and wrong there.
      const isBefore =
        index === 0 && entries.length > 1 && !isKeyAtEdge(entry) && entry.some((line) => !isIdle(this.#text, line));
      this.#judge(entry, isBefore);
    }
    this.#judgeTogether();
    return this.#faults.sort((a, b) => a.start - b.start).slice(0, limits.faults);
  }

  #judge(entry: readonly YamlLine[], isBefore: boolean): void {
    const start = entry[0]?.start ?? 0;
    const alone = this.#text.slice(start, entry.at(-1)?.next);
    if (!isBefore && readSubset(alone) !== undefined) return;
    const reading = readStrictly(alone, start);
    if (reading.data !== undefined && !isBefore) return;
    const slips = findSlips(this.#text, entry, isBefore);
    const tried = new Trial({ alone, start }, slips, isBefore).believed();
    if (tried.length === 0) return this.#unexplained(alone, start, reading.faults);
    for (const { slip, fix } of tried) this.#faults.push(faultOf(slip, fix));
    for (const each of tried.flatMap(({ slip }) => slip.mend?.puts ?? [])) this.#puts.push(each);
  }

  /** The reader's own words, and the entry taken out of the way. */
  #unexplained(alone: string, start: number, faults: readonly Fault[]): void {
    for (const each of faults) this.#faults.push(each);
    const isRead = faults.every(({ rule }) => rule === 'duplicate-key');
    const colon = alone.indexOf(':');
    if (!isRead) this.#puts.push({ start: start + colon + 1, end: start + alone.length, text: '\n' });
  }

  /** What is wrong between the entries, such as a key that stands twice, is seen once they all read. */
  #judgeTogether(): void {
    const mended = applyPuts(this.#text, this.#puts);
    if (mended === undefined) return;
    for (const fault of readStrictly(mended.text, 0).faults) {
      const start = mended.before(fault.start);
      const end = Math.max(start, mended.before(fault.end));
      const related = (fault.related ?? []).map((place) => ({
        ...place,
        start: mended.before(place.start),
        end: mended.before(place.end),
      }));
      const isSaid = this.#faults.some((said) => said.start <= start && start <= said.end);
      const isOurs = fault.rule === 'duplicate-key' || this.#faults.length === 0;
      if (isOurs && !isSaid) this.#faults.push({ ...fault, start, end, ...(related.length === 0 ? {} : { related }) });
    }
  }
}

function isKeyAtEdge(entry: readonly YamlLine[]): boolean {
  return entry[0]?.column === 0 && entry[0].at < entry[0].end;
}

interface Believed {
  readonly slip: YamlSlip;
  readonly fix: OffsetFix | undefined;
}

/** Tries the mends of one entry: each must be needed, and do what it is for and nothing else. */
class Trial {
  readonly #alone: string;
  readonly #start: number;
  readonly #slips: readonly YamlSlip[];
  readonly #isBefore: boolean;

  constructor(
    entry: { readonly alone: string; readonly start: number },
    slips: readonly YamlSlip[],
    isBefore: boolean,
  ) {
    this.#alone = entry.alone;
    this.#start = entry.start;
    this.#slips = slips;
    this.#isBefore = isBefore;
  }

  believed(): readonly Believed[] {
    const isTooMuch = this.#alone.length > limits.triedCharacters || this.#slips.length > limits.faults;
    const whole = isTooMuch ? undefined : this.#read(this.#putsBut(undefined));
    if (whole === undefined) return this.#slips.slice(0, limits.faults).map((slip) => ({ slip, fix: undefined }));
    const needed = this.#slips.filter((slip) => this.#isBefore || this.#read(this.#putsBut(slip)) === undefined);
    return needed.map((slip) => ({ slip, fix: this.#fixOf(slip, whole) }));
  }

  #putsBut(left: YamlSlip | undefined): readonly Put[] {
    return this.#slips.filter((slip) => slip !== left).flatMap(({ mend }) => mend?.puts ?? []);
  }

  #read(puts: readonly Put[]): unknown {
    const here = puts.map((put) => ({ ...put, start: put.start - this.#start, end: put.end - this.#start }));
    const text = applyPuts(this.#alone, here)?.text;
    return text === undefined ? undefined : readStrictly(text, 0).data;
  }

  #fixOf(slip: YamlSlip, whole: unknown): OffsetFix | undefined {
    const { mend } = slip;
    if (mend === undefined || !this.#doesItsWork(slip, mend, whole)) return undefined;
    return { title: mend.title, safety: mend.isLiteral ? 'safe' : 'review', edits: mend.puts };
  }

  /** With a word in the place of the value, the same must be read but for that one value. */
  #doesItsWork(slip: YamlSlip, { value, means }: Mend, whole: unknown): boolean {
    if (value === undefined) return true;
    const probed = this.#read([...this.#putsBut(slip), { ...value, text: probe }]);
    return probed !== undefined && differences(probed, whole).every((one) => isMeant(one, means));
  }
}

const probe = 'zq7x';

type Difference = readonly [before: unknown, after: unknown];

function isMeant([before, after]: Difference, means: string | undefined): boolean {
  return before === probe && (means === undefined ? typeof after === 'string' : after === means);
}

/** The leaves in which two values differ. */
function differences(before: unknown, after: unknown): readonly Difference[] {
  if (Object.is(before, after)) return [];
  const isSame = Array.isArray(before) === Array.isArray(after);
  if (!isSame || !isCollection(before) || !isCollection(after)) return [[before, after]];
  const keys = new Set([...Object.keys(before), ...Object.keys(after)]);
  return [...keys].flatMap((key) => differences(before[key], after[key]));
}

function isCollection(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null;
}

function faultOf({ start, end, message, hint }: YamlSlip, fix: OffsetFix | undefined): Fault {
  return { rule: 'front-matter', start, end, message, hint, ...(fix === undefined ? {} : { fix }) };
}

/** A fault of a text that begins at an offset of its file. */
function moved(fault: Fault, offset: number): Fault {
  const { start, end, fix, related } = fault;
  const shift = <Place extends { readonly start: number; readonly end: number }>(place: Place): Place => ({
    ...place,
    start: place.start + offset,
    end: place.end + offset,
  });
  return {
    ...fault,
    start: start + offset,
    end: end + offset,
    ...(fix === undefined ? {} : { fix: { ...fix, edits: fix.edits.map(shift) } }),
    ...(related === undefined ? {} : { related: related.map(shift) }),
  };
}
