/** From a repository to the runs of words that must stand in no output, and to whose they are. */
import { auditKinds, type AuditedRelease, type AuditKind, type AuditTrouble } from '../model/audit.ts';
import { clear, type Moment } from '../model/embargo.ts';
import type { Manuscript } from '../model/manuscript.ts';
import { publicnessOf } from '../model/publicness.ts';
import { reasonWords } from '../model/publicness-words.ts';
import type { Release } from '../model/release.ts';
import type { Repository } from '../model/repository.ts';
import { FoldedWords } from '../text/folded-words.ts';
import { inLenientText } from './audit-decoding.ts';
import { RunIndex, runLength } from './audit-index.ts';
import { levelsOf } from './audit-levels.ts';
import { idIn, publicTexts, secretsOf, secretsOfPublic, secretsOfText, type SecretText } from './audit-secrets.ts';
import { tombstoneOf } from './tombstones.ts';

export interface AuditNeedles {
  readonly index: RunIndex;
  /** How many files are not public. */
  readonly secret: number;
  readonly troubles: readonly AuditTrouble[];
  ownerOf(owner: number): { readonly release: AuditedRelease; readonly what: AuditKind };
}

export interface NeedlesContext {
  readonly moment: Moment;
  /** The bytes of a file of the repository that could not be read as text; throws PressError. */
  readBytes(path: string): Uint8Array;
}

/** Reads the repository twice: for what is not public, then for what is, which may stand anywhere. */
export function needlesOf(repository: Repository, context: NeedlesContext): AuditNeedles {
  const pile = new Needles(repository, context);
  for (const manuscript of repository.manuscripts()) pile.addSecrets(manuscript);
  for (const manuscript of repository.manuscripts()) pile.freePublic(manuscript);
  pile.freeDefinitions();
  return pile;
}

class Needles implements AuditNeedles {
  readonly index = new RunIndex();
  readonly troubles: AuditTrouble[] = [];
  secret = 0;
  readonly #repository: Repository;
  readonly #context: NeedlesContext;
  readonly #releases: AuditedRelease[] = [];
  readonly #words = new FoldedWords();

  constructor(repository: Repository, context: NeedlesContext) {
    this.#repository = repository;
    this.#context = context;
  }

  ownerOf(owner: number): { readonly release: AuditedRelease; readonly what: AuditKind } {
    const release = this.#releases[Math.floor(owner / auditKinds.length)];
    const what = auditKinds[owner % auditKinds.length];
    if (release === undefined || what === undefined) throw new Error(`There is no owner ${owner}.`);
    return { release, what };
  }

