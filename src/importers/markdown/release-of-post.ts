/** From a file of another site builder to what it says about a release, with the origin of every value. */
import type { ImportSource, SourceRelease, Stated, StatedKey } from '../../model/importer.ts';
import { languageNamed } from '../../model/language-names.ts';
import { typeOfWords } from '../../model/page-headings.ts';
import { canonicalLanguage } from '../../text/language-tag.ts';
import { outlineMarkdown } from '../../text/markdown-outline.ts';
import { oneLine } from '../page/one-line.ts';
import { speaksOfEmbargo } from '../page/remarks.ts';
import { textIn, textsIn } from '../record/value-texts.ts';
import { cleanBody, type CleanBody } from './body/clean-body.ts';
import { filesOfText } from './body/files-of-text.ts';
import { readFile, type ReadFile } from './front-matter/read-front-matter.ts';
import { postTitle, type PostTitle } from './post-title.ts';
import { postAddresses, type PostAddresses } from './says/addresses.ts';
import { postAttachments } from './says/attachments.ts';
import { plainKey, templateTypes } from './says/key-table.ts';
import { authorsBesides, postContacts, postLabels } from './says/labels-and-people.ts';
import { pathFacts, type PathFacts } from './says/path-facts.ts';
import { postDates, type PostDates } from './says/post-dates.ts';
import { postStatus, type PostStatus } from './says/post-status.ts';
import { postSummary } from './says/post-summary.ts';
import { shown, sortKeys, type NamedKey, type StatedKeys } from './says/stated-keys.ts';

/** All that was read of a post, before it is put together. */
interface Post {
  readonly file: ReadFile;
  readonly path: PathFacts;
  readonly keys: StatedKeys;
  readonly title: PostTitle;
  readonly clean: CleanBody;
  readonly dates: PostDates;
  readonly status: PostStatus;
  readonly addresses: PostAddresses;
}

/** The release of a file. Throws PressError for front matter that nobody can read, and for HTML that grows without end. */
export function releaseOfPost(source: ImportSource): SourceRelease {
  const file = readFile(source);
  // What comes in through standard input has no name that means anything.
  const path = pathFacts(source.name === 'standard input' ? '' : source.name);
  const keys = sortKeys(file.keys);
  const title = postTitle(keys, file.body, { path, name: source.name });
  const clean = cleanBody({ body: title.body, title: title.title.value, name: source.name });
  const dates = postDates({ keys, path, opening: openingOf(clean.body), now: source.now });
  return assembled({
    file,
    path,
    keys,
    title,
    clean,
    dates,
    status: postStatus(keys, path, source.now),
    addresses: postAddresses(keys),
  });
}

function assembled(post: Post): SourceRelease {
  const { file, path, keys, title, clean, dates, status, addresses } = post;
  const summary = postSummary(keys);
  const contacts = postContacts(keys);
  const files = filesOfText(clean.body, postAttachments(keys));
  const sourceId = sourceIdOf(keys);
  const lang = languageOf(keys, path);
  // Two languages of one post have one name: which of them is the house's own, only the pipeline knows.
  const fileName = lang === undefined ? path.plainName : undefined;
  return {
    title: title.title,
    date: dates.date,
    dayAndMonth: dates.dayAndMonth,
    places: placesOf(keys, dates),
    labels: postLabels(keys),
    lang,
    type: typeOf(keys),
    summary: summary.summary,
    contacts: contacts.lines,
    body: clean.body,
    url: addresses.url,
    ...(sourceId !== undefined && { sourceId }),
    notCarried: [
      ...file.stray.map(({ line, text }) => `line ${line} of the front matter: «${shown(text)}»`),
      ...dates.notCarried,
      ...addresses.notCarried,
      ...files.notCarried,
      ...contacts.notCarried,
      ...authorsBesides(keys),
      ...summary.notCarried,
      ...clean.notCarried,
    ],
    guesses: [],
    contradictions: dates.contradictions,
    undecided: [...keys.undecided, ...title.undecided, ...status.undecided, ...dates.undecided, ...clean.undecided],
    changed: [
      ...file.changed,
      ...keys.changed,
      ...title.changed,
      ...summary.changed,
      ...dates.changed,
      ...addresses.changed,
      ...clean.changed,
    ],
    notes: [...status.notes, ...technicalNote(keys), ...files.notes, ...hiddenAddress(clean.body)],
    speaksOfEmbargo: speaksOfEmbargo([title.title.value, summary.summary?.value, clean.body].join('\n')),
    frontMatter: frontMatterOf(post, files.attachments, contacts.whole),
    ...(fileName !== undefined && { fileName }),
  };
}

