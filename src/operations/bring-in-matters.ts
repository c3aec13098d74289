/** What of an imported release a person has to look at, each thing a line; and what many releases have in common. */
import { isLost, isTold, needsPerson, partOf, type CarriedFile, type ReleaseReport } from './bring-in-report.ts';

export interface Matter {
  readonly label: 'unknown' | 'missing' | 'differs' | 'left out' | 'guess' | 'file' | 'note';
  readonly text: string;
  /** What the source calls a thing that was left out, or why a file was: the values differ from release to release, this does not. */
  readonly name?: string;
}

/** What a release lacks, disputes or leaves behind; remarks only with these, or where it is not published. */
export function mattersOf(release: ReleaseReport): Matter[] {
  const { unknown, missing, conflicts, notCarried, guessed, files, notes } = release;
  const [chosen, left] = release.outcome === 'new' ? ['was taken', 'was not'] : ['stays', 'was not taken'];
  const disputes = conflicts.map(({ key, kept, other }) =>
    matter(
      'differs',
      `${key}: ${short(kept.value)} (${kept.origin}) ${chosen}, ${short(other.value)} (${other.origin}) ${left}`,
    ),
  );
  if (!isTold(release)) return disputes;
  const isToLookAt = needsPerson(release) || release.status !== 'published';
  return [
    ...unknown.map(({ message, heading, hint }) =>
      matter('unknown', `${message} (${heading})${hint === undefined ? '' : ` ${hint}`}`),
    ),
    ...missing.map((key) =>
      matter('missing', `${key}: ${key === 'body' ? withoutText : 'nothing that press can write there'}`),
    ),
    ...disputes,
    ...notCarried.map(leftOut),
    ...filesLeft(files).map(fileMatter),
    ...guessed.map(({ key, value, reason }) => matter('guess', `${key}: ${value}, because ${reason}. Not written.`)),
    ...(isToLookAt ? notes.map((note) => matter('note', note)) : []),
  ];
}

const MOST_CHARACTERS = 200;

/** Both texts of a dispute may be as long as releases are; the report has them whole. */
function short(text: string): string {
  const line = text.replace(/\s+/g, ' ');
  return line.length > MOST_CHARACTERS ? `${line.slice(0, MOST_CHARACTERS).toWellFormed()}…` : line;
}

/** The addresses of files that were left, by why: a page may have dozens, and one reason for all of them. */
export function filesLeft(files: readonly CarriedFile[]): [why: string, addresses: string[]][] {
  const reasons = new Map<string, string[]>();
  for (const { address, why = '' } of files.filter(isLost)) {
    const others = reasons.get(why);
    if (others === undefined) reasons.set(why, [address]);
    else others.push(address);
  }
  return [...reasons];
}

const MOST_FILES = 3;

function fileMatter([why, addresses]: readonly [string, readonly string[]]): Matter {
  const more = addresses.length - MOST_FILES;
  const named = addresses.slice(0, MOST_FILES).join(', ');
  return { label: 'file', text: `${named}${more > 0 ? ` and ${more} more` : ''}: ${why}`, name: why };
}

const withoutText = 'there is no text, and nothing is published without one';

function matter(label: Matter['label'], text: string): Matter {
  return { label, text };
}

function leftOut(text: string): Matter {
  const name = /^«([^:«»]{1,60})(?:: |»)/.exec(text)?.[1];
  return { label: 'left out', text, ...(name !== undefined && { name }) };
}

/** What the same releases have in common. */
export interface SharedMatters {
  /** The releases by their sources: «releases.csv, line 7». */
  readonly parts: readonly string[];
  readonly matters: readonly Matter[];
}

export interface SortedMatters {
  /** What several releases have in common, the most common first. */
  readonly shared: readonly SharedMatters[];
  /** What each release has for itself. */
  readonly own: ReadonlyMap<ReleaseReport, readonly Matter[]>;
}

const SEVERAL = 3;

/** Divides the matters of all releases into those of several and those of one. */
export function sortMatters(releases: readonly ReleaseReport[]): SortedMatters {
  const all = releases.map((release) => ({ release, matters: mattersOf(release) }));
  const holders = new Map<string, Holders>();
  for (const [index, { matters }] of all.entries()) for (const each of matters) holdersOf(each, holders).at.add(index);
  const isShared = (each: Matter): boolean => holdersOf(each, holders).at.size >= SEVERAL;
  return {
    shared: sharedBy(
      [...holders.values()].filter(({ at }) => at.size >= SEVERAL),
      releases,
    ),
    own: new Map(all.map(({ release, matters }) => [release, matters.filter((each) => !isShared(each))])),
  };
}

/** A matter, and the places of the releases that have it. */
interface Holders {
  readonly matter: Matter;
  readonly at: Set<number>;
}

function holdersOf(each: Matter, holders: Map<string, Holders>): Holders {
  const key = `${each.label} ${each.name ?? each.text}`;
  const known = holders.get(key) ?? { matter: each, at: new Set() };
  holders.set(key, known);
  return known;
}

function sharedBy(holders: readonly Holders[], releases: readonly ReleaseReport[]): SharedMatters[] {
  const groups = new Map<string, { readonly parts: readonly string[]; readonly matters: Matter[] }>();
  for (const { matter: each, at } of holders) {
    const key = [...at].join(' ');
    const parts = (): string[] => releases.filter((_, index) => at.has(index)).map(nameOf);
    const group = groups.get(key) ?? { parts: parts(), matters: [] };
    group.matters.push(each);
    groups.set(key, group);
  }
  return [...groups.values()].toSorted((a, b) => b.parts.length - a.parts.length);
}

function nameOf({ source, part }: ReleaseReport): string {
  return partOf(source, part);
}
