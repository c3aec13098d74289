/** Addresses on the web: of releases, and of what releases link to. */
import { PressError } from './press-error.ts';
import type { Settings } from './settings.ts';

/** Where the links of one text start from. */
export interface LinkBase {
  readonly baseUrl: string;
  /** The text's own address: links to a place in the text itself (`#contacts`) start here. */
  readonly address: string;
}

const linkSchemes: ReadonlySet<string> = new Set(['http:', 'https:', 'mailto:']);
const fileSchemes: ReadonlySet<string> = new Set(['http:', 'https:']);
// Browsers take `\\=` for the host «=», which no machine can have (RFC 1123 §2.1); names with underscores are in use.
const HOST = /^(?:\[[0-9a-f:.]+\]|(?:[a-z0-9_-]+\.)*[a-z0-9][a-z0-9-]*\.?)$/;

/**
 * `baseUrl` of press.yaml, percent-encoded, for formats that cannot do without.
 *
 * @throws PressError `missing-setting` when it is not set, or is no address.
 */
export function requiredBaseUrl({ baseUrl }: Settings, format: string): string {
  if (baseUrl !== undefined && URL.canParse(baseUrl)) return new URL(baseUrl).href;
  throw new PressError(
    'missing-setting',
    `The format «${format}» needs an address under the key «baseUrl» of press.yaml.`,
    {
      hint: 'Write there where the releases stand on the web, such as «baseUrl: https://press.example.org/».',
    },
  );
}

/** The absolute address of a release, percent-encoded, host in punycode. `baseUrl` may have a path of its own. */
export function addressOf(release: { readonly permalink: string }, baseUrl: string): string {
  return new URL(`.${release.permalink}`, baseUrl).href;
}

/** The absolute address of a link (http, https or mailto); undefined for one that readers must not follow. */
export function resolveLink(href: string, base: LinkBase): string | undefined {
  return resolve(href, base, linkSchemes);
}

/** The absolute address of a picture or file (http or https); undefined for one that must not be fetched. */
export function resolveFile(href: string, base: LinkBase): string | undefined {
  return resolve(href, base, fileSchemes);
}

// The parser is the one that browsers have, so what looks harmless here is harmless there: it sees through
// `java\nscript:` and the like, where comparing the beginning of a text would not.
function resolve(href: string, { baseUrl, address }: LinkBase, schemes: ReadonlySet<string>): string | undefined {
  const start = href === '' || href.startsWith('#') || href.startsWith('?') ? address : baseUrl;
  if (!URL.canParse(href, start)) return undefined;
  const url = new URL(href, start);
  return schemes.has(url.protocol) && (url.protocol === 'mailto:' || HOST.test(url.hostname)) ? url.href : undefined;
}
