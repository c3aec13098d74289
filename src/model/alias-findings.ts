/** Old addresses (`aliases`) that are no free ones: where readers cannot be sent on, because a page or another release has them. */
import { pathOfTarget } from './local-address.ts';
import type { DataPath, Manuscript } from './manuscript.ts';
import { placeOf } from './places.ts';
import { quoted } from './quoting.ts';
import type { ArchiveEntry, ArchiveFinding, Finding } from './rule.ts';
import type { Settings } from './settings.ts';
import { inWords } from './shared-by.ts';

export interface Page {
  readonly entry: ArchiveEntry;
  /** The address at which the release stands, from the root of the site, as people read it. */
  readonly address: string;
}

interface Alias {
  readonly entry: ArchiveEntry;
  /** Its place in the list. */
  readonly index: number;
  readonly written: string;
}

const MOST_NAMED = 5;

/** The findings at aliases, in the order of the pages. Capital letters count: a page that was renamed keeps its old address so. */
export function* aliasFindings(pages: readonly Page[], settings: Settings): Generator<ArchiveFinding> {
  const owners = new Map<string, Alias[]>();
  for (const { entry } of pages) {
    for (const alias of aliasesIn(entry)) {
      const key = keyOf(alias.written, settings);
      const known = owners.get(key);
      if (known === undefined) owners.set(key, [alias]);
      else known.push(alias);
    }
  }
  if (owners.size === 0) return;
  const standing = new Map(pages.map(({ entry, address }) => [keyOf(address, settings), entry]));
  for (const [key, aliases] of owners) {
    const shares = oneOfEach(aliases);
    for (const alias of aliases) yield* judge(alias, shares, standing.get(key));
  }
}

/** Of an alias that is none by its form the schema tells. */
function aliasesIn(entry: ArchiveEntry): Alias[] {
  return entry.facts.aliases.flatMap((written, index) =>
    /^(?:\/|https?:\/\/)/.test(written) ? [{ entry, index, written }] : [],
  );
}

function pathOf({ data }: Manuscript, { index }: Alias): DataPath {
  return Array.isArray(data?.['aliases']) ? ['aliases', index] : ['aliases'];
}

/**
 * Addresses that lead to one page are one: with `baseUrl` before them or not, with a slash at the end or not. An old CMS tells its
 * pages apart behind the `?`, so that counts; what stands behind `#` never reaches a server.
 */
function keyOf(address: string, { baseUrl }: Settings): string {
  const local = baseUrl !== undefined && address.startsWith(baseUrl) ? `/${address.slice(baseUrl.length)}` : address;
  const path = pathOfTarget(local).normalize('NFC');
  const [, query = ''] = /^[^?#]*(\?[^#]*)/.exec(local) ?? [];
  return `${path.length > 1 && path.endsWith('/') ? path.slice(0, -1) : path}${query}`;
}

function* judge(alias: Alias, shares: readonly Alias[], page: ArchiveEntry | undefined): Generator<ArchiveFinding> {
  const { entry } = alias;
  const saying = (words: () => Pick<Finding, 'severity' | 'message' | 'hint' | 'related'>): ArchiveFinding => ({
    in: entry,
    tell: (manuscript) => ({ ...placeOf(manuscript, pathOf(manuscript, alias)), ...words() }),
  });
  if (page === entry) yield saying(() => ofItself(alias));
  else if (page !== undefined) yield saying(() => ofPage(alias, page));
  else if (shares.length > 1) yield saying(() => ofAliases(alias, shares));
}

/** One alias of each release: an address that stands twice in one list is left to the schema. */
function oneOfEach(aliases: readonly Alias[]): Alias[] {
  return [...new Map(aliases.map((alias) => [alias.entry, alias])).values()];
}

function ofItself({ written }: Alias): Pick<Finding, 'severity' | 'message' | 'hint'> {
  return {
    severity: 'warning',
    message: `${quoted(written)} is the address at which this release stands now.`,
    hint: 'Take it out: «aliases» are the addresses at which a release used to stand.',
  };
}

function ofPage({ written }: Alias, page: ArchiveEntry): Pick<Finding, 'message' | 'hint' | 'related'> {
  const { manuscript } = page;
  return {
    message: `The old address ${quoted(written)} is the one at which ${inWords({ others: [page], count: 1 })} stands.`,
    hint: 'Take it out of «aliases», or give the other release another «slug»: one address cannot lead to two releases.',
    related: [{ manuscript, ...placeOf(manuscript, ['slug']), message: 'It has this address.' }],
  };
}

function ofAliases({ written, entry }: Alias, shares: readonly Alias[]): Pick<Finding, 'message' | 'hint' | 'related'> {
  const first = shares.slice(0, MOST_NAMED + 1).filter((other) => other.entry !== entry);
  const named = first.slice(0, MOST_NAMED);
  const others = inWords({ others: named.map((other) => other.entry), count: shares.length - 1 });
  return {
    message: `The old address ${quoted(written)} also stands under «aliases» of ${others}.`,
    hint: 'Leave it in the release that readers of the address look for, and take it out everywhere else.',
    related: named.map((other) => {
      const { manuscript } = other.entry;
      return { manuscript, ...placeOf(manuscript, pathOf(manuscript, other)), message: 'It has the same old address.' };
    }),
  };
}
