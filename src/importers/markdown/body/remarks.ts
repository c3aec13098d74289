/** What was done to a body, counted: the same thing twelve times is one sentence. */
import type { Undecided } from '../../../model/importer.ts';
import { counted } from '../../../text/counted.ts';

export interface BodyRemarks {
  readonly changed: readonly string[];
  readonly notCarried: readonly string[];
}

const MOST = 60;
const NAMED = 3;

export class Tally {
  readonly #changed = new Map<string, number>();
  readonly #notCarried = new Map<string, number>();
  readonly #left: string[] = [];

  /** Notes a change, as a sentence without its last sign. */
  change(sentence: string, times = 1): void {
    this.#changed.set(sentence, (this.#changed.get(sentence) ?? 0) + times);
  }

  /** Notes what has no place in a release. */
  lose(what: string): void {
    this.#notCarried.set(what, (this.#notCarried.get(what) ?? 0) + 1);
  }

  /** Notes an instruction that stays in the text, where its readers would see it. */
  leave(instruction: string): void {
    this.#left.push(instruction);
  }

  /** What a person has to settle before anybody reads the text. */
  get undecided(): Undecided[] {
    const [first] = this.#left;
    if (first === undefined) return [];
    const named = [...new Set(this.#left)].slice(0, NAMED).map((instruction) => `«${instruction}»`);
    const which = `${named.join(', ')}${named.length < new Set(this.#left).size ? ' …' : ''}`;
    return [
      {
        key: 'body',
        value: first,
        origin: 'text',
        message: `The text holds ${counted(this.#left.length, 'instruction')} that only the site builder can carry out: ${which}. Readers would see what stands there.`,
        hint: 'Write what readers shall see, or take it out.',
      },
    ];
  }

  result(): BodyRemarks {
    const changed = [...this.#changed].map(([sentence, count]) => `${sentence}${count > 1 ? `, ${count} times` : ''}.`);
    const lost = [...this.#notCarried].map(([what, count]) => (count > 1 ? `${what}, ${count} times` : what));
    return {
      changed,
      notCarried: lost.length > MOST ? [...lost.slice(0, MOST), `and ${lost.length - MOST} more of the kind`] : lost,
    };
  }
}

/** A few words of something, on one line. */
export function glimpse(text: string): string {
  const line = text.replace(/\s+/g, ' ').trim();
  return line.length > 60 ? `${line.slice(0, 59)}…` : line;
}
