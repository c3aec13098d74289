/** Names of files that hold one release each. */
import type { Release } from '../../../model/release.ts';
import { canonicalLanguage } from '../../../text/language-tag.ts';

const LONGEST_SLUG = 120;

/**
 * Gives each release of one folder its name without extension, `YYYY-MM-DD-slug`, and `.lang` behind it unless it is in the language of
 * the repository: the form that site builders read. Small letters, digits, dots and hyphens; no name is given twice.
 */
export class DatedFileNames {
  readonly #language: string;
  readonly #given = new Set<string>();

  constructor(language: string) {
    this.#language = language;
  }

  next(release: Pick<Release, 'date' | 'slug' | 'lang'>): string {
    const day = release.date?.text.slice(0, 10) ?? 'undated';
    const stem = `${day}-${plainPart(release.slug).slice(0, LONGEST_SLUG) || 'release'}`;
    const ending = release.lang === this.#language ? '' : languagePart(release.lang);
    let name = `${stem}${ending}`;
    for (let again = 2; this.#given.has(name); again += 1) name = `${stem}-${again}${ending}`;
    this.#given.add(name);
    return name;
  }
}

function languagePart(lang: string): string {
  const tag = plainPart(canonicalLanguage(lang) ?? '');
  return tag === '' ? '' : `.${tag}`;
}

function plainPart(text: string): string {
  return [...text.toLowerCase().matchAll(/[a-z0-9]+/g)].map(([word]) => word).join('-');
}
