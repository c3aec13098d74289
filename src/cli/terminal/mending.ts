/** `press validate --fix`: mends, writes or shows what would be written, and says so; then the findings that are left are reported. */
import type { ExitStatus, OptionValues } from '../../model/command.ts';
import type { Diagnostic } from '../../model/diagnostic.ts';
import type { Ask, Environment } from '../../model/environment.ts';
import type { Manuscript } from '../../model/manuscript.ts';
import { PressError } from '../../model/press-error.ts';
import type { Repository } from '../../model/repository.ts';
import { Mending, type MendedFile, type MendOptions } from '../../operations/fix.ts';
import { writeFixes, type LeftAlone } from '../../operations/fix-apply.ts';
import { stillMendable } from '../../operations/fix-outcome.ts';
import { terminalSafe } from '../../text/terminal-safe.ts';
import { unifiedDiff } from '../../text/unified-diff.ts';
import { diffForOut } from './change-preview.ts';
import { reviewFixes } from './fix-review.ts';
import { counted } from '../../text/counted.ts';

/** What mending has done, and how the run goes on. */
export interface Mended {
  /** Texts that stand for their files when the rest is judged. */
  readonly unsaved: readonly Manuscript[];
  /** Findings of the run with the fixes that they still have: none that was tried in vain, and for review what wants a person's eye. */
  stillMendable(found: readonly Diagnostic[]): Diagnostic[];
  /** Prints what is to be printed, with the findings that are left where they belong, and gives the run's status. */
  conclude(print: (environment: Environment) => Promise<void>, status: 0 | 1, shown: Shown): Promise<ExitStatus>;
}

/** Which files' text those may see who read what is printed. */
export interface Shown {
  isHidden(file: string): boolean;
}

export interface MendingWish {
  readonly repository: Repository;
  readonly options: OptionValues;
  /** The words of the command line that name files. */
  readonly words: readonly string[];
  readonly judging: MendOptions;
}

/** Mends as the options wish. Rejects with a PressError when they contradict each other, and when nobody can be asked. */
export async function mendReleases(wish: MendingWish, environment: Environment): Promise<Mended> {
  const { repository, options, words, judging } = wish;
  const ask = askFor(options, words, environment);
  const mending = new Mending(repository, judging);
  mending.mendSafely();
  const [text] = judging.unsaved ?? [];
  if (text !== undefined) return mendedText(text.path, { mending, options, environment });
  if (options['dryRun'] === true) return shownChanges(mending, judging, environment);
  const tally = new Writing(mending, repository, environment);
  await tally.write(mending.mendedFiles());
  sayUnmended(mending, environment);
  if (ask !== undefined)
    await reviewFixes({ mending, ask, environment, write: (files) => tally.write(files) }).finally(() => tally.say());
  else {
    tally.say();
    sayUnsure(mending, environment);
  }
  return {
    unsaved: judging.unsaved ?? [],
    stillMendable: (found) => stillMendable(found, mending.refusedFixes()),
    conclude: async (print, status) => {
      await print(environment);
      return tally.hasFailed ? 2 : status;
    },
  };
}

/** Who answers the questions of a review; undefined when nothing is to be asked. */
function askFor(options: OptionValues, words: readonly string[], { ask }: Environment): Ask | undefined {
  const [isFix, isReview, isDry] = [options['fix'] === true, options['fixReview'] === true, options['dryRun'] === true];
  if (isDry && (options['format'] !== undefined || options['output'] !== undefined))
    throw new PressError('usage', '«--dry-run» prints a diff on standard output, and no findings.', {
      hint: 'Leave out --format and --output. For a file, write: press validate --fix --dry-run > FILE.',
    });
  if (isDry && (!isFix || isReview))
    throw new PressError('usage', '«--dry-run» shows what «--fix» would change, and goes with it alone.', {
      hint: 'Write: press validate --fix --dry-run.',
    });
  if (words.includes('-') && (isReview || isDry || words.length > 1))
    throw new PressError('usage', 'With «-», press mends the text on standard input alone, without questions.', {
      hint: 'Write: press validate --fix --stdin-path PATH -.',
    });
  if (!isReview) return undefined;
  if (ask !== undefined) return ask;
  throw new PressError('missing-answer', '«--fix-review» asks about each change, and nobody can be asked here.', {
    hint: '«press validate --fix» mends without questions what can be mended safely.',
  });
}

