/** What the name of a file, and the folders that it lies in, say about a post. */
import { canonicalLanguage } from '../../../text/language-tag.ts';
import { civilText, parseCivilDate } from '../../../text/dates.ts';
import { isPlainName } from '../../../text/file-name-form.ts';
import { isSlug } from '../../../text/slug-form.ts';
import { slugify } from '../../../text/slug.ts';

export interface PathFacts {
  /** `YYYY-MM-DD`. */
  readonly day: string | undefined;
  /** Where the day stands, in words. */
  readonly dayOrigin: string;
  readonly lang: { readonly value: string; readonly origin: string } | undefined;
  /** The words of the name, without day, language and ending; empty where it has none. */
  readonly words: string;
  /** The folder that makes it a draft. */
  readonly draftFolder: string | undefined;
  /** The name without ending as press could keep it; undefined where it is to be made anew. */
  readonly plainName: string | undefined;
  /** The part of the address that the name gives, when it is not the words to the letter. */
  readonly slug: string | undefined;
}

const ENDING = /\.(?:md|markdown|mdown|mkdn?|mkd|mdx|html?|txt)$/i;
const DAY = /^(\d{4})[-_.]?(\d{1,2})[-_.]?(\d{1,2})(?:[-_. ]+|$)/;
const LANGUAGE = /\.([A-Za-z]{2}(?:[-_][A-Za-z]{2,4})?)$/;

/** The facts of a path with `/`. */
export function pathFacts(path: string): PathFacts {
  const parts = path.replaceAll('\\', '/').split('/');
  const stem = (parts.at(-1) ?? '').replace(ENDING, '');
  const marked = LANGUAGE.exec(stem);
  const tag = marked === null ? undefined : languageTag(marked[1] ?? '');
  const own = marked === null || tag === undefined ? stem : stem.slice(0, marked.index);
  // A folder with the post and its pictures: the folder's name is the post's.
  const folder = parts.at(-2);
  const name = /^_?index$/i.test(own) && folder !== undefined && folder !== '' ? folder : own;
  const { day, rest } = dayOf(name);
  const inFolders = day === undefined ? dayOfFolders(parts) : undefined;
  const lang =
    tag === undefined ? languageOfFolders(parts) : { value: tag, origin: `file name, «.${marked?.[1] ?? ''}»` };
  return {
    day: day ?? inFolders,
    dayOrigin: day === undefined ? 'folders' : name === own ? 'file name' : 'name of the folder',
    lang,
    words: rest,
    draftFolder: parts.slice(0, -1).find((part) => /^_?drafts$/i.test(part)),
    ...namesOf(day ?? inFolders, rest),
  };
}

function dayOf(name: string): { readonly day: string | undefined; readonly rest: string } {
  const found = DAY.exec(name);
  if (found === null) return { day: undefined, rest: name };
  const day = dayFrom(found[1] ?? '', found[2] ?? '', found[3] ?? '');
  return day === undefined ? { day, rest: name } : { day, rest: name.slice(found[0].length) };
}

function dayFrom(year: string, month: string, day: string): string | undefined {
  return parseCivilDate(civilText({ year: Number(year), month: Number(month), day: Number(day) }))?.text;
}

/** `2019/02/01/name.md`. */
function dayOfFolders(parts: readonly string[]): string | undefined {
  const [year = '', month = '', day = ''] = parts.slice(-4, -1);
  return /^[12]\d{3}$/.test(year) && /^\d{1,2}$/.test(month) && /^\d{1,2}$/.test(day)
    ? dayFrom(year, month, day)
    : undefined;
}

let languageNames: Intl.DisplayNames | undefined;

/** The tag in its usual form; undefined for letters that are no language («.go», «.v2»). */
function languageTag(written: string): string | undefined {
  const tag = canonicalLanguage(written.replace('_', '-'));
  languageNames ??= new Intl.DisplayNames('en', { type: 'language', fallback: 'none' });
  return tag === undefined || languageNames.of(tag) === undefined ? undefined : tag;
}

/** Hugo and Astro keep a language's posts in a folder of their own: `content/ru/`, `src/content/news/ru/`. */
function languageOfFolders(parts: readonly string[]): PathFacts['lang'] {
  const content = parts.findIndex((part) => part === 'content' || part === '_posts' || part === '_i18n');
  if (content === -1) return undefined;
  const folder = parts
    .slice(content + 1, -1)
    .slice(0, 2)
    .find((part) => /^[a-z]{2}(?:-[A-Za-z]{2,4})?$/.test(part));
  const tag = folder === undefined ? undefined : languageTag(folder);
  return folder === undefined || tag === undefined ? undefined : { value: tag, origin: `folder «${folder}»` };
}

const LONGEST = 100;

function namesOf(day: string | undefined, rest: string): Pick<PathFacts, 'plainName' | 'slug'> {
  const prefix = day === undefined ? '' : `${day}-`;
  if (isPlainName(rest) && rest.length <= LONGEST)
    return { plainName: `${prefix}${rest}`, slug: isSlug(rest) ? rest : undefined };
  const words = slugify(rest);
  if (words === '') return { plainName: undefined, slug: undefined };
  // Two long names with one beginning are two: the sign of the whole keeps them apart.
  const slug = isWhole(rest, words) ? words : `${words}-${signOf(rest)}`;
  return { plainName: `${prefix}${slug}`, slug };
}

function isWhole(rest: string, words: string): boolean {
  return rest.length <= words.length + 20;
}

/** A short sign of a text (FNV-1a), for telling names apart. */
function signOf(text: string): string {
  let hash = 0x81_1c_9d_c5;
  for (let at = 0; at < text.length; at += 1) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01_00_01_93) >>> 0;
  return hash.toString(16).padStart(8, '0').slice(0, 6);
}
