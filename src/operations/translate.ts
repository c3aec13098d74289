/** `press translate`: from a release to the file that is to hold it in another language. */
import { languageNamed } from '../model/language-names.ts';
import { permalinkOf } from '../model/make-release.ts';
import type { Manuscript } from '../model/manuscript.ts';
import { PressError } from '../model/press-error.ts';
import { quoted } from '../model/quoting.ts';
import type { Release } from '../model/release.ts';
import type { Repository } from '../model/repository.ts';
import { translationDigest } from '../model/translation-digest.ts';
import { canonicalLanguage } from '../text/language-tag.ts';
import type { Draft } from './draft.ts';
import { releaseBody } from './release-body.ts';
import { bodyToTranslate } from './translation-body.ts';

export interface TranslationWish {
  /** BCP 47, as it is to be written. */
  readonly lang: string;
  readonly title: string;
  /** Cities as the language spells them; undefined leaves those of the original. */
  readonly places: readonly string[] | undefined;
  readonly summary: string | undefined;
  /** The translated text, where somebody has it already. */
  readonly written: string | undefined;
}

/** A release with the file that it stands in. */
export interface Original {
  readonly manuscript: Manuscript;
  readonly release: Release;
}

type World = Pick<Repository, 'settings' | 'compose' | 'digestOfText'>;

/** What a translation says for itself: told to readers of the original, or true of its text alone. */
const ownKeys: ReadonlySet<string> = new Set(['summary', 'updated', 'corrections', 'aliases', 'origin']);

/** The tag of a language that somebody named by tag or by name. Throws PressError for anything else. */
export function answerLanguage(words: string): string {
  const plain = words.trim();
  const tag = languageNamed(plain) ?? tagOf(plain.replaceAll('_', '-'));
  // By the letter of the norm any word of eight letters may be a language; none has ever been registered (RFC 5646 §2.2.1).
  if (tag !== undefined && /^[a-z]{2,3}(?:-|$)/.test(tag) && tag !== 'und') return tag;
  throw new PressError('usage', `${quoted(words)} is no language that press knows.`, {
    hint: 'Write its tag, such as ru, fr or sr-Latn.',
  });
}

/** The tag in its canonical form. Montenegrin keeps its own, which outputs replace by «sr-ME». */
function tagOf(words: string): string | undefined {
  const montenegrin = /^cnr(?=-|$)/i;
  if (!montenegrin.test(words)) return canonicalLanguage(words);
  return canonicalLanguage(words.replace(montenegrin, 'sr'))?.replace('sr', 'cnr');
}

/** The draft of a translation, as a value. A release is translated into each language once; whether it was is for others to see. */
export function translateRelease(original: Original, wish: TranslationWish, repository: World): Draft {
  const { release, manuscript } = original;
  const { settings } = repository;
  const suffix = wish.lang.toLowerCase();
  const id = `${release.id}.${suffix}`;
  const path = `${manuscript.path.replace(/\.md$/i, '')}.${suffix}.md`;
  const closing = closingOf(original, wish, settings);
  const entries = entriesOf(original, { wish, id, hasClosing: closing !== undefined, world: repository });
  const text = repository.compose(entries, bodyOf(original, { wish, closing, settings }));
  const permalink = permalinkOf({ lang: wish.lang, slug: release.slug, date: release.date }, settings);
  return { creation: { kind: 'create', path, text }, id, path, permalink };
}

interface Writing {
  readonly wish: TranslationWish;
  readonly id: string;
  readonly hasClosing: boolean;
  readonly world: World;
}

/** The keys of the original in their order: what is true of both is copied, an embargo above all. */
function entriesOf(
  { manuscript, release }: Original,
  { wish, id, hasClosing, world }: Writing,
): (readonly [string, unknown])[] {
  const data = { ...release.data };
  const digest = translationDigest({ ...manuscript, data }, (text) => world.digestOfText(text));
  const changed = new Map<string, unknown>([
    ['id', id],
    ['title', wish.title],
    ...(wish.places === undefined ? [] : [['place', oneOrList(wish.places)] as const]),
    ...(hasClosing ? [] : [['boilerplate', undefined] as const]),
  ]);
  const copied = Object.entries(data)
    .filter(([key]) => !ownKeys.has(key) && !closingKeys.has(key))
    .map(([key, value]) => [key, changed.has(key) ? changed.get(key) : value] as const);
  const summary = wish.summary === undefined || wish.summary === '' ? undefined : wish.summary;
  const added: (readonly [string, unknown])[] = [
    ['summary', summary],
    ['translationOf', { id: release.id, digest }],
    ['lang', wish.lang],
    ['status', 'draft'],
  ];
  const hasPlace = Object.hasOwn(data, 'place') || wish.places === undefined;
  const place: (readonly [string, unknown])[] = hasPlace ? [] : [['place', oneOrList(wish.places)]];
  return [...copied, ...place, ...added].filter(([, value]) => value !== undefined);
}

const closingKeys: ReadonlySet<string> = new Set(['translationOf', 'lang', 'status']);

function oneOrList(items: readonly string[]): string | readonly string[] | undefined {
  return items.length === 0 ? undefined : items.length === 1 ? items[0] : items;
}

/** The closing paragraph of the original in the new language, where press.yaml has it. */
function closingOf(
  { release }: Original,
  { lang }: TranslationWish,
  { boilerplates }: World['settings'],
): string | undefined {
  const name = release.data['boilerplate'];
  return typeof name === 'string' ? boilerplates.get(name)?.get(lang) : undefined;
}

function bodyOf(
  { release, manuscript }: Original,
  {
    wish,
    closing,
    settings,
  }: {
    readonly wish: TranslationWish;
    readonly closing: string | undefined;
    readonly settings: World['settings'];
  },
): string {
  const { lang, written } = wish;
  const places = wish.places ?? release.places;
  if (written !== undefined) return releaseBody({ date: release.date?.text, places, lang, written, closing });
  return bodyToTranslate({
    original: release,
    manuscript,
    places,
    lang,
    withSummary: wish.summary === undefined,
    closings: [...settings.boilerplates.values()].flatMap((texts) => [...texts.values()]),
    closing,
  });
}
