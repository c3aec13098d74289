/** What the commands share that change the vocabulary: plan under the lock, show or ask, write, and say how much it was. */
import type { ChangeSet } from '../model/change-set.ts';
import type { ExitStatus, Invocation } from '../model/command.ts';
import { PressError } from '../model/press-error.ts';
import type { RefactorCounts, RefactorVerb } from '../model/refactoring.ts';
import type { Repository } from '../model/repository.ts';
import { reversed } from '../model/undo.ts';
import type { EditedText } from '../operations/edit-data-file.ts';
import { planRefactoring, type Refactored } from '../operations/refactor/plan.ts';
import { levelsOf } from '../operations/validate-levels.ts';
import { counted } from '../text/counted.ts';
import { terminalSafe } from '../text/terminal-safe.ts';
import { unifiedDiff } from '../text/unified-diff.ts';
import { diffForOut, paintedDiff } from './terminal/change-preview.ts';

export type ChangedVocabulary = Extract<Refactored, { kind: 'change' }>;

/** Makes a plan; asks a person where the verb needs one. */
export type Planner = (repository: Repository) => Promise<Refactored>;

/** Does what a verb plans, or shows it. Rejects with a PressError, and then nothing has changed. */
export async function refactor(invocation: Invocation, verb: RefactorVerb): Promise<ExitStatus> {
  return refactorWith(invocation, verb.purpose, async (repository) => planOn(invocation, repository, verb));
}

/** The plan of a verb on a repository as it has just been read. Throws PressError `refused`. */
export async function planOn(
  { environment }: Invocation,
  repository: Repository,
  verb: RefactorVerb,
): Promise<Refactored> {
  const { rules } = await import('../rules/index.ts');
  const check = { rules, levels: levelsOf(repository.settings.rules, [], rules), now: environment.now };
  return planRefactoring(repository, verb, check);
}

/** The same for a verb that has to ask while it plans. */
export async function refactorWith(invocation: Invocation, purpose: string, planner: Planner): Promise<ExitStatus> {
  const { environment, options } = invocation;
  const repository = await environment.repository();
  const isDry = options['dryRun'] === true;
  const work = async (): Promise<void> => {
    // Somebody else may have had the lock until now, so everything is read anew.
    const plan = await planner(repository.readAnew());
    if (plan.kind === 'nothing') return environment.say(terminalSafe(plan.sentence));
    if (plan.kind === 'unmatched') throw new Error('A plan was left with releases that nobody has placed');
    if (isDry) return show(invocation, plan);
    if (!(await isWanted(invocation, plan))) return environment.say('Nothing was changed.');
    repository.apply(changeSetOf(purpose, plan));
    await tell(invocation, plan);
  };
  await (isDry ? work() : repository.whileLocked(purpose, work, environment.signal));
  return 0;
}

function changeSetOf(purpose: string, { files }: ChangedVocabulary): ChangeSet {
  return {
    purpose,
    changes: files.map(({ path, digest, edits }) => ({ kind: 'edit', path, digest, edits })),
    undo: files.map(({ path, text, edits }) => ({ path, edits: reversed(text, edits) })),
  };
}

async function show({ environment }: Invocation, { files, counts, told }: ChangedVocabulary): Promise<void> {
  for (const file of files) await environment.out(diffForOut(diffOf(file), environment));
  environment.say(`Nothing was written. This would change ${countsText(counts)}.`);
  for (const line of told) environment.say(terminalSafe(line));
}

async function tell({ environment }: Invocation, { files, counts, told }: ChangedVocabulary): Promise<void> {
  for (const { path } of files) await environment.out(`${terminalSafe(environment.files.display(path))}\n`);
  environment.say(`Changed ${countsText(counts)}. «press taxonomy undo» takes it back.`);
  for (const line of told) environment.say(terminalSafe(line));
}

const MOST_FILES_SHOWN = 5;

/** Whether the person at the terminal wants it, having seen it. Where nobody can be asked, it was wanted when it was typed. */
async function isWanted(
  { environment, options }: Invocation,
  { files, counts }: Pick<ChangedVocabulary, 'files' | 'counts'>,
): Promise<boolean> {
  if (environment.ask === undefined || options['yes'] === true) return true;
  for (const file of files.slice(0, MOST_FILES_SHOWN))
    environment.say(paintedDiff(diffOf(file), environment.paintErrors).trimEnd());
  const rest = files.length - MOST_FILES_SHOWN;
  if (rest > 0) environment.say(`… and ${counted(rest, 'more file')}; --dry-run shows all of them.`);
  return environment.ask.confirm({ message: `Change ${countsText(counts)}?`, initial: false });
}

function diffOf({ path, text, edits }: EditedText): string {
  return unifiedDiff(path, text, edits);
}

/** «1 term, 214 releases and 2 feeds»; what does not change is not counted. */
export function countsText({ terms, releases, feeds }: RefactorCounts): string {
  const parts = [
    counted(terms, 'term'),
    ...(releases === 0 ? [] : [counted(releases, 'release')]),
    ...(feeds === 0 ? [] : [counted(feeds, 'feed')]),
  ];
  const last = parts.pop() ?? '';
  return parts.length === 0 ? last : `${parts.join(', ')} and ${last}`;
}

/** An option that a command cannot do without. Throws PressError `usage`. */
export function requiredOption({ options }: Pick<Invocation, 'options'>, key: string, wayOut: string): string {
  const value = options[key];
  if (typeof value === 'string' && value.trim() !== '') return value;
  throw new PressError('usage', `«--${key}» is missing.`, { hint: wayOut });
}

/** The values of an option that may be given several times; with `commas`, also several behind one. */
export function valuesOf({ options }: Pick<Invocation, 'options'>, key: string, commas: boolean): string[] {
  const given: unknown = options[key];
  const values = (Array.isArray(given) ? given : [given]).filter((value): value is string => typeof value === 'string');
  if (!commas) return values;
  return values.flatMap((value) => value.split(',').map((each) => each.trim())).filter((value) => value !== '');
}
