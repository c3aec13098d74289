/** The lasting identity of a release in feeds and news formats: it depends on the id and the publisher's name, on nothing else. */
import { uuidV5 } from '../text/uuid-v5.ts';
import type { Publisher } from './settings.ts';

/** Namespace of the identities that press makes for publishers who have not said which name is theirs. Never changes. */
export const identityNamespace = '8a405a0a-c4dc-4f3e-aeaf-d1b2196bc202';

/**
 * `tag:AUTHORITY,SINCE:ID` (RFC 4151). Without a usable `publisher.authority` and `publisher.since` it is a `urn:uuid:` of the
 * id (RFC 9562, version 5); setting the two later then changes the identity of every release.
 */
export function identityOf(id: string, publisher: Publisher): string {
  const authority = tagAuthority(publisher);
  return authority === undefined ? `urn:uuid:${uuidV5(identityNamespace, id)}` : `tag:${authority}:${id}`;
}

/**
 * The lasting identity of a feed: `tag:AUTHORITY,SINCE:feed/ID` of a saved one. One that nobody saved is known by what it selects,
 * so its last part is a `uuid` of the canonical filter. Without an authority, a `urn:uuid:` as for releases.
 */
export function feedIdentityOf(
  { feedId, filter }: { readonly feedId: string | undefined; readonly filter: string },
  publisher: Publisher,
): string {
  return identityOf(`feed/${feedId ?? uuidV5(identityNamespace, `filter ${filter}`)}`, publisher);
}

/** The authority part of `tag:` URIs, host in small letters and punycode; undefined when the settings do not give one. */
export function tagAuthority({ authority, since }: Publisher): string | undefined {
  if (authority === undefined || since === undefined) return undefined;
  const at = authority.lastIndexOf('@') + 1;
  const host = canonicalHost(authority.slice(at));
  return host === undefined ? undefined : `${authority.slice(0, at)}${host},${since}`;
}

function canonicalHost(host: string): string | undefined {
  if (/[/?#:\\\s]/.test(host) || !URL.canParse(`http://${host}`)) return undefined;
  return new URL(`http://${host}`).hostname;
}
