/**
 * The walk of `findReleases`, with a look at every file: which of them are those that the memory knows. The names of a folder are read without asking
 * what each is, because the look tells that, too.
 */
import { lstatSync, readdirSync, type Stats } from 'node:fs';
import type { SurveyedFile } from '../../model/archive-memory.ts';
import { compareText } from '../../model/diagnostic.ts';
import { DEEPEST_FOLDER, firstLink, isReleaseName, kindOf, type Entry, type FoundFile } from '../find-releases.ts';
import { STAMP_NUMBERS, type FileTable } from './file-table.ts';
import { StampsOfFolder } from './stamps-of-folder.ts';
import type { Stamp } from './content-stamps.ts';
import { SurveyTable } from './survey-table.ts';

export interface Met extends SurveyedFile {
  readonly kind: FoundFile['kind'];
  /** Its row in the table of this survey; -1 for what is no file. */
  readonly slot: number;
}

/** What lies in a folder and is no release, or holds some. */
interface Other {
  readonly name: string;
  readonly kind: FoundFile['kind'] | 'folder';
  /** By what it stands in order: a folder as if its name ended in `/`. */
  readonly place: string;
}

/** Where the memory has the files of a folder. */
interface Rows {
  /** By path, -1 where it has none. */
  readonly before: Int32Array;
  /** 1 where the file is still the same. */
  readonly isKept: Uint8Array;
}

/** Files of a folder that come one after the other. */
interface Stretch {
  readonly folder: string;
  /** Of all files of the folder, joined with `/`. */
  readonly names: string;
  readonly rows: Rows;
  /** The slot of the folder's first file. */
  readonly slot: number;
  readonly from: number;
  readonly to: number;
}

export interface SurveyPlan {
  readonly known: FileTable | undefined;
  /** What tells a file (from the root) from another; undefined for the numbers that the disk has of it. */
  readonly stampOf?: ((path: string) => Stamp) | undefined;
}

export class Survey {
  readonly #root: string;
  readonly #known: FileTable | undefined;
  readonly #stampOf: SurveyPlan['stampOf'];
  readonly #stamps = new StampsOfFolder();
  /** In path order. A hundred thousand files need a hundred thousand names only if somebody asks for them. */
  readonly #met: (Stretch | Met)[] = [];
  /** What was met, whether the memory knows it or not. */
  readonly table: SurveyTable;
  /** Whether all that was met was given out. */
  isDone = false;
  /** Whether there is anything that is no release and should not be there. */
  hasOddities = false;

  /** Walks the folder of releases. */
  constructor(root: string, folder: string, { known, stampOf }: SurveyPlan) {
    this.#root = root;
    this.#stampOf = stampOf;
    this.#known = known;
    this.table = new SurveyTable(known);
    const link = firstLink(this.#root, folder);
    if (link === undefined) this.#walk(folder, 0);
    else this.#odd(link, 'link');
  }

  /** What was met, in path order, without the known files whose rows are to be passed over. */
  *files(isPassedOver: (row: number) => boolean = () => false): Generator<Met> {
    for (const met of this.#met) {
      if ('path' in met) yield met;
      else yield* filesOf(met, isPassedOver);
    }
    this.isDone = true;
  }

  #walk(folder: string, depth: number): void {
    const found = this.#namesIn(folder, depth);
    if (found === undefined) return this.#odd(folder, 'unreadable-folder');
    const slot = this.table.rowCount;
    const { files, others } = this.#look(folder, found.sort());
    const names = files.join('/');
    const rows = this.#compare(folder, files, names);
    let from = 0;
    const until = (to: number): void => {
      if (to > from) this.#met.push({ folder, names, rows, slot, from, to });
      from = to;
    };
    for (const other of others) {
      let to = from;
      while (to < files.length && (files[to] ?? '') < other.place) to += 1;
      until(to);
      this.#other(`${folder}/${other.name}`, other.kind, depth);
    }
    until(files.length);
  }

