/** What the verbs of the trade share: find the release, plan under the lock, judge, show or write, and say what is so now. */
import type { ExitStatus, Invocation } from '../model/command.ts';
import type { Diagnostic } from '../model/diagnostic.ts';
import type { Manuscript } from '../model/manuscript.ts';
import { PressError } from '../model/press-error.ts';
import { publicnessOf } from '../model/publicness.ts';
import { publicnessSentence, reasonWords } from '../model/publicness-words.ts';
import type { Repository } from '../model/repository.ts';
import { editRelease, type EditedRelease } from '../operations/edit-release.ts';
import { findManuscript, readAgain } from '../operations/find-release.ts';
import { checkChange, findingLine } from '../operations/release-check.ts';
import { isPublic, subjectOf, type DatedMoment, type Subject } from '../operations/subject.ts';
import type { Refusal, Verb, VerbPlan } from '../operations/verbs/verb.ts';
import { levelsOf } from '../operations/validate-levels.ts';
import { counted } from '../text/counted.ts';
import { terminalSafe } from '../text/terminal-safe.ts';
import { movedDiff, unifiedDiff } from '../text/unified-diff.ts';
import { momentFrom } from './options/moment.ts';
import { diffForOut } from './terminal/change-preview.ts';

/** The file that the first word of the command line means. Rejects with a PressError. */
export async function namedManuscript({ arguments: words, environment }: Invocation): Promise<Manuscript> {
  const [name = ''] = words;
  return findManuscript(await environment.repository(), name, environment.files.inRepository(name));
}

/** The same with what is around it, as it stands before anybody holds the lock. Rejects with a PressError. */
export async function namedSubject(invocation: Invocation): Promise<Subject> {
  const manuscript = await namedManuscript(invocation);
  const repository = await invocation.environment.repository();
  return subjectOf(repository, manuscript, momentOf(repository, invocation.environment));
}

