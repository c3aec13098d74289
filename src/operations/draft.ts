/** From the answers about a release to the file that would hold it: its name, its id, its front matter in the house's order. */
import type { FileCreation } from '../model/change-set.ts';
import { defaultType, permalinkOf, slugOf } from '../model/make-release.ts';
import type { FrontMatter } from '../model/manuscript.ts';
import { PressError } from '../model/press-error.ts';
import type { Contact, Status } from '../model/release.ts';
import type { Repository } from '../model/repository.ts';
import type { Taxonomy } from '../model/taxonomy.ts';
import { parseReleaseDate } from '../text/dates.ts';
import { isReservedName, isSlug } from '../text/slug-form.ts';
import { slugify } from '../text/slug.ts';

/** Everything that a new release says about itself; dates and instants as text that was checked. */
export interface DraftAnswers {
  readonly title: string;
  /** `YYYY-MM-DD`, or an instant with offset; undefined for a draft whose day nobody knows yet. */
  readonly date: string | undefined;
  /** In display case. */
  readonly places: readonly string[];
  /** Front-matter key of a facet → ids. */
  readonly terms: ReadonlyMap<string, readonly string[]>;
  readonly lang: string;
  readonly type: string;
  readonly status: Status;
  readonly embargo?: string | undefined;
  readonly summary?: string | undefined;
  readonly contacts?: readonly Contact[] | undefined;
  /** Name of the text of press.yaml that ends the body. */
  readonly boilerplate?: string | undefined;
  /** Made from the title when absent. */
  readonly slug?: string | undefined;
  /** The file's name when absent. */
  readonly id?: string | undefined;
  /** Without `.md`; made of day and slug when absent. */
  readonly fileName?: string | undefined;
  /** Where it came from, by what is written of it. */
  readonly origin?: ((content: DraftContent) => FrontMatter) | undefined;
  /** Other keys, written in this order after the known ones. */
  readonly extra?: readonly (readonly [string, unknown])[] | undefined;
  /** Finished Markdown, the dateline included. */
  readonly body: string;
}

/** What is written of a release, but for where it came from. */
export interface DraftContent {
  readonly entries: readonly (readonly [string, unknown])[];
  /** Finished Markdown. */
  readonly body: string;
}

export interface Draft {
  readonly creation: FileCreation;
  /** The file's name without `.md`, or the chosen one. Whether another release has it already is for `clashOf` to say. */
  readonly id: string;
  readonly path: string;
  /** Path part of the address that the release will have. */
  readonly permalink: string;
}

/** A draft with what its front matter says, but for where it came from. */
export interface ComposedDraft extends Draft, Pick<DraftContent, 'entries'> {}

export type DraftContext = Pick<Repository, 'settings' | 'taxonomy' | 'compose'>;

/** How a new release is called. */
export interface DraftName {
  readonly slug: string;
  readonly id: string;
  /** From the repository's root. */
  readonly path: string;
}

/**
 * The file of a new release, as a value; nothing is written and nothing is looked up on the disk.
 *
 * Throws PressError when the title gives no name for the file and no slug was chosen, or when the slug cannot be one.
 */
export function draftRelease(answers: DraftAnswers, repository: DraftContext): ComposedDraft {
  const { settings } = repository;
  const { slug, id, path } = draftName(answers, settings.releases);
  const date = answers.date === undefined ? undefined : parseReleaseDate(answers.date);
  // A slug that itself begins with a day is not what the file's name would be read as.
  const slugKey = slugOf(path, {}) === slug ? undefined : slug;
  const entries = entriesOf({ ...answers, slug: slugKey }, id, repository.taxonomy);
  const text = repository.compose(withOrigin(entries, answers), answers.body);
  const permalink = permalinkOf({ lang: answers.lang, slug, date }, settings);
  return { entries, creation: { kind: 'create', path, text }, id, path, permalink };
}

/** Id and path that a title, a day and the chosen names give. Throws PressError as `draftRelease` does. */
export function draftName(
  answers: Pick<DraftAnswers, 'title' | 'date' | 'slug' | 'id' | 'fileName'>,
  releasesFolder: string,
): DraftName {
  const slug = slugFor(answers);
  const day = answers.date?.slice(0, 10);
  const name = answers.fileName ?? (day === undefined ? slug : `${day}-${slug}`);
  const folder = day === undefined ? 'undated' : day.slice(0, 4);
  return { slug, id: answers.id ?? name, path: `${releasesFolder}/${folder}/${name}.md` };
}

function slugFor({ slug, title }: Pick<DraftAnswers, 'title' | 'slug'>): string {
  const chosen = slug ?? slugify(title);
  if (chosen === '') {
    throw new PressError('missing-answer', `«${title}» has no letter or digit that could name the file.`, {
      hint: 'Choose a name with --slug, such as --slug spring-meeting.',
    });
  }
  if (isSlug(chosen) && !isReservedName(chosen)) return chosen;
  throw new PressError('usage', `«${chosen}» cannot be the name in the address.`, {
    hint: isSlug(chosen)
      ? 'That name is reserved; choose another one with --slug.'
      : 'Use small letters a to z and digits with single hyphens between, as in --slug spring-meeting.',
  });
}

/** The keys in the order in which the house writes them: who and when first, what decides publication towards the end. */
function entriesOf(answers: DraftAnswers, id: string, taxonomy: Taxonomy): (readonly [string, unknown])[] {
  const entries: (readonly [string, unknown])[] = [
    ['id', id],
    ['title', answers.title],
    ['date', answers.date],
    ['place', oneOrList(answers.places)],
    ...facetEntries(answers.terms, taxonomy),
    ['boilerplate', answers.boilerplate],
    ['type', answers.type === defaultType ? undefined : answers.type],
    ['summary', answers.summary],
    ['slug', answers.slug],
    ['contacts', unlessEmpty(answers.contacts ?? [])],
    ...(answers.extra ?? []),
    ['embargo', answers.embargo],
    ['lang', answers.lang],
    ['status', answers.status],
  ];
  return entries.filter(([, value]) => value !== undefined);
}

function withOrigin(entries: DraftContent['entries'], { origin, body }: DraftAnswers): DraftContent['entries'] {
  return origin === undefined ? entries : [...entries, ['origin', origin({ entries, body })]];
}

/** The author comes first, and stands alone without brackets; the other facets keep the vocabulary's order. */
function facetEntries(terms: DraftAnswers['terms'], taxonomy: Taxonomy): (readonly [string, unknown])[] {
  const facets = [...taxonomy.facets.values()];
  const authors = facets.filter((facet) => facet.judged === 'author');
  const subjects = facets.filter((facet) => facet.judged !== 'author');
  return [...authors, ...subjects].map((facet) => {
    const ids = terms.get(facet.property) ?? [];
    const asList = facet.multiple && facet.judged !== 'author';
    return [facet.property, asList ? unlessEmpty(ids) : oneOrList(ids)];
  });
}

function oneOrList(items: readonly string[]): string | readonly string[] | undefined {
  return items.length === 1 ? items[0] : unlessEmpty(items);
}

function unlessEmpty<Item>(items: readonly Item[]): readonly Item[] | undefined {
  return items.length === 0 ? undefined : items;
}