/** The mended text is the product; the findings go where talk goes. */
function mendedText(
  path: string,
  { mending, options, environment }: Pick<MendingWish, 'options'> & { mending: Mending; environment: Environment },
): Mended {
  const manuscript = mending.manuscriptAt(path);
  if (manuscript.faults.some(({ rule }) => rule === 'encoding'))
    throw new PressError('unreadable-file', 'The text on standard input is no UTF-8, so press gives none back.', {
      hint: 'Save it as UTF-8.',
    });
  const isTalk = options['format'] === undefined || options['format'] === 'pretty';
  if (isTalk) {
    sayUnmended(mending, environment);
    sayMended(mending.mendedFiles(), { ...environment, isDry: false });
  }
  return {
    unsaved: [manuscript],
    stillMendable: (found) => stillMendable(found, mending.refusedFixes()),
    conclude: async (print, status) => {
      await environment.out(manuscript.text);
      const told: string[] = [];
      const out = async (text: string): Promise<void> => void told.push(text);
      await print({ ...environment, out, paint: environment.paintErrors });
      environment.say(told.join(''));
      return status;
    },
  };
}

/** Nothing is written, so the files are judged as they are. */
function shownChanges(mending: Mending, judging: MendOptions, environment: Environment): Mended {
  const changed = mending.mendedFiles();
  return {
    unsaved: judging.unsaved ?? [],
    stillMendable: (found) => stillMendable(found, mending.refusedFixes()),
    conclude: async (_, status, { isHidden }) => {
      for (const { manuscript, edits } of changed) {
        if (isHidden(manuscript.path)) continue;
        await environment.out(diffForOut(unifiedDiff(manuscript.path, manuscript.text, edits), environment));
      }
      sayUnmended(mending, environment);
      sayMended(changed, { ...environment, isDry: true });
      sayUnsure(mending, environment);
      return status;
    },
  };
}

/** Writes mended files and remembers what for. */
class Writing {
  readonly #mending: Mending;
  readonly #repository: Repository;
  readonly #environment: Environment;
  readonly #written: MendedFile[] = [];
  hasFailed = false;

  constructor(mending: Mending, repository: Repository, environment: Environment) {
    this.#mending = mending;
    this.#repository = repository;
    this.#environment = environment;
  }

  async write(files: readonly MendedFile[]): Promise<void> {
    const { signal } = this.#environment;
    const { written, leftAlone } = await writeFixes(this.#repository, files, {
      command: 'press validate --fix',
      signal,
    });
    for (const file of written) this.#mending.settle(file.manuscript.path);
    for (const refused of leftAlone) this.#leave(refused);
    for (const each of written) this.#written.push(each);
  }

  say(): void {
    sayMended(this.#written, { ...this.#environment, isDry: false });
  }

  #leave({ file, error }: LeftAlone): void {
    this.#mending.abandon(file.manuscript.path);
    if (error.code !== 'changed-meanwhile') this.hasFailed = true;
    this.#environment.say(`${terminalSafe(error.message)} It was left alone.`);
  }
}

function sayMended(
  changed: readonly MendedFile[],
  { say, isDry }: Pick<Environment, 'say'> & { readonly isDry: boolean },
): void {
  const findings = changed.reduce((sum, { mended }) => sum + mended, 0);
  const files = new Set(changed.map(({ manuscript }) => manuscript.path)).size;
  if (findings === 0) say(isDry ? 'Nothing would be mended.' : 'Nothing was mended.');
  else say(`${isDry ? 'Would mend' : 'Mended'} ${counted(findings, 'finding')} in ${counted(files, 'file')}.`);
}

/** Without the finding's own words: the report has them, for those who may see them. */
function sayUnmended(mending: Mending, { say, files }: Environment): void {
  for (const { diagnostic, refusal } of mending.refusedFixes()) {
    if (refusal !== 'unmended') continue;
    const { file, range, rule } = diagnostic;
    const place = `${terminalSafe(files.display(file))}:${range.start.line}:${range.start.column}`;
    say(`${place} What ${rule} finds here could not be mended automatically.`);
  }
}

function sayUnsure(mending: Mending, { say }: Environment): void {
  const unsure = mending.refusedFixes().filter(({ refusal }) => refusal === 'unsure').length;
  if (unsure > 0)
    say(
      `${counted(unsure, 'finding')} left for «press validate --fix-review»: mending changes whether a release is public, and that wants a person’s eye.`,
    );
}
