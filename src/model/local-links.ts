/** Links that lead to a file of the repository or to a page of the site, or that were meant to. */
import { mendedAddress, schemeOf } from '../text/address-scheme.ts';
import type { MarkdownLink } from '../text/markdown-inline.ts';
import type { Settings } from './settings.ts';
import { sitePathOf } from './site-addresses.ts';

/** Whether a link is judged by what there is in the repository. One without an address is, for there is nothing at it. */
export function staysOnSite({ target, kind }: Pick<MarkdownLink, 'target' | 'kind'>, settings: Settings): boolean {
  if (kind === 'autolink' || target.startsWith('#') || target.startsWith('?')) return false;
  if (target.trim() === '') return true;
  // Instructions for a site builder, and addresses whose beginning is wrong, are other findings.
  if (target.includes('{{') || target.includes('{%') || mendedAddress(target) !== undefined) return false;
  if (sitePathOf(target, settings) !== undefined) return true;
  return !target.startsWith('/') && schemeOf(target) === undefined;
}
