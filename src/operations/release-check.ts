/** What `press validate` would say of a release once a change is made, and whether that is reason enough not to make it. */
import type { EpochMilliseconds } from '../model/clock.ts';
import type { Diagnostic } from '../model/diagnostic.ts';
import type { Manuscript } from '../model/manuscript.ts';
import type { Repository } from '../model/repository.ts';
import type { Rule } from '../model/rule.ts';
import type { Levels } from './validate-levels.ts';
import { validate } from './validate.ts';

export interface ReleaseCheck {
  readonly rules: readonly Rule[];
  readonly levels: Levels;
  readonly now: EpochMilliseconds;
}

export interface CheckedChange {
  /** Errors that the release has after the change, in report order. */
  readonly errors: readonly Diagnostic[];
  /** Errors and warnings that it has after the change and did not have before. */
  readonly fresh: readonly Diagnostic[];
}

/** Judges the text after a change beside all other releases. `after` may stand at another path than `before`, which is then gone. */
export function checkChange(
  repository: Repository,
  { before, after }: { readonly before: Manuscript; readonly after: Manuscript },
  check: ReleaseCheck,
): CheckedChange {
  const rest = before.path === after.path ? repository : without(repository, before.path);
  const judged = (manuscript: Manuscript, among: Repository): readonly Diagnostic[] =>
    validate(among, { ...check, paths: [manuscript.path], unsaved: [manuscript] }).diagnostics;
  const found = seriousOf(judged(after, rest));
  // Most releases have none, and the archive need not be read a second time.
  const known = found.length === 0 ? [] : seriousOf(judged(before, repository)).map(sentence);
  return {
    errors: found.filter(({ severity }) => severity === 'error'),
    fresh: found.filter((finding) => !takeOut(known, sentence(finding))),
  };
}

/** The repository as it is without one file; it is for reading only. */
function without(repository: Repository, path: string): Repository {
  return {
    root: repository.root,
    settings: repository.settings,
    taxonomy: repository.taxonomy,
    *manuscripts(paths) {
      for (const manuscript of repository.manuscripts(paths)) if (manuscript.path !== path) yield manuscript;
    },
    memory: () => undefined,
    exists: (name) => name !== path && repository.exists(name),
    manuscriptFrom: (name, bytes) => repository.manuscriptFrom(name, bytes),
    releaseSchema: (type) => repository.releaseSchema(type),
    releaseTypes: () => repository.releaseTypes(),
    fileAt: (name) => repository.fileAt(name),
    dataFile: (name) => repository.dataFile(name),
    readAnew: () => without(repository.readAnew(), path),
    withTexts: (texts) => without(repository.withTexts(texts), path),
    digestOfText: (text) => repository.digestOfText(text),
    compose: (entries, body) => repository.compose(entries, body),
    whileLocked: (command, work, signal) => repository.whileLocked(command, work, signal),
    apply: (changes) => repository.apply(changes),
    confirm: () => repository.confirm(),
    undoRecords: () => repository.undoRecords(),
  };
}

function seriousOf(diagnostics: readonly Diagnostic[]): Diagnostic[] {
  return diagnostics.filter(({ severity }) => severity !== 'info');
}

function sentence({ rule, message }: Diagnostic): string {
  return `${rule}: ${message}`;
}

/** Whether a text is in a list; it is in it once less afterwards. */
function takeOut(list: string[], text: string): boolean {
  const at = list.indexOf(text);
  if (at !== -1) list.splice(at, 1);
  return at !== -1;
}

/** A finding as a line: `releases/2026/x.md:5:8 error unknown-term: …`. */
export function findingLine(
  { file, range, severity, rule, message, hint }: Diagnostic,
  display: string = file,
): string {
  const { line, column } = range.start;
  return `${display}:${line}:${column} ${severity} ${rule}: ${message}${hint === undefined ? '' : ` ${hint}`}`;
}
