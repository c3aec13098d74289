import type { ReadingRemark } from '../model/vocabulary-format.ts';

/** Remarks on a source as they come up: of one kind there is one, with all its places. */
export class ReadingRemarks {
  readonly #remarks = new Map<string, { message: string; places: string[]; needsPerson: boolean }>();

  /** Something that has no place in taxonomy.yaml. */
  note(message: string, place: string): void {
    this.#add(message, place, false);
  }

  /** Something that does not come in though it should: somebody has to look. */
  miss(message: string, place: string): void {
    this.#add(message, place, true);
  }

  get all(): readonly ReadingRemark[] {
    return [...this.#remarks.values()];
  }

  #add(message: string, place: string, needsPerson: boolean): void {
    const known = this.#remarks.get(message);
    if (known === undefined) this.#remarks.set(message, { message, places: [place], needsPerson });
    else if (!known.places.includes(place)) known.places.push(place);
  }
}
