import { bodyDateline, type BodyDateline } from '../model/body-dateline.ts';
import { listOf } from '../model/make-release.ts';
import type { Manuscript } from '../model/manuscript.ts';
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
  why:
    'Lists and searches go by «place», readers by the dateline. When the two differ, a release is filed under a city in which it ' +
    'was not issued.',
  examples: [{ wrong: sampleRelease({ place: 'Ganja' }), right: sampleRelease({ place: 'Baku' }) }],
  *check(manuscript): Generator<Finding> {
    const { data } = manuscript;
    const places = data === undefined ? [] : listOf(data, 'place');
    const found = places.length === 0 ? undefined : bodyDateline(manuscript);
    if (found === undefined || found.dateline.cities.length === 0) return;
    const strangers = citiesElsewhere(found, places);
    yield* strangers;
    if (strangers.length === 0) yield* placesLeftOut(manuscript, found, places);
  },
};

function citiesElsewhere({ dateline, inFile }: BodyDateline, places: readonly string[]): Finding[] {
  const { cities, cityRanges } = dateline;
  return cityRanges.flatMap((range, index) => {
    const city = cities[index] ?? '';
    if (names(places).some((place) => mayBeSame(place, city, dateline.region))) return [];
    const message = `The dateline says ${quoted(city)}, and «place» says ${quotedList(places, 'and')}.`;
    return [{ ...inFile(range), message, hint: 'Put one of the two right.' }];
  });
}

function placesLeftOut(manuscript: Manuscript, { dateline }: BodyDateline, places: readonly string[]): Finding[] {
  const isList = Array.isArray(manuscript.data?.['place']);
  return places.flatMap((place, index) => {
    const isNamed = names([place]).every((name) =>
      dateline.cities.some((city) => mayBeSame(name, city, dateline.region)),
    );
    if (isNamed) return [];
    const message = `«place» says ${quoted(place)}, and the dateline says ${quotedList(dateline.cities, 'and')}.`;
    return [
      { ...placeOf(manuscript, isList ? ['place', index] : ['place']), message, hint: 'Put one of the two right.' },
    ];
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
