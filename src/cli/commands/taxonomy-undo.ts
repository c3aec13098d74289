import type { Command, ExitStatus, Invocation } from '../../model/command.ts';
import type { Repository } from '../../model/repository.ts';
import { planUndo, type UndoPlan } from '../../operations/refactor/undo.ts';
import { counted } from '../../text/counted.ts';
import { terminalSafe } from '../../text/terminal-safe.ts';
import { unifiedDiff } from '../../text/unified-diff.ts';
import { refactorOptions } from '../options/refactor-options.ts';
import { diffForOut } from '../terminal/change-preview.ts';

/** `press taxonomy undo`: the last refactoring never happened. */
export const taxonomyUndo: Command = {
  name: 'taxonomy undo',
  writes: true,
  summary: 'Take the last change of the vocabulary back, in every file.',
  details: [
    'Takes back what the last «press taxonomy add, label, rename, merge, split, move or retire» did, to the last byte; a second time, the one before it: five are remembered. When one of the files has been edited since, nothing is taken back.',
    'It is itself all or nothing. There is no redo: run the command again.',
  ],
  arguments: [],
  options: [...refactorOptions],
  examples: [{ line: 'taxonomy undo -n', summary: 'what would be taken back' }],
  async run(invocation) {
    const { environment, options } = invocation;
    const repository = await environment.repository();
    const work = (): Promise<ExitStatus> => undo(invocation, repository);
    return options['dryRun'] === true
      ? work()
      : repository.whileLocked('press taxonomy undo', work, environment.signal);
  },
};

async function undo(invocation: Invocation, repository: Repository): Promise<ExitStatus> {
  const { environment, options } = invocation;
  const plan = await planUndo(repository);
  if (plan === undefined) {
    environment.say('There is nothing to take back.');
    return 0;
  }
  const isDry = options['dryRun'] === true;
  if (isDry) await show(invocation, plan);
  else if (await isWanted(invocation, plan)) await apply(invocation, repository, plan);
  else environment.say('Nothing was changed.');
  return 0;
}

async function show({ environment }: Invocation, { record, files }: UndoPlan): Promise<void> {
  for (const { path, text, edits } of files)
    await environment.out(diffForOut(unifiedDiff(path, text, edits), environment));
  environment.say(terminalSafe(`Nothing was written. This would take back ${sentence({ record, files })}.`));
}

async function isWanted({ environment, options }: Invocation, plan: UndoPlan): Promise<boolean> {
  if (environment.ask === undefined || options['yes'] === true) return true;
  return environment.ask.confirm({ message: terminalSafe(`Take back ${sentence(plan)}?`), initial: false });
}

async function apply({ environment }: Invocation, repository: Repository, plan: UndoPlan): Promise<void> {
  const changes = plan.files.map(({ path, digest, edits }) => ({ kind: 'edit', path, digest, edits }) as const);
  repository.apply({ purpose: 'press taxonomy undo', changes, takesBack: plan.record.id });
  for (const { path } of plan.files) await environment.out(`${terminalSafe(environment.files.display(path))}\n`);
  environment.say(terminalSafe(`Took back ${sentence(plan)}.`));
}

function sentence({ record, files }: UndoPlan): string {
  return `«${record.purpose}» in ${counted(files.length, 'file')}`;
}
