/** Reads a new file back before it is written: what it says must be what was meant, and its schema must accept it. */
import type { FileCreation } from '../model/change-set.ts';
import { makeRelease, typeName } from '../model/make-release.ts';
import type { Manuscript } from '../model/manuscript.ts';
import { PressError } from '../model/press-error.ts';
import type { Release } from '../model/release.ts';
import type { Repository } from '../model/repository.ts';
import { explainViolation } from '../model/schema-sentences.ts';
import type { SchemaViolation } from '../model/schema-violation.ts';
import { hasOwnText } from '../model/own-text.ts';
import type { DraftAnswers } from './draft.ts';

interface Meant {
  readonly source: string;
  readonly answers: DraftAnswers;
  readonly repository: Repository;
}

/**
 * The keys that the release's schema requires and that are not there, and `body` where a release that may go out has no text of its
 * own: all that is wrong with the file. None for a release as meant.
 *
 * Throws PressError `not-a-release` when the file would be no release for another reason, or another one than meant.
 */
export function readBack({ path, text }: FileCreation, { source, answers, repository }: Meant): readonly string[] {
  const manuscript = repository.manuscriptFrom(path, new TextEncoder().encode(text));
  const release = makeRelease(manuscript, repository);
  const violations = violationsOf(manuscript, repository);
  if (release === undefined || violations.length > 0) {
    const missing = violations.flatMap(missingKey);
    if (missing.length > 0 && missing.length === violations.length) return missing;
    throw refusal(source, ...whyNot(manuscript, violations));
  }
  const difference = differenceOf(release, answers);
  if (difference !== undefined) throw refusal(source, `Its ${difference} would not be read back as it is.`);
  const mayGoOut = release.status === 'published' || release.status === 'approved';
  return mayGoOut && !hasOwnText(manuscript, repository.settings) ? ['body'] : [];
}

function violationsOf({ data, faults }: Manuscript, repository: Repository): readonly SchemaViolation[] {
  if (data === undefined || faults.length > 0) return [];
  return repository.releaseSchema(typeName(data))?.check(data) ?? [];
}

function missingKey({ path, params }: SchemaViolation): string[] {
  const missing = path.length === 0 ? params['missingProperty'] : undefined;
  return typeof missing === 'string' ? [missing] : [];
}

/** What is wrong, and the way out where the schema knows one. */
function whyNot(manuscript: Manuscript, [violation]: readonly SchemaViolation[]): [why: string, hint?: string] {
  const [fault] = manuscript.faults;
  if (fault !== undefined) return [fault.message];
  if (violation === undefined) return ['Its front matter cannot be read back.'];
  const { message, hint } = explainViolation(violation, manuscript.data ?? {});
  return hint === undefined ? [message] : [message, hint];
}

function differenceOf(release: Release, answers: DraftAnswers): string | undefined {
  if (release.title !== answers.title) return 'title';
  if (answers.id !== undefined && release.id !== answers.id) return 'id';
  if (answers.slug !== undefined && release.slug !== answers.slug) return 'slug';
  if (release.date?.text !== answers.date) return 'date';
  if (release.status !== answers.status) return 'status';
  if (release.places.join('\n') !== answers.places.join('\n')) return 'place';
  return release.body.trimEnd() === answers.body ? undefined : 'text';
}

function refusal(source: string, why: string, hint?: string): PressError {
  return new PressError('not-a-release', `«${source}» would not become a valid release: ${why} Nothing was written.`, {
    hint: `${hint === undefined ? '' : `${hint} `}Put it right in a copy of the source, or leave it out.`,
  });
}
