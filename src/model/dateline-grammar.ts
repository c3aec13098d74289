import { fold } from '../text/fold.ts';
import type { DatelineDate } from './dateline-date.ts';
import { parseDatelineDate } from './dateline-date.ts';
import type { DatelineEnding, DatelineWire } from './dateline-ending.ts';
import { parseEnding, parseWire } from './dateline-ending.ts';
import type { DatelinePlaces } from './dateline-places.ts';
import { parsePlaces, parseRegion } from './dateline-places.ts';
import type { Span, TokenStream } from './dateline-tokens.ts';
import { REGIONS, STANDALONE_CITIES } from './dateline-words.ts';

/** What the grammar recognised, as offsets into the text of the pieces. */
export interface DatelineReading {
  readonly cities: readonly Span[];
  readonly isInCapitals: boolean;
  readonly region: Span | undefined;
  readonly date: DatelineDate | undefined;
  readonly wire: string | undefined;
  readonly ending: DatelineEnding['kind'];
  /** Where the last part that means something ends. */
  readonly lastEnd: number;
  /** Where the last mark of the separator ends; blanks may follow. */
  readonly separatorEnd: number;
}

/** What stands before a date, a news service or a separator, and the piece that comes next. */
interface Opening {
  readonly places: DatelinePlaces;
  readonly region?: (Span & { readonly next: number }) | undefined;
  readonly next: number;
}

const NO_PLACES: DatelinePlaces = { cities: [], isInCapitals: false, next: 0 };

/** Reads the dateline that begins at the first piece; `undefined` when none does. */
export function readDateline(tokens: TokenStream): DatelineReading | undefined {
  const date = parseDatelineDate(tokens, 0);
  if (date !== undefined && leads(tokens, date)) return readDateThenPlace(tokens, date) ?? readDateAlone(tokens, date);
  const places = parsePlaces(tokens, 0);
  if (places === undefined) return undefined;
  for (const opening of openings(tokens, places)) {
    const reading = readDated(tokens, opening) ?? readUndated(tokens, opening);
    if (reading !== undefined) return reading;
  }
  return undefined;
}

/** The places alone, and the places with a region when a comma and a name follow them. */
function openings(tokens: TokenStream, places: DatelinePlaces): Opening[] {
  const bare = { places, next: places.next };
  const region = tokens.at(places.next).kind === 'comma' ? parseRegion(tokens, places.next + 1) : undefined;
  return region === undefined ? [bare] : [bare, { places, region, next: region.next }];
}

/** PLACE, DATE – and PLACE – DATE. and PLACE (DATE) – */
function readDated(tokens: TokenStream, opening: Opening): DatelineReading | undefined {
  const mark = tokens.at(opening.next).kind;
  const isMarked = mark === 'comma' || mark === 'dash' || mark === 'open';
  const date = parseDatelineDate(tokens, isMarked ? opening.next + 1 : opening.next);
  if (date === undefined) return undefined;
  if (mark === 'open' && tokens.at(date.next).kind !== 'close') return undefined;
  const wire = parseWire(tokens, mark === 'open' ? date.next + 1 : date.next);
  const ending = parseEnding(tokens, wire?.next ?? date.next);
  const isCertain = isMarked || (opening.places.isInCapitals && isFull(date) && ending.kind !== 'nothing');
  if (!isCertain || (wire !== undefined && ending.kind === 'nothing')) return undefined;
  if (!isEnoughForDated(tokens, { date, ending, isInCapitals: opening.places.isInCapitals })) return undefined;
  return taken(tokens, opening, { ending, date, wire: wire?.name, lastEnd: wire?.end ?? endOfDate(tokens, date) });
}

interface Dated {
  readonly date: DatelineDate;
  readonly ending: DatelineEnding;
  readonly isInCapitals: boolean;
}

function isEnoughForDated(tokens: TokenStream, { date, ending, isInCapitals }: Dated): boolean {
  switch (ending.kind) {
    case 'dash':
      // «Vienna, 16 November – 18 November» says how long something lasted.
      return (isInCapitals && isFull(date)) || parseDatelineDate(tokens, ending.next)?.day === undefined;
    case 'stop':
      return date.day !== undefined && beginsText(tokens, ending);
    case 'colon':
    case 'line':
      return date.day !== undefined;
    case 'nothing':
      return isFull(date) && tokens.at(ending.next).kind === 'word' && beginsText(tokens, ending);
  }
}

