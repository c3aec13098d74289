/** Names that should belong to one file and belong to several. */
import type { ComparedFacts } from './file-facts.ts';
import { quoted } from './quoting.ts';
import type { ArchiveEntry } from './rule.ts';
import { fileNameOf } from '../text/file-name-form.ts';

export interface Shared {
  readonly entry: ArchiveEntry;
  readonly name: string;
  /** The other files of that name; at most a few, for a message does not get better by a hundred. */
  readonly others: readonly ArchiveEntry[];
  /** How many other files there are in all. */
  readonly count: number;
}

const MOST_NAMED = 5;

/** Each file whose name another one has too, in the order of the archive. Files without a name share none. */
export function* sharedBy(
  entries: readonly ArchiveEntry[],
  nameOf: (facts: ComparedFacts) => string | undefined,
): Generator<Shared> {
  for (const [name, owners] of ownersOf(entries, nameOf)) {
    const first = owners.slice(0, MOST_NAMED + 1);
    for (const entry of owners) {
      const others = first.filter((other) => other !== entry).slice(0, MOST_NAMED);
      yield { entry, name, others, count: owners.length - 1 };
    }
  }
}

/** The names that several files have. Most have theirs alone, and no list is made for them. */
function* ownersOf(
  entries: readonly ArchiveEntry[],
  nameOf: (facts: ComparedFacts) => string | undefined,
): Generator<readonly [string, readonly ArchiveEntry[]]> {
  const first = new Map<string, ArchiveEntry>();
  const shared = new Map<string, ArchiveEntry[]>();
  for (const entry of entries) {
    const name = nameOf(entry.facts);
    if (name === undefined) continue;
    const [owner, owners] = [first.get(name), shared.get(name)];
    if (owner === undefined) first.set(name, entry);
    else if (owners === undefined) shared.set(name, [owner, entry]);
    else owners.push(entry);
  }
  if (shared.size > 0)
    for (const name of first.keys()) {
      const owners = shared.get(name);
      if (owners !== undefined) yield [name, owners];
    }
}

/** The others in the middle of a sentence: «releases/2009/2009-11-17-second-day.md», or «3 other releases», which are named beside. */
export function inWords({ others, count }: Pick<Shared, 'others' | 'count'>): string {
  const [first] = others;
  return first === undefined || count > 1 ? `${count} other releases` : quotedPath(first.facts.path);
}

// A path that is cut would lose its end, which says most.
const LONGEST_PATH = 60;

function quotedPath(path: string): string {
  return quoted(path.length > LONGEST_PATH ? fileNameOf(path) : path);
}

/** Names that one computer tells apart and another does not, in one form: small letters, Unicode NFC. */
export function withoutCase(name: string): string {
  return name.normalize('NFC').toLowerCase();
}
