/** Where a post stood: its permalink and its former addresses become aliases, its part of the address stays where it can. */
import type { Stated, StatedKey } from '../../../model/importer.ts';
import { isReservedName, isSlug } from '../../../text/slug-form.ts';
import { slugify } from '../../../text/slug.ts';
import { textsIn } from '../../record/value-texts.ts';
import { withoutSiteAddress } from '../body/liquid.ts';
import { shown, type NamedKey, type StatedKeys } from './stated-keys.ts';

export interface PostAddresses {
  readonly slug: StatedKey | undefined;
  readonly aliases: StatedKey | undefined;
  /** The page that the post came from, when it says so in full. */
  readonly url: string | undefined;
  readonly changed: readonly string[];
  readonly notCarried: readonly string[];
}

const MOST_ALIASES = 100;

/** Reads the addresses of a post. */
export function postAddresses(keys: StatedKeys): PostAddresses {
  const reading = new Addresses();
  for (const key of keys.known.get('slug') ?? []) reading.addSlug(key);
  for (const key of keys.known.get('address') ?? []) if (!isSwitch(key)) reading.addOwn(key);
  for (const key of keys.known.get('oldAddresses') ?? []) reading.addOld(key);
  for (const key of keys.known.get('page') ?? []) reading.addPage(key);
  return reading.result();
}

/** Eleventy's `permalink: false`: the post has no page, and so no address. */
function isSwitch({ value }: NamedKey): boolean {
  return /^(?:true|false)$/i.test(String(value));
}

class Addresses {
  readonly #aliases = new Map<string, Stated>();
  readonly #changed: string[] = [];
  readonly #notCarried: string[] = [];
  #slug: StatedKey | undefined;
  #url: string | undefined;

  addSlug(key: NamedKey): void {
    const [text] = textsIn(key);
    if (text === undefined) return this.#leave(key);
    const last = text.value.split('/').findLast((part) => part.trim() !== '') ?? '';
    const slug = isSlug(last) ? last : slugify(last);
    if (!isSlug(slug) || isReservedName(slug) || slug.length > 150) return this.#leave(key);
    if (slug !== text.value.trim()) this.#changed.push(`«${key.name}»: «${shown(text.value)}» is written as ${slug}.`);
    this.#slug = { value: slug, origin: key.origin };
  }

  addOwn(key: NamedKey): void {
    for (const text of textsIn(key)) {
      if (this.#isWeb(text.value)) this.#url ??= text.value.trim();
      else this.#addAlias(key, text);
    }
    if (typeof key.value === 'object') this.#leave(key);
  }

  addOld(key: NamedKey): void {
    for (const text of textsIn(key)) this.#addAlias(key, text);
  }

  addPage(key: NamedKey): void {
    const [text] = textsIn(key);
    if (text !== undefined && this.#isWeb(text.value)) this.#url ??= text.value.trim();
    else this.#leave(key);
  }

  result(): PostAddresses {
    const [first] = this.#aliases.values();
    return {
      slug: this.#slug,
      aliases:
        first === undefined
          ? undefined
          : { value: [...this.#aliases.keys()].slice(0, MOST_ALIASES), origin: first.origin },
      url: this.#url,
      changed: this.#changed,
      notCarried: this.#notCarried,
    };
  }

  #isWeb(text: string): boolean {
    return /^https?:\/\/[^\s\p{Cc}<>"]{1,2000}$/iu.test(text.trim()) && URL.canParse(text.trim());
  }

  #addAlias(key: NamedKey, text: Stated): void {
    const written = withoutSiteAddress(text.value.trim());
    const isPattern = /[{}]|(?:^|\/):[a-z]/i.test(written);
    const alias = written.startsWith('/') || this.#isWeb(written) ? written : `/${written.replace(/^\.\//, '')}`;
    const safe = alias.replace(/ /g, '%20');
    if (
      isPattern ||
      /[\s\p{Cc}\u202A-\u202E\u2066-\u2069]/u.test(safe) ||
      safe.length > 2048 ||
      safe.startsWith('/../')
    )
      return this.#leave({ ...key, value: text.value });
    this.#aliases.set(safe, text);
  }

  #leave({ name, value }: NamedKey): void {
    this.#notCarried.push(`«${name}: ${shown(value)}» (no address that a release can have)`);
  }
}
