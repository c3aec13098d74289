/** `press correct`: readers are told what was put right in a release that is out. */
import { instantOf } from '../../model/embargo.ts';
import type { PublicnessReason } from '../../model/publicness.ts';
import { reasonWords } from '../../model/publicness-words.ts';
import type { Correction } from '../../model/release.ts';
import { parseReleaseDate } from '../../text/dates.ts';
import { quotedList } from '../../model/quoting.ts';
import { momentWithOffset } from '../../text/wall-clock.ts';
import type { KeyChange } from '../edit-release.ts';
import { isPublic, type Subject } from '../subject.ts';
import { tellOfFeeds } from './readers.ts';
import type { Refusal, Verb, VerbPlan } from './verb.ts';

export interface CorrectWish {
  readonly kind: 'correction' | 'update';
  readonly note: string;
}

export function correct(wish: CorrectWish): Verb {
  return { word: 'correct', wantsValid: false, plan: (subject) => plan(subject, wish) };
}

function plan(subject: Subject, wish: CorrectWish): VerbPlan {
  const unread = subject.publicness.reasons.map(({ reason }) => reason).find(({ kind }) => unreadReasons.has(kind));
  if (unread !== undefined) return { kind: 'refused', reasons: [notOut(subject, unread)] };
  const last = subject.publicness.release?.corrections.at(-1);
  if (last?.note === wish.note && last.kind === wish.kind)
    return { kind: 'nothing', sentence: `Readers are told that already, since ${last.date}.` };
  return {
    kind: 'change',
    changes: recorded(subject, wish),
    told: [
      'The text itself is yours to put right, if you have not yet.',
      ...(isPublic(subject) ? tellOfFeeds(subject) : []),
      ...tellOfTranslations(subject),
    ],
  };
}

// Under embargo a text may be with journalists already; before its date, or without being published, it is with nobody.
const unreadReasons: ReadonlySet<PublicnessReason['kind']> = new Set(['status', 'date', 'no-date']);

function notOut({ name, manuscript, moment: { timezone } }: Subject, reason: PublicnessReason): Refusal {
  const { what } = reasonWords(reason, { name, path: manuscript.path, timezone });
  if (reason.kind === 'status' && reason.status === 'withdrawn')
    return { what, wayOut: 'There is nothing left to correct: write a new release.' };
  if (reason.kind === 'status' && reason.status === 'hold')
    return {
      what,
      wayOut: 'Change the text. If readers had the wrong one, publish it first, then say what was put right.',
    };
  return { what: `${what} So no reader has a wrong text.`, wayOut: 'Just change the text.' };
}

const SECOND = 1000;
const MINUTE = 60 * SECOND;

/**
 * An entry under `corrections` and the same moment under `updated`. The moment is that of the run, or a second after whatever the
 * release says of itself already, so that feeds see it move.
 */
export function recorded(subject: Subject, { kind, note }: Pick<Correction, 'kind' | 'note'>): KeyChange[] {
  const { moment } = subject;
  const date = momentWithOffset(Math.max(moment.now, afterLastChange(subject)), moment.timezone);
  return [
    { kind: 'set', key: 'updated', value: date },
    { kind: 'append', key: 'corrections', item: { date, kind, note } },
  ];
}

/**
 * Of a day alone the beginning counts, as everywhere. What lies further ahead than changes in quick succession would is left to
 * the rules.
 */
function afterLastChange({ publicness: { release }, moment }: Subject): number {
  const written = [
    release?.date?.text,
    release?.updated?.text,
    ...(release?.corrections ?? []).map(({ date }) => date),
  ];
  const changes = written.flatMap((text) => {
    const date = text === undefined ? undefined : parseReleaseDate(text);
    const at = date === undefined ? Infinity : instantOf(date, moment.timezone).epochMilliseconds;
    return at <= moment.now + MINUTE ? [at] : [];
  });
  return Math.max(-Infinity, ...changes) + SECOND;
}

function tellOfTranslations({ versions }: Subject): string[] {
  const ids = versions.filter(({ isOriginal }) => !isOriginal).map(({ release }) => release.id);
  if (ids.length === 0) return [];
  return [
    `${quotedList(ids, 'and')} may need the same in ${ids.length === 1 ? 'its' : 'their'} own language; «press validate» says when a translation no longer fits.`,
  ];
}