/** PLACE (WIRE) – and PLACE, REGION--(WIRE - DATE) – and PLACE, REGION – and PLACE— */
function readUndated(tokens: TokenStream, opening: Opening): DatelineReading | undefined {
  const wire = parseWire(tokens, opening.next);
  const ending = parseEnding(tokens, wire?.next ?? opening.next);
  if (ending.kind !== 'dash') return undefined;
  const lastEnd = wire?.end ?? opening.region?.end ?? opening.places.cities.at(-1)?.end ?? 0;
  const isCertain = wire === undefined ? isKnownPlace(tokens, opening) : isCertainWire(tokens, opening, wire);
  if (!isCertain || !(beginsText(tokens, ending) || wire?.date !== undefined)) return undefined;
  return taken(tokens, opening, { ending, date: wire?.date, wire: wire?.name, lastEnd });
}

function isCertainWire(tokens: TokenStream, { next }: Opening, { isKnown, date }: DatelineWire): boolean {
  return isKnown || date !== undefined || tokens.at(next).kind === 'slash';
}

function isKnownPlace(tokens: TokenStream, { places, region }: Opening): boolean {
  if (region !== undefined)
    return REGIONS.has(tokens.plain(region.start, region.end).toLowerCase().replaceAll('.', ''));
  return places.isInCapitals && places.cities.every((city) => isStandalone(tokens, city));
}

function isStandalone(tokens: TokenStream, { start, end }: Span): boolean {
  return STANDALONE_CITIES.has(fold(tokens.plain(start, end)));
}

/** Whether nothing but a weekday stands before a date: «On 16 November 2009» begins a sentence. */
function leads(tokens: TokenStream, { start, weekday }: DatelineDate): boolean {
  return tokens.at(0).start === (weekday?.start ?? start);
}

/** DATE - PLACE, REGION on a line of its own, and DATE, PLACE – */
function readDateThenPlace(tokens: TokenStream, date: DatelineDate): DatelineReading | undefined {
  const mark = tokens.at(date.next).kind;
  const places = mark === 'comma' || mark === 'dash' ? parsePlaces(tokens, date.next + 1) : undefined;
  if (places === undefined || !isFull(date)) return undefined;
  for (const opening of openings(tokens, places)) {
    const ending = parseEnding(tokens, opening.next);
    const isCertain = mark === 'comma' || opening.region !== undefined || isKnownPlace(tokens, opening);
    if (!isCertain || !(ending.kind === 'line' || (ending.kind === 'dash' && mark === 'comma'))) continue;
    const lastEnd = opening.region?.end ?? places.cities.at(-1)?.end ?? date.end;
    return taken(tokens, opening, { ending, date, lastEnd });
  }
  return undefined;
}

/** DATE – and DATE on a line of its own. */
function readDateAlone(tokens: TokenStream, date: DatelineDate): DatelineReading | undefined {
  const ending = parseEnding(tokens, date.next);
  if (!isFull(date) || !['dash', 'line'].includes(ending.kind) || !beginsText(tokens, ending)) return undefined;
  if (ending.kind === 'dash' && parseDatelineDate(tokens, ending.next) !== undefined) return undefined;
  return taken(tokens, { places: NO_PLACES, next: date.next }, { ending, date, lastEnd: endOfDate(tokens, date) });
}

/** The parts that one form of dateline adds to what every form has. */
interface Parts {
  readonly ending: DatelineEnding;
  readonly date: DatelineDate | undefined;
  readonly wire?: string | undefined;
  readonly lastEnd: number;
}

function taken(
  tokens: TokenStream,
  { places, region }: Opening,
  { ending, date, wire, lastEnd }: Parts,
): DatelineReading {
  const { cities, isInCapitals } = places;
  const separatorEnd = tokens.at(ending.next - 1).end;
  return { cities, isInCapitals, region, date, wire, ending: ending.kind, lastEnd, separatorEnd };
}

/** Where a date ends with what belongs to its year: «2016 г.». */
function endOfDate(tokens: TokenStream, date: DatelineDate): number {
  return tokens.at(date.next - 1).end;
}

function isFull({ day, year }: DatelineDate): boolean {
  return day !== undefined && year !== undefined;
}

/** Whether the piece after a separator may be the first of a text: anything but a word in small letters. */
function beginsText(tokens: TokenStream, { next }: DatelineEnding): boolean {
  const { kind, text } = tokens.at(next);
  const first = text.slice(0, 1);
  return kind !== 'word' || first === first.toUpperCase();
}
