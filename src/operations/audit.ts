/** Looks into produced files for what is not public. It compares bytes, and asks nobody how they were made. */
import {
  auditKinds,
  ITS_NAME,
  type AuditedRelease,
  type AuditFind,
  type AuditReport,
  type AuditTrouble,
} from '../model/audit.ts';
import { NotUnpacked, type ProducedFile, type ProducedPart } from '../model/produced-files.ts';
import { FoldedWords } from '../text/folded-words.ts';
import type { AuditNeedles } from './audit-needles.ts';
import { PartSearch, type PlacedStretch, type Search } from './audit-part.ts';

/** Of one release in one file, so many finds are told and the others counted. */
const MOST_TOLD = 20;

/** Looks at every file. Rejects with what the files throw that is no NotUnpacked. */
export async function audit(
  files: AsyncIterable<ProducedFile> | Iterable<ProducedFile>,
  needles: AuditNeedles,
  progress: (files: number, bytes: number) => void = () => undefined,
): Promise<AuditReport> {
  const auditing = new Auditing(needles, progress);
  for await (const file of files) await auditing.look(file);
  return auditing.report();
}

class Auditing {
  readonly #needles: AuditNeedles;
  readonly #search: Search;
  readonly #finds: AuditFind[] = [];
  readonly #troubles: AuditTrouble[];
  #files = 0;
  #bytes = 0;
  /** Bytes so far, of what was unpacked, too. */
  #searched = 0;
  #opaque = 0;
  #count = 0;

  constructor(needles: AuditNeedles, progress: (files: number, bytes: number) => void) {
    this.#needles = needles;
    this.#troubles = [...needles.troubles];
    const { index } = needles;
    this.#search = { index, words: new FoldedWords(), progress: () => progress(this.#files, this.#searched) };
  }

  async look(file: ProducedFile): Promise<void> {
    const told = new FileFinds(file.name, this.#needles);
    await this.#lookAtName(file, told);
    let isOpaque = false;
    try {
      for await (const part of file.parts()) isOpaque = (await this.#lookAt(part, told)) || isOpaque;
    } catch (error) {
      if (!(error instanceof NotUnpacked)) throw error;
      this.#troubles.push({ file: file.name, message: error.message });
    }
    this.#files += 1;
    this.#bytes += file.size;
    if (isOpaque) this.#opaque += 1;
    this.#count += told.count;
    for (const each of told.finds) this.#finds.push(each);
  }

  report(): AuditReport {
    return {
      files: this.#files,
      bytes: this.#bytes,
      opaque: this.#opaque,
      releases: this.#needles.secret,
      finds: this.#finds,
      count: this.#count,
      troubles: this.#troubles,
    };
  }

  async #lookAtName({ ownName }: ProducedFile, told: FileFinds): Promise<void> {
    const search = new PartSearch(this.#search);
    search.take(new TextEncoder().encode(ownName));
    told.add([ITS_NAME], search.finish().found, true);
  }

  /** Returns whether it is no text. What was found before a part broke off is told. */
  async #lookAt({ inside, pieces }: ProducedPart, told: FileFinds): Promise<boolean> {
    const search = new PartSearch(this.#search);
    try {
      for await (const piece of pieces) {
        this.#searched += piece.length;
        search.take(piece);
        this.#search.progress();
      }
    } catch (error) {
      if (!(error instanceof NotUnpacked)) throw error;
      const where = inside.length === 0 ? '' : `«${inside.join(' → ')}» in it `;
      this.#troubles.push({ file: told.file, message: `${where}${error.message}` });
    }
    const { found, isBinary } = search.finish();
    told.add(inside, found, false);
    return isBinary;
  }
}

/** What is found in one file. */
class FileFinds {
  readonly file: string;
  readonly finds: AuditFind[] = [];
  count = 0;
  readonly #needles: AuditNeedles;
  readonly #told = new Map<AuditedRelease, number>();

  constructor(file: string, needles: AuditNeedles) {
    this.file = file;
    this.#needles = needles;
  }

  add(inside: readonly string[], found: readonly PlacedStretch[], isName: boolean): void {
    for (const each of this.#widest(found)) this.#tell(inside, isName ? { ...each, line: undefined } : each);
  }

  #tell(inside: readonly string[], { owner, start, line, column, behind, words }: PlacedStretch): void {
    const { release, what } = this.#needles.ownerOf(owner);
    const told = this.#told.get(release) ?? 0;
    this.#told.set(release, told + 1);
    this.count += 1;
    if (told >= MOST_TOLD) return;
    const place = line === undefined ? { line, column: undefined } : { line, column };
    this.finds.push({ file: this.file, inside, behind, ...place, offset: start, what, release, words });
  }

  /** Without what lies wholly in another find of the same release: a slug is a part of its id. */
  #widest(found: readonly PlacedStretch[]): PlacedStretch[] {
    const reach = new Map<AuditedRelease, number>();
    const rank = ({ owner }: PlacedStretch): number => owner % auditKinds.length;
    const inOrder = [...found].sort((a, b) => a.start - b.start || b.end - a.end || rank(a) - rank(b));
    return inOrder.filter(({ owner, end }) => {
      const { release } = this.#needles.ownerOf(owner);
      const isWithin = end <= (reach.get(release) ?? -1);
      if (!isWithin) reach.set(release, end);
      return !isWithin;
    });
  }
}
