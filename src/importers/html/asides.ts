/** What stands beside the text that is being read, and what is to be said of it: pictures, things that were left out. */
import { oneLine } from '../page/one-line.ts';
import type { Passage } from '../page/passage.ts';

/** Where asides go: into the text at once, or behind the paragraph that has begun. */
export interface AsidePlace {
  readonly hasBegun: () => boolean;
  readonly add: (passage: Passage) => void;
}

const LONGEST_SHOWN = 80;
const LONGEST_ADDRESS = 200;

export class Asides {
  readonly #place: AsidePlace;
  #waiting: Passage[] = [];

  constructor(place: AsidePlace) {
    this.#place = place;
  }

  put(passage: Passage): void {
    if (this.#place.hasBegun()) this.#waiting.push(passage);
    else this.#place.add(passage);
  }

  /** Something that was shown and has no place in a release. */
  lose(what: string, words: string, address = ''): void {
    const shown = shortened(words);
    const parts = [
      what,
      ...(shown === '' ? [] : [`«${shown}»`]),
      ...(address === '' ? [] : [`(${address.slice(0, LONGEST_ADDRESS)})`]),
    ];
    this.put({ kind: 'lost', what: parts.join(' '), where: what });
  }

  /** Something that is read otherwise than the page has it. */
  change(what: string, shown: string): void {
    this.put({ kind: 'changed', what, shown: shortened(shown), where: 'text of the page' });
  }

  /** Adds what waits for the end of the paragraph. */
  flush(): void {
    for (const passage of this.#waiting) this.#place.add(passage);
    this.#waiting = [];
  }
}

function shortened(words: string): string {
  const text = oneLine(words);
  return text.length > LONGEST_SHOWN ? `${text.slice(0, LONGEST_SHOWN - 1)}…` : text;
}
