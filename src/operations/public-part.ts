/**
 * What is true of everything public in an archive, chosen or not. A release that nobody had to read is here as the row of its facts; what is to be
 * known of it is made when somebody asks.
 */
import { effectiveUpdate, laterMoment, type ZonedMoment } from '../model/effective-update.ts';
import type { ClearedRelease, Moment } from '../model/embargo.ts';
import type { FileFacts } from '../model/file-facts.ts';
import { ReleaseIndex, type KnownReleases, type NotedRelease } from '../model/known-releases.ts';
import { translationOf } from '../model/translation-of.ts';
import { detached } from '../text/detached.ts';
import { textKey } from '../text/text-key.ts';
import type { SpokenOf } from './unanswered.ts';

interface Note extends NotedRelease {
  readonly places: readonly string[];
}

/** How to come by what was passed over. */
export interface PassedOver {
  facts(row: number): FileFacts;
  /** The release of a path as it is out; undefined when it is not any more. */
  release(path: string): ClearedRelease | undefined;
}

export class PublicPart implements KnownReleases {
  readonly #moment: Moment;
  readonly #passedOver: PassedOver;
  readonly #ids = new Set<string>();
  /** Rows by a number for their ids: a hundred thousand texts that nobody needs would be kept otherwise. */
  readonly #rows = new Map<number, number>();
  readonly #notes: (Note | number)[] = [];
  readonly #words = new Map<string, string>();
  #newestRead: ZonedMoment | undefined;
  #index: ReleaseIndex | undefined;
  #newest: { readonly update: ZonedMoment | undefined } | undefined;

  constructor(moment: Moment, passedOver: PassedOver) {
    this.#moment = moment;
    this.#passedOver = passedOver;
  }

  has(id: string): boolean {
    return this.#ids.has(id) || this.#passedOverBy(id) === id;
  }

  /** What is derived is derived of the release as it went out, without notes of the house and what is still to come. */
  add(release: ClearedRelease): void {
    const id = detached(release.id);
    const original = translationOf(release.data)?.id;
    this.#ids.add(id);
    this.#notes.push({
      id,
      lang: this.#word(release.lang),
      permalink: detached(release.permalink),
      original: original === undefined ? undefined : detached(original),
      places: release.places.map((place) => this.#word(place)),
    });
    this.#newestRead = laterMoment(this.#newestRead, effectiveUpdate(release, this.#moment.timezone));
  }

  /** A release that was not read; its row must hold. */
  passOver(row: number, id: string): void {
    const key = textKey(id);
    // Two ids may have one number.
    if (this.#rows.has(key)) this.#ids.add(id);
    else this.#rows.set(key, row);
    this.#notes.push(row);
  }

  /** The id of the row that has the number of an id. */
  #passedOverBy(id: string): string | undefined {
    if (this.#rows.size === 0) return undefined;
    const row = this.#rows.get(textKey(id));
    return row === undefined ? undefined : (this.#passedOver.facts(row).id ?? '');
  }

  versionsOf(release: Parameters<KnownReleases['versionsOf']>[0]): ReturnType<KnownReleases['versionsOf']> {
    this.#index ??= this.#makeIndex();
    return this.#index.versionsOf(release);
  }

  get spokenOf(): SpokenOf {
    const [places, languages] = [new Set<string>(), new Set<string>()];
    for (const note of this.#all()) {
      for (const place of note.places) places.add(place);
      languages.add(note.lang);
    }
    return { places, languages };
  }

  /** When any of them last changed. What was passed over has to be read for it. */
  get newestUpdate(): ZonedMoment | undefined {
    this.#newest ??= { update: this.#findNewest() };
    return this.#newest.update;
  }

  #findNewest(): ZonedMoment | undefined {
    let newest = this.#newestRead;
    for (const note of this.#notes) {
      if (typeof note !== 'number') continue;
      const release = this.#passedOver.release(this.#passedOver.facts(note).path);
      if (release !== undefined) newest = laterMoment(newest, effectiveUpdate(release, this.#moment.timezone));
    }
    return newest;
  }

  #makeIndex(): ReleaseIndex {
    const index = new ReleaseIndex();
    for (const note of this.#all()) index.note(note);
    return index;
  }

  *#all(): Generator<Note> {
    for (const note of this.#notes) yield typeof note === 'number' ? noteOf(this.#passedOver.facts(note)) : note;
  }

  /** One text for all releases that have the same one. */
  #word(text: string): string {
    const known = this.#words.get(text);
    if (known !== undefined) return known;
    const own = detached(text);
    this.#words.set(own, own);
    return own;
  }
}

function noteOf({ id, original, release }: FileFacts): Note {
  const { lang = '', permalink = '', places = [] } = release ?? {};
  return { id: id ?? '', lang, permalink, original: original?.id, places };
}
