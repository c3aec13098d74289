/** Publicness in words for people: what holds a release, until when, and who can do what about it. */
import { spokenMoment } from '../text/wall-clock.ts';
import { quoted } from './quoting.ts';
import type { Publicness, PublicnessReason } from './publicness.ts';

export interface ReasonWords {
  /** A sentence. */
  readonly what: string;
  /** What to do about it, as a sentence. */
  readonly wayOut: string;
  /** The same in pieces, for a page that sets commands apart. */
  readonly ways: readonly WayOut[];
}

export interface WayOut {
  /** Without a full stop. */
  readonly words: string;
  /** What to type. */
  readonly command?: string;
}

export interface WordsContext {
  /** What the person may call the release: its id, or else its path. */
  readonly name: string;
  readonly path: string;
  readonly timezone: string;
}

/** The sentences for a reason. */
export function reasonWords(reason: PublicnessReason, context: WordsContext): ReasonWords {
  const ways = waysOut(reason, context);
  const parts = ways.map(({ words, command }) => (command === undefined ? words : `${words}: ${command}`));
  return { what: whatHolds(reason, context), wayOut: `${parts.join(', or ')}.`, ways };
}

function whatHolds(reason: PublicnessReason, { timezone }: WordsContext): string {
  switch (reason.kind) {
    case 'unreadable-clock':
      return 'The clock or the time zone of this run cannot be read, so nobody knows what has come.';
    case 'status':
      return statusSentences[reason.status];
    case 'date':
      return `Its date is reached on ${spokenMoment(reason.until, timezone)}.`;
    case 'no-date':
      return 'It has no date.';
    case 'embargo':
      return `Its embargo ends on ${spokenMoment(reason.until, timezone)}.`;
    case 'unreadable-embargo':
      return 'Its embargo is no moment that press can read, and what cannot be read is closed.';
    case 'suspect-key':
      return `Its key ${quoted(reason.key)} may be meant as an embargo or a status.`;
    case 'unreadable':
      return 'The file cannot be read as a release.';
    case 'invalid':
      return 'The file is no valid release.';
    case 'twin':
      return `Its id is that of another public release, ${quoted(reason.path)}, and only one of them can go out.`;
  }
}

const statusSentences = {
  draft: 'It is a draft.',
  approved: 'It is approved, and nobody has published it yet.',
  hold: 'It is on hold.',
  withdrawn: 'It has been withdrawn.',
} as const;

function waysOut(reason: PublicnessReason, { name, path }: WordsContext): WayOut[] {
  switch (reason.kind) {
    case 'unreadable-clock':
      return [
        {
          words: 'Put the clock of this computer right, and «timezone» in press.yaml: a name such as Europe/Vienna',
        },
      ];
    case 'status':
      return waysFrom(reason.status, name);
    case 'date':
      return [{ words: 'Wait, or give it another one', command: `press move ${name} --date today` }];
    case 'no-date':
      return [{ words: 'Give it one', command: `press move ${name} --date today` }];
    case 'embargo':
      return [{ words: 'Wait, or end it', command: `press embargo ${name} --lift` }];
    case 'unreadable-embargo':
      return [
        { words: 'Write the moment', command: `press embargo ${name} --until 2026-03-08T09:00:00+01:00` },
        { words: 'end it', command: `press embargo ${name} --lift` },
      ];
    case 'suspect-key':
      return [{ words: 'Write the key that was meant', command: `press validate ${path}` }];
    case 'unreadable':
    case 'invalid':
      return [{ words: 'Mend it', command: `press validate ${path} --fix` }];
    case 'twin':
      return [{ words: 'Give one of the two another id' }];
  }
}

function waysFrom(status: keyof typeof statusSentences, name: string): WayOut[] {
  const command = `press publish ${name}`;
  switch (status) {
    case 'draft':
      return [{ words: 'When it is ready', command }];
    case 'approved':
      return [{ words: 'Publish it', command }];
    case 'hold':
      return [{ words: 'When it may go out', command }];
    case 'withdrawn':
      return [
        { words: 'Write a new release; this one stays away' },
        { words: 'tell readers that the withdrawal was a mistake', command: `${command} --again --note "…"` },
      ];
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
