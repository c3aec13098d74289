import type { Command, ExitStatus, Invocation } from '../../model/command.ts';
import { PressError } from '../../model/press-error.ts';
import type { DamagedRecord, RecoveryReport } from '../../model/recovery.ts';
import { terminalSafe } from '../../text/terminal-safe.ts';
import { recoveryLines } from '../terminal/recovery-told.ts';

/** `press recover`: what a crash has interrupted is finished, or taken back. */
export const recover: Command = {
  name: 'recover',
  summary: 'Finish or take back a change that was interrupted, by a crash or a full disk.',
  details: [
    'Before press changes several files it writes down what it is about to do, under .press/tx/. So a change that was interrupted is never half-done for good: ' +
      'if it had been decided, the files that lack it get it now; if not, what had been prepared is removed. Every command that writes does the same first.',
    'A file that somebody has edited in the meantime is left alone: the text that press wanted to write goes to .press/conflicts/, both are named, and the exit status is 1.',
    'Paths of the files that are written go to stdout. It may be run as often as you like.',
  ],
  arguments: [],
  options: [
    {
      flags: '--break-lock',
      summary: 'remove the lock of a command on another machine; only when you know that it no longer runs',
    },
    { flags: '-n, --dry-run', summary: 'say what would be done, and change nothing' },
  ],
  examples: [
    { line: 'recover --dry-run', summary: 'what was interrupted, if anything' },
    { line: 'recover', summary: 'finish it, or take it back' },
  ],
  run,
};

async function run({ options, environment }: Invocation): Promise<ExitStatus> {
  const isDry = options['dryRun'] === true;
  const brokeLock = options['breakLock'] === true && (await breakLock(environment, isDry));
  // A lock that is only looked at stays in the way.
  if (brokeLock && isDry) return 0;
  const report = isDry ? await environment.recovery.look() : await environment.recovery.recover();
  const { changes, damaged, strays = [] } = report;
  for (const path of changes.flatMap(({ written }) => written))
    await environment.out(`${terminalSafe(environment.files.display(path))}\n`);
  for (const line of recoveryLines(report, { isDry })) environment.say(terminalSafe(line));
  if (changes.length + damaged.length + strays.length === 0 && !brokeLock)
    environment.say('There is nothing to recover: no change was interrupted.');
  refuseDamaged(damaged);
  return conflictsOf(report) === 0 ? 0 : 1;
}

async function breakLock({ recovery, say }: Invocation['environment'], isDry: boolean): Promise<boolean> {
  const lock = await recovery.breakLock(isDry);
  if (lock === undefined) {
    say('No command on another machine has the lock.');
    return false;
  }
  const whose = `the lock of «${lock.command}» (process ${lock.pid} on ${lock.host}, since ${lock.since})`;
  say(terminalSafe(isDry ? `It would remove ${whose}.` : `Removed ${whose}.`));
  return true;
}

function conflictsOf({ changes }: RecoveryReport): number {
  return changes.reduce((sum, { conflicts }) => sum + conflicts.length, 0);
}

function refuseDamaged(damaged: readonly DamagedRecord[]): void {
  if (damaged.length === 0) return;
  const paths = damaged.map(({ path }) => `«${path}»`).join(', ');
  const isDecided = damaged.some((record) => record.isDecided);
  const message = `${paths} ${damaged.length === 1 ? 'is' : 'are'} damaged: nobody can say which files it was about.`;
  throw new PressError('damaged-journal', message, {
    hint: isDecided
      ? 'Nothing of it was touched. Compare the files with the last commit («git status»), put right what is half done, then remove that record.'
      : 'Nothing of it was touched, and no file had been changed yet. Remove that record, and files named «.press-….tmp» if there are any.',
  });
}
