/** What the verbs of the trade share: find the release, plan under the lock, judge, show or write, and say what is so now. */
import type { ExitStatus, Invocation } from '../model/command.ts';
import type { Manuscript } from '../model/manuscript.ts';
import { PressError } from '../model/press-error.ts';
import { publicnessOf } from '../model/publicness.ts';
import { publicnessSentence, reasonWords } from '../model/publicness-words.ts';
import type { Repository } from '../model/repository.ts';
import { editRelease, type EditedRelease } from '../operations/edit-release.ts';
import { findManuscript } from '../operations/find-release.ts';
import { checkChange, findingLine } from '../operations/release-check.ts';
import { subjectOf, type DatedMoment, type Subject } from '../operations/subject.ts';
import type { Refusal, Verb, VerbPlan } from '../operations/verbs/verb.ts';
import { levelsOf } from '../operations/validate-levels.ts';
import { counted } from '../text/counted.ts';
import { terminalSafe } from '../text/terminal-safe.ts';
import { unifiedDiff } from '../text/unified-diff.ts';
import { momentFrom } from './options/moment.ts';
import { paintedDiff } from './terminal/change-preview.ts';

/** The release that the first word of the command line means, as it stands before anybody holds the lock. Rejects with a PressError. */
export async function namedSubject({ arguments: words, environment }: Invocation): Promise<Subject> {
  const repository = await environment.repository();
  const [name = ''] = words;
  const manuscript = findManuscript(repository, name, environment.files.inRepository(name));
  return subjectOf(repository, manuscript, momentOf(repository, environment));
}

/** Does what the verb plans for the release at a path, or shows it. Rejects with a PressError, and then nothing has changed. */
export async function changeRelease(invocation: Invocation, path: string, verb: Verb): Promise<ExitStatus> {
  const { environment, options } = invocation;
  const repository = await environment.repository();
  const work = async (): Promise<Outcome> => {
    const subject = subjectOf(repository, readAgain(repository, path), momentOf(repository, environment));
    const plan = verb.plan(subject);
    if (plan.kind === 'nothing') return { subject, plan, edited: [] };
    const edited = plan.kind === 'change' ? editsOf(repository, subject, plan) : [];
    await refuse(invocation, { subject, plan, edited, verb });
    if (options['dryRun'] !== true) apply(repository, verb, edited);
    return { subject, plan, edited };
  };
  const outcome =
    options['dryRun'] === true
      ? await work()
      : await repository.whileLocked(`press ${verb.word}`, work, environment.signal);
  await tell(outcome, invocation);
  return 0;
}

interface Outcome {
  readonly subject: Subject;
  readonly plan: VerbPlan;
  readonly edited: readonly EditedRelease[];
}

function momentOf(repository: Repository, environment: Invocation['environment']): DatedMoment {
  return momentFrom({}, environment, repository.settings);
}

function readAgain(repository: Repository, path: string): Manuscript {
  for (const manuscript of repository.manuscripts([path])) return manuscript;
  throw new PressError('unknown-release', `«${path}» is not there any more.`);
}

function editsOf(
  repository: Repository,
  { manuscript }: Subject,
  { changes, others }: Extract<VerbPlan, { kind: 'change' }>,
): EditedRelease[] {
  const own = changes.length === 0 ? [] : [editRelease(manuscript, changes, repository)];
  const rest = [...(others ?? [])].map(([path, more]) => editRelease(readAgain(repository, path), more, repository));
  return [...own, ...rest];
}

interface Judged extends Outcome {
  readonly verb: Verb;
}

/** Throws PressError with all reasons at once: the verb's own, and what `press validate` would say of the result. */
async function refuse({ environment }: Invocation, { subject, plan, edited, verb }: Judged): Promise<void> {
  const repository = await environment.repository();
  const { rules } = await import('../rules/index.ts');
  const check = { rules, levels: levelsOf(repository.settings.rules, [], rules), now: environment.now };
  const own = plan.kind === 'refused' ? plan.reasons.map(refusalLine) : [];
  const found = edited.flatMap((change) => {
    const { errors, fresh } = checkChange(repository, change, check);
    return (verb.wantsValid ? errors : fresh).map((error) => findingLine(error, environment.files.display(error.file)));
  });
  const lines = [...own, ...found];
  if (lines.length === 0) return;
  throw new PressError('refused', `${quotedName(subject)} stays as it is: «press ${verb.word}» cannot be done.`, {
    hint: lines.join('\n  '),
  });
}

function refusalLine({ what, wayOut }: Refusal): string {
  return `${what} ${wayOut}`;
}

function quotedName({ name }: Subject): string {
  return `«${name}»`;
}

function apply(repository: Repository, verb: Verb, edited: readonly EditedRelease[]): void {
  const changes = edited.map(({ before: { path, digest }, edits }) => ({ kind: 'edit', path, digest, edits }) as const);
  if (changes.length > 0) repository.apply({ purpose: `press ${verb.word}`, changes });
}

async function tell({ subject, plan, edited }: Outcome, { environment, options }: Invocation): Promise<void> {
  if (plan.kind === 'nothing') return environment.say(terminalSafe(plan.sentence));
  const isDry = options['dryRun'] === true;
  for (const { before, edits } of edited) {
    const diff = isDry ? unifiedDiff(before.path, before.text, edits) : `${environment.files.display(before.path)}\n`;
    await environment.out(isDry ? paintedDiff(diff, environment.paint) : diff);
  }
  if (isDry) environment.say('Nothing was written. With this change:');
  const [own] = edited;
  if (own !== undefined && own.before.path === subject.manuscript.path)
    for (const line of await soNow(own, environment)) environment.say(terminalSafe(line));
  else
    environment.say(`${counted(edited.length, 'translation')} ${edited.length === 1 ? 'fits' : 'fit'} the text again.`);
  if (plan.kind === 'change') for (const line of plan.told) environment.say(terminalSafe(line));
}

/** Whether it is public once the change is made, or all that keeps it in. */
async function soNow({ after }: EditedRelease, environment: Invocation['environment']): Promise<string[]> {
  const repository = await environment.repository();
  const moment = momentOf(repository, environment);
  const publicness = publicnessOf(after, repository, { moment });
  const sentence = publicnessSentence(publicness, moment);
  const id = publicness.release?.id ?? after.path;
  const reasons = publicness.turn === undefined ? publicness.reasons : [];
  const whys = reasons.map(({ reason }) =>
    reasonWords(reason, { name: id, path: after.path, timezone: moment.timezone }),
  );
  return [[sentence, ...whys.map(({ what }) => what)].join(' ')];
}
