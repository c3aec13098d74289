/** The files that were read last: who speaks of one mostly speaks of it again at once. */
import type { HeldEntry } from './held-entry.ts';

const MOST = 16;
/** In UTF-16 units. */
const MOST_TEXT = 8 * 1024 * 1024;

export class RecentEntries {
  /** The oldest first. */
  readonly #entries = new Map<string, HeldEntry>();
  #size = 0;

  at(path: string): HeldEntry | undefined {
    return this.#entries.get(path);
  }

  add(entry: HeldEntry): void {
    this.#drop(entry.manuscript.path);
    this.#entries.set(entry.manuscript.path, entry);
    this.#size += entry.manuscript.text.length;
    for (const path of this.#entries.keys()) {
      if (this.#entries.size <= MOST && this.#size <= MOST_TEXT) return;
      this.#drop(path);
    }
  }

  #drop(path: string): void {
    this.#size -= this.#entries.get(path)?.manuscript.text.length ?? 0;
    this.#entries.delete(path);
  }
}
