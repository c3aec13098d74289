/** A site profile as a person writes it in YAML, checked key by key: every complaint says where, what and the way out. */
import type { DataPath } from '../../model/manuscript.ts';
import type { PersonsData } from '../../model/persons-data.ts';
import { didYouMean } from '../../model/press-error.ts';
import { quoted } from '../../model/quoting.ts';
import {
  profileKeys,
  type NumberOrder,
  type ProfileKey,
  type ProfilePlace,
  type SiteProfile,
} from '../../model/site-profile.ts';
import { nearest } from '../../text/nearest.ts';
import { compiledPattern } from './pattern.ts';
import { parseSelector } from './selector.ts';

const others = ['name', 'match', 'facets', 'skip', 'entry', 'fallback'];
const placeKeys = ['select', 'attribute', 'pattern', 'format', 'value'];
const matchKeys = ['host', 'selector'];
const orders: readonly NumberOrder[] = ['day-month-year', 'month-day-year', 'year-month-day'];

/** Reads a profile. Throws PressError through `fail` of the file. */
export function readProfile(file: PersonsData): SiteProfile {
  return new ProfileReader(file).read();
}

type Mapping = Readonly<Record<string, unknown>>;

class ProfileReader {
  readonly #file: PersonsData;

  constructor(file: PersonsData) {
    this.#file = file;
  }

