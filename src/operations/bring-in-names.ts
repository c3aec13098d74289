/** What an incoming release is called: its id, its part of the address, its file. What the source states stays. */
import type { SourceRelease } from '../model/importer.ts';
import { slugOf } from '../model/make-release.ts';
import { isPlainName } from '../text/file-name-form.ts';
import { isReservedName, isSlug } from '../text/slug-form.ts';
import { slugify } from '../text/slug.ts';

export interface ReleaseNames {
  readonly slug: string;
  /** Undefined where day and slug make it. */
  readonly id: string | undefined;
  /** Without `.md`; undefined where day and slug make it. */
  readonly fileName: string | undefined;
}

/** What is known of a release before it has a name. */
export interface Nameless {
  readonly release: SourceRelease;
  /** Keys of front matter that the schema took. */
  readonly values: ReadonlyMap<string, unknown>;
  readonly title: string;
  /** The source's own name. */
  readonly source: string;
  /** `YYYY-MM-DD`; undefined for a draft without a day. */
  readonly day: string | undefined;
  /** Undefined for the newsroom's own language. */
  readonly foreignLanguage: string | undefined;
}

/** The names of a release. A page states none; its title gives them. */
export function namesFor(nameless: Nameless): ReleaseNames {
  const { release, values } = nameless;
  if (release.frontMatter === undefined) return { slug: slugOfTitle(nameless), id: undefined, fileName: undefined };
  const id = nameIn(values.get('id'));
  const slug = statedSlug(nameless) ?? slugOfTitle(nameless);
  return {
    slug,
    id,
    fileName: [release.fileName, id].find((name) => canBeFile(name, nameless)) ?? inLanguage(slug, nameless),
  };
}

function nameIn(value: unknown): string | undefined {
  return typeof value === 'string' && !isReservedName(value) ? value : undefined;
}

/** The slug that keeps the address: as stated, as the file's name or the page's address had it, or as the house's ids have it. */
function statedSlug(nameless: Nameless): string | undefined {
  const { fileName, url } = nameless.release;
  const stated = [nameIn(nameless.values.get('slug')), ofFile(fileName), url === undefined ? undefined : lastPart(url)];
  const id = nameIn(nameless.values.get('id'));
  return [...stated, canBeFile(id, nameless) ? ofFile(id) : undefined].find(canBeSlug);
}

function ofFile(name: string | undefined): string | undefined {
  return name === undefined ? undefined : slugOf(`${name}.md`, {});
}

function canBeSlug(text: string | undefined): boolean {
  return text !== undefined && isSlug(text) && !isReservedName(text);
}

const PAGE_ENDING = /\.(?:html?|php|aspx?)$/i;

/** The last part of an address; undefined when it is a number, which says nothing about the release. */
function lastPart(url: string): string | undefined {
  if (!URL.canParse(url)) return undefined;
  const last = new URL(url).pathname.split('/').findLast((part) => part !== '');
  const name = last?.replace(PAGE_ENDING, '');
  return name === undefined || /^[\d-]*$/.test(name) ? undefined : name;
}

/** The title's name for the file. Where it gives none that can be used, the source's own name helps. */
function slugOfTitle({ title, source }: Nameless): string {
  const slug = slugify(title) || slugify(source.replace(/\.[A-Za-z]{1,5}$/, '')) || 'release';
  return isReservedName(slug) ? `release-${slug}` : slug;
}

const LONGEST_NAME = 180;

/** Whether a name may be the new file's: the house's files begin with the day of issue. */
function canBeFile(name: string | undefined, { day }: Nameless): boolean {
  if (name === undefined || name.length > LONGEST_NAME || !isPlainName(name) || isReservedName(name)) return false;
  return day === undefined ? !/^\d{4}-\d{2}-\d{2}-/.test(name) : name.startsWith(`${day}-`);
}

/** Two languages of one release have one slug: the language keeps their files apart. */
function inLanguage(slug: string, { day, foreignLanguage }: Nameless): string | undefined {
  if (foreignLanguage === undefined) return undefined;
  return `${day === undefined ? '' : `${day}-`}${slug}.${foreignLanguage.toLowerCase()}`;
}
