import { canonicalLanguage, primaryLanguage } from '../../../text/language-tag.ts';

/**
 * The language of a release as news sitemaps want it: two or three letters of ISO 639, but `zh-cn` and `zh-tw` for Chinese in
 * simplified and traditional characters. `und`, not determined, for a text that is no language tag.
 */
export function newsLanguage(tag: string): string {
  const canonical = canonicalLanguage(tag);
  const primary = canonical === undefined ? '' : primaryLanguage(canonical);
  if (canonical !== undefined && primary === 'zh') return isTraditional(canonical) ? 'zh-tw' : 'zh-cn';
  return /^[a-z]{2,3}$/.test(primary) ? primary : 'und';
}

/** Whether Chinese is written in traditional characters: the tag says so, or its region does. */
function isTraditional(tag: string): boolean {
  return new Intl.Locale(tag).maximize().script === 'Hant';
}
