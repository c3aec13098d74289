/** From a page's release as it was found to what it says, with the origin of every value. */
import { parseDateline, type Dateline } from '../../model/dateline.ts';
import type { SourceRelease, Stated } from '../../model/importer.ts';
import { fold } from '../../text/fold.ts';
import { headOf, type FoundRelease } from './find-release.ts';
import { isWrittenOtherwise } from '../../text/written-otherwise.ts';
import { languageNamed, languageOfHeadings } from './page-language.ts';
import { oneLine } from './one-line.ts';
import { textOfPassage } from './passage.ts';
import { changedIn, doubtfulPart, lostIn, remarksOn, speaksOfEmbargo } from './remarks.ts';
import { dated, readDate } from './stated-date.ts';
import { pickDate, type PickedDate, type WrittenDate } from './pick-date.ts';
import { toMarkdown } from './to-markdown.ts';
import { typeOfWords } from '../../model/page-headings.ts';
import { standingOf, valuesOf } from './statement-values.ts';
import { guessDate } from './year-guess.ts';

/** What a page says about itself outside its visible text. */
export interface PageFacts {
  readonly url: string | undefined;
  readonly lang: Stated | undefined;
  /** A day or instant. */
  readonly date: Stated | undefined;
  /** What is not read as the page has it, as sentences. */
  readonly changed: readonly string[];
  /** Remarks on how the page was read. */
  readonly notes?: readonly string[];
  readonly sourceId?: Stated;
}

export const noFacts: PageFacts = { url: undefined, lang: undefined, date: undefined, changed: [] };

/** The release of a page. */
export function describeRelease(found: FoundRelease, facts: PageFacts): SourceRelease {
  const dateline = parseDateline(headOf(found.body));
  const text = found.body.map(textOfPassage).join('\n');
  const picked = pickDate([...listedDates(found), ...datelineDates(found, dateline), ...pageDates(facts)]);
  const places = placesOf(found, dateline);
  const language = languageOf(found, facts, text);
  return {
    title: titleOf(found),
    date: picked.date,
    dayAndMonth: picked.dayAndMonth,
    places: places.stated,
    labels: labelsOf(found),
    lang: language.lang,
    type: typeOf(found),
    summary: valuesOf(found.statements, 'summary')[0],
    contacts: valuesOf(found.statements, 'contact'),
    body: toMarkdown(found.body),
    url: facts.url,
    notCarried: [...picked.unread, ...lostIn(found.body), ...found.doubtful.map(doubtfulPart)],
    guesses: guessesOf(text, picked),
    contradictions: [...picked.contradictions, ...places.contradictions],
    changed: [...facts.changed, ...changedIn(found.body)],
    notes: [...remarksOn({ found, dateline, text }), ...language.notes, ...(facts.notes ?? [])],
    ...(facts.sourceId !== undefined && { sourceId: facts.sourceId }),
    speaksOfEmbargo: speaksOfEmbargo(text),
  };
}

/** What the page states counts; what it only shows, and the letters of the text contradict, does not. */
function languageOf(
  found: FoundRelease,
  facts: PageFacts,
  text: string,
): { readonly lang: Stated | undefined; readonly notes: readonly string[] } {
  const [stated] = valuesOf(found.statements, 'lang').map(languageNamed);
  const shown = stated ?? facts.lang ?? languageOfHeadings(found);
  if (stated !== undefined || shown === undefined || !isWrittenOtherwise(shown.value, text))
    return { lang: shown, notes: [] };
  const note = `The page seems to be in «${shown.value}» (${shown.origin}), and its text is in other letters: say with --lang what it is in.`;
  return { lang: undefined, notes: [note] };
}

function titleOf({ title: { text, where, confidence } }: FoundRelease): Stated {
  return { value: oneLine(text), origin: where, ...(confidence !== undefined && { confidence }) };
}

/** What the page's list and the line under its headline say, in that order. */
function listedDates({ statements, dateLines }: FoundRelease): WrittenDate[] {
  const listed = valuesOf(statements, 'date').map(({ value, ...standing }) => ({
    ...standing,
    written: value,
    read: readDate(value),
  }));
  return [
    ...listed,
    ...dateLines.map((line) => ({
      origin: 'line under the headline',
      confidence: 'likely' as const,
      written: line,
      read: readDate(line),
    })),
  ];
}

function datelineDates({ body }: FoundRelease, dateline: Dateline | undefined): WrittenDate[] {
  if (dateline?.day === undefined || dateline.month === undefined || dateline.dateRange === undefined) return [];
  const { day, month, year, weekday, dateRange } = dateline;
  const written = headOf(body).slice(dateRange.start, dateRange.end);
  return [{ origin: 'dateline', written, read: dated({ day, month, year, weekday: weekday?.day }) }];
}

function pageDates({ date }: PageFacts): WrittenDate[] {
  if (date === undefined) return [];
  const { value, ...standing } = date;
  return [{ ...standing, written: value, read: { date: value } }];
}

function guessesOf(text: string, { date, dayAndMonth }: PickedDate): SourceRelease['guesses'] {
  if (date !== undefined || dayAndMonth === undefined) return [];
  const guess = guessDate(text, dayAndMonth.value);
  return guess === undefined ? [] : [guess];
}

interface Places {
  readonly stated: readonly Stated[];
  readonly contradictions: SourceRelease['contradictions'];
}

/** The list's places; else the dateline's. The list may name fewer cities than the dateline, not other ones. */
function placesOf({ statements }: FoundRelease, dateline: Dateline | undefined): Places {
  const listed = valuesOf(statements, 'place').flatMap(({ value, ...standing }) =>
    value.split(/\s*[;/]\s*/).map((place) => ({ value: place, ...standing })),
  );
  const cities = (dateline?.cities ?? []).map((city) => ({ value: oneLine(city), origin: 'dateline' }));
  if (listed.length === 0) return { stated: cities, contradictions: [] };
  const known = new Set(listed.map(({ value }) => fold(value)));
  const others = cities.filter(({ value }) => !known.has(fold(value)));
  return {
    stated: listed.filter(({ value }) => value !== ''),
    contradictions: others.map((other) => ({ ...other, key: 'place' })),
  };
}

/** Everything under a heading that press has no key for: which facet is meant, the vocabulary decides. */
function labelsOf({ statements }: FoundRelease): SourceRelease['labels'] {
  return statements
    .filter(({ meaning }) => meaning === undefined || meaning.asks === 'facet')
    .flatMap((statement) =>
      statement.values.map((value) => ({
        heading: statement.heading,
        value,
        ...standingOf(statement),
        ...(statement.isOfAnyFacet === true && { isOfAnyFacet: true as const }),
      })),
    );
}

function typeOf({ statements, typeLine }: FoundRelease): Stated | undefined {
  const [listed] = valuesOf(statements, 'type');
  if (listed !== undefined) return { value: typeOfWords(listed.value)?.name ?? listed.value, origin: listed.origin };
  const named = typeLine === undefined ? undefined : typeOfWords(typeLine.text);
  return typeLine === undefined || named === undefined ? undefined : { value: named.name, origin: typeLine.where };
}
