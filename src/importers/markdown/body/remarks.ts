/** What was done to a body, counted: the same thing twelve times is one sentence. */

export interface BodyRemarks {
  readonly changed: readonly string[];
  readonly notCarried: readonly string[];
}

const MOST = 60;

export class Tally {
  readonly #changed = new Map<string, number>();
  readonly #notCarried = new Map<string, number>();

  /** Notes a change, as a sentence without its last sign. */
  change(sentence: string, times = 1): void {
    this.#changed.set(sentence, (this.#changed.get(sentence) ?? 0) + times);
  }

  /** Notes what has no place in a release. */
  lose(what: string): void {
    this.#notCarried.set(what, (this.#notCarried.get(what) ?? 0) + 1);
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
