/** What a refusal must be: a sentence for a person, with a way out, and nothing of the machine in it. */
import { PressError } from '../../src/model/press-error.ts';
import type { Verdict } from './target.ts';

/** What the reader throws counts as a refusal when a person could use it; everything else is passed on. */
export function refusedOr(read: () => unknown, mentions: RegExp): Verdict {
  try {
    read();
    return 'accepted';
  } catch (error) {
    return refusal(error, mentions);
  }
}

/** The same for readers that take their time. */
export async function refusedOrLater(read: () => Promise<unknown>, mentions: RegExp): Promise<Verdict> {
  try {
    await read();
    return 'accepted';
  } catch (error) {
    return refusal(error, mentions);
  }
}

function refusal(error: unknown, mentions: RegExp): Verdict {
  if (!(error instanceof PressError)) throw error;
  const { message, hint = '' } = error;
  requireWords(message, 'the message');
  requireWords(hint, `the way out of «${message}»`);
  if (!mentions.test(message)) throw new Error(`«${message}» does not say where`);
  return 'refused';
}

const ofTheMachine = /\[object |\bundefined\b.*\bundefined\b|\bNaN\b|\n {4}at |TypeError|RangeError|node:internal/;

/** Throws unless the words can be put before a person. */
export function requireWords(words: string, what: string): void {
  if (words.trim() === '') throw new Error(`${what} is empty`);
  if (ofTheMachine.test(words)) throw new Error(`${what} is of the machine: ${words}`);
}
