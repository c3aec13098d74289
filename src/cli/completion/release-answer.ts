/** Ids of releases to choose from, or what they begin with where they are many. */
import type { CommandArgument } from '../../model/command.ts';
import type { Repository } from '../../model/repository.ts';
import { releaseNames } from '../../operations/release-names.ts';
import type { Answer, Candidate } from './candidate.ts';

// More than that nobody reads, and shells ask before they show them.
const MOST = 500;

/** A path, or what no id begins with, is left to the shell. */
export function releaseAnswer(repository: Repository, begun: string, only: CommandArgument['only']): Answer {
  if (begun.includes('/') || begun.startsWith('.')) return { kind: 'paths' };
  const isOut = (status = 'published'): boolean => only === 'unpublished' && status === 'published';
  // What begins with a hyphen would be an option.
  const fitting = releaseNames(repository).filter(
    ({ id, status }) => id.startsWith(begun) && !id.startsWith('-') && !isOut(status),
  );
  if (fitting.length === 0) return { kind: 'paths' };
  const candidates = fitting.map(({ id, status = '' }) => ({ word: id, description: status }));
  return candidates.length > MOST ? beginnings(candidates, begun) : { kind: 'words', candidates };
}

/** The ids up to their next hyphens, as a shell offers folders before it offers what is in them. */
function beginnings(candidates: readonly Candidate[], begun: string): Answer {
  const [first = { word: '', description: '' }] = candidates;
  for (let from = begun.length; ;) {
    const parts = new Set(candidates.map(({ word }) => upToHyphen(word, from)));
    if (parts.size > MOST) return { kind: 'words', candidates: [] };
    if (parts.size > 1) return { kind: 'parts', candidates: [...parts].map((word) => ({ word, description: '' })) };
    from = upToHyphen(first.word, from).length;
    if (from === first.word.length) return { kind: 'words', candidates: [first] };
  }
}

function upToHyphen(word: string, from: number): string {
  const hyphen = word.indexOf('-', from);
  return hyphen === -1 ? word : word.slice(0, hyphen + 1);
}
