/** Names that should belong to one file and belong to several. */
import type { Manuscript } from './manuscript.ts';
import { quoted } from './quoting.ts';
import type { ArchiveEntry } from './rule.ts';
import { fileNameOf } from '../text/file-name-form.ts';

export interface Shared {
  readonly manuscript: Manuscript;
  readonly name: string;
  /** The other files of that name; at most a few, for a message does not get better by a hundred. */
  readonly others: readonly Manuscript[];
  /** How many other files there are in all. */
  readonly count: number;
}

const MOST_NAMED = 5;

/** Each file whose name another one has too, in the order of the archive. Files without a name share none. */
export function* sharedBy(
  entries: readonly ArchiveEntry[],
  nameOf: (manuscript: Manuscript) => string | undefined,
): Generator<Shared> {
  const owners = new Map<string, Manuscript[]>();
  for (const { manuscript } of entries) {
    const name = nameOf(manuscript);
    if (name === undefined) continue;
    const known = owners.get(name);
    if (known === undefined) owners.set(name, [manuscript]);
    else known.push(manuscript);
  }
  for (const [name, manuscripts] of owners) {
    if (manuscripts.length < 2) continue;
    const first = manuscripts.slice(0, MOST_NAMED + 1);
    for (const manuscript of manuscripts) {
      yield {
        manuscript,
        name,
        others: first.filter((other) => other !== manuscript).slice(0, MOST_NAMED),
        count: manuscripts.length - 1,
      };
    }
  }
}

/** The others in the middle of a sentence: «releases/2009/2009-11-17-second-day.md», or «3 other releases», which are named beside. */
export function inWords({ others, count }: Pick<Shared, 'others' | 'count'>): string {
  const [first] = others;
  return first === undefined || count > 1 ? `${count} other releases` : quotedPath(first.path);
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
