/** Where on the pages of one site a release and what is said about it stand: data, of press or of a person. */

/** Things of a release that a profile may place; `subjects` are words for any facet. */
export const profileKeys = [
  'title',
  'date',
  'place',
  'source',
  'subjects',
  'contacts',
  'summary',
  'lang',
  'type',
  'url',
  'id',
  'body',
] as const;
export type ProfileKey = (typeof profileKeys)[number];

/** The order of a date's numbers, for dates that are written in numbers alone. */
export type NumberOrder = 'day-month-year' | 'month-day-year' | 'year-month-day';

/** Where one thing stands, or what it is on all pages. */
export interface ProfilePlace {
  /** A CSS selector; empty where there is a `value`. */
  readonly select: string;
  /** The attribute that holds it, where that is not the text. */
  readonly attribute?: string;
  /** A regular expression with one group, which is the part that is meant. */
  readonly pattern?: string;
  readonly format?: NumberOrder;
  /** What it is on all pages of the site. */
  readonly value?: string;
}

export interface SiteProfile {
  /** How people know it: its file, or the name of the system. */
  readonly name: string;
  /** Whether a person made it for these pages: what it finds is certain. */
  readonly isPersons: boolean;
  /** The pages that it is for; all, where it does not say. */
  readonly match: { readonly host?: string; readonly selector?: string };
  /** The places of each thing: the first that names something on the page counts. */
  readonly places: ReadonlyMap<ProfileKey, readonly ProfilePlace[]>;
  /** Facets by their names, and where their terms stand. */
  readonly facets: ReadonlyMap<string, readonly ProfilePlace[]>;
  /** What is left out of the text. */
  readonly skip: readonly string[];
  /** What holds one release each, on pages with several. */
  readonly entry: string | undefined;
  /** Whether a page on which the profile finds no title or no text is read as any other. */
  readonly fallback: boolean;
}
