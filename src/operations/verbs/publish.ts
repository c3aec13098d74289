/** `press publish`: a release may go out, as soon as its date and its embargo let it. */
import { publicnessSentence, reasonWords } from '../../model/publicness-words.ts';
import { isPublic, type Subject } from '../subject.ts';
import { recorded } from './correct.ts';
import { remarkOn } from './note.ts';
import { tellOfFeeds } from './readers.ts';
import type { Refusal, Verb, VerbPlan } from './verb.ts';

export interface PublishWish {
  readonly note: string | undefined;
  /** Whether a release that was withdrawn may come back. */
  readonly again: boolean;
}

export function publish(wish: PublishWish): Verb {
  return { word: 'publish', wantsValid: true, plan: (subject) => plan(subject, wish) };
}

function plan(subject: Subject, { note, again }: PublishWish): VerbPlan {
  const { publicness, moment, name, manuscript } = subject;
  const status = manuscript.data?.['status'];
  const { timezone } = moment;
  if (status === 'published') return { kind: 'nothing', sentence: alreadySaid(subject) };
  if (status === 'withdrawn' && !(again && note !== undefined))
    return { kind: 'refused', reasons: [returning(subject)] };
  const after = { ...publicness, reasons: publicness.reasons.filter(({ reason }) => reason.kind !== 'status') };
  const told = [
    ...(after.reasons.length === 0
      ? []
      : after.reasons.map(({ reason }) => reasonWords(reason, { name, path: manuscript.path, timezone }).what)),
    ...tellOfFeeds(subject),
  ];
  const isBack = status === 'withdrawn' && note !== undefined;
  return {
    kind: 'change',
    changes: [
      ...(isBack ? recorded(subject, { kind: 'update', note }) : remarkOn('status', { word: 'publish', note }, moment)),
      { kind: 'set', key: 'status', value: 'published' },
    ],
    told,
  };
}

function alreadySaid(subject: Subject): string {
  const { publicness, moment, name, manuscript } = subject;
  const { timezone } = moment;
  if (isPublic(subject) || publicness.turn !== undefined)
    return `Its status is «published» already. ${publicnessSentence(publicness, { timezone })}`;
  const [first] = publicness.reasons;
  const why = first === undefined ? '' : reasonWords(first.reason, { name, path: manuscript.path, timezone }).what;
  return `Its status is «published» already, and it is not public: «press why ${name}» shows all reasons. ${why}`;
}

function returning({ publicness, name }: Subject): Refusal {
  const entry = publicness.release?.corrections.findLast(({ kind }) => kind === 'withdrawal');
  const when = entry === undefined ? '' : ` on ${entry.date}, and readers were told: ${entry.note}`;
  return {
    what: `It was withdrawn${when}.`,
    wayOut: `Write a new release. If the withdrawal was a mistake, tell readers so: press publish ${name} --again --note "…".`,
  };
}
