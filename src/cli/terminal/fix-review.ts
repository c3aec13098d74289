/** Asks about each fix that wants a person's eye, file by file; a file is written when its last question is answered. */
import type { Diagnostic, Fix } from '../../model/diagnostic.ts';
import type { Ask, Environment, PickChoice } from '../../model/environment.ts';
import { Interrupted } from '../../model/interrupted.ts';
import type { MendedFile, Mending } from '../../operations/fix.ts';
import { editsOfFix } from '../../operations/fix-proposals.ts';
import { keyOf } from '../../operations/fix-outcome.ts';
import { terminalSafe } from '../../text/terminal-safe.ts';
import { changedLines } from './change-preview.ts';

export interface Review {
  readonly mending: Mending;
  readonly ask: Ask;
  readonly environment: Pick<Environment, 'say' | 'paintErrors' | 'width' | 'files'>;
  /** Writes files and says what could not be written. */
  write(files: readonly MendedFile[]): Promise<void>;
}

type Answer = { readonly fix: Fix } | 'no' | 'all' | 'skip' | 'quit';

/**
 * Asks about everything that is left. Rejects with Interrupted when the person goes away: finished files are written then, and
 * what was confirmed in the file at hand is not.
 */
export async function reviewFixes(review: Review): Promise<void> {
  const files = [...new Set(review.mending.openFindings().map(({ file }) => file))];
  const always = new Set<string>();
  for (const file of files) {
    const isOver = await reviewFile(file, always, review).catch((error: unknown) => {
      if (error instanceof Interrupted) sayWhatIsLost(file, review);
      throw error;
    });
    await review.write(review.mending.mendedFiles());
    if (isOver) return;
  }
}

/** Returns whether the person wants no more questions. `always` collects the rules whose fixes are all wanted. */
async function reviewFile(file: string, always: Set<string>, review: Review): Promise<boolean> {
  const { mending, environment } = review;
  const declined = new Map<string, number>();
  for (;;) {
    const diagnostic = nextOf(mending.openFindings(file), declined);
    if (diagnostic?.fix === undefined) return false;
    const isAll = always.has(diagnostic.rule) && diagnostic.alternatives === undefined;
    const answer = isAll ? { fix: diagnostic.fix } : await answerTo(diagnostic, diagnostic.fix, review);
    if (answer === 'skip' || answer === 'quit') return answer === 'quit';
    if (answer === 'all') always.add(diagnostic.rule);
    const wanted = answer === 'all' ? diagnostic.fix : answer === 'no' ? undefined : answer.fix;
    if (wanted === undefined) declined.set(keyOf(diagnostic), (declined.get(keyOf(diagnostic)) ?? 0) + 1);
    else if (mending.confirm(diagnostic, wanted) !== undefined)
      environment.say('  This could not be mended automatically.');
  }
}

/** The first finding that was not declined; of equal ones, as many are passed over as were. */
function nextOf(found: readonly Diagnostic[], declined: ReadonlyMap<string, number>): Diagnostic | undefined {
  const passed = new Map(declined);
  return found.find((diagnostic) => {
    const left = passed.get(keyOf(diagnostic)) ?? 0;
    passed.set(keyOf(diagnostic), left - 1);
    return left <= 0;
  });
}

async function answerTo(diagnostic: Diagnostic, fix: Fix, { mending, ask, environment }: Review): Promise<Answer> {
  const fixes = [fix, ...(diagnostic.alternatives ?? [])];
  environment.say(described(diagnostic, fix, { mending, environment }).join('\n'));
  const [value = 'no'] = await ask.pick({
    message: fixes.length > 1 ? 'Which one?' : 'Mend it so?',
    choices: choicesFor(fixes, diagnostic.rule),
    many: false,
    required: true,
  });
  const chosen = fixes[Number(value)];
  return chosen === undefined ? (value as Answer) : { fix: chosen };
}

function described(
  diagnostic: Diagnostic,
  fix: Fix,
  { mending, environment }: Pick<Review, 'mending' | 'environment'>,
): string[] {
  const { paintErrors: paint, width, files } = environment;
  const { file, range, rule, message } = diagnostic;
  const manuscript = mending.manuscriptAt(file);
  const place = `${terminalSafe(files.display(file))}:${range.start.line}:${range.start.column}`;
  const lines = [`${paint.path(place)} ${paint.quiet(rule)}`, `  ${paint.strong(terminalSafe(message))}`];
  lines.push(
    ...changedLines({ path: file, text: manuscript.text, edits: editsOfFix(fix, manuscript) }, { paint, width }),
  );
  if (mending.changesPublicness(diagnostic, fix))
    lines.push(`  ${paint.warn('It changes whether, or when, the release is public.')}`);
  return lines;
}

/** The letter or number that chooses each stands before it. */
function choicesFor(fixes: readonly Fix[], rule: string): PickChoice[] {
  const isOne = fixes.length === 1;
  const choice = (value: string, [key, ...more]: readonly [string, ...string[]], label: string): PickChoice => ({
    value,
    label: `${key}: ${label}`,
    words: [key, ...more],
  });
  return [
    ...fixes.map(({ title }, index) => choice(`${index}`, isOne ? ['y', 'yes', '1'] : [`${index + 1}`], title)),
    choice('no', ['n', 'no'], 'Leave it as it is'),
    ...(isOne ? [choice('all', ['a', 'all'], `Mend everything that ${rule} finds`)] : []),
    choice('skip', ['s', 'skip'], 'Leave the rest of this file'),
    choice('quit', ['q', 'quit'], 'Stop asking'),
  ];
}

function sayWhatIsLost(file: string, { mending, environment }: Review): void {
  const isLost = mending.mendedFiles().some(({ manuscript }) => manuscript.path === file);
  const name = `«${terminalSafe(environment.files.display(file))}»`;
  environment.say(
    isLost
      ? `Stopped. What you confirmed in ${name} was not written; the files before it were.`
      : `Stopped at ${name}. What you confirmed before it was written.`,
  );
}
