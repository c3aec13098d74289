/** The public releases of a repository, as far as outputs may point from one to another. */
import { detached } from '../text/detached.ts';
import type { Release } from './release.ts';
import { translationOf } from './translation-of.ts';

export interface KnownRelease {
  readonly id: string;
  /** BCP 47, as written. */
  readonly lang: string;
  readonly permalink: string;
}

/** A release as it is noted, with the id of the text that it translates. */
export interface NotedRelease extends KnownRelease {
  readonly original: string | undefined;
}

export interface KnownReleases {
  has(id: string): boolean;
  /**
   * Every public version of a release's text, in whatever language, itself too: one a language, sorted by language. Empty for a
   * text that exists in one language only.
   */
  versionsOf(release: Pick<Release, 'id'>): readonly KnownRelease[];
}

// A translation of a translation of a translation: nobody goes further, and a circle ends.
const LONGEST_CHAIN = 8;

/** Public releases by id, and which of them say the same in another language. */
export class ReleaseIndex implements KnownReleases {
  readonly #known = new Map<string, KnownRelease>();
  readonly #originals = new Map<string, string>();
  readonly #languages = new Map<string, string>();
  #families: ReadonlyMap<string, readonly KnownRelease[]> | undefined;

  add(release: Release): void {
    const original = translationOf(release.data)?.id;
    this.note({
      id: detached(release.id),
      lang: this.#languageOf(release),
      permalink: detached(release.permalink),
      original: original === undefined ? undefined : detached(original),
    });
  }

  /** The same of a release of which only this is at hand; its texts are held. */
  note({ id, lang, permalink, original }: NotedRelease): void {
    this.#known.set(id, { id, lang, permalink });
    if (original !== undefined && original !== id) this.#originals.set(id, original);
    this.#families = undefined;
  }

  has(id: string): boolean {
    return this.#known.has(id);
  }

  versionsOf({ id }: Pick<Release, 'id'>): readonly KnownRelease[] {
    if (!this.#known.has(id)) return [];
    this.#families ??= this.#findFamilies();
    return this.#families.get(this.#rootOf(id)) ?? [];
  }

  /** One text for each language, not one for each release. */
  #languageOf({ lang }: Release): string {
    const known = this.#languages.get(lang);
    if (known !== undefined) return known;
    const own = detached(lang);
    this.#languages.set(own, own);
    return own;
  }

  /** Only families with several languages are kept: most texts have no translation. */
  #findFamilies(): Map<string, readonly KnownRelease[]> {
    const members = new Map<string, Map<string, KnownRelease>>();
    for (const id of this.#originals.keys()) {
      const root = this.#rootOf(id);
      const family = members.get(root) ?? new Map<string, KnownRelease>();
      for (const member of [this.#known.get(root), this.#known.get(id)])
        if (member !== undefined && !family.has(member.lang)) family.set(member.lang, member);
      members.set(root, family);
    }
    const families = new Map<string, readonly KnownRelease[]>();
    for (const [root, family] of members) if (family.size > 1) families.set(root, inOrder(family.values()));
    return families;
  }

  /** The text that a chain of translations began with, public or not: it is a name for the family, and never shown. */
  #rootOf(id: string): string {
    let root = id;
    for (let step = 0; step < LONGEST_CHAIN; step += 1) {
      const original = this.#originals.get(root);
      if (original === undefined) return root;
      root = original;
    }
    return root;
  }
}

function inOrder(versions: Iterable<KnownRelease>): KnownRelease[] {
  return [...versions].sort((a, b) => (a.lang < b.lang ? -1 : a.lang > b.lang ? 1 : 0));
}

/** For people who may read the whole repository: every id may be named, and nothing is known of any. */
export const everythingKnown: KnownReleases = { has: () => true, versionsOf: () => [] };
