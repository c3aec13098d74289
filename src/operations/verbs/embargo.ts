/** `press embargo`: until when a release stays in, or that it does so no longer. */
import { parseInstant, type Instant } from '../../text/dates.ts';
import type { FrontMatter } from '../../model/manuscript.ts';
import { quoted } from '../../model/quoting.ts';
import { suspectKeysIn } from '../../model/suspect-keys.ts';
import { spokenMoment } from '../../text/wall-clock.ts';
import { isPublic, type Subject, type Version } from '../subject.ts';
import { remarkOn } from './note.ts';
import { tellOfVersions, warnOfReaders } from './readers.ts';
import type { Refusal, Verb, VerbPlan } from './verb.ts';

export interface EmbargoWish {
  /** The moment with its offset; undefined to lift. */
  readonly until: string | undefined;
  readonly note: string | undefined;
}

export function embargo(wish: EmbargoWish): Verb {
  return { word: 'embargo', wantsValid: false, plan: (subject) => plan(subject, wish) };
}

function plan(subject: Subject, wish: EmbargoWish): VerbPlan {
  const misspelled = misspelledKeys(subject);
  if (misspelled.length > 0) return { kind: 'refused', reasons: misspelled };
  return wish.until === undefined ? lift(subject, wish) : set(subject, { ...wish, until: wish.until });
}

function set(subject: Subject, { until, note }: EmbargoWish & { readonly until: string }): VerbPlan {
  const { moment, manuscript } = subject;
  const end = parseInstant(until);
  if (end !== undefined && end.epochMilliseconds <= moment.now)
    return { kind: 'refused', reasons: [passed(until, subject)] };
  // What readers have and were told not to use cannot have been under it.
  if (manuscript.data?.['status'] === 'withdrawn')
    return { kind: 'nothing', sentence: 'It has been withdrawn, so it stays in anyway.' };
  if (isSameMoment(manuscript.data?.['embargo'], end))
    return { kind: 'nothing', sentence: `It is under embargo until ${until} already.` };
  return {
    kind: 'change',
    changes: [...remarkOn('embargo', { word: 'embargo', note }, moment), { kind: 'set', key: 'embargo', value: until }],
    told: [
      ...(isPublic(subject) ? warnOfReaders(subject) : []),
      ...tellOfVersions(earlierThan(end, subject), (id) => `press embargo ${id} --until ${until}`),
    ],
  };
}

/** Those that would be public before it. */
function earlierThan(end: Instant | undefined, { versions }: Subject): Version[] {
  return versions.filter(({ release: { status, embargo } }) => status !== 'withdrawn' && !isSameMoment(embargo, end));
}

function lift({ manuscript, moment, versions }: Subject, { note }: EmbargoWish): VerbPlan {
  if (manuscript.locate(['embargo'], 'key') === undefined) return { kind: 'nothing', sentence: 'It has no embargo.' };
  return {
    kind: 'change',
    changes: [...remarkOn('embargo', { word: 'embargo lifted', note }, moment), { kind: 'remove', key: 'embargo' }],
    told: tellOfVersions(
      versions.filter(({ release }) => release.embargo !== undefined),
      (id) => `press embargo ${id} --lift`,
    ),
  };
}

function isSameMoment(written: unknown, end: Instant | undefined): boolean {
  return (
    typeof written === 'string' &&
    end !== undefined &&
    parseInstant(written)?.epochMilliseconds === end.epochMilliseconds
  );
}

function passed(until: string, { moment, name }: Subject): Refusal {
  return {
    what: `${quoted(until)} has passed: it is ${spokenMoment(moment.now, moment.timezone)}.`,
    wayOut: `Name a later moment, or end the embargo: press embargo ${name} --lift.`,
  };
}

/** Two keys that mean an embargo, and nobody knows which of them holds. */
function misspelledKeys({ publicness, manuscript }: Subject): Refusal[] {
  return publicness.reasons.flatMap(({ reason }) =>
    reason.kind === 'suspect-key' && meansEmbargo(reason.key, manuscript.data)
      ? [
          {
            what: `Its key ${quoted(reason.key)} may be meant as the embargo.`,
            wayOut: `Put that right first: press validate ${manuscript.path} --fix-review.`,
          },
        ]
      : [],
  );
}

/** The key itself, or one in the group that it holds. */
function meansEmbargo(key: string, data: FrontMatter | undefined): boolean {
  return suspectKeysIn({ [key]: data?.[key] }, () => false).some(({ meant }) => meant === 'embargo');
}
