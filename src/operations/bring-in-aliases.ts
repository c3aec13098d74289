/** Further addresses of a release that comes in: those of this site send readers on, the others are worth a remark. */
import type { SourceRelease } from '../model/importer.ts';

/** The sites whose addresses readers of the archive may come by. */
export interface OwnSites {
  /** Addresses of the site, before or now; those that are not known are left out. */
  readonly sites: readonly (string | undefined)[];
  /** The address that the release gets here. */
  readonly permalink: string;
}

export interface Addresses {
  /** Paths, as front matter has them. */
  readonly aliases: readonly string[];
  readonly notes: readonly string[];
}

// As the schema has it: a path without blanks, control characters or a host.
const PATH = /^\/(?![\\/])[^\s\p{Cc}<>"\\^`{|}]{0,500}$/u;

/** Divides the further addresses; each comes once. */
export function furtherAddresses({ otherUrls = [] }: SourceRelease, { sites, permalink }: OwnSites): Addresses {
  const aliases = new Set<string>();
  const notes = new Set<string>();
  const hosts = new Set(
    sites.flatMap((site) => (site !== undefined && URL.canParse(site) ? [new URL(site).host] : [])),
  );
  for (const url of otherUrls) {
    const path = pathHere(url, hosts);
    if (path === undefined) notes.add(`It also stands at ${url}.`);
    else if (path !== permalink) aliases.add(path);
  }
  return { aliases: [...aliases], notes: [...notes] };
}

function pathHere(url: string, hosts: ReadonlySet<string>): string | undefined {
  if (PATH.test(url)) return url;
  if (!URL.canParse(url)) return undefined;
  const { host, pathname } = new URL(url);
  return hosts.has(host) && PATH.test(pathname) ? pathname : undefined;
}
