/** Reads a page where a profile says that things stand. */
import type { KnownHeading } from '../../model/page-headings.ts';
import type { ProfileKey, ProfilePlace, SiteProfile } from '../../model/site-profile.ts';
import type { HtmlElement } from '../html/parse-html.ts';
import { passagesOfHtml, type ReadPassages } from '../html/passages-of-html.ts';
import type { PageFacts } from '../page/describe-release.ts';
import type { FoundRelease } from '../page/find-release.ts';
import type { Statement } from '../page/metadata.ts';
import { isText, textOfPassage } from '../page/passage.ts';
import { droppedRemarks } from '../page/remarks.ts';
import { outermost } from './select.ts';
import { ProfileValues, type ProfileValue } from './profile-values.ts';

/** What a profile found on a page, or in one entry of it. */
export interface ProfiledRelease {
  readonly found: FoundRelease;
  readonly facts: PageFacts;
}

/** What stands where the profile looks for the release, or the thing that does not. */
export type ProfiledReading =
  | ({ readonly kind: 'release' } & ProfiledRelease)
  | { readonly kind: 'missing'; readonly key: ProfileKey; readonly places: readonly ProfilePlace[] };

const asked: ReadonlyMap<ProfileKey, 'date' | 'place' | 'lang' | 'type' | 'summary' | 'contact'> = new Map([
  ['date', 'date'],
  ['place', 'place'],
  ['lang', 'lang'],
  ['type', 'type'],
  ['summary', 'summary'],
  ['contacts', 'contact'],
]);

/** The part of a page to read: all of it, or one entry of several. */
export interface ProfiledPart {
  readonly root: HtmlElement;
  /** The page's address. */
  readonly url: string | undefined;
  /** Whether it is one of several, so that the page's address is not its own. */
  readonly isEntry: boolean;
}

/** Reads the part of a page that is one release. */
export function readByProfile({ root, url, isEntry }: ProfiledPart, profile: SiteProfile): ProfiledReading {
  const values = new ProfileValues(root, profile, url);
  const [title] = values.of('title');
  if (title === undefined) return { kind: 'missing', key: 'title', places: profile.places.get('title') ?? [] };
  const body = bodyOf(values, { root, profile, url, title });
  const hasWords = body.passages.some((passage) => isText(passage) || textOfPassage(passage) !== '');
  if (!hasWords && values.of('summary').length === 0)
    return { kind: 'missing', key: 'body', places: profile.places.get('body') ?? [] };
  return {
    kind: 'release',
    found: {
      title: { text: title.value, where: title.origin, ...sureness(profile) },
      typeLine: undefined,
      statements: statementsOf(values, profile),
      dateLines: [],
      body: body.passages,
      siteParts: [],
      doubtful: [],
      isFollowed: false,
    },
    facts: factsOf(values, { profile, url: isEntry ? undefined : url, body, hasWords }),
  };
}

interface BodyReading {
  readonly root: HtmlElement;
  readonly profile: SiteProfile;
  readonly url: string | undefined;
  readonly title: ProfileValue;
}

function bodyOf(values: ProfileValues, { root, profile, url, title }: BodyReading): ReadPassages {
  const skip = new Set([...values.elementsOf(profile.skip), ...(title.element === undefined ? [] : [title.element])]);
  const options = { url, isMain: true, isText: true, withHeadline: new Set<never>(), skip };
  const all = outermost(root, values.elements('body')).map((element) => passagesOfHtml(element, options));
  return {
    passages: all.flatMap(({ passages }) => passages),
    times: [],
    droppedControls: sum(all.map(({ droppedControls }) => droppedControls)),
    droppedInvisible: sum(all.map(({ droppedInvisible }) => droppedInvisible)),
    droppedLinks: sum(all.map(({ droppedLinks }) => droppedLinks)),
  };
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((all, each) => all + each, 0);
}

function statementsOf(values: ProfileValues, profile: SiteProfile): Statement[] {
  const named = [...asked].map(([key, asks]) => statement(key, { asks, lang: '' }, values.of(key)));
  const source = statement('source', { asks: 'facet', facet: 'source', lang: '' }, values.of('source'));
  const subjects = { ...statement('subjects', undefined, values.of('subjects')), isOfAnyFacet: true as const };
  const facets = [...profile.facets].map(([name, places]) => statement(name, undefined, values.at(places)));
  const all = [...named, source, subjects, ...facets].filter((each) => each.values.length > 0);
  return all.map((each) => ({ ...each, ...sureness(profile) }));
}

function statement(heading: string, meaning: KnownHeading | undefined, values: readonly ProfileValue[]): Statement {
  const origins = values.map(({ origin }) => origin);
  return { heading, meaning, values: values.map(({ value }) => value), origin: origins[0] ?? '' };
}

/** What a profile of press finds stands where it usually does; a person's own knows. */
function sureness({ isPersons }: SiteProfile): Pick<Statement, 'confidence'> {
  return isPersons ? {} : { confidence: 'likely' };
}

interface FactsReading {
  readonly profile: SiteProfile;
  readonly url: string | undefined;
  readonly body: ReadPassages;
  readonly hasWords: boolean;
}

function factsOf(values: ProfileValues, { profile, url, body, hasWords }: FactsReading): PageFacts {
  const [id] = values.of('id');
  const [own] = values.of('url');
  const absent = [...profile.places.keys()].filter((key) => values.isAbsent(key) && !(key === 'body' && !hasWords));
  return {
    url: own?.value ?? url,
    lang: undefined,
    date: undefined,
    changed: droppedRemarks(body),
    notes: [
      ...absent.map((key) => absence(key, profile)),
      ...values.misfits(),
      ...(hasWords ? [] : ['Only a teaser stands on this page. Save the page with the text, and import that.']),
    ],
    ...(id !== undefined && { sourceId: { value: id.value, origin: id.origin } }),
  };
}

function absence(key: ProfileKey, { places, name }: SiteProfile): string {
  const select = (places.get(key) ?? []).map((place) => `«${place.select}»`).join(' or ');
  return `The profile «${name}» looks for ${key} at ${select}, where this page has nothing.`;
}
