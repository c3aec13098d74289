/** The stamps of the files of one folder after another, in the same memory: a stamp is four numbers. */
import type { Stats } from 'node:fs';
import { STAMP_NUMBERS } from './file-table.ts';

const FIRST_FILES = 1024;

export class StampsOfFolder {
  #numbers: Float64Array = new Float64Array(FIRST_FILES * STAMP_NUMBERS);

  /** As long as no other folder is looked at. */
  get numbers(): Float64Array {
    return this.#numbers;
  }

  /** A file that went while its folder was looked at has no stamp: whoever reads it says so. */
  note(at: number, { size, mtimeMs, ctimeMs, ino }: Partial<Stats> = {}): void {
    const place = at * STAMP_NUMBERS;
    if (place === this.#numbers.length) this.#grow();
    this.#numbers[place] = size ?? Number.NaN;
    this.#numbers[place + 1] = mtimeMs ?? Number.NaN;
    this.#numbers[place + 2] = ctimeMs ?? Number.NaN;
    this.#numbers[place + 3] = ino ?? Number.NaN;
  }

  #grow(): void {
    const larger = new Float64Array(2 * this.#numbers.length);
    larger.set(this.#numbers);
    this.#numbers = larger;
  }
}
