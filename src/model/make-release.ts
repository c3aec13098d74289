/** From a manuscript that its schema accepts to a release with the meaning of each key. */
import { isSlug } from '../text/slug-form.ts';
import { parseReleaseDate, type CivilDate, type Instant } from '../text/dates.ts';
import { isEmbargo } from './date-values.ts';
import { bodyOf, type FrontMatter, type Manuscript } from './manuscript.ts';
import type { Attachment, Contact, Correction, Release, Status } from './release.ts';
import type { ReleaseSchema } from './schema-violation.ts';
import type { Settings } from './settings.ts';
import { suspectKeysIn } from './suspect-keys.ts';
import type { Taxonomy } from './taxonomy.ts';
import { fileStemOf } from '../text/file-name-form.ts';

export const defaultType = 'press-release';

export interface ReleaseContext {
  readonly taxonomy: Taxonomy;
  readonly settings: Settings;
  releaseSchema(type: string): ReleaseSchema | undefined;
}

/**
 * The release of a manuscript; undefined when its front matter cannot be read or its schema does not accept it. An embargo that
 * cannot be read is no reason: the release is held back for it, and can be shown to those who ask.
 */
export function makeRelease(manuscript: Manuscript, context: ReleaseContext): Release | undefined {
  const { data } = manuscript;
  if (data === undefined || manuscript.faults.length > 0) return undefined;
  const schema = context.releaseSchema(typeName(data));
  if (schema === undefined || !isAccepted(data, schema)) return undefined;
  const written = text(data, 'date');
  const date = written === undefined ? undefined : parseReleaseDate(written);
  if (written !== undefined && date === undefined) return undefined;
  return assemble(manuscript, { data, date, schema, context });
}

/** An embargo that nobody can read is for the gate to judge, which holds the release back; anything else makes it none. */
function isAccepted(data: FrontMatter, schema: ReleaseSchema): boolean {
  const violations = schema.check(data);
  return (
    violations.length === 0 || (!isEmbargo(data['embargo']) && violations.every(({ path }) => path[0] === 'embargo'))
  );
}

/** The `type` of front matter, or the default one. */
export function typeName(data: FrontMatter): string {
  return text(data, 'type') ?? defaultType;
}

interface Parts {
  readonly data: FrontMatter;
  readonly date: CivilDate | Instant | undefined;
  readonly schema: ReleaseSchema;
  readonly context: ReleaseContext;
}

function assemble(manuscript: Manuscript, { data, date, schema, context }: Parts): Release {
  const { settings } = context;
  const lang = text(data, 'lang') ?? settings.language;
  const slug = slugOf(manuscript.path, data);
  const updated = text(data, 'updated');
  return {
    path: manuscript.path,
    id: text(data, 'id') ?? '',
    title: text(data, 'title') ?? '',
    date,
    status: (text(data, 'status') ?? 'draft') as Status,
    embargo: Object.hasOwn(data, 'embargo') ? data['embargo'] : undefined,
    suspectKeys: suspectKeysIn(data, (key) => isKnownKey(key, schema, context.taxonomy)),
    type: typeName(data),
    places: listOf(data, 'place'),
    terms: termsOf(data, context.taxonomy),
    lang,
    summary: text(data, 'summary'),
    updated: updated === undefined ? undefined : parseReleaseDate(updated),
    slug,
    permalink: permalinkOf({ lang, slug, date }, settings),
    contacts: objects<Contact>(data, 'contacts'),
    corrections: objects<Correction>(data, 'corrections'),
    attachments: objects<Attachment>(data, 'attachments'),
    related: listOf(data, 'related'),
    body: bodyOf(manuscript),
    data,
  };
}

/** Whether press, the type's schema or the vocabulary knows a front-matter key. */
export function isKnownKey(key: string, schema: ReleaseSchema, taxonomy: Taxonomy): boolean {
  if (schema.properties.has(key)) return true;
  for (const facet of taxonomy.facets.values()) if (facet.property === key) return true;
  return false;
}

/** The `slug` key, else the file's name without its date and language. */
export function slugOf(path: string, data: FrontMatter): string {
  return text(data, 'slug') ?? slugOfFileName(path);
}

function slugOfFileName(path: string): string {
  const name = fileStemOf(path);
  const dated = /^\d{4}-\d{2}-\d{2}-/.test(name) ? name.slice('YYYY-MM-DD-'.length) : name;
  const dot = dated.indexOf('.');
  return dot > 0 && isSlug(dated.slice(0, dot)) ? dated.slice(0, dot) : dated;
}

/** `/:lang/:year/:slug/` filled in; the default language leaves no trace, a release without a date has no year. */
export function permalinkOf(
  facts: { readonly lang: string; readonly slug: string; readonly date: CivilDate | Instant | undefined },
  settings: Pick<Settings, 'language' | 'permalink'>,
): string {
  const day = facts.date?.text.slice(0, 10) ?? '';
  const valueOf = (name: string): string => {
    if (name === ':lang') return facts.lang === settings.language ? '' : facts.lang;
    if (name === ':year') return day.slice(0, 4);
    if (name === ':month') return day.slice(5, 7);
    if (name === ':day') return day.slice(8, 10);
    return name === ':slug' ? facts.slug : name;
  };
  const path = `/${settings.permalink.replace(/:[a-z]+/g, (name) => encoded(valueOf(name)))}`;
  return path.includes('//') ? path.replace(/\/{2,}/g, '/') : path;
}

/** As part of an address; most slugs are it already. */
function encoded(value: string): string {
  return isSlug(value) ? value : encodeURIComponent(value.toWellFormed());
}

function termsOf(data: FrontMatter, taxonomy: Taxonomy): Map<string, readonly string[]> {
  const terms = new Map<string, readonly string[]>();
  for (const { property } of taxonomy.facets.values()) {
    const ids = listOf(data, property);
    if (ids.length > 0) terms.set(property, ids);
  }
  return terms;
}

function text(data: FrontMatter, key: string): string | undefined {
  const value = Object.hasOwn(data, key) ? data[key] : undefined;
  return typeof value === 'string' ? value : undefined;
}

/** A text or a list of texts, as a list; anything else in it is left to the rules. */
export function listOf(data: FrontMatter, key: string): string[] {
  const value = Object.hasOwn(data, key) ? data[key] : undefined;
  if (typeof value === 'string') return [value];
  return Array.isArray(value) ? value.filter((item) => typeof item === 'string') : [];
}

/** A list of objects whose shape the schema has checked. */
function objects<Shape>(data: FrontMatter, key: string): Shape[] {
  const value = Object.hasOwn(data, key) ? data[key] : undefined;
  return Array.isArray(value) ? (value as Shape[]) : [];
}
