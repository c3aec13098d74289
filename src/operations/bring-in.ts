/**
 * From what importers read to new files of the archive and edits of those that are there, as one change set: all of them, or none.
 *
 * Nothing is invented. What the source states is taken with its origin, what follows from it is shown as a guess, what means
 * nothing to the vocabulary keeps the release a draft, and every file is read back before it may be written. Of each source only what
 * the change set and the report need is kept.
 */
import type { Change, ChangeSet, FileCopy } from '../model/change-set.ts';
import type { SourceRelease } from '../model/importer.ts';
import { PressError } from '../model/press-error.ts';
import { marksOf } from '../model/written-marks.ts';
import { bringInAgain } from './bring-in-again.ts';
import { gatherAnswers, type Answered } from './bring-in-answers.ts';
import { readBack } from './bring-in-check.ts';
import { checkDateWish, withoutDate, type Undatable } from './bring-in-date.ts';
import { refuseDuplicates } from './bring-in-duplicates.ts';
import { withFiles } from './bring-in-files.ts';
import { KnownReleases, type Sighting } from './bring-in-known.ts';
import { frozenParts } from './bring-in-merge.ts';
import { withFileNumber, withNumber } from './bring-in-numbers.ts';
import { WordQueue, type AskedWords } from './bring-in-queue.ts';
import {
  makeReport,
  partOf,
  type Duplicate,
  type ImportReport,
  type ReleaseReport,
  type UnreadSource,
} from './bring-in-report.ts';
import type { BringInContext, BringInWish, ReadSource } from './bring-in-wish.ts';
import { draftRelease, type Draft } from './draft.ts';
import { detachedData } from '../text/detached.ts';

export interface BroughtIn {
  readonly changes: ChangeSet;
  /** As it will be true once the changes are applied. */
  readonly report: ImportReport;
  /** Why nothing may be written. */
  readonly refusal: PressError | undefined;
  /** Words that somebody has to explain, the most frequent first. */
  readonly asked: readonly AskedWords[];
}

/** Plans the import of sources that were read. Throws PressError when the wish cannot be met or a file would not be a release. */
export function bringIn(
  input: { readonly sources: Iterable<ReadSource>; readonly unread: readonly UnreadSource[] },
  wish: BringInWish,
  context: BringInContext,
): BroughtIn {
  const intake = new Intake(wish, context);
  for (const source of input.sources) intake.add(source);
  return intake.result(input.unread);
}

/** Takes in one source after the other. */
export class Intake {
  readonly #wish: BringInWish;
  readonly #context: BringInContext;
  readonly #known: KnownReleases;
  readonly #words: WordQueue;
  readonly #reports: ReleaseReport[] = [];
  readonly #changes: Change[] = [];
  readonly #undatable: Undatable[] = [];
  readonly #unread: UnreadSource[] = [];
  readonly #copied = new Set<string>();
  readonly #lastNumbers = new Map<string, number>();
  #count = 0;

  /** Throws PressError when the wish cannot be met. */
  constructor(wish: BringInWish, context: BringInContext) {
    checkDateWish(wish);
    this.#wish = wish;
    this.#context = context;
    this.#known = new KnownReleases(context.repository);
    this.#words = new WordQueue(context.repository.taxonomy);
  }

  /** Throws PressError when a release of it would be none, unless others may come in without it. */
  add(source: ReadSource): void {
    const { name, importer, digest, releases } = source;
    for (const release of releases) {
      this.#requireOneForDate();
      try {
        this.#addRelease(source, { source: { name, importer, digest, isWhole: releases.length === 1 }, release });
      } catch (error) {
        if (!(error instanceof PressError) || error.code !== 'not-a-release' || source.isFromFolder !== true)
          throw error;
        this.#unread.push({ source: partOf(name, release.part), message: withoutPromise(error.message) });
      }
    }
  }

