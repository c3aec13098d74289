import type { Command, Invocation } from '../../model/command.ts';
import { Interrupted } from '../../model/interrupted.ts';
import { PressError } from '../../model/press-error.ts';
import { isPublic, type Subject } from '../../operations/subject.ts';
import { mayBeWithReaders, withdraw as withdrawVerb } from '../../operations/verbs/withdraw.ts';
import { terminalSafe } from '../../text/terminal-safe.ts';
import { changeRelease, namedSubject } from '../change-release.ts';
import { dryRun, noteForReaders, releaseArgument } from '../options/note-option.ts';
import { tellingFormats } from '../options/telling-formats.ts';

/** `press withdraw`: a release is taken back, and those who have it are told. */
export const withdraw: Command = {
  name: 'withdraw',
  summary: 'Take a release back, and tell those who have it.',
  details: [
    'The status becomes «withdrawn». When the release was public, the moment and the note go under «corrections», and feeds and agencies are told by id, moment and note; title and text are in no output any more. ' +
      'The note is public: say what readers need, and nothing that they must not know.',
    'A release that never was public goes without a trace; then the note is for the house. When it was put on hold or under an embargo before, say with --was-public that readers have it, also later; such an embargo is then taken out. Of what is on hold press asks, because the file does not say.',
  ],
  arguments: [releaseArgument],
  options: [
    { flags: '--note <words>', summary: 'why, for readers; needed' },
    { flags: '--was-public', summary: 'readers have it, although it is not public now' },
    { flags: '--never-public', summary: 'readers never had it, although it is on hold' },
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
    const wasPublic = saidOf(invocation) ?? (await askedOf(invocation, subject));
    const isTold = wasPublic === true || isPublic(subject);
    const note = await noteForReaders(invocation, isTold ? 'Why? Readers will see this' : 'Why? For the house alone');
    await confirm(invocation, subject, isTold);
    const telling = await tellingFormats();
    return changeRelease(invocation, subject.manuscript.path, withdrawVerb({ note, wasPublic, telling }));
  },
};

/** What the command line says of readers. Throws PressError for both. */
function saidOf({ options: { wasPublic, neverPublic } }: Invocation): boolean | undefined {
  if (wasPublic === true && neverPublic === true)
    throw new PressError('usage', '«--was-public» says that readers have it, and «--never-public» that they do not.', {
      hint: 'Give one of the two.',
    });
  return wasPublic === true ? true : neverPublic === true ? false : undefined;
}

/** Asks where only a person can know; undefined where nobody can be asked, or need not be. */
async function askedOf({ environment: { ask } }: Invocation, subject: Subject): Promise<boolean | undefined> {
  if (ask === undefined || !mayBeWithReaders(subject)) return undefined;
  return ask.confirm({ message: 'It is on hold. Was it public before, so that readers have it?', initial: true });
}

async function confirm({ environment, options }: Invocation, subject: Subject, isTold: boolean): Promise<void> {
  const { ask } = environment;
  const isAsked = ask !== undefined && options['yes'] !== true && options['dryRun'] !== true;
  if (!isAsked || !isTold) return;
  const title = terminalSafe(subject.publicness.release?.title ?? subject.name);
  const isMeant = await ask.confirm({ message: `Take back «${title}»?`, initial: false });
  if (!isMeant) throw new Interrupted();
}
