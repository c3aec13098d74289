import { bodyDateline, type BodyDateline } from '../model/body-dateline.ts';
import { displayCase } from '../model/dateline-case.ts';
import { listOf } from '../model/make-release.ts';
import type { Manuscript, OffsetFix, Span } from '../model/manuscript.ts';
import { placeOf } from '../model/places.ts';
import { quoted, quotedList } from '../model/quoting.ts';
import type { Finding, Rule } from '../model/rule.ts';
import { sampleRelease } from '../model/sample-release.ts';
import { fold } from '../text/fold.ts';

/** Case and accents count for nothing. A city in another alphabet than the key’s cannot be judged, and is not. */
export const datelinePlace: Rule = {
  id: 'dateline-place',
  topic: 'dates',
  severity: 'warning',
  scope: 'manuscript',
  summary: 'The dateline names another place than the front matter.',
  mends: {
    review: 'Writes the place of the front matter into the dateline; makes a list of several places in one text.',
  },
  why:
    'Lists and searches go by «place», readers by the dateline. When the two differ, a release is filed under a city in which it ' +
    'was not issued.',
  examples: [{ wrong: sampleRelease({ place: 'Ganja' }), right: sampleRelease({ place: 'Baku' }) }],
  mayFind: (manuscript) => !isNamedAsWritten(manuscript),
  *check(manuscript): Generator<Finding> {
    const { data } = manuscript;
    const places = data === undefined ? [] : listOf(data, 'place');
    const found = places.length === 0 ? undefined : bodyDateline(manuscript);
    if (found === undefined || found.dateline.cities.length === 0) return;
    const several = placesInOneText(manuscript, found);
    if (several !== undefined) {
      yield several;
      return;
    }
    const strangers = citiesElsewhere(found, places);
    yield* strangers;
    if (strangers.length === 0) yield* placesLeftOut(manuscript, found, places);
  },
};

/** «BAKU» above a text whose place is «Baku»: nearly all are like that, and nothing need be folded to see it. */
function isNamedAsWritten(manuscript: Manuscript): boolean {
  const place = manuscript.data?.['place'];
  const cities = typeof place === 'string' && PLAIN_NAME.test(place) ? bodyDateline(manuscript)?.dateline.cities : [];
  return (
    cities === undefined || (cities.length === 1 && (cities[0] === place || cities[0] === String(place).toUpperCase()))
  );
}

const PLAIN_NAME = /^[A-Za-z]+(?:[ -][A-Za-z]+)*$/;

/** «Tirana, Vlora» above TIRANA/VLORA: a comma alone says nothing, for «Washington, D.C.» is one place. */
function placesInOneText(manuscript: Manuscript, { dateline }: BodyDateline): Finding | undefined {
  const written = manuscript.data?.['place'];
  const parts = typeof written === 'string' ? written.split(',').map((part) => part.trim()) : [];
  const { cities, region } = dateline;
  const isSame = (part: string, city: string): boolean => mayBeSame(part, city, region);
  const isEach =
    parts.every((part) => cities.some((city) => isSame(part, city))) &&
    cities.every((city) => parts.some((part) => isSame(part, city)));
  if (parts.length < 2 || parts.length !== cities.length || !isEach) return undefined;
  const list = `[${parts.map((part) => (/^[\p{L} .’-]+$/u.test(part) ? part : JSON.stringify(part))).join(', ')}]`;
  const place = placeOf(manuscript, ['place']);
  return {
    ...place,
    message: `«place» says ${quoted(parts.join(', '))} as one place, and the dateline names ${cities.length}.`,
    hint: `Several places are a list: write ${list}.`,
    fix: { title: `Write ${list}`, safety: 'review', edits: [{ ...place, text: list }] },
  };
}

function citiesElsewhere({ dateline, inFile }: BodyDateline, places: readonly string[]): Finding[] {
  const { cities, cityRanges } = dateline;
  return cityRanges.flatMap((range, index) => {
    const city = cities[index] ?? '';
    if (names(places).some((place) => mayBeSame(place, city, dateline.region))) return [];
    const message = `The dateline says ${quoted(city)}, and «place» says ${quotedList(places, 'and')}.`;
    return [{ ...inFile(range), message, ...wayOut(city, inFile(range), { cities, places }) }];
  });
}

interface Named {
  readonly cities: readonly string[];
  readonly places: readonly string[];
}

/** One city and one place: the front matter is believed, by which lists and searches go. */
function wayOut(city: string, range: Span, { cities, places }: Named): { hint: string; fix?: OffsetFix } {
  const [place = '', another] = names(places);
  if (cities.length > 1 || another !== undefined) return { hint: 'Put one of the two right.' };
  const right = city === city.toUpperCase() ? place.toUpperCase() : place;
  return {
    hint: `Write ${quoted(right)} in the dateline, or ${quoted(displayCase(city))} under «place».`,
    fix: { title: `Write ${right}`, safety: 'review', edits: [{ ...range, text: right }] },
  };
}

function placesLeftOut(manuscript: Manuscript, { dateline }: BodyDateline, places: readonly string[]): Finding[] {
  const isList = Array.isArray(manuscript.data?.['place']);
  return places.flatMap((place, index) => {
    const isNamed = names([place]).every((name) =>
      dateline.cities.some((city) => mayBeSame(name, city, dateline.region)),
    );
    if (isNamed) return [];
    const message = `«place» says ${quoted(place)}, and the dateline says ${quotedList(dateline.cities, 'and')}.`;
    const hint = `Name ${quoted(place)} in the dateline as well, or take it out of «place».`;
    return [{ ...placeOf(manuscript, isList ? ['place', index] : ['place']), message, hint }];
  });
}

/** Some write the cities of one dateline into one text: Warsaw/Vienna. */
function names(places: readonly string[]): string[] {
  return places.flatMap((place) => place.split(/[/&]/)).filter((name) => name.trim() !== '');
}

function mayBeSame(place: string, city: string, region: string | undefined): boolean {
  const wanted = fold(place);
  return (
    wanted === fold(city) ||
    (region !== undefined && wanted === fold(`${city} ${region}`)) ||
    isLatin(place) !== isLatin(city)
  );
}

function isLatin(text: string): boolean {
  return /\p{Script=Latin}/u.test(text);
}