  addSecrets(manuscript: Manuscript): void {
    const { moment } = this.#context;
    const { release, reasons } = publicnessOf(manuscript, this.#repository, { moment });
    const isPublic = reasons.length === 0;
    const [first] = reasons;
    const { path, digest, data } = manuscript;
    const id = idIn(data);
    const named = { name: id ?? path, path, timezone: moment.timezone };
    const reason = first === undefined ? undefined : reasonWords(first.reason, named).what;
    if (!isPublic) this.secret += 1;
    this.#releases.push({ path, id, isPublic, reason, digest });
    if (isPublic && release !== undefined) this.#addAll(secretsOfPublic(manuscript, release, moment));
    else if (digest === '' || manuscript.text.trim() === '') this.#addUnread(manuscript);
    else this.#addAll(secretsOf(manuscript));
    if (!isPublic && release !== undefined) this.#addAll([{ what: 'address', text: release.permalink }]);
  }

  /** What is out of a public release, and the notice of a withdrawn one. */
  freePublic(manuscript: Manuscript): void {
    const { release } = publicnessOf(manuscript, this.#repository, { moment: this.#context.moment });
    if (release !== undefined) this.#freeRelease(release);
  }

  /** The vocabulary and the settings. */
  freeDefinitions(): void {
    for (const text of textsOf([this.#repository.taxonomy, this.#repository.settings])) this.#free(text);
  }

  #freeRelease(release: Release): void {
    const { moment } = this.#context;
    const clearance = clear(release, moment);
    if (clearance.public)
      for (const text of [...publicTexts(clearance.release), ...this.#mentionsOf(clearance.release)]) this.#free(text);
    const notice = tombstoneOf(release, moment);
    if (notice !== undefined) for (const text of [notice.id, notice.reason]) this.#free(text);
  }

  /** How other texts point to a release: by its whole address, and as a line of a list. */
  #mentionsOf(release: Release): string[] {
    const { baseUrl = '' } = this.#repository.settings;
    const { date, places, title, permalink } = release;
    return [`${baseUrl}${permalink.slice(1)}`, [date?.text.slice(0, 10), ...places, title].join(' ')];
  }

  #free(text: string): void {
    for (const level of levelsOf(text)) this.index.free(this.#words.read(level.text));
  }

  /** A file that is no UTF-8 still says something to whoever opens it. */
  #addUnread(manuscript: Manuscript): void {
    this.#addAll(secretsOf(manuscript));
    try {
      const bytes = this.#context.readBytes(manuscript.path);
      for (const text of inLenientText(bytes)) this.#addAll(secretsOfText(text));
    } catch (error) {
      if (!(error instanceof Error)) throw error;
      const message = `${error.message} Nobody knows what of it must not go out.`;
      this.troubles.push({ file: manuscript.path, message });
    }
  }

  #addAll(secrets: Iterable<SecretText>): void {
    for (const secret of secrets) for (const { text } of levelsOf(secret.text)) this.#add({ ...secret, text });
  }

  #add({ what, text }: SecretText): void {
    const words = this.#words.read(text);
    const owner = (this.#releases.length - 1) * auditKinds.length + auditKinds.indexOf(what);
    const isName = NAMES.has(what);
    let isLong = false;
    for (let from = 0; from < words.count; from += 1) {
      const count = runLength(words, from);
      if (count === 0) break;
      isLong = true;
      const run = { from, count, isCompact: isName };
      if (isName ? words.isCompact(from, from + count) && isTelling(words, run) : isPassage(words, run))
        this.index.add(words, run, owner);
    }
    const whole = { from: 0, count: words.count, isCompact: isName };
    if (!isLong && words.count > 0 && isDistinctive(words, whole, what)) this.index.add(words, whole, owner);
  }
}

/** What is written without blanks. */
const NAMES: ReadonlySet<AuditKind> = new Set(['id', 'slug', 'file name', 'address']);

interface Stretch {
  readonly from: number;
  readonly count: number;
}

/** A run of numbers and short words stands anywhere. */
function isPassage(words: FoldedWords, run: Stretch): boolean {
  const { spoken, size } = measured(words, run);
  return spoken >= 3 && size >= 14;
}

function isTelling(words: FoldedWords, run: Stretch): boolean {
  const { spoken, size } = measured(words, run);
  return spoken >= 1 && size >= 8;
}

/** Whether a text of few words is so much its own that it cannot stand somewhere by chance. */
function isDistinctive(words: FoldedWords, run: Stretch, what: AuditKind): boolean {
  const { spoken, size } = measured(words, run);
  if (spoken === 0) return false;
  if (run.count === 1) return ONE_WORD_TELLS.has(what) && isCoined(words);
  if (NAMES.has(what)) return size >= 8 && words.isCompact(0, run.count);
  if (what === 'title') return size >= 8;
  return run.count >= 4 && size >= 14 && what !== 'text';
}

const ONE_WORD_TELLS: ReadonlySet<AuditKind> = new Set(['id', 'title']);
const LONGEST_COMMON_WORD = 15;

/** A single word that is no common one: very long, or of letters and digits. */
function isCoined(words: FoldedWords): boolean {
  return words.size(0) > LONGEST_COMMON_WORD || (words.isMixed(0) && words.size(0) >= 5);
}

function measured(words: FoldedWords, { from, count }: Stretch): { readonly spoken: number; readonly size: number } {
  let [spoken, size] = [0, 0];
  for (let at = from; at < from + count; at += 1) {
    size += words.size(at);
    if (!words.isNumber(at)) spoken += 1;
  }
  return { spoken, size };
}

/** Every text in what the vocabulary and the settings are made of. */
function* textsOf(value: unknown): Generator<string> {
  if (typeof value === 'string') yield value;
  else if (value instanceof Map)
    for (const [key, item] of value) {
      yield String(key);
      yield* textsOf(item);
    }
  else if (typeof value === 'object' && value !== null) for (const item of Object.values(value)) yield* textsOf(item);
}
