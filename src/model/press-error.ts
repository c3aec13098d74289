/**
 * The errors that a person can mend. Everything else that is thrown is a fault in press.
 *
 * A message quotes the person's own words and says what is wrong; the hint says what to do.
 */
export const errorCodes = {
  usage: 'The command line does not fit the command.',
  'no-repository': 'No folder here or above has a taxonomy.yaml.',
  'broken-taxonomy': 'taxonomy.yaml cannot be used.',
  'broken-settings': 'press.yaml cannot be used.',
  'broken-schema': 'A file under schemas/ cannot be used.',
  'unreadable-file': 'A file that the command needs cannot be read.',
  'unknown-term': 'A word is no term of the vocabulary.',
  'ambiguous-term': 'A word could mean two terms.',
  'unknown-release': 'No release answers to the name.',
  'unknown-feed': 'press.yaml has no saved feed of that name.',
  'bad-query': 'The query cannot be read.',
  'missing-answer': 'Something is missing and nobody can be asked.',
  'missing-date': 'The source does not say when it was issued.',
  'missing-setting': 'The format needs a key of press.yaml.',
  'already-there': 'Something of that name exists.',
  'not-a-release': 'What would be written is not a valid release.',
  'nothing-imported': 'The source holds no release that press recognises.',
  'not-here': 'The place is not one that press may write to.',
  locked: 'Another command is changing this repository.',
  'cannot-write': 'The disk did not take what was to be written.',
  'changed-meanwhile': 'A file changed while the command was working on it.',
  interrupted: 'A change was begun, and not all of its files have it yet.',
  conflict: 'A file was edited while a change to it was being written.',
  'damaged-journal': 'The record of a change that was interrupted cannot be read.',
  'no-version-control': 'git cannot say what has changed.',
  'cannot-watch': 'The system does not tell press of changes to files.',
  'not-public': 'The release is not public.',
  refused: 'A release is not in a state in which that could be done to it.',
} as const;

export type ErrorCode = keyof typeof errorCodes;

export class PressError extends Error {
  readonly code: ErrorCode;
  readonly hint: string | undefined;

  constructor(code: ErrorCode, message: string, extra: { hint?: string | undefined; cause?: unknown } = {}) {
    super(message, extra.cause === undefined ? {} : { cause: extra.cause });
    this.name = 'PressError';
    this.code = code;
    this.hint = extra.hint;
  }
}

/** «Did you mean …?» for the nearest words, or undefined when nothing is near. */
export function didYouMean(words: readonly string[]): string | undefined {
  const quoted = words.map((word) => `«${word}»`);
  const last = quoted.pop();
  if (last === undefined) return undefined;
  return `Did you mean ${quoted.length === 0 ? last : `${quoted.join(', ')} or ${last}`}?`;
}
