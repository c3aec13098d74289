/** From the keys that a table or record states to front matter: what the schema takes goes over as it is, the rest is reported. */
import type { SourceRelease, StatedKey, StatedLabel } from '../model/importer.ts';
import type { FrontMatter } from '../model/manuscript.ts';
import { statuses, type Status } from '../model/release.ts';
import { reservedProperties } from '../model/reserved-names.ts';
import { explainViolation } from '../model/schema-sentences.ts';
import type { ReleaseSchema } from '../model/schema-violation.ts';
import type { Settings } from '../model/settings.ts';
import { mayKeepIn } from '../model/foreign-switches.ts';
import { suspectKeys } from '../model/suspect-keys.ts';
import type { Taxonomy } from '../model/taxonomy.ts';
import { splitList } from '../text/csv-lists.ts';
import { fold } from '../text/fold.ts';
import { isReservedName } from '../text/slug-form.ts';
import { dayOrMoment } from './bring-in-date.ts';
import type { ReadValue, UnknownWords } from './bring-in-report.ts';
import { facetOfHeading } from './bring-in-questions.ts';

export interface CarriedKeys {
  /** Values that the schema takes, by key. */
  readonly values: ReadonlyMap<string, unknown>;
  /** What the source says under the vocabulary's questions. */
  readonly labels: readonly StatedLabel[];
  readonly status: Status | undefined;
  readonly read: readonly ReadValue[];
  readonly unknown: readonly UnknownWords[];
  readonly notCarried: readonly string[];
}

interface Judges {
  /** Undefined when no schema of the release's type exists. */
  readonly schema: ReleaseSchema | undefined;
  readonly taxonomy: Taxonomy;
  readonly settings: Pick<Settings, 'timezone'>;
}

/** Sorts what the source states by name. */
export function carryKeys({ frontMatter, hasMomentsOnly }: SourceRelease, judges: Judges): CarriedKeys {
  const sorting = new Sorting(judges);
  for (const [key, stated] of frontMatter ?? []) {
    const { value, origin } = stated;
    const isMoment = hasMomentsOnly === true && key === 'updated';
    if (isMoment && typeof value === 'string')
      sorting.add(key, dayOrMoment({ value, origin }, judges.settings.timezone));
    else sorting.add(key, stated);
  }
  return sorting.result();
}

class Sorting {
  readonly #judges: Judges;
  readonly #values = new Map<string, unknown>();
  readonly #labels: StatedLabel[] = [];
  readonly #read: ReadValue[] = [];
  readonly #unknown: UnknownWords[] = [];
  readonly #notCarried: string[] = [];
  #status: Status | undefined;

  constructor(judges: Judges) {
    this.#judges = judges;
  }

  add(name: string, stated: StatedKey): void {
    const facet = reservedProperties.has(name) ? undefined : facetOfHeading(name, this.#judges.taxonomy);
    if (facet !== undefined) for (const label of labelsIn(facet.property, stated)) this.#labels.push(label);
    else if (name === 'status') this.#addStatus(stated);
    else this.#addKey(name, stated);
  }

  result(): CarriedKeys {
    return {
      values: this.#values,
      labels: this.#labels,
      status: this.#status,
      read: this.#read,
      unknown: this.#unknown,
      notCarried: this.#notCarried,
    };
  }

  #addStatus({ value, origin }: StatedKey): void {
    this.#status = statuses.find((status) => status === value);
    if (this.#status !== undefined) this.#read.push({ key: 'status', value: this.#status, origin });
    else this.#unknown.push({ ...unknownStatus, value: shown(value), origin });
  }

  #addKey(name: string, stated: StatedKey): void {
    const key = this.#knownAs(name, stated);
    if (key === undefined) return this.#leave(name, stated);
    const { taken, why } = fitting(key, stated, this.#judges.schema);
    if (why !== undefined) {
      this.#notCarried.push(`«${key}: ${shown(stated.value)}» (${why})`);
      return;
    }
    this.#values.set(key, taken);
    this.#read.push({ key, value: told(taken), origin: stated.origin });
  }

  /** A heading of a table may be written in capitals; the keys of an object are what they are. */
  #knownAs(name: string, { isCell }: StatedKey): string | undefined {
    const properties = this.#judges.schema?.properties;
    if (properties === undefined || (reservedProperties.has(name) && !carried.has(name))) return undefined;
    if (properties.has(name)) return name;
    const folded = fold(name);
    const own = [...properties].find((property) => fold(property) === folded && !reservedProperties.has(property));
    return isCell === true ? own : undefined;
  }

