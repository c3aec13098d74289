/**
 * From what importers read to new files of the archive, as one change set: all of them, or none.
 *
 * Nothing is invented. What the source states is taken with its origin, what follows from it is shown as a guess, what means
 * nothing to the vocabulary keeps the release a draft, and every file is read back before it may be written.
 */
import type { FileCreation, ChangeSet } from '../model/change-set.ts';
import type { SourceRelease } from '../model/importer.ts';
import { PressError } from '../model/press-error.ts';
import { gatherAnswers, type Answered } from './bring-in-answers.ts';
import { readBack } from './bring-in-check.ts';
import { checkDateWish, withoutDate } from './bring-in-date.ts';
import { KnownReleases, refuseDuplicates } from './bring-in-duplicates.ts';
import { makeReport, partOf, type ImportReport, type ReleaseReport, type UnreadSource } from './bring-in-report.ts';
import type { BringInContext, BringInWish, ReadSource } from './bring-in-wish.ts';
import { draftRelease, type Draft } from './draft.ts';

export interface BroughtIn {
  readonly changes: ChangeSet;
  /** As it will be true once the changes are applied. */
  readonly report: ImportReport;
  /** Why nothing may be written. */
  readonly refusal: PressError | undefined;
}

/** Plans the import of sources that were read. Throws PressError when the wish cannot be met or a file would not be a release. */
export function bringIn(
  input: { readonly sources: readonly ReadSource[]; readonly unread: readonly UnreadSource[] },
  wish: BringInWish,
  context: BringInContext,
): BroughtIn {
  checkDateWish(wish);
  refuseOneDateForAll(input.sources, wish);
  const run = new Run(wish, context);
  for (const source of input.sources) for (const release of source.releases) run.add(source, release);
  const { reports, creations, refusal } = run.result();
  const changes = refusal === undefined ? creations : [];
  return {
    changes: { purpose: `import of ${changes.length} release${changes.length === 1 ? '' : 's'}`, changes },
    report: makeReport(refusal !== undefined ? 'refused' : wish.dryRun ? 'dry-run' : 'written', {
      releases: reports,
      unread: input.unread,
    }),
    refusal,
  };
}

function refuseOneDateForAll(sources: readonly ReadSource[], { date }: BringInWish): void {
  const count = sources.reduce((sum, { releases }) => sum + releases.length, 0);
  if (date === undefined || count < 2) return;
  throw new PressError('usage', `«--date ${date}» would give ${count} releases the same day.`, {
    hint: 'Import them one by one, or give what they lack with --year.',
  });
}

class Run {
  readonly #wish: BringInWish;
  readonly #context: BringInContext;
  readonly #known: KnownReleases;
  readonly #reports: ReleaseReport[] = [];
  readonly #creations: FileCreation[] = [];
  readonly #undatable: { source: string; release: SourceRelease }[] = [];

  constructor(wish: BringInWish, context: BringInContext) {
    this.#wish = wish;
    this.#context = context;
    this.#known = new KnownReleases(context.repository);
  }

  add(source: ReadSource, release: SourceRelease): void {
    const answered = gatherAnswers({ source, release }, this.#wish, this.#context);
    const samePage = this.#known.byUrl(release.url);
    if (samePage !== undefined) this.#reports.push({ ...answered.report, outcome: 'duplicate', duplicateOf: samePage });
    else if (answered.report.outcome === 'no-date') {
      this.#undatable.push({ source: source.name, release });
      this.#reports.push(answered.report);
    } else this.#draft(answered, release.url);
  }

  result(): { reports: readonly ReleaseReport[]; creations: readonly FileCreation[]; refusal: PressError | undefined } {
    const duplicates = this.#reports.filter(({ outcome }) => outcome === 'duplicate');
    const refusal =
      this.#undatable.length > 0 ? withoutDate(this.#undatable) : refuseDuplicates(duplicates, this.#wish.onDuplicate);
    return { reports: this.#reports, creations: this.#creations, refusal };
  }

  #draft(answered: Answered, url: string | undefined): void {
    const { answers, report } = answered;
    const draft = draftRelease(answers, this.#context.repository);
    const duplicate = this.#known.byDraft(draft);
    if (duplicate !== undefined) {
      this.#reports.push({ ...report, outcome: 'duplicate', duplicateOf: duplicate });
      return;
    }
    const missing = this.#check(draft, answered);
    if (missing.length > 0 && answers.status !== 'draft') return this.#draft(asDraft(answered, missing), url);
    if (missing.length > 0) throw notEvenADraft(answered, missing);
    this.#known.add(draft, url);
    this.#creations.push(draft.creation);
    this.#reports.push({ ...report, path: draft.path, id: draft.id, status: answers.status });
  }

  #check({ creation }: Draft, { answers, report: { source, part } }: Answered): readonly string[] {
    return readBack(creation, { source: partOf(source, part), answers, repository: this.#context.repository });
  }
}

/** What its type requires, and the text, may be missing while it is being written. */
function asDraft({ answers, report }: Answered, missing: readonly string[]): Answered {
  const all = new Set([...report.missing, ...missing]);
  return { answers: { ...answers, status: 'draft' }, report: { ...report, missing: [...all] } };
}

function notEvenADraft({ report: { source, part } }: Answered, [key = '']: readonly string[]): PressError {
  return new PressError(
    'not-a-release',
    `«${partOf(source, part)}» would not become a valid release: the key «${key}» is missing. Nothing was written.`,
    { hint: 'Add it to a copy of the source.' },
  );
}
