/** `press publish`: a release may go out, as soon as its date and its embargo let it. */
import { withdrawalOf } from '../../model/recall.ts';
import type { Correction } from '../../model/release.ts';
import { publicnessSentence, reasonWords } from '../../model/publicness-words.ts';
import { bodyOf } from '../../model/manuscript.ts';
import { translationOf } from '../../model/translation-of.ts';
import { counted } from '../../text/counted.ts';
import { htmlComments } from '../../text/html-comments.ts';
import type { KeyChange } from '../edit-release.ts';
import { isPublic, type Subject } from '../subject.ts';
import { notesToTranslate } from '../translation-body.ts';
import { recorded } from './correct.ts';
import { remarkOn } from './note.ts';
import { feedNames, tellOfFeeds } from './readers.ts';
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
  const { moment, manuscript } = subject;
  const status = manuscript.data?.['status'];
  if (status === 'published') return { kind: 'nothing', sentence: alreadySaid(subject) };
  if (status === 'withdrawn' && !(again && note !== undefined))
    return { kind: 'refused', reasons: [returning(subject)] };
  const told = [...tellOfNotes(subject), ...tellOfComing(subject)];
  const isBack = note !== undefined && withdrawn(subject) !== undefined;
  const changes: KeyChange[] = [
    ...(isBack ? recorded(subject, { kind: 'update', note }) : remarkOn('status', { word: 'publish', note }, moment)),
    { kind: 'set', key: 'status', value: 'published' },
  ];
  const half = halfTranslated(subject);
  return half.length > 0 ? { kind: 'refused', reasons: half, changes } : { kind: 'change', changes, told };
}

/** The withdrawal that readers were told of; undefined for one that went without a trace. */
function withdrawn({ publicness: { release } }: Subject): Correction | undefined {
  return release?.status === 'withdrawn' ? withdrawalOf(release) : undefined;
}

/** What waits for its date or its embargo is in no feed before. */
function tellOfComing(subject: Subject): string[] {
  const isKeptIn = subject.publicness.reasons.some(({ reason }) => reason.kind !== 'status');
  const feeds = feedNames(subject.carriedBy);
  if (!isKeptIn) return tellOfFeeds(subject);
  return feeds === undefined ? [] : [`Once it is public, it is in ${feeds}.`];
}

/** A paragraph that waits in a comment would be missing for readers, and nobody would see that it is. */
function halfTranslated({ manuscript, versions }: Subject): Refusal[] {
  if (translationOf(manuscript.data) === undefined) return [];
  const original = versions.find(({ isOriginal }) => isOriginal);
  const notes = notesToTranslate(bodyOf(manuscript), original?.release.body);
  if (notes === 0) return [];
  return [
    {
      what: `Its text still has ${counted(notes, 'note')} to translate from.`,
      wayOut: 'Translate each paragraph that is not there yet, then take the notes out.',
    },
  ];
}

/** What is left of working on the text. Nobody outside sees it, but a paragraph may still be missing where one stands. */
function tellOfNotes({ manuscript }: Subject): string[] {
  const notes = [...htmlComments(manuscript.text, manuscript.bodyStart)].filter(
    ({ start, end }) => !manuscript.text.slice(start, end).includes('press-ignore'),
  ).length;
  if (notes === 0) return [];
  return [
    `Its text still has ${counted(notes, 'note')} in comments, which no output holds: see that nothing is missing.`,
  ];
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

function returning(subject: Subject): Refusal {
  const command = `press publish ${subject.name} --again --note "…"`;
  const entry = withdrawn(subject);
  if (entry === undefined)
    return { what: 'It was withdrawn.', wayOut: `Write a new release, or bring it back with the reason: ${command}.` };
  return {
    what: `It was withdrawn on ${entry.date}, and readers were told: «${entry.note}»`,
    wayOut: `Write a new release. If the withdrawal was a mistake, tell readers so: ${command}.`,
  };
}
