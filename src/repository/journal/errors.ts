/** What a person is told when a change stops half way: what is so now, and the way on. */
import type { Conflict, RecoveryReport } from '../../model/recovery.ts';
import { PressError } from '../../model/press-error.ts';

const FINISH = '«press recover» finishes it; no text is lost.';

/** A change that was decided and could not be finished because of `error`. */
export function unfinishedError(error: unknown): PressError {
  const why = error instanceof Error ? error.message : String(error);
  return new PressError('interrupted', `${why} The change has been begun, and not all of its files have it yet.`, {
    hint: FINISH,
    cause: error,
  });
}

/** A change that was prepared and cannot be taken back completely. */
export function untidyError(error: unknown, failures: readonly unknown[]): PressError {
  const why = error instanceof Error ? error.message : String(error);
  return new PressError('cannot-write', `${why} What had been begun could not be taken back completely.`, {
    hint: '«press recover» takes it back as soon as the disk lets it.',
    cause: new AggregateError(failures),
  });
}

/** A change that waits for somebody to finish it; `purpose` is unknown where its record is damaged. */
export function waitingError(purpose: string | undefined): PressError {
  const what = purpose === undefined ? 'A change' : `«${purpose}»`;
  return new PressError(
    'interrupted',
    `${what} was interrupted while it was changing files, so they may not fit together.`,
    {
      hint: FINISH,
    },
  );
}

/** `rest` says what is so apart from that. */
export function conflictError(
  conflicts: readonly Conflict[],
  rest = 'All the other files of the change have it.',
): PressError {
  const [first, ...more] = conflicts.map(conflictSentence);
  return new PressError('conflict', first ?? '', { hint: [...more, rest].join('\n  ') });
}

export function conflictSentence({ kind, path, kept }: Conflict): string {
  return kind === 'gone' || kept === undefined
    ? `«${path}» stays as it is, because its new text has been removed.`
    : `«${path}» was edited while press was writing: the edit stays, and the text that press wanted to write is in «${kept}».`;
}

const afterwards =
  'The rest of that change, which had been interrupted, is finished now. Nothing else was done: run the command again.';

/** What keeps a command from writing after it has recovered; undefined when nothing does. */
export function obstacle({ changes, damaged }: RecoveryReport): PressError | undefined {
  const broken = damaged.find(({ isDecided }) => isDecided);
  if (broken !== undefined) return damagedError(broken.path);
  const conflicts = changes.flatMap((change) => change.conflicts);
  return conflicts.length === 0 ? undefined : conflictError(conflicts, afterwards);
}

export function damagedError(path: string): PressError {
  return new PressError(
    'damaged-journal',
    `«${path}» is damaged: nobody can say which files an interrupted change was about.`,
    {
      hint: 'Nothing was touched. Compare the files with the last commit («git status»), put right what is half done, then remove that file.',
    },
  );
}
