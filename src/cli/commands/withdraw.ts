import type { Command, Invocation } from '../../model/command.ts';
import { Interrupted } from '../../model/interrupted.ts';
import { isPublic, type Subject } from '../../operations/subject.ts';
import { withdraw as withdrawVerb } from '../../operations/verbs/withdraw.ts';
import { terminalSafe } from '../../text/terminal-safe.ts';
import { changeRelease, namedSubject } from '../change-release.ts';
import { dryRun, noteForReaders, releaseArgument } from '../options/note-option.ts';
import { tellingFormats } from '../recall-list.ts';

/** `press withdraw`: a release is taken back, and those who have it are told. */
export const withdraw: Command = {
  name: 'withdraw',
  summary: 'Take a release back, and tell those who have it.',
  details: [
    'The status becomes «withdrawn». When the release was public, the moment and the note go under «corrections», and feeds and agencies are told by id, moment and note; title and text are in no output any more. ' +
      'The note is public: say what readers need, and nothing that they must not know.',
    'A release that never was public goes without a trace; then the note is for the house. When it was put on hold or under an embargo before, say with --was-public that readers have it, also later; such an embargo is then taken out.',
  ],
  arguments: [releaseArgument],
  options: [
    { flags: '--note <words>', summary: 'why, for readers; needed' },
    { flags: '--was-public', summary: 'readers have it, although it is not public now' },
    { flags: '-y, --yes', summary: 'do not ask whether that is meant' },
    dryRun,
  ],
  writes: true,
  examples: [
    {
      line: 'withdraw chisinau-lesson-exchange --note "The figures were not confirmed." -n',
      summary: 'what would change',
    },
  ],
  async run(invocation) {
    const subject = await namedSubject(invocation);
    const wasPublic = invocation.options['wasPublic'] === true;
    const note = await noteForReaders(invocation, 'Why? Readers will see this');
    await confirm(invocation, subject, wasPublic);
    const telling = await tellingFormats();
    return changeRelease(invocation, subject.manuscript.path, withdrawVerb({ note, wasPublic, telling }));
  },
};

async function confirm({ environment, options }: Invocation, subject: Subject, wasPublic: boolean): Promise<void> {
  const { ask } = environment;
  const isAsked = ask !== undefined && options['yes'] !== true && options['dryRun'] !== true;
  if (!isAsked || !(wasPublic || isPublic(subject))) return;
  const title = terminalSafe(subject.publicness.release?.title ?? subject.name);
  const isMeant = await ask.confirm({ message: `Take back «${title}»?`, initial: false });
  if (!isMeant) throw new Interrupted();
}
