/** What is true of all releases of an edition, known before the first of them is written. */
import { detached } from '../text/detached.ts';
import { displayWidth } from '../text/display-width.ts';
import { canonicalLanguage } from '../text/language-tag.ts';
import { terminalSafe } from '../text/terminal-safe.ts';
import { effectiveUpdate, laterMoment, type ZonedMoment } from './effective-update.ts';
import type { ClearedRelease } from './embargo.ts';

export interface EditionFacts {
  /** Languages of the releases in canonical form; a tag that is none stands as it was written. */
  readonly languages: ReadonlySet<string>;
  /** The latest effective update of all; undefined when no release has a date. */
  readonly newestUpdate: ZonedMoment | undefined;
  /** Whether a release among them is not public. */
  readonly hasUnpublished: boolean;
  /** Front-matter keys that any of them has. */
  readonly keys: ReadonlySet<string>;
  /** Columns of a terminal that the widest date and the widest list of places take. */
  readonly widths: { readonly date: number; readonly places: number };
}

/** What one release adds to the facts: little enough to be kept for each release of a big archive. */
export interface ReleaseFacts {
  readonly language: string;
  readonly update: ZonedMoment | undefined;
  readonly isUnpublished: boolean;
  readonly dateWidth: number;
  readonly placesWidth: number;
}

/** The facts about one release; a day is reckoned in the zone. */
export function factsOf(release: ClearedRelease, timezone: string): ReleaseFacts {
  return {
    language: canonicalLanguage(release.lang) ?? detached(release.lang),
    update: momentAlone(effectiveUpdate(release, timezone)),
    isUnpublished: release.unpublished.length > 0,
    dateWidth: release.date?.text.length ?? 0,
    placesWidth: displayWidth(terminalSafe(placesLine(release))),
  };
}

/** Without the text that the moment was read from: that is a piece of the whole file. */
function momentAlone(moment: ZonedMoment | undefined): ZonedMoment | undefined {
  // The beginning of a day is the same object for all releases of that day.
  if (moment === undefined || !('text' in moment)) return moment;
  return { epochMilliseconds: moment.epochMilliseconds, offsetMinutes: moment.offsetMinutes };
}

/** The places of a release as one line. */
export function placesLine({ places }: Pick<ClearedRelease, 'places'>): string {
  return places.join(', ');
}

/** The facts about all of them together; `keys` are the front-matter keys that any of them has. */
export function factsTogether(facts: Iterable<ReleaseFacts>, keys: ReadonlySet<string>): EditionFacts {
  const languages = new Set<string>();
  const widths = { date: 0, places: 0 };
  let newestUpdate: ZonedMoment | undefined;
  let hasUnpublished = false;
  for (const { language, update, isUnpublished, dateWidth, placesWidth } of facts) {
    languages.add(language);
    newestUpdate = laterMoment(newestUpdate, update);
    hasUnpublished ||= isUnpublished;
    widths.date = Math.max(widths.date, dateWidth);
    widths.places = Math.max(widths.places, placesWidth);
  }
  return { languages, newestUpdate, hasUnpublished, keys, widths };
}
