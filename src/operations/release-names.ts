/** The ids of an archive to choose from, fast rather than to the last one. */
import type { SurveyedFile } from '../model/archive-memory.ts';
import { listOf } from '../model/make-release.ts';
import type { Manuscript } from '../model/manuscript.ts';
import type { Repository } from '../model/repository.ts';

export interface ReleaseName {
  readonly id: string;
  /** As written; undefined where nobody has looked, or where it is no text. */
  readonly status: string | undefined;
}

// As many are read while somebody waits at a prompt.
const MOST_READ = 1_000;

/**
 * What earlier runs learned is taken; of the other files the last ones are read, which are the newest in most archives, and the rest is called by the names
 * of the files, which are the ids that press gives. Whoever uses a name looks for its release anyway.
 */
export function releaseNames(repository: Repository): ReleaseName[] {
  const memory = repository.memory();
  if (memory === undefined) return [...repository.manuscripts()].flatMap(namesOf);
  const names: ReleaseName[] = [];
  const unread: SurveyedFile[] = [];
  for (const file of memory.survey()) {
    if (file.row === undefined) unread.push(file);
    else names.push(...known(memory.facts(file.row, file.path)));
  }
  const first = Math.max(unread.length - MOST_READ, 0);
  for (const { path } of unread.slice(0, first)) names.push({ id: stemOf(path), status: undefined });
  for (const file of unread.slice(first)) names.push(...namesOf(memory.read(file)));
  return names;
}

function known({
  id,
  status,
}: {
  readonly id: string | undefined;
  readonly status: string | undefined;
}): ReleaseName[] {
  return id === undefined ? [] : [{ id, status }];
}

function namesOf({ data }: Manuscript): ReleaseName[] {
  if (data === undefined) return [];
  const [[id], [status]] = [listOf(data, 'id'), listOf(data, 'status')];
  return known({ id, status });
}

function stemOf(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1).replace(/\.md$/i, '');
}