  #leave(name: string, { value, origin }: StatedKey): void {
    if (!mayKeepIn(name, value)) {
      this.#notCarried.push(`«${name}: ${shown(value)}» (no key and no facet goes by «${name}»)`);
      return;
    }
    this.#unknown.push({
      heading: name,
      value: shown(value),
      origin,
      message: `«${name}: ${shown(value)}» may say that the release is not public yet.`,
      hint: hintFor(name),
    });
  }
}

function hintFor(name: string): string {
  const [suspect] = suspectKeys([name], () => false);
  return suspect === undefined
    ? 'Look whether it may be public, and set its status.'
    : `Call it «${suspect.meant}» if that is what it means, or take it out.`;
}

/** Press's own keys that go over as they are. Of the others something is made, or press makes them. */
const carried: ReadonlySet<string> = new Set([
  'id',
  'updated',
  'embargo',
  'slug',
  'aliases',
  'contacts',
  'boilerplate',
  'corrections',
  'translationOf',
  'related',
  'attachments',
]);

const unknownStatus = {
  heading: 'status',
  message: 'That is no status of a release.',
  hint: `There are ${statuses.join(', ')}.`,
};

/** Each term as the source names it: by id and label, by one of them, or in a cell with others. */
function labelsIn(heading: string, { value, origin, isCell }: StatedKey): StatedLabel[] {
  const items = typeof value === 'string' && isCell === true ? splitList(value) : [value].flat();
  return items.flatMap((item) => {
    if (typeof item === 'string') return item.trim() === '' ? [] : [{ heading, value: item, origin }];
    const id = textUnder(item, 'id');
    const label = textUnder(item, 'label') ?? textUnder(item, 'name') ?? id;
    return [{ heading, value: label ?? shown(item), origin, ...(id !== undefined && { id }) }];
  });
}

function textUnder(item: unknown, key: string): string | undefined {
  if (typeof item !== 'object' || item === null || !Object.hasOwn(item, key)) return undefined;
  const value: unknown = Reflect.get(item, key);
  return typeof value === 'string' && value.trim() !== '' ? value : undefined;
}

interface Fitted {
  readonly taken?: unknown;
  /** Why the schema takes it in no form, without the sentence's last sign. */
  readonly why?: string;
}

/** The value as the schema takes it. An embargo is taken whatever it is: the file is read back, and an unreadable one stops all. */
function fitting(key: string, { value, isCell }: StatedKey, schema: ReleaseSchema | undefined): Fitted {
  if (key === 'embargo') return { taken: value };
  if (!isExact(value)) return { why: 'a number that cannot be kept exactly' };
  if ((key === 'id' || key === 'slug') && typeof value === 'string' && isReservedName(value))
    return { why: 'that name is reserved' };
  let why: string | undefined;
  for (const candidate of isCell === true && typeof value === 'string' ? meaningsOfCell(value) : meaningsOf(value)) {
    const data: FrontMatter = { [key]: candidate };
    const violation = schema?.check(data).find(({ path }) => path[0] === key);
    if (violation === undefined) return { taken: candidate };
    const isOfParts = isCell === true && violation.keyword === 'type';
    why ??= isOfParts ? 'no cell of a table can hold it' : explainViolation(violation, data).message.replace(/\.$/, '');
  }
  return { why: why ?? 'the schema does not take it' };
}

/** Other systems number their releases, and an id is text here. */
function meaningsOf(value: unknown): unknown[] {
  return typeof value === 'number' ? [value, String(value)] : [value];
}

function meaningsOfCell(cell: string): unknown[] {
  const isNumber = /^-?\d{1,15}(?:\.\d{1,15})?$/.test(cell);
  const truth = new Map([
    ['true', true],
    ['false', false],
  ]).get(cell.toLowerCase());
  return [cell, splitList(cell), ...(isNumber ? [Number(cell)] : []), ...(truth === undefined ? [] : [truth])];
}

/** Whether no number in a value has lost digits on the way. */
function isExact(value: unknown): boolean {
  if (typeof value === 'number') return Number.isFinite(value) && Math.abs(value) <= Number.MAX_SAFE_INTEGER;
  if (typeof value !== 'object' || value === null) return true;
  return Object.values(value).every(isExact);
}

const MOST_CHARACTERS = 60;

function shown(value: unknown): string {
  const text = typeof value === 'string' ? value : (JSON.stringify(value) ?? '');
  const line = text.replace(/\s+/g, ' ');
  return line.length > MOST_CHARACTERS ? `${line.slice(0, MOST_CHARACTERS)}…` : line;
}

function told(value: unknown): string | string[] {
  if (Array.isArray(value) && value.every((item) => typeof item === 'string')) return value;
  return shown(value);
}