function frontMatterOf(
  { keys, dates, status, addresses, path }: Post,
  attachments: StatedKey | undefined,
  contacts: StatedKey | undefined,
): ReadonlyMap<string, StatedKey> {
  const slug =
    addresses.slug ?? (path.slug === undefined ? undefined : { value: path.slug, origin: 'name of the file' });
  return new Map([
    ...keys.others
      .filter(({ name, value }) => plainKey(name) !== 'id' || isOwnId(value))
      .map((key) => [key.name, key] as const),
    ...entry('slug', slug),
    ...entry('aliases', addresses.aliases),
    ...entry('attachments', attachments),
    ...entry('contacts', contacts),
    ...entry('updated', dates.updated),
    ...entry('status', status.status),
  ]);
}

function entry(key: string, stated: StatedKey | undefined): [string, StatedKey][] {
  return stated === undefined ? [] : [[key, stated]];
}

/** An id in the form of this house, which begins with the day; what other systems number with is theirs. */
function isOwnId(value: unknown): boolean {
  return typeof value === 'string' && /^\d{4}-\d{2}-\d{2}-[a-z0-9._-]+$/.test(value);
}

function sourceIdOf(keys: StatedKeys): Stated | undefined {
  const [id] = [...(keys.known.get('sourceId') ?? []), ...keys.others.filter(({ name }) => plainKey(name) === 'id')];
  const text = textIn(id);
  return text === undefined ? undefined : { value: oneLine(text.value).slice(0, 500), origin: text.origin };
}

function placesOf(keys: StatedKeys, { dateline }: PostDates): Stated[] {
  const stated = (keys.known.get('place') ?? [])
    .flatMap((key) => textsIn(key))
    .map(({ value, origin }) => ({ value: oneLine(value), origin }));
  const cities = (dateline?.cities ?? []).map((city) => ({ value: oneLine(city), origin: 'dateline' }));
  return (stated.length > 0 ? stated : cities).filter(({ value }) => value !== '' && value.length <= 200);
}

function languageOf(keys: StatedKeys, path: PathFacts): Stated | undefined {
  const key = keys.known.get('lang')?.[0];
  const text = textIn(key);
  if (text === undefined) return path.lang;
  const written = text.value
    .trim()
    .replace('_', '-')
    .replace(/\.utf-?8$/i, '');
  return { value: languageNamed(written) ?? canonicalLanguage(written) ?? written, origin: text.origin };
}

/** The kind of release that a key, a category or a template names, in words that are known. */
function typeOf(keys: StatedKeys): Stated | undefined {
  const type = (keys.known.get('type') ?? []).filter(
    (key) => !templateTypes.has(textIn(key)?.value.trim().toLowerCase() ?? ''),
  );
  const layout = (keys.known.get('technical') ?? []).filter(({ name }) => plainKey(name) === 'layout');
  for (const key of [...type, ...(keys.known.get('labels') ?? []), ...layout]) {
    const words = textIn(key)?.value.trim().replace(/[-_]+/g, ' ');
    const known = words === undefined ? undefined : typeOfWords(words);
    if (known !== undefined) return { value: known.name, origin: key.origin };
  }
  return undefined;
}

function technicalNote(keys: StatedKeys): string[] {
  const names = new Set([...(keys.known.get('technical') ?? []), ...templatesIn(keys)].map(({ name }) => name));
  return names.size === 0 ? [] : [`Keys for the site builder were left out: ${[...names].slice(0, 30).join(', ')}.`];
}

/** `type: post` says how a page looks. */
function templatesIn(keys: StatedKeys): NamedKey[] {
  return (keys.known.get('type') ?? []).filter((key) =>
    templateTypes.has(textIn(key)?.value.trim().toLowerCase() ?? ''),
  );
}

/** Some networks put this in the place of every mail address. */
function hiddenAddress(body: string): string[] {
  return /\[email.?protected\]/i.test(body)
    ? ['An address was hidden by the site: «[email protected]» stands in its place.']
    : [];
}

const WINDOW = 4000;

/** The text from its first paragraph on: a dateline stands below headings and pictures. */
function openingOf(body: string): string {
  const head = body.slice(0, WINDOW);
  const first = outlineMarkdown(head).blocks.find(
    ({ kind, start, end }) => kind === 'paragraph' && !/^!\[[^\]]*\]\([^)]*\)$/.test(head.slice(start, end)),
  );
  return first === undefined ? '' : head.slice(first.start);
}
