/** Publicness in words for people: what holds a release, until when, and who can do what about it. */
import { spokenMoment } from '../text/wall-clock.ts';
import { quoted } from './quoting.ts';
import type { Publicness, PublicnessReason } from './publicness.ts';

export interface ReasonWords {
  /** A sentence. */
  readonly what: string;
  /** What to do about it, as a sentence. */
  readonly wayOut: string;
}

export interface WordsContext {
  /** What the person may call the release: its id, or else its path. */
  readonly name: string;
  readonly path: string;
  readonly timezone: string;
}

/** The sentences for a reason. */
export function reasonWords(reason: PublicnessReason, context: WordsContext): ReasonWords {
  const { name, path, timezone } = context;
  switch (reason.kind) {
    case 'unreadable-clock':
      return {
        what: 'The clock or the time zone of this run cannot be read, so nobody knows what has come.',
        wayOut: 'Put the clock of this computer right, and «timezone» in press.yaml: a name such as Europe/Vienna.',
      };
    case 'status':
      return statusWords(reason.status, name);
    case 'date':
      return {
        what: `Its date is reached on ${spokenMoment(reason.until, timezone)}.`,
        wayOut: `Wait, or give it another one: press move ${name} --date today.`,
      };
    case 'no-date':
      return { what: 'It has no date.', wayOut: `Give it one: press move ${name} --date today.` };
    case 'embargo':
      return {
        what: `Its embargo ends on ${spokenMoment(reason.until, timezone)}.`,
        wayOut: `Wait, or end it: press embargo ${name} --lift.`,
      };
    case 'unreadable-embargo':
      return {
        what: 'Its embargo is no moment that press can read, and what cannot be read is closed.',
        wayOut: `Write the moment: press embargo ${name} --until 2026-03-08T09:00:00+01:00, or end it with --lift.`,
      };
    case 'suspect-key':
      return {
        what: `Its key ${quoted(reason.key)} may be meant as an embargo or a status.`,
        wayOut: `Write the key that was meant: press validate ${path}.`,
      };
    case 'unreadable':
      return { what: 'The file cannot be read as a release.', wayOut: `Mend it: press validate ${path} --fix.` };
    case 'invalid':
      return { what: 'The file is no valid release.', wayOut: `Mend it: press validate ${path} --fix.` };
    case 'twin':
      return {
        what: `Its id is that of another public release, ${quoted(reason.path)}, and only one of them can go out.`,
        wayOut: 'Give one of the two another id.',
      };
  }
}

function statusWords(status: 'draft' | 'approved' | 'hold' | 'withdrawn', name: string): ReasonWords {
  switch (status) {
    case 'draft':
      return { what: 'It is a draft.', wayOut: `When it is ready: press publish ${name}.` };
    case 'approved':
      return { what: 'It is approved, and nobody has published it yet.', wayOut: `Publish it: press publish ${name}.` };
    case 'hold':
      return { what: 'It is on hold.', wayOut: `When it may go out: press publish ${name}.` };
    case 'withdrawn':
      return { what: 'It has been withdrawn.', wayOut: 'Write a new release; this one stays away.' };
  }
}

/** The answer in one sentence: «Public since …», «Not public. …». */
export function publicnessSentence(
  { reasons, turn }: Publicness,
  { timezone }: Pick<WordsContext, 'timezone'>,
): string {
  if (reasons.length === 0) return turn === undefined ? 'Public.' : `Public since ${spokenMoment(turn, timezone)}.`;
  if (turn !== undefined) return `Not public yet: it will be on ${spokenMoment(turn, timezone)}, by itself.`;
  return 'Not public.';
}
