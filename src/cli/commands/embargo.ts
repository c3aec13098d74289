import type { Command, OptionValues } from '../../model/command.ts';
import { PressError } from '../../model/press-error.ts';
import { answerEmbargo } from '../../operations/answer-moments.ts';
import { embargo as embargoVerb } from '../../operations/verbs/embargo.ts';
import { changeRelease, momentOf, namedManuscript } from '../change-release.ts';
import { dryRun, houseNote, noteFrom, releaseArgument } from '../options/note-option.ts';

/** `press embargo`: sets or lifts an embargo. */
export const embargo: Command = {
  name: 'embargo',
  summary: 'Set or lift the embargo of a release.',
  details: [
    'The moment needs its distance from UTC, as in 2026-03-08T09:00:00+01:00: «nine o’clock» is another moment in every zone, and press guesses at none.',
  ],
  arguments: [releaseArgument],
  options: [
    { flags: '--until <moment>', summary: 'the release is not public before this moment' },
    { flags: '--lift', summary: 'take the embargo out' },
    houseNote,
    dryRun,
  ],
  writes: true,
  examples: [
    { line: 'embargo shared-schoolyard --until 2999-01-01T09:00:00+01:00 -n', summary: 'what would change' },
    { line: 'embargo incident-exercise --lift --note "Agreed with all delegations" -n', summary: 'without embargo' },
  ],
  async run(invocation) {
    const { options } = invocation;
    const words = onlyOne(options);
    const note = noteFrom(invocation);
    const { environment } = invocation;
    const manuscript = await namedManuscript(invocation);
    const moment = momentOf(await environment.repository(), environment);
    const until = words === undefined ? undefined : answerEmbargo(words, moment);
    return changeRelease(invocation, manuscript.path, embargoVerb({ until, note }));
  },
};

/** The words behind `--until`; undefined for `--lift`. Throws PressError for both, and for neither. */
function onlyOne({ until, lift }: OptionValues): string | undefined {
  if (typeof until === 'string' && lift !== true) return until;
  if (until === undefined && lift === true) return undefined;
  throw new PressError(
    'usage',
    until === undefined ? 'Until when?' : '«--until» sets an embargo, and «--lift» ends it.',
    {
      hint: 'Give one of the two: --until 2026-03-08T09:00:00+01:00, or --lift.',
    },
  );
}
