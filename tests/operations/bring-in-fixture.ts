/** A small archive, and releases as importers would read them. */
import type { SourceRelease } from '../../src/model/importer.ts';
import type { Repository } from '../../src/model/repository.ts';
import { bringIn, type BroughtIn } from '../../src/operations/bring-in.ts';
import type { BringInWish } from '../../src/operations/bring-in-wish.ts';
import { repositoryInMemory } from '../../src/repository/in-memory.ts';

export const taxonomyFile = `version: 1
languages: [en, ru]
decorations: [{prefix: "OSCE "}]
facets:
  field:
    label: {en: Field of work, ru: Область работы}
    property: fields
    multiple: true
    required: true
    terms:
      elections: {label: {en: Elections, ru: Выборы}}
      education: {label: {en: Education, ru: Образование}}
      law-and-order: {label: "Law, order, and peace"}
      law: {label: Law}
      themes: {label: Themes, assignable: false, narrower: {voting: {label: Voting}}}
      old: {label: Old word, deprecated: true, replacedBy: [elections]}
      north-desk: {label: North, aliases: [Desk]}
      south-desk: {label: South, aliases: [Desk]}
  country:
    label: {en: Country, ru: Страна}
    property: countries
    multiple: true
    terms: {azerbaijan: {label: {en: Azerbaijan, ru: Азербайджан}}, tuerkiye: {label: Türkiye}}
  source:
    label: {en: Source, ru: Источник}
    property: source
    multiple: true
    required: true
    judged: author
    terms:
      baku: {label: {en: Project Co-ordinator in Baku}, active: {until: "2015"}, implies: [country/azerbaijan]}
      ankara: {label: Office in Ankara, implies: [country/tuerkiye]}
  ministry:
    label: {en: Ministry}
    property: ministry
    terms: {health: {label: Health}, labour: {label: Labour}}
`;

/** The archive, with more files. */
export function archive(files: Readonly<Record<string, string>> = {}): Promise<Repository> {
  return repositoryInMemory({ 'taxonomy.yaml': taxonomyFile, ...files });
}

const at = (value: string, origin = 'page'): { value: string; origin: string } => ({ value, origin });

/** A label under a heading. */
export function label(heading: string, value: string): SourceRelease['labels'][number] {
  return { heading, ...at(value, `list item «${heading}»`) };
}

/** A release that lacks nothing but its year. */
export function incoming(changes: Partial<SourceRelease> = {}): SourceRelease {
  return {
    title: at('Course opens in Baku', 'line 2'),
    date: undefined,
    dayAndMonth: { value: { day: 16, month: 11 }, origin: 'dateline' },
    places: [at('BAKU', 'dateline')],
    labels: [
      label('Source', 'OSCE Project Co-ordinator in Baku (closed)'),
      label('Fields of work', 'Elections, Education'),
    ],
    lang: at('en'),
    type: at('press-release'),
    summary: undefined,
    contacts: [],
    body: 'BAKU, 16 November - A course opened.',
    url: undefined,
    notCarried: [],
    guesses: [],
    contradictions: [],
    notes: [],
    speaksOfEmbargo: false,
    ...changes,
  };
}

export const plainWish: BringInWish = { undated: false, onDuplicate: 'fail', dryRun: false };

/** 1 May 2026, noon UTC. */
export const now = Date.UTC(2026, 4, 1, 12);

/** Plans the import of releases, each from a page of its own, in `repository` or an empty archive. */
export async function bring(
  releases: readonly Partial<SourceRelease>[],
  wish: Partial<BringInWish> = {},
  repository?: Repository,
): Promise<BroughtIn> {
  const sources = releases.map((changes, index) => ({
    name: `page-${index + 1}.txt`,
    importer: 'page-text',
    digest: `sha256:${String(index + 1).padStart(64, '0')}`,
    releases: [incoming(changes)],
  }));
  return bringIn(
    { sources, unread: [] },
    { ...plainWish, ...wish },
    { repository: repository ?? (await archive()), now },
  );
}

/** The text of the one file that would be written. */
export function fileOf({ changes: { changes } }: BroughtIn): string {
  const [change, other] = changes;
  if (change?.kind !== 'create' || other !== undefined)
    throw new Error(`${changes.length} changes where one new file was expected`);
  return change.text;
}
