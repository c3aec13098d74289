/**
 * Profiles of what many sites are made with: used where a page shows nothing of a release by its form. They are data; another system
 * is another entry. What they find is likely, not certain.
 */
import type { ProfileKey, ProfilePlace, SiteProfile } from '../../model/site-profile.ts';

type Places = Readonly<Partial<Record<ProfileKey, readonly (string | ProfilePlace)[]>>>;

/** A profile for pages on which its selector names something. */
function profileOf(name: string, selector: string, places: Places): SiteProfile {
  const entries = Object.entries(places) as [ProfileKey, readonly (string | ProfilePlace)[]][];
  return {
    name,
    isPersons: false,
    match: { selector },
    places: new Map(
      entries.map(([key, all]) => [key, all.map((each) => (typeof each === 'string' ? { select: each } : each))]),
    ),
    facets: new Map(),
    skip: [],
    entry: undefined,
    fallback: true,
  };
}

/** The element's attribute, or its words where it has none. */
function timeAt(select: string, attribute = 'datetime'): readonly (string | ProfilePlace)[] {
  return [{ select, attribute }, select];
}

export const builtInProfiles: readonly SiteProfile[] = [
  profileOf('schema.org', '[itemprop=articleBody]', {
    title: ['[itemprop=headline]', 'h1'],
    date: [...timeAt('[itemprop=datePublished]', 'content'), ...timeAt('[itemprop=datePublished]')],
    place: ['[itemprop=dateline]', '[itemprop=locationCreated]'],
    source: ['[itemprop=sourceOrganization]'],
    body: ['[itemprop=articleBody]'],
  }),
  profileOf('WordPress', '.entry-content', {
    title: ['h1.entry-title', '.entry-title', 'h1'],
    date: [...timeAt('time.published'), ...timeAt('time.entry-date'), '.entry-meta .published'],
    subjects: ['.entry-meta [rel~=tag]', '.cat-links a', '.tags-links a'],
    body: ['.entry-content'],
  }),
  profileOf('Drupal', '.field--name-body, .field-name-body', {
    title: ['h1.page-header', 'h1.page-title', 'h1'],
    date: [
      ...timeAt('.field--name-field-date time'),
      ...timeAt('.field--name-created time'),
      '.field-name-field-date .date-display-single',
    ],
    body: ['.field--name-body', '.field-name-body'],
  }),
];
