/** `press why`: everything that decides whether a release is public, and what follows from it for readers. */
import type { Tombstone } from '../model/edition.ts';
import { readFeeds } from '../model/feeds-carrying.ts';
import { judgedPart } from '../model/judged-part.ts';
import { publicnessSentence } from '../model/publicness-words.ts';
import type { Publicness, PublicnessReason } from '../model/publicness.ts';
import type { Repository } from '../model/repository.ts';
import type { Finding, Rule } from '../model/rule.ts';
import { dayInZone } from '../text/day-in-zone.ts';
import { spokenMoment } from '../text/wall-clock.ts';
import { shellPath, shellWord } from '../text/shell-word.ts';
import { tombstoneOf } from './tombstones.ts';
import { isPublic, subjectAmong, type DatedMoment, type Subject } from './subject.ts';
import { contextOf } from './rule-context.ts';
import { asReadersMeetIt, feedAnswers, outAt, type FeedAnswer } from './why-feeds.ts';
import { groundsOf, type Ground } from './why-grounds.ts';
import { surveyFor, type Survey } from './why-survey.ts';
import { versionAnswers, type VersionAnswers } from './why-versions.ts';

/** Whom a release that is not public waits for. */
export type Awaited = 'nobody' | 'time' | 'person';

export interface Why {
  readonly subject: Subject;
  readonly isPublic: boolean;
  readonly awaited: Awaited;
  /** The answer in one sentence. */
  readonly answer: string;
  readonly grounds: readonly Ground[];
  /** What is wrong with a file that is no valid release, in the order of the file. */
  readonly faults: readonly Finding[];
  /** Empty for what is no valid release. */
  readonly feeds: readonly FeedAnswer[];
  /** What readers are told of a withdrawal. */
  readonly tombstone: Tombstone | undefined;
  readonly versions: VersionAnswers;
}

export interface WhyWish {
  /** As the person wrote it. */
  readonly name: string;
  /** The name as a path from the root, if it can be one. */
  readonly path: string | undefined;
  readonly moment: DatedMoment;
  readonly rules: readonly Rule[];
  /** A path from the root as the person would write it. */
  display(path: string): string;
}

/** Throws PressError when no release goes by the name, or several do. */
export function whyOf(repository: Repository, wish: WhyWish): Why {
  const { moment } = wish;
  const survey = surveyFor(repository, { ...wish, feeds: feedsAt(repository, moment) });
  const { manuscript, kin } = survey;
  const subject = subjectAmong(repository.manuscripts(kin), { repository, manuscript, moment });
  const { publicness } = subject;
  const { release } = publicness;
  const tombstone = release === undefined ? undefined : tombstoneOf(release, moment);
  return {
    subject,
    isPublic: isPublic(subject),
    awaited: awaitedBy(publicness),
    answer: answerOf(publicness, { moment, tombstone }),
    grounds: groundsOf(displayed(subject, wish), { ...typed(subject, survey, wish), timezone: moment.timezone }),
    faults: release === undefined ? bindingFaults(subject, repository, wish) : [],
    feeds: answersOf(subject, repository, survey),
    tombstone,
    versions: versionAnswers(subject, repository),
  };
}

function feedsAt(repository: Repository, moment: DatedMoment): ReturnType<typeof readFeeds> {
  const { taxonomy, settings } = repository;
  return readFeeds(settings.feeds, { ...moment, taxonomy, types: repository.releaseTypes() });
}

/** Feeds are asked as they will be when the release is out: a query may look at the day. */
function answersOf({ publicness: { release }, moment }: Subject, repository: Repository, survey: Survey): FeedAnswer[] {
  if (release === undefined) return [];
  const now = outAt(release, moment);
  const then = { ...moment, now, today: dayInZone(now, moment.timezone) };
  // Notices of what was withdrawn need no room: a limit does not count them.
  const newest = release.status === 'withdrawn' ? new Map<string, never>() : survey.newest;
  return feedAnswers(asReadersMeetIt(release, moment), feedsAt(repository, then), newest);
}

function awaitedBy({ reasons, turn }: Publicness): Awaited {
  if (reasons.length === 0) return 'nobody';
  return turn === undefined ? 'person' : 'time';
}

function answerOf(
  publicness: Publicness,
  { moment, tombstone }: { readonly moment: DatedMoment; readonly tombstone: Tombstone | undefined },
): string {
  if (publicness.reasons.length === 0 || publicness.turn !== undefined) return publicnessSentence(publicness, moment);
  const reasons = publicness.reasons.map(({ reason }) => reason);
  if (tombstone !== undefined)
    return `Not public: it was withdrawn on ${spokenMoment(tombstone.date.epochMilliseconds, moment.timezone)}.`;
  if (reasons.some((reason) => reason.kind === 'status' && reason.status === 'withdrawn'))
    return 'Not public: it has been withdrawn.';
  return reasons.some(({ kind }) => mustBeMended.has(kind))
    ? 'Not public: somebody has to put something right.'
    : 'Not public: it waits for somebody.';
}

const mustBeMended: ReadonlySet<PublicnessReason['kind']> = new Set([
  'no-date',
  'unreadable-embargo',
  'suspect-key',
  'unreadable',
  'invalid',
  'twin',
]);

/** By its id where that means it alone and the file can be read, else by its path. */
function typed(
  { name, publicness, manuscript }: Subject,
  { sharesId }: Survey,
  { display }: Pick<WhyWish, 'display'>,
): { readonly name: string; readonly path: string } {
  const path = shellPath(display(manuscript.path));
  return { name: publicness.release === undefined || sharesId ? path : shellWord(name), path };
}

/** Paths in reasons as the person would write them. */
function displayed(subject: Subject, { display }: Pick<WhyWish, 'display'>): Subject {
  const reasons = subject.publicness.reasons.map((placed) =>
    placed.reason.kind === 'twin'
      ? { ...placed, reason: { ...placed.reason, path: display(placed.reason.path) } }
      : placed,
  );
  return { ...subject, publicness: { ...subject.publicness, reasons } };
}

/** What reading, or a rule that decides whether a release may go out, says of the file by itself. */
function bindingFaults({ manuscript }: Subject, repository: Repository, { rules, moment }: WhyWish): Finding[] {
  const context = contextOf(repository, rules, moment.now);
  const part = judgedPart(manuscript);
  const found = rules.flatMap((rule) =>
    rule.isBinding === true && rule.scope === 'manuscript' ? [...rule.check(part, context)] : [],
  );
  return found.sort((a, b) => a.start - b.start);
}