/** Does what the verb plans for the release at a path, or shows it. Rejects with a PressError, and then nothing has changed. */
export async function changeRelease(invocation: Invocation, path: string, verb: Verb): Promise<ExitStatus> {
  const { environment, options } = invocation;
  const repository = await environment.repository();
  const work = async (): Promise<Outcome> => {
    const subject = subjectOf(repository, readAgain(repository, { path }), momentOf(repository, environment));
    const plan = verb.plan(subject);
    if (plan.kind === 'nothing') return { subject, plan, edited: [], noticed: [] };
    const edited = editsOf(repository, subject, plan);
    const noticed = await refuse(invocation, { subject, plan, edited, verb });
    if (options['dryRun'] !== true) apply(repository, verb, edited);
    return { subject, plan, edited, noticed };
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
  /** Lines about what `press validate` says from now on and did not say before. */
  readonly noticed: readonly string[];
}

/** The moment of the run, with its day in the newsroom's zone. */
export function momentOf(repository: Repository, environment: Invocation['environment']): DatedMoment {
  return momentFrom({}, environment, repository.settings);
}

function editsOf(
  repository: Repository,
  { manuscript }: Subject,
  plan: Exclude<VerbPlan, { kind: 'nothing' }>,
): EditedRelease[] {
  const { changes = [] } = plan;
  const { to, others } = plan.kind === 'change' ? plan : {};
  const isTouched = changes.length > 0 || (to !== undefined && to !== manuscript.path);
  const own = isTouched ? [editRelease(manuscript, changes, { repository, to })] : [];
  const rest = [...(others ?? [])].map(([path, more]) =>
    editRelease(readAgain(repository, { path }), more, { repository }),
  );
  return [...own, ...rest];
}

interface Judged extends Omit<Outcome, 'noticed'> {
  readonly verb: Verb;
}

/**
 * Rejects with a PressError with all reasons at once: the verb's own, and what `press validate` would call an error of the result.
 * Resolves to lines about its warnings.
 */
async function refuse({ environment }: Invocation, { subject, plan, edited, verb }: Judged): Promise<string[]> {
  const repository = await environment.repository();
  const { rules } = await import('../rules/index.ts');
  const check = { rules, levels: levelsOf(repository.settings.rules, [], rules), now: environment.now };
  const own = [
    ...(plan.kind === 'refused' ? plan.reasons.map(refusalLine) : []),
    ...edited.filter((change) => isTaken(repository, change)).map(({ after }) => takenLine(after)),
  ];
  const line = (finding: Diagnostic): string => findingLine(finding, environment.files.display(finding.file));
  const checked = edited.map((change) => checkChange(repository, change, check));
  const errors = checked.flatMap((each) => (verb.wantsValid ? each.errors : each.fresh.filter(isError)));
  const lines = [...own, ...errors.map(line)];
  if (lines.length === 0) return checked.flatMap(({ fresh }) => fresh.map(line));
  throw new PressError('refused', `${quotedName(subject)} stays as it is: «press ${verb.word}» cannot be done.`, {
    hint: lines.join('\n  '),
  });
}

/** Whether something stands where the release is to go. */
function isTaken(repository: Repository, { before, after }: EditedRelease): boolean {
  return before.path !== after.path && repository.exists(after.path);
}

function takenLine({ path }: Manuscript): string {
  return `«${path}» exists already. Choose another name with --slug.`;
}

function isError({ severity }: Diagnostic): boolean {
  return severity === 'error';
}

function refusalLine({ what, wayOut }: Refusal): string {
  return `${what} ${wayOut}`;
}

function quotedName({ name }: Subject): string {
  return `«${name}»`;
}

function apply(repository: Repository, verb: Verb, edited: readonly EditedRelease[]): void {
  const changes = edited.map(({ before: { path, digest }, edits, after: { path: to } }) =>
    path === to
      ? ({ kind: 'edit', path, digest, edits } as const)
      : ({ kind: 'move', path, to, digest, edits } as const),
  );
  if (changes.length > 0) repository.apply({ purpose: `press ${verb.word}`, changes });
}

async function tell({ subject, plan, edited, noticed }: Outcome, { environment, options }: Invocation): Promise<void> {
  if (plan.kind === 'nothing') return environment.say(terminalSafe(plan.sentence));
  const isDry = options['dryRun'] === true;
  for (const { before, edits, after } of edited) {
    const diff = isDry ? diffOf({ before, after, edits }) : `${environment.files.display(after.path)}\n`;
    await environment.out(isDry ? diffForOut(diff, environment) : diff);
  }
  if (isDry) environment.say('Nothing was written. With this change:');
  const [own] = edited;
  if (own !== undefined && own.before.path === subject.manuscript.path)
    for (const line of await soNow(own, subject, environment)) environment.say(terminalSafe(line));
  else
    environment.say(`${counted(edited.length, 'translation')} ${edited.length === 1 ? 'fits' : 'fit'} the text again.`);
  if (plan.kind === 'change') for (const line of [...plan.told, ...noticed]) environment.say(terminalSafe(line));
}

function diffOf({ before, after, edits }: EditedRelease): string {
  const [from, to] = [before.path, after.path];
  return from === to ? unifiedDiff(from, before.text, edits) : movedDiff({ from, to }, before.text, edits);
}

/** Whether it is public once the change is made, or all that keeps it in, and what that means for files that went out before. */
async function soNow(
  { after }: EditedRelease,
  subject: Subject,
  environment: Invocation['environment'],
): Promise<string[]> {
  const repository = await environment.repository();
  const moment = momentOf(repository, environment);
  const publicness = publicnessOf(after, repository, { moment });
  const [isOut, wasOut] = [publicness.reasons.length === 0, isPublic(subject)];
  const sentence = isOut && !wasOut ? 'Public from now on.' : publicnessSentence(publicness, moment);
  const id = publicness.release?.id ?? after.path;
  const reasons = publicness.turn === undefined ? publicness.reasons : [];
  const whys = reasons.map(({ reason }) =>
    reasonWords(reason, { name: id, path: after.path, timezone: moment.timezone }),
  );
  const isInNone = isOut && subject.carriedBy.length === 0;
  const exported = isInNone
    ? ['It is in no saved feed; pages and lists have it as it is now from the next export on.']
    : !isOut && wasOut
      ? ['What was exported before still has it: export again, then let «press audit» look whether it is gone.']
      : [];
  return [[sentence, ...whys.map(({ what }) => what)].join(' '), ...exported];
}
