/**
 * By what files are compared with each other, as numbers: two files of which neither has what the other one has or names have nothing to do with each
 * other, and no rule that compares files says anything of the one because of the other. Different texts may have the same number, so numbers
 * narrow what has to be compared, and decide nothing.
 */
import type { ComparedFacts } from './file-facts.ts';
import { pathOfTarget } from './local-address.ts';
import type { Settings } from './settings.ts';
import { withoutCase } from './shared-by.ts';
import { dayWithoutDate, sitePathOf } from './site-addresses.ts';
import { fileStemOf } from '../text/file-name-form.ts';

export interface ComparisonKeys {
  /** What belongs to it, and should belong to nobody else: path, id, addresses. */
  readonly has: readonly number[];
  /** What it says of others: their ids, their addresses, the name of the file that its own name makes the original. */
  readonly names: readonly number[];
}

/** Of a file whose address its facts do not tell: it may have any. Where such a file changes, only comparing all files tells what that means. */
export const anyKey = 0;

export function comparisonKeys(facts: ComparedFacts, settings: Settings): ComparisonKeys {
  return { has: [...new Set(keysHad(facts, settings))], names: [...new Set(keysNamed(facts, settings))] };
}

function* keysHad(facts: ComparedFacts, settings: Settings): Generator<number> {
  const { path, id, isReadable, address, aliases } = facts;
  yield keyOf('path', path);
  const known = isReadable ? id : fileStemOf(path);
  if (known !== undefined) yield keyOf('id', known);
  if (address === undefined || dayWithoutDate(facts) !== undefined) yield anyKey;
  if (address !== undefined) yield keyOf('page', pageOf(address));
  for (const alias of aliases) {
    yield keyOf('page', pageOf(alias));
    yield keyOf('page', pageOf(withoutSite(alias, settings)));
  }
}

function* keysNamed({ path, related, original, links }: ComparedFacts, settings: Settings): Generator<number> {
  for (const id of related) yield keyOf('id', id);
  if (original !== undefined) yield keyOf('id', original.id);
  for (const target of links) {
    const place = sitePathOf(target, settings) ?? sitePathOf(`/${target}`, { ...settings, baseUrl: '/' });
    if (place !== undefined) yield keyOf('page', pageOf(place));
  }
  // `course.ru.md` beside `course.md`.
  const [, stem] = /^(.*)\.[A-Za-z]{2,3}(?:-[A-Za-z0-9]+)*\.md$/.exec(path) ?? [];
  if (stem !== undefined) yield keyOf('path', `${stem}.md`);
}

/** The least that rules take for one page: without what stands behind `?` and `#`, and without slashes at the end. */
function pageOf(address: string): string {
  const path = pathOfTarget(address);
  const end = path.search(/[?#]/);
  return (end === -1 ? path : path.slice(0, end)).replace(/\/+$/, '');
}

function withoutSite(address: string, { baseUrl }: Settings): string {
  return baseUrl !== undefined && address.startsWith(baseUrl) ? `/${address.slice(baseUrl.length)}` : address;
}

const kinds = { path: 1, id: 2, page: 3 } as const;
const FNV_OFFSET = 0x811c9dc5;
const FNV_PRIME = 0x01000193;

/** FNV-1a over UTF-16 units; never `anyKey`. */
function keyOf(kind: keyof typeof kinds, text: string): number {
  let hash = FNV_OFFSET ^ kinds[kind];
  const name = withoutCase(text);
  for (let at = 0; at < name.length; at += 1) hash = Math.imul(hash ^ name.charCodeAt(at), FNV_PRIME);
  const key = hash >>> 0;
  return key === anyKey ? 1 : key;
}
