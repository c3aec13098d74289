/** Where a release of a feed leads: to its page, to its other languages, to its files. */
import type { KnownReleases } from '../../model/known-releases.ts';
import { addressOf, resolveFile, type LinkBase } from '../../model/links.ts';
import type { Release } from '../../model/release.ts';
import { canonicalLanguage } from '../../text/language-tag.ts';
import { plainLine } from './plain-text.ts';
import { strictAddress } from '../../text/strict-address.ts';

/** The same text in another language. */
export interface Translation {
  readonly id: string;
  /** BCP 47 in canonical form. */
  readonly language: string;
  readonly address: string;
}

/** A file that goes with a release. */
export interface AttachedFile {
  readonly address: string;
  /** Undefined when nobody gave one that is a media type. */
  readonly mediaType: string | undefined;
  readonly title: string | undefined;
  /** In bytes. */
  readonly size: number | undefined;
}

// RFC 6838 §4.2.
const MEDIA_TYPE = /^[A-Za-z0-9][A-Za-z0-9!#$&^_.+-]{0,126}\/[A-Za-z0-9][A-Za-z0-9!#$&^_.+-]{0,126}$/;

/** The address of a release's page, as checkers of feeds want it. */
export function pageOf(release: Pick<Release, 'permalink'>, baseUrl: string): string {
  return strictAddress(addressOf(release, baseUrl));
}

/** The public versions of a release in other languages, one a language; none in the release's own. */
export function translationsOf(release: Release, known: KnownReleases, baseUrl: string): Translation[] {
  const seen = new Set([canonicalLanguage(release.lang)]);
  const translations: Translation[] = [];
  for (const version of known.versionsOf(release)) {
    const language = canonicalLanguage(version.lang);
    if (language === undefined || version.id === release.id || seen.has(language)) continue;
    seen.add(language);
    translations.push({ id: version.id, language, address: pageOf(version, baseUrl) });
  }
  return translations;
}

/** The files of a release that readers may fetch. */
export function filesOf({ attachments }: Pick<Release, 'attachments'>, base: LinkBase): AttachedFile[] {
  const files: AttachedFile[] = [];
  for (const { href, title, mediaType, size } of attachments) {
    const address = resolveFile(href, base);
    if (address === undefined) continue;
    files.push({
      address: strictAddress(address),
      mediaType: mediaType !== undefined && MEDIA_TYPE.test(mediaType) ? mediaType : undefined,
      title: plainLine(title ?? '') || undefined,
      size,
    });
  }
  return files;
}
