/** Reads a new file back before it is written: what it says must be what was meant, and its schema must accept it. */
import type { FileCreation } from '../model/change-set.ts';
import { makeRelease, typeName } from '../model/make-release.ts';
import type { Manuscript } from '../model/manuscript.ts';
import { PressError } from '../model/press-error.ts';
import type { Release } from '../model/release.ts';
import type { Repository } from '../model/repository.ts';
import { explainViolation } from '../model/schema-sentences.ts';
import type { DraftAnswers } from './draft.ts';

interface Meant {
  readonly source: string;
  readonly answers: DraftAnswers;
  readonly repository: Repository;
}

/** Throws PressError `not-a-release` when the file would be no release, or another one than meant. */
export function readBack({ path, text }: FileCreation, { source, answers, repository }: Meant): void {
  const manuscript = repository.manuscriptFrom(path, new TextEncoder().encode(text));
  const release = makeRelease(manuscript, repository);
  if (release === undefined) throw refusal(source, whyNot(manuscript, repository));
  const difference = differenceOf(release, answers);
  if (difference !== undefined) throw refusal(source, `Its ${difference} would not be read back as it is.`);
}

function whyNot(manuscript: Manuscript, repository: Repository): string {
  const [fault] = manuscript.faults;
  if (fault !== undefined) return fault.message;
  const data = manuscript.data ?? {};
  const [violation] = repository.releaseSchema(typeName(data))?.check(data) ?? [];
  return violation === undefined ? 'Its front matter cannot be read back.' : explainViolation(violation, data).message;
}

function differenceOf(release: Release, answers: DraftAnswers): string | undefined {
  if (release.title !== answers.title) return 'title';
  if (release.date?.text !== answers.date) return 'date';
  if (release.status !== answers.status) return 'status';
  if (release.places.join('\n') !== answers.places.join('\n')) return 'place';
  return release.body.trimEnd() === answers.body ? undefined : 'text';
}

function refusal(source: string, why: string): PressError {
  return new PressError('not-a-release', `«${source}» would not become a valid release: ${why} Nothing was written.`, {
    hint: 'Put it right in a copy of the source, or leave it out.',
  });
}