  #other(path: string, kind: Other['kind'], depth: number): void {
    if (kind !== 'folder') this.#odd(path, kind);
    else if (depth < DEEPEST_FOLDER) this.#walk(path, depth + 1);
    else this.#odd(path, 'too-deep');
  }

  #odd(path: string, kind: FoundFile['kind']): void {
    this.hasOddities = true;
    this.#met.push({ path, row: undefined, kind, slot: -1 });
  }

  /** The releases of a folder, whose stamps are noted, and what else there is, in path order. */
  #look(folder: string, names: readonly string[]): { readonly files: string[]; readonly others: Other[] } {
    const files: string[] = [];
    const others: Other[] = [];
    const beginning = `${this.#root}/${folder}/`;
    for (const name of names) {
      if (name.startsWith('.')) continue;
      const stat = statOf(beginning + name);
      const kind = stat?.isFile() && isReleaseName(name) ? 'release' : kindIn(beginning, { name, stat });
      if (kind === 'release')
        this.#stamps.note(
          files.push(name) - 1,
          this.#stampOf === undefined ? stat : this.#stampOf(`${folder}/${name}`),
        );
      else if (kind !== undefined) others.push({ name, kind, place: stat?.isDirectory() ? `${name}/` : name });
    }
    return { files, others: others.sort((a, b) => compareText(a.place, b.place)) };
  }

  /** The rows of the memory for the files of a folder. The files get the next rows of the table. */
  #compare(folder: string, files: readonly string[], names: string): Rows {
    const before = new Int32Array(files.length).fill(-1);
    const isKept = new Uint8Array(files.length);
    if (files.length === 0) return { before, isKept };
    const { numbers } = this.#stamps;
    const rowOf = this.#rowsOf(folder, names);
    this.table.addFolder(folder, names);
    for (const [at, name] of files.entries()) {
      const row = rowOf(name, at) ?? -1;
      before[at] = row;
      if (row >= 0 && this.#known?.holds(row, numbers, at * STAMP_NUMBERS)) {
        this.table.keepRow(row);
        isKept[at] = 1;
      } else this.table.addRow(numbers, at * STAMP_NUMBERS);
    }
    return { before, isKept };
  }

  /** From a file of a folder to its row in the memory. A folder that has the same names as before has them in the same rows. */
  #rowsOf(folder: string, names: string): (name: string, at: number) => number | undefined {
    const known = this.#known?.folder(folder);
    if (known === undefined) return () => undefined;
    if (known.names === names) return (_, at) => known.first + at;
    const rows = new Map(known.names.split('/').map((name, at) => [name, known.first + at]));
    return (name) => rows.get(name);
  }

  #namesIn(folder: string, depth: number): string[] | undefined {
    try {
      return readdirSync(`${this.#root}/${folder}`);
    } catch (error) {
      const isMissing = (error as NodeJS.ErrnoException).code === 'ENOENT' && depth === 0;
      return isMissing ? [] : undefined;
    }
  }
}

function* filesOf(
  { folder, names, rows, slot, from, to }: Stretch,
  isPassedOver: (row: number) => boolean,
): Generator<Met> {
  let files: readonly string[] | undefined;
  for (let at = from; at < to; at += 1) {
    const row = rows.isKept[at] === 1 ? rows.before[at] : undefined;
    if (row !== undefined && isPassedOver(row)) continue;
    files ??= names.split('/');
    yield { path: `${folder}/${files[at]}`, row, kind: 'release', slot: slot + at };
  }
}

function statOf(path: string): Stats | undefined {
  try {
    return lstatSync(path, { throwIfNoEntry: false });
  } catch {
    return undefined;
  }
}

/** What there is besides ordinary releases. What cannot be looked at is what its folder says that it is. */
function kindIn(
  beginning: string,
  { name, stat }: { readonly name: string; readonly stat: Stats | undefined },
): Other['kind'] | undefined {
  const entry =
    stat === undefined
      ? readdirSync(beginning, { withFileTypes: true }).find((entry) => entry.name === name)
      : entryOf(name, stat);
  return entry === undefined ? undefined : kindOf(entry, beginning + name);
}

function entryOf(name: string, stat: Stats): Entry {
  return {
    name,
    isFile: () => stat.isFile(),
    isDirectory: () => stat.isDirectory(),
    isSymbolicLink: () => stat.isSymbolicLink(),
  };
}
