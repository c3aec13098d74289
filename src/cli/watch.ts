/** `press validate --watch`: the findings, anew after every change, until somebody ends it. */
import type { ExitStatus, OptionValues } from '../model/command.ts';
import { summarise } from '../model/diagnostic.ts';
import type { Environment } from '../model/environment.ts';
import { PressError, type ErrorCode } from '../model/press-error.ts';
import type { Reporter } from '../model/reporter.ts';
import type { Repository } from '../model/repository.ts';
import type { Rule } from '../model/rule.ts';
import { defaultSettings } from '../model/settings.ts';
import type { Watch, WatchedChanges } from '../model/watching.ts';
import { Examination } from '../operations/validate-examination.ts';
import { levelsOf } from '../operations/validate-levels.ts';
import { comparesContent, usesCache } from './options/cache-option.ts';
import { namedReleases } from './options/release-paths.ts';
import { listOption } from './options/selection-options.ts';
import { printFindings } from './terminal/print-findings.ts';
import type { Findings } from './terminal/report-input.ts';
import { shownFindings } from './terminal/shown-findings.ts';
import { SourceLines } from './terminal/source-lines.ts';
import { terminalSafe } from '../text/terminal-safe.ts';
import { clearScreen, drawScreen, type ScreenContent } from './terminal/watch-screen.ts';

export interface WatchWish {
  /** Files and folders, as the person wrote them. */
  readonly words: readonly string[];
  readonly options: OptionValues;
  readonly reporter: Reporter;
  readonly rules: readonly Rule[];
}

/**
 * Shows the findings until the person interrupts the command. Rejects with a PressError for a command line that does not fit, and when
 * files cannot be watched; a broken taxonomy.yaml, press.yaml or schema is shown and watched until it is mended.
 */
export async function watchReleases(wish: WatchWish, environment: Environment): Promise<ExitStatus> {
  const session = new WatchSession(wish, environment);
  try {
    while (await session.round());
    return 0;
  } finally {
    await session.close();
  }
}

interface Desk {
  readonly repository: Repository;
  readonly examination: Examination;
  readonly paths: readonly string[] | undefined;
}

const mistyped: ReadonlySet<ErrorCode> = new Set(['usage', 'unreadable-file', 'no-repository']);

class WatchSession {
  readonly #wish: WatchWish;
  readonly #environment: Environment;
  readonly #edited = new Map<string, number>();
  #watch: Watch | undefined;
  #releases: string = defaultSettings.releases;
  #hasShown = false;

  constructor(wish: WatchWish, environment: Environment) {
    this.#wish = wish;
    this.#environment = environment;
    levelsOf(new Map(), listOption(wish.options, 'rule'), wish.rules);
  }

  /** Opens everything and shows what is found, until everything has to be opened again (true) or the command ends (false). */
  async round(): Promise<boolean> {
    try {
      const repository = await this.#environment.watching.open();
      const watch = await this.#watching(repository.settings.releases);
      return await this.#follow(await this.#examine(repository), watch);
    } catch (error) {
      if (isMissing(error)) throw folderGone(error);
      if (!(error instanceof PressError) || this.#isFinal(error)) throw error;
      await this.#showError(error);
      const watch = await this.#watching(this.#releases);
      return this.#note(await watch.next()) !== undefined;
    }
  }

  async close(): Promise<void> {
    await this.#watch?.close();
  }

  /** What can be mended in a file is waited for; but what was wrong to begin with was mistyped. */
  #isFinal({ code }: PressError): boolean {
    return code === 'cannot-watch' || (!this.#hasShown && mistyped.has(code));
  }

  async #watching(releases: string): Promise<Watch> {
    if (this.#watch !== undefined && this.#releases === releases) return this.#watch;
    await this.#watch?.close();
    this.#releases = releases;
    this.#watch = await this.#environment.watching.start(releases);
    return this.#watch;
  }

  async #examine(repository: Repository): Promise<Desk> {
    const { words, options, rules } = this.#wish;
    const levels = levelsOf(repository.settings.rules, listOption(options, 'rule'), rules);
    const { paths } = await namedReleases(repository, { words, options }, this.#environment);
    const now = this.#environment.watching.now();
    const known = { forgets: !usesCache(options), comparesContent: comparesContent(options) };
    return { repository, paths, examination: new Examination(repository, { rules, levels, now, ...known }) };
  }

  async #follow(desk: Desk, watch: Watch): Promise<boolean> {
    for (;;) {
      await this.#show(desk);
      const changes = this.#note(await watch.next());
      if (changes === undefined) return false;
      if (changes.everything) return true;
      desk.examination.readAgain([...changes.releases]);
    }
  }

  #note(changes: WatchedChanges | undefined): WatchedChanges | undefined {
    for (const path of changes?.releases ?? []) this.#edited.set(path, this.#environment.watching.now());
    return changes;
  }

  async #show({ repository, examination, paths }: Desk): Promise<void> {
    const found = examination.report(paths === undefined ? {} : { paths });
    const { rows, out, watching } = this.#environment;
    const { reporter, rules, options } = this.#wish;
    const findings: Findings = {
      ...shownFindings(found, { options, environment: this.#environment, repository, rules }),
      summary: summarise(found.diagnostics, found.files),
      lines: new SourceLines(repository, []),
      judged: found.judged,
      rules,
      root: repository.root,
    };
    const content: ScreenContent = { findings, edited: this.#edited, clock: watching.clock() };
    await this.#begin();
    if (rows !== undefined && reporter.id === 'pretty')
      await out(drawScreen(content, { rows, reporter }, this.#environment));
    else await printFindings(findings, { reporter, target: undefined, status: 0 }, this.#environment);
  }

  async #showError({ message, hint }: PressError): Promise<void> {
    const { paint, out, watching } = this.#environment;
    await this.#begin();
    const way = hint === undefined ? '' : `  ${terminalSafe(hint)}\n`;
    await out(
      `${paint.bad('press:')} ${terminalSafe(message)}\n${way}\n${paint.quiet(`${watching.clock()}, Ctrl-C ends`)}\n`,
    );
  }

  /** An empty screen; where there is none, a line between one report and the next. */
  async #begin(): Promise<void> {
    const { rows, out, watching } = this.#environment;
    if (rows !== undefined && this.#wish.reporter.id === 'pretty') await out(clearScreen);
    else if (this.#hasShown) await out(`--- ${watching.clock()} ---\n`);
    this.#hasShown = true;
  }
}

/** A folder or a file that is looked up without asking whether it is there: only that of the repository itself. */
function isMissing(error: unknown): boolean {
  return !(error instanceof PressError) && error instanceof Error && 'code' in error && error.code === 'ENOENT';
}

function folderGone(cause: unknown): PressError {
  return new PressError(
    'no-repository',
    'The folder of the repository is no longer there, so there is nothing to watch.',
    {
      hint: 'Go to where the repository is now, and start «press validate --watch» again.',
      cause,
    },
  );
}
