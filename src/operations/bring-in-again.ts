/** What becomes of a source whose release is there already. */
import type { FileEdit } from '../model/change-set.ts';
import { listOf } from '../model/make-release.ts';
import { bodyOf, type FrontMatter, type Manuscript } from '../model/manuscript.ts';
import { bodyPart, originText } from '../model/written-marks.ts';
import type { Answered } from './bring-in-answers.ts';
import type { Conflict, Duplicate, ReleaseReport } from './bring-in-report.ts';
import { facetOfHeading } from './bring-in-questions.ts';
import { updateOf, type Update } from './bring-in-update.ts';
import type { BringInContext, BringInWish } from './bring-in-wish.ts';
import { draftRelease } from './draft.ts';
import { readAgain } from './find-release.ts';
import { publicRelease } from './public-releases.ts';

export interface Again {
  readonly report: ReleaseReport;
  readonly edit?: FileEdit;
}

/** Compares what the source says with the release that it made, and plans what the person wishes. */
export function bringInAgain(
  { answered, there }: { readonly answered: Answered; readonly there: Duplicate },
  wish: BringInWish,
  context: BringInContext,
): Again {
  const { repository } = context;
  const before = readAgain(repository, there);
  const report = { ...answered.report, path: there.path, duplicateOf: there };
  const isSameSource = originText(before.data ?? {}, 'digest') === answered.digest;
  if (isSameSource && wish.onDuplicate !== 'update') return { report: { ...report, outcome: 'unchanged' } };
  const draft = draftRelease(answered.answers, repository);
  const incoming = repository.manuscriptFrom(draft.path, new TextEncoder().encode(draft.creation.text));
  const silent = (data: FrontMatter): ReadonlySet<string> => silentParts(answered, data, { wish, context });
  const update = updateOf({ before, incoming }, silent, repository);
  const isSame = update.taken.length + update.disputed.length === 0 && update.fault === undefined;
  if (isSame) return { report: { ...report, outcome: 'unchanged', ...readiness(answered, before) } };
  if (wish.onDuplicate !== 'update') return { report: { ...report, outcome: 'duplicate' } };
  return updated(report, { update, incoming, answered }, context);
}

interface Compared {
  readonly update: Update;
  readonly incoming: Manuscript;
  readonly answered: Answered;
}

function updated(report: ReleaseReport, compared: Compared, { repository, now }: BringInContext): Again {
  const { before, after, edit, taken } = compared.update;
  const moment = { now, timezone: repository.settings.timezone };
  const [wasPublic, isPublic] = [before, after].map((each) => publicRelease(each, repository, moment) !== undefined);
  const conflicts = [...report.conflicts, ...conflictsOf(compared)];
  if (edit === undefined)
    return { report: { ...report, conflicts, outcome: 'unchanged', ...readiness(compared.answered, before) } };
  return {
    report: {
      ...report,
      conflicts,
      outcome: 'updated',
      updated: { parts: taken, public: isPublic === true },
      notes: [
        ...report.notes,
        ...(taken.includes('date') ? [redated] : []),
        ...(wasPublic === true && isPublic !== true ? [takenBack] : []),
      ],
      ...readiness(compared.answered, after),
    },
    edit,
  };
}

const redated = 'Its date has changed: «press move» lets the name of the file and the address follow.';

const takenBack = 'It was public until now: readers may have it.';

/** Both texts of what people and the source have changed. */
function conflictsOf({ update, incoming, answered }: Compared): Conflict[] {
  const { before, disputed, fault } = update;
  const source = answered.report.source;
  const both = disputed.map((key) => ({
    key,
    kept: { value: shownIn(before, key), origin: before.path },
    other: { value: shownIn(incoming, key), origin: source },
  }));
  if (fault === undefined) return both;
  const other = { value: fault, origin: source };
  return [...both, { key: 'file', kept: { value: 'left as it is', origin: before.path }, other }];
}

function shownIn(manuscript: Manuscript, part: string): string {
  if (part === bodyPart) return bodyOf(manuscript).trim() || nothing;
  const value = manuscript.data?.[part];
  if (value === undefined || value === null || value === '') return nothing;
  return typeof value === 'string' ? value : JSON.stringify(value);
}

const nothing = 'nothing';

interface Surroundings {
  readonly wish: BringInWish;
  readonly context: BringInContext;
}

/**
 * The parts of which the source says nothing this time: what an option said last time, or a word of the vocabulary that nobody has
 * explained. And nothing is published by the way: that wants `--status`.
 */
function silentParts(
  { report, answers, hasUnplaced }: Answered,
  data: FrontMatter,
  { wish, context }: Surroundings,
): Set<string> {
  const { taxonomy, settings } = context.repository;
  const stated = new Set(report.read.map(({ key }) => key));
  const isHouses = report.read.some(({ key, origin }) => key === 'lang' && origin === 'press.yaml');
  const unknown = report.unknown.flatMap(({ heading }) => facetOfHeading(heading, taxonomy)?.property ?? heading);
  const isLettingOut = wish.status === undefined && answers.status === 'published';
  // Words under a question of nobody’s may have been answered with a term of any facet.
  const shrunk = hasUnplaced ? [...taxonomy.facets.values()].map((each) => each.property) : [];
  return new Set([
    ...report.missing,
    // With words that nobody knows a list may grow, but what is missing in it may be in them.
    ...unknown.filter((property) => !isPartOf(listOf(data, property), answers.terms.get(property) ?? [])),
    ...shrunk.filter((property) => isPartOf(answers.terms.get(property) ?? [], listOf(data, property))),
    ...(isHouses || (data['lang'] === undefined && answers.lang === settings.language) ? ['lang'] : []),
    ...(stated.has('type') ? [] : ['type']),
    ...(isLettingOut || (answers.status === 'draft' && !stated.has('status')) ? ['status'] : []),
  ]);
}

function isPartOf(some: readonly string[], all: readonly string[]): boolean {
  return some.every((each) => all.includes(each));
}

/** A draft for which the source has everything by now. */
function readiness({ answers, report }: Answered, { data }: Manuscript): { isReady?: true } {
  const isWaiting = data?.['status'] === 'draft' && answers.status === 'published';
  return isWaiting && report.outcome === 'new' ? { isReady: true } : {};
}
