/** Judges a release that does not exist yet as if it did, beside all the others. */
import type { EpochMilliseconds } from '../model/clock.ts';
import type { Diagnostic } from '../model/diagnostic.ts';
import { PressError } from '../model/press-error.ts';
import type { Repository } from '../model/repository.ts';
import type { Rule } from '../model/rule.ts';
import type { Draft } from './draft.ts';
import type { Levels } from './validate-levels.ts';
import { validate } from './validate.ts';

export interface DraftCheck {
  readonly rules: readonly Rule[];
  readonly levels: Levels;
  readonly now: EpochMilliseconds;
  /** What to do about a name that is taken. */
  readonly wayOut: string;
}

const sharing: ReadonlySet<string> = new Set(['duplicate-id', 'duplicate-slug', 'duplicate-path']);

/**
 * Everything that `press validate` would say about the new file, errors excepted: these are thrown, as PressError `already-there` for
 * a name that another release has and `not-a-release` for the rest.
 */
export function checkDraft(
  repository: Repository,
  { path, creation }: Draft,
  check: DraftCheck,
): readonly Diagnostic[] {
  const unsaved = [repository.manuscriptFrom(path, new TextEncoder().encode(creation.text))];
  const { diagnostics } = validate(repository, { ...check, paths: [path], unsaved });
  const errors = diagnostics.filter(({ severity }) => severity === 'error');
  const shared = errors.find(({ rule }) => sharing.has(rule));
  if (shared !== undefined) throw nameTaken(shared, check.wayOut);
  const [first, ...others] = errors;
  if (first === undefined) return diagnostics;
  const more = others.map(({ message, hint }) => (hint === undefined ? message : `${message} ${hint}`));
  const lines = first.hint === undefined ? more : [first.hint, ...more];
  throw new PressError('not-a-release', `The release would not be valid. ${first.message}`, {
    hint: lines.length === 0 ? undefined : lines.join('\n'),
  });
}

function nameTaken({ message, related }: Diagnostic, hint: string): PressError {
  const other = related?.[0]?.file;
  const isSaid = other === undefined || message.includes(`«${other}»`);
  const sentence = isSaid ? message : `${message.endsWith('.') ? message.slice(0, -1) : message}: «${other}».`;
  return new PressError('already-there', sentence, { hint });
}
