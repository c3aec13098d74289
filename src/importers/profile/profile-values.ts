/** The values that stand on a page where a profile says so. */
import type { NumberOrder, ProfileKey, ProfilePlace, SiteProfile } from '../../model/site-profile.ts';
import { civilText, parseCivilDate } from '../../text/dates.ts';
import { dayOf } from '../html/page-facts.ts';
import type { HtmlElement } from '../html/parse-html.ts';
import { pageAddress } from '../html/safe-address.ts';
import { attributeOf, wordsIn } from '../html/tree.ts';
import { oneLine } from '../page/one-line.ts';
import { compiledPattern } from './pattern.ts';
import { select } from './select.ts';
import { parseSelector } from './selector.ts';

export interface ProfileValue {
  readonly value: string;
  readonly origin: string;
  /** Where it stands, if it is all of an element's text. */
  readonly element: HtmlElement | undefined;
}

const LONGEST_VALUE = 5000;
const MOST_VALUES = 200;
/** Keys of which a release has one. */
const single: ReadonlySet<ProfileKey> = new Set(['title', 'date', 'lang', 'type', 'summary', 'url', 'id']);

export class ProfileValues {
  readonly #root: HtmlElement;
  readonly #profile: SiteProfile;
  readonly #url: string | undefined;
  readonly #misfits: string[] = [];
  readonly #known = new Map<ProfileKey, readonly ProfileValue[]>();

  constructor(root: HtmlElement, profile: SiteProfile, url: string | undefined) {
    this.#root = root;
    this.#profile = profile;
    this.#url = url;
  }

  /** The values of a key, in the order of the page; none where the profile does not ask for it. */
  of(key: ProfileKey): readonly ProfileValue[] {
    const known = this.#known.get(key) ?? this.#read(key);
    this.#known.set(key, known);
    return known;
  }

  /** The values at the first of some places where there is any. */
  at(places: readonly ProfilePlace[]): ProfileValue[] {
    return this.#found(places).values;
  }

  /** All elements that the places of a key name. */
  elements(key: ProfileKey): readonly HtmlElement[] {
    const selectors = this.#placesOf(key).map(({ select }) => select);
    return selectors.map((each) => this.#select(each)).find((elements) => elements.length > 0) ?? [];
  }

  elementsOf(selectors: readonly string[]): HtmlElement[] {
    return selectors.flatMap((each) => this.#select(each));
  }

  /** Whether the profile asks for something of which the page has nothing. */
  isAbsent(key: ProfileKey): boolean {
    const places = this.#placesOf(key);
    return places.length > 0 && places.every(({ value }) => value === undefined) && this.elements(key).length === 0;
  }

  /** What was there and did not fit its pattern, as sentences. */
  misfits(): readonly string[] {
    return this.#misfits;
  }

  #placesOf(key: ProfileKey): readonly ProfilePlace[] {
    return this.#profile.places.get(key) ?? [];
  }

  #read(key: ProfileKey): readonly ProfileValue[] {
    const { values, place } = this.#found(this.#placesOf(key));
    const all = place === undefined ? [] : values.flatMap((each) => this.#fitting(key, place, each));
    return single.has(key) ? all.slice(0, 1) : all;
  }

  #found(places: readonly ProfilePlace[]): {
    readonly values: ProfileValue[];
    readonly place: ProfilePlace | undefined;
  } {
    for (const place of places) {
      const values = this.#valuesAt(place);
      if (values.length > 0) return { values, place };
    }
    return { values: [], place: undefined };
  }

  #valuesAt(place: ProfilePlace): ProfileValue[] {
    const { value, select } = place;
    if (value !== undefined) return [{ value, origin: this.#originOf('value'), element: undefined }];
    return this.#select(select)
      .slice(0, MOST_VALUES)
      .flatMap((element) => this.#valueIn(element, place));
  }

  #fitting(key: ProfileKey, { format }: ProfilePlace, each: ProfileValue): ProfileValue[] {
    if (key === 'date') return [{ ...each, value: dateIn(each.value, format) }];
    if (key !== 'url') return [each];
    const value = pageAddress(this.#url === undefined ? each.value : absolute(each.value, this.#url));
    return value === undefined ? [] : [{ ...each, value }];
  }

  #select(written: string): HtmlElement[] {
    const selector = parseSelector(written);
    return typeof selector === 'string' ? [] : select(this.#root, selector);
  }

  #valueIn(element: HtmlElement, { select, attribute, pattern }: ProfilePlace): ProfileValue[] {
    const written = attribute === undefined ? wordsIn(element, LONGEST_VALUE) : (attributeOf(element, attribute) ?? '');
    const whole = oneLine(written.slice(0, LONGEST_VALUE));
    const value = pattern === undefined ? whole : this.#partOf(whole, pattern, select);
    if (value === undefined || value === '') return [];
    const isWhole = attribute === undefined && pattern === undefined;
    const where = attribute === undefined ? select : `${select}, attribute ${attribute}`;
    return [{ value, origin: this.#originOf(where), element: isWhole ? element : undefined }];
  }

  #partOf(whole: string, pattern: string, selector: string): string | undefined {
    const find = compiledPattern(pattern);
    const part = typeof find === 'string' ? undefined : find(whole);
    if (part === undefined && whole !== '') {
      const shown = whole.length > 60 ? `${whole.slice(0, 59)}…` : whole;
      this.#misfits.push(`«${shown}» at «${selector}» does not fit the pattern «${pattern}» of the profile.`);
    }
    return part?.trim();
  }

  #originOf(where: string): string {
    return `«${where}» of the profile`;
  }
}

function absolute(address: string, base: string): string {
  return URL.canParse(address, base) ? new URL(address, base).href : address;
}

const NUMBERS = /^(\d{1,4})\s?[./-]\s?(\d{1,2})\s?[./-]\s?(\d{1,4})(?!\d)/;

/** A date in numbers as the profile orders them, a machine's date as its day; anything else as it stands. */
function dateIn(written: string, order: NumberOrder | undefined): string {
  const machine = dayOf(written);
  if (machine !== undefined) return machine;
  const [, first, second, third] = NUMBERS.exec(written) ?? [];
  if (order === undefined || third === undefined) return written;
  const numbers = [Number(first), Number(second), Number(third)];
  const parts = order.split('-');
  const at = (part: string): number => numbers[parts.indexOf(part)] ?? 0;
  const year = String(at('year'));
  // «09» may be 2009 or 1909, and nobody has said which.
  if (year.length !== 4) return written;
  return parseCivilDate(civilText({ year: at('year'), month: at('month'), day: at('day') }))?.text ?? written;
}