  result(unread: readonly UnreadSource[]): BroughtIn {
    const { dryRun, onDuplicate } = this.#wish;
    const refusal =
      this.#undatable.length > 0 ? withoutDate(this.#undatable) : refuseDuplicates(this.#reports, onDuplicate);
    const changes = refusal === undefined ? this.#changes : [];
    const outcome = refusal !== undefined ? 'refused' : dryRun ? 'dry-run' : 'written';
    return {
      changes: { purpose: `import of ${changes.length} release${changes.length === 1 ? '' : 's'}`, changes },
      report: makeReport(outcome, { releases: this.#reports, unread: [...unread, ...this.#unread] }),
      refusal,
      asked: this.#words.words(),
    };
  }

  #report(report: ReleaseReport): void {
    this.#reports.push(detachedData(report));
  }

  #requireOneForDate(): void {
    this.#count += 1;
    const { date } = this.#wish;
    if (date === undefined || this.#count < 2) return;
    throw new PressError('usage', `«--date ${date}» would give several releases the same day.`, {
      hint: 'Import them one by one, or give what they lack with --year.',
    });
  }

  #addRelease(source: ReadSource, seen: Omit<Sighting, 'said'>): void {
    const { release } = seen;
    const answered = this.#withFiles(gatherAnswers({ source, release }, this.#wish, this.#context), source, release);
    const sighting = { ...seen, said: answered.answers };
    const title = release.title?.value ?? '';
    for (const words of answered.asked) this.#words.add(words, () => `${partOf(source.name, release.part)}: ${title}`);
    const there = this.#known.bySource(sighting);
    if (there !== undefined) this.#meet(there, answered, sighting);
    else if (answered.report.outcome === 'no-date') {
      const { part, dayAndMonth, guesses } = release;
      this.#undatable.push(
        detachedData({ source: source.name, release: { ...(part !== undefined && { part }), dayAndMonth, guesses } }),
      );
      this.#report(answered.report);
    } else this.#draft(answered, sighting);
  }

  #withFiles(answered: Answered, { place }: ReadSource, { url }: SourceRelease): Answered {
    const { local, repository } = this.#context;
    if (local === undefined) return answered;
    const { files: site, baseUrl } = this.#wish;
    const { releases } = repository.settings;
    const found = withFiles(answered.answers, { local, ...place, site, baseUrl, releases, url });
    return {
      ...answered,
      answers: found.answers,
      copies: found.copies,
      report: { ...answered.report, files: found.files },
    };
  }

  #copy(copies: readonly FileCopy[]): void {
    for (const copy of copies) {
      if (!this.#copied.has(copy.path)) this.#changes.push(copy);
      this.#copied.add(copy.path);
    }
  }

  /** A release that another source of the run is made of, or that the archive has. */
  #meet(there: Duplicate, answered: Answered, sighting: Sighting): void {
    if (there.source !== undefined) {
      const conflicts = there.by === 'id' ? [twoOfOneId(there, answered.report)] : [];
      this.#report({ ...answered.report, outcome: 'duplicate', duplicateOf: there, conflicts });
      return;
    }
    const { report, edit } = bringInAgain({ answered, there }, this.#wish, this.#context);
    this.#known.claim(there.path, sighting);
    this.#report(report);
    if (edit === undefined) return;
    this.#copy(answered.copies ?? []);
    this.#changes.push(edit);
  }

  #draft(answered: Answered, sighting: Sighting): void {
    const { repository } = this.#context;
    const draft = draftRelease(answered.answers, repository);
    const marks = marksOf(
      draft.entries.filter(([key]) => !frozenParts.has(key)),
      answered.answers.body,
      repository.digestOfText,
    );
    const same = this.#known.byContent(marks);
    if (same !== undefined) return this.#meet(same, answered, sighting);
    const clash = this.#known.byDraft(draft);
    if (clash === undefined) return this.#create({ draft, marks }, answered, sighting);
    const isOtherName = clash.by !== 'id' || answered.answers.id === undefined;
    if (!isOtherName || !this.#known.isAnother(clash, sighting)) return this.#meet(clash, answered, sighting);
    this.#draft(this.#numbered(answered, draft, clash), sighting);
  }

  #create(
    { draft, marks }: { readonly draft: Draft; readonly marks: ReadonlyMap<string, string> },
    answered: Answered,
    sighting: Sighting,
  ): void {
    const { answers, report } = answered;
    const missing = this.#check(draft, answered);
    if (missing.length > 0 && answers.status !== 'draft') return this.#draft(asDraft(answered, missing), sighting);
    if (missing.length > 0) throw notEvenADraft(answered, missing);
    this.#known.add(draft, marks, sighting);
    this.#copy(answered.copies ?? []);
    this.#changes.push(draft.creation);
    this.#report({ ...report, path: draft.path, id: draft.id, status: answers.status });
  }

  #check({ creation }: Draft, { answers, report: { source, part } }: Answered): readonly string[] {
    return readBack(creation, { source: partOf(source, part), answers, repository: this.#context.repository });
  }

  /** Another release of that title and day: its address gets a number, and somebody should know. */
  #numbered(answered: Answered, draft: Draft, { path, by }: Duplicate): Answered {
    const before = answered.unnumbered ?? answered.answers;
    const { slug = draft.id } = before;
    const name = `${before.date} ${before.lang} ${slug}`;
    const number = (this.#lastNumbers.get(name) ?? 1) + 1;
    this.#lastNumbers.set(name, number);
    if (by === 'path') return { ...answered, answers: withFileNumber(before, draft, number), unnumbered: before };
    const answers = withNumber(before, slug, number);
    const conflict = {
      key: 'slug',
      kept: { value: answers.slug ?? '', origin: 'a number, because another release is called so' },
      other: { value: slug, origin: path },
    };
    const others = answered.report.conflicts.filter(({ key }) => key !== 'slug');
    return {
      ...answered,
      answers,
      unnumbered: before,
      report: { ...answered.report, conflicts: [...others, conflict] },
    };
  }
}

function twoOfOneId({ name, source = '', path }: Duplicate, report: ReleaseReport): ReleaseReport['conflicts'][number] {
  return {
    key: 'id',
    kept: { value: name, origin: `${source}, ${path}` },
    other: { value: name, origin: partOf(report.source, report.part) },
  };
}

/** What its type requires, and the text, may be missing while it is being written. */
function asDraft(answered: Answered, missing: readonly string[]): Answered {
  const { answers, report } = answered;
  const all = new Set([...report.missing, ...missing]);
  return { ...answered, answers: { ...answers, status: 'draft' }, report: { ...report, missing: [...all] } };
}

function notEvenADraft({ report: { source, part } }: Answered, [key = '']: readonly string[]): PressError {
  return new PressError(
    'not-a-release',
    `«${partOf(source, part)}» would not become a valid release: the key «${key}» is missing. Nothing was written.`,
    { hint: 'Add it to a copy of the source.' },
  );
}

/** Of one file in a folder: the others were written. */
function withoutPromise(message: string): string {
  return message.replace(/ Nothing was written\.$/, '');
}
