/** `press withdraw`: a release is taken back, and those who have it are told. */
import type { PublicnessReason } from '../../model/publicness.ts';
import { reasonWords } from '../../model/publicness-words.ts';
import { withdrawalOf } from '../../model/recall.ts';
import type { Correction } from '../../model/release.ts';
import type { SavedFeed } from '../../model/settings.ts';
import type { KeyChange } from '../edit-release.ts';
import { isPublic, type Subject } from '../subject.ts';
import { recorded } from './correct.ts';
import { remarkOn } from './note.ts';
import { feedNames, goesOut, tellOfVersions } from './readers.ts';
import type { Refusal, Verb, VerbPlan } from './verb.ts';

export interface WithdrawWish {
  readonly note: string;
  /** Whether somebody knows that readers had it, although it is not public now, or that they never had it; undefined = nobody said. */
  readonly wasPublic: boolean | undefined;
  /** Ids of the formats that announce what was withdrawn. */
  readonly telling: ReadonlySet<string>;
}

export function withdraw(wish: WithdrawWish): Verb {
  return { word: 'withdraw', wantsValid: false, plan: (subject) => plan(subject, wish) };
}

/** Only what readers had leaves a notice; anything else goes without a trace, until somebody says that they had it. */
function plan(subject: Subject, wish: WithdrawWish): VerbPlan {
  const hadReaders = wish.wasPublic === true || isPublic(subject);
  if (wish.wasPublic === undefined && mayBeWithReaders(subject)) return { kind: 'refused', reasons: [unsaid(subject)] };
  const isGone = subject.manuscript.data?.['status'] === 'withdrawn';
  if (isGone && (!hadReaders || entryOf(subject) !== undefined))
    return { kind: 'nothing', sentence: alreadyGone(subject) };
  const early = hadReaders ? tooEarly(subject) : [];
  if (early.length > 0) return { kind: 'refused', reasons: early };
  const others = subject.versions.filter(goesOut);
  const status: KeyChange[] = isGone ? [] : [{ kind: 'set', key: 'status', value: 'withdrawn' }];
  const { changes, told } = hadReaders ? onRecord(subject, wish) : withoutTrace(subject, wish);
  return {
    kind: 'change',
    changes: [...changes, ...status],
    told: [...told, ...tellOfVersions(others, (id) => `press withdraw ${id} --note "…"`)],
  };
}

type Changes = Pick<Extract<VerbPlan, { kind: 'change' }>, 'changes' | 'told'>;

function onRecord(subject: Subject, { note, telling }: WithdrawWish): Changes {
  const embargo = withoutEmbargo(subject);
  return {
    changes: [...recorded(subject, { kind: 'withdrawal', note }), ...embargo],
    told: [
      ...(embargo.length === 0 ? [] : ['Its embargo is taken out: readers are told of nothing that is under one.']),
      ...tellOfNotices(subject, telling),
    ],
  };
}

function withoutTrace({ moment }: Subject, { note }: WithdrawWish): Changes {
  return {
    changes: remarkOn('status', { word: 'withdraw', note }, moment),
    told: ['It never was public, so no reader is told anything.'],
  };
}

/** Whether nothing but being on hold keeps it in: it may have been out before, and the file does not say. */
export function mayBeWithReaders({ publicness: { reasons } }: Pick<Subject, 'publicness'>): boolean {
  return reasons.length > 0 && reasons.every(({ reason }) => reason.kind === 'status' && reason.status === 'hold');
}

function unsaid({ name }: Subject): Refusal {
  return {
    what: 'It is on hold, and its file does not say whether readers have it from before.',
    wayOut: `If they do: press withdraw ${name} --was-public --note "…". If they never had it, say --never-public instead.`,
  };
}

function entryOf({ publicness: { release } }: Subject): Correction | undefined {
  return release === undefined ? undefined : withdrawalOf(release);
}

function alreadyGone(subject: Subject): string {
  const entry = entryOf(subject);
  return `It has been withdrawn already${entry === undefined ? '' : `, on ${entry.date}`}.`;
}

/** No output tells of the withdrawal of what is issued later: that would announce it. */
function tooEarly({ publicness, name, manuscript, moment: { timezone } }: Subject): Refusal[] {
  return publicness.reasons.flatMap(({ reason }) =>
    reason.kind === 'date' || reason.kind === 'no-date'
      ? [
          {
            what: `${reasonWords(reason, { name, path: manuscript.path, timezone }).what} By that no reader has it yet.`,
            wayOut: `Give it the day on which it went out, with «press move ${name} --date», then withdraw it.`,
          },
        ]
      : [],
  );
}

/** The same goes for an embargo that still holds; one that was set too late held nothing back. */
function withoutEmbargo({ publicness }: Subject): KeyChange[] {
  const isUnder = publicness.reasons.some(({ reason }) => embargoes.has(reason.kind));
  return isUnder ? [{ kind: 'remove', key: 'embargo' }] : [];
}

const embargoes: ReadonlySet<PublicnessReason['kind']> = new Set(['embargo', 'unreadable-embargo']);

function tellOfNotices({ carriedBy }: Subject, telling: ReadonlySet<string>): string[] {
  const canTell = ({ formats }: SavedFeed): boolean => formats.some((format) => telling.has(format));
  const [loud, silent] = [carriedBy.filter(canTell), carriedBy.filter((feed) => !canTell(feed))];
  const told = feedNames(loud);
  const untold = feedNames(silent);
  return [
    ...(told === undefined ? [] : [`The next export tells readers of ${told} that it was withdrawn, and why.`]),
    ...(untold === undefined ? [] : [`In ${untold} it is simply gone: no format there can tell.`]),
    '«press export --withdrawn» lists what was withdrawn, for those who have to be told in person.',
  ];
}