  read(): SiteProfile {
    const { data } = this.#file;
    this.#checkKeys(data, [], [...profileKeys, ...others]);
    const places = new Map(profileKeys.flatMap((key) => this.#entry(data, key)));
    if (!places.has('body')) this.#needs('body');
    if (!places.has('title')) this.#needs('title');
    return {
      name: this.#text(data['name'], ['name']) ?? this.#file.name,
      isPersons: true,
      match: this.#match(data['match']),
      places,
      facets: this.#facets(data['facets']),
      skip: this.#selectors(data['skip'], ['skip']),
      entry: this.#selectors(data['entry'], ['entry']).join(', ') || undefined,
      fallback: this.#flag(data['fallback'], ['fallback']),
    };
  }

  #needs(key: ProfileKey): never {
    return this.#file.fail([], {
      message: `The profile does not say where the ${key === 'body' ? 'text' : key} stands.`,
      hint: `Add a line such as «${key}: ${key === 'body' ? '.article-text' : 'h1'}».`,
    });
  }

  #entry(data: Mapping, key: ProfileKey): (readonly [ProfileKey, readonly ProfilePlace[]])[] {
    const places = this.#places(data[key], [key]);
    return places.length === 0 ? [] : [[key, places]];
  }

  #match(value: unknown): SiteProfile['match'] {
    const given = this.#mapping(value, ['match'], matchKeys);
    const host = this.#text(given['host'], ['match', 'host'])?.toLowerCase();
    const selector = this.#selectors(given['selector'], ['match', 'selector']).join(', ');
    if (host !== undefined && /[/:\s]/.test(host)) {
      this.#file.fail(['match', 'host'], {
        message: `${quoted(host)} is no name of a host.`,
        hint: 'Write the name alone, such as «news.example.org».',
      });
    }
    return { ...(host !== undefined && { host }), ...(selector !== '' && { selector }) };
  }

  #facets(value: unknown): ReadonlyMap<string, readonly ProfilePlace[]> {
    const given = this.#mapping(value, ['facets']);
    return new Map(
      Object.keys(given).flatMap((name) => {
        const places = this.#places(given[name], ['facets', name]);
        return places.length === 0 ? [] : [[name, places] as const];
      }),
    );
  }

  /** A selector or a mapping that says more, or a list of both. */
  #places(value: unknown, path: DataPath): ProfilePlace[] {
    if (isEmpty(value)) return [];
    if (Array.isArray(value)) return value.flatMap((each, at) => this.#places(each, [...path, at]));
    if (!isMapping(value)) return this.#selectors(value, path).map((select) => ({ select }));
    const given = this.#mapping(value, path, placeKeys);
    const select = this.#selectors(given['select'], [...path, 'select']);
    const constant = this.#text(given['value'], [...path, 'value']);
    if (constant !== undefined) return [{ select: '', value: constant }];
    if (select.length > 0) return this.#withDetails(select, given, path);
    return this.#file.fail(path, {
      message: `${quoted(String(path.at(-1)))} has neither «select» nor «value».`,
      hint: 'Say where it stands, such as «select: .place», or what it always is, such as «value: Baku».',
    });
  }

  #withDetails(selectors: readonly string[], given: Mapping, path: DataPath): ProfilePlace[] {
    const attribute = this.#text(given['attribute'], [...path, 'attribute'])?.toLowerCase();
    const pattern = this.#pattern(given['pattern'], [...path, 'pattern']);
    const format = this.#order(given['format'], [...path, 'format']);
    return selectors.map((select) => ({
      select,
      ...(attribute !== undefined && { attribute }),
      ...(pattern !== undefined && { pattern }),
      ...(format !== undefined && { format }),
    }));
  }

  #selectors(value: unknown, path: DataPath): string[] {
    if (isEmpty(value)) return [];
    const all = Array.isArray(value)
      ? value.map((each, at) => ({ each, at: [...path, at] }))
      : [{ each: value, at: path }];
    return all.map(({ each, at }) => {
      const written = this.#text(each, at) ?? '';
      const selector = parseSelector(written);
      if (typeof selector !== 'string') return selector.written;
      return this.#file.fail(at, {
        message: `${quoted(written)} cannot be used as a selector. ${selector}`,
        hint: 'press knows names of elements, #id, .class, [attribute=value], a blank or > between them, and commas: «div.news > h1».',
      });
    });
  }

  #pattern(value: unknown, path: DataPath): string | undefined {
    const written = this.#text(value, path);
    const compiled = written === undefined ? undefined : compiledPattern(written);
    if (typeof compiled !== 'string') return written;
    return this.#file.fail(path, {
      message: `${quoted(written ?? '')} cannot be used as a pattern. ${compiled}`,
      hint: 'A pattern has one group, which is the part that is meant: «Issued on (.+)».',
    });
  }

  #order(value: unknown, path: DataPath): NumberOrder | undefined {
    const written = this.#text(value, path);
    const order = orders.find((each) => each === written);
    if (written !== undefined && order === undefined)
      this.#file.fail(path, {
        message: `${quoted(written)} is no order of numbers.`,
        hint: `Write ${orders.join(', ')}.`,
      });
    return order;
  }

  #flag(value: unknown, path: DataPath): boolean {
    if (isEmpty(value)) return false;
    if (typeof value === 'boolean') return value;
    return this.#file.fail(path, { message: 'This is neither true nor false.', hint: 'Write «true» or «false».' });
  }

  #text(value: unknown, path: DataPath): string | undefined {
    if (isEmpty(value)) return undefined;
    if (typeof value === 'string') return value;
    return this.#file.fail(path, {
      message: 'This has to be a text.',
      hint: 'Put it in quotation marks, on one line.',
    });
  }

  #mapping(value: unknown, path: DataPath, keys?: readonly string[]): Mapping {
    if (isEmpty(value)) return {};
    if (!isMapping(value))
      return this.#file.fail(path, {
        message: 'Keys and values belong here.',
        hint: keys === undefined ? 'Write one on each line, further in.' : `The keys are ${keys.join(', ')}.`,
      });
    if (keys !== undefined) this.#checkKeys(value, path, keys);
    return value;
  }

  #checkKeys(mapping: Mapping, path: DataPath, known: readonly string[]): void {
    const unknown = Object.keys(mapping).find((key) => !known.includes(key));
    if (unknown === undefined) return;
    this.#file.fail([...path, unknown], {
      message: `${quoted(unknown)} is no key of ${path.length === 0 ? 'a profile' : quoted(path.join('.'))}.`,
      hint: didYouMean(nearest(unknown, known)) ?? `The keys are ${known.join(', ')}.`,
      at: 'key',
    });
  }
}

function isMapping(value: unknown): value is Mapping {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isEmpty(value: unknown): value is undefined | null {
  return value === undefined || value === null;
}
