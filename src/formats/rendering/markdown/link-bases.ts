import { addressOf, type LinkBase } from '../../../model/links.ts';
import type { Settings } from '../../../model/settings.ts';

/** For a text that stands nowhere on the web: of its links only those with an address of their own can be followed. */
export const nowhere: LinkBase = { baseUrl: 'about:blank', address: 'about:blank' };

/** Where the links of a release start; `nowhere` while press.yaml has no usable `baseUrl`. */
export function linkBaseOf(release: { readonly permalink: string }, { baseUrl }: Pick<Settings, 'baseUrl'>): LinkBase {
  if (baseUrl === undefined || !URL.canParse(baseUrl)) return nowhere;
  const base = new URL(baseUrl).href;
  return { baseUrl: base, address: addressOf(release, base) };
}
