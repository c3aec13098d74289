/**
 * A disk that knows what a power cut may take: bytes that were not flushed, and names in folders that were not flushed.
 *
 * It does everything on the real disk and keeps beside it what is certain to last. A file that was not flushed comes back as it was flushed
 * last, whole, cut short, or as zeros; of the names that changed in a folder since its last flush any may come back, and any may not.
 */
import { constants, lstatSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, dirname, join, relative, sep } from 'node:path';
import { disk, type FilePort } from '../../src/repository/file-port.ts';

class StoredFile {
  data: Buffer;
  lasting: Buffer;

  constructor(data: Buffer, lasting = data) {
    this.data = data;
    this.lasting = lasting;
  }
}

class StoredFolder {
  readonly names = new Map<string, Stored>();
  lasting = new Map<string, Stored>();
  /** What changed since the last flush; what one operation changed comes back as one. */
  steps: (readonly (readonly [string, Stored | undefined])[])[] = [];

  change(...step: readonly (readonly [string, Stored | undefined])[]): void {
    for (const [name, stored] of step) set(this.names, name, stored);
    this.steps.push(step);
  }

  flush(): void {
    this.lasting = new Map(this.names);
    this.steps = [];
  }
}

type Stored = StoredFile | StoredFolder;

/** What the disk may hold after a power cut: path → bytes, undefined for a folder. */
export type Remains = ReadonlyMap<string, Buffer | undefined>;

/** Whole numbers from 0 up to a bound. */
export type Random = (bound: number) => number;

export class PowerDisk {
  readonly #top: StoredFolder;
  readonly #root: string;
  readonly #open = new Map<number, { readonly stored: Stored; at: number }>();
  readonly port: FilePort;
  /** Called before every operation. */
  beforeEach: (name: string) => void = () => undefined;

  /** Everything in the folder lasts already. */
  constructor(root: string) {
    this.#root = root;
    this.#top = folderAt(root);
    this.port = this.#recording();
  }

  /** One of the things that a power cut may leave. `names` and `bytes` say how much of what was not flushed survives. */
  cut(random: Random, { names, bytes }: { readonly names: Survival; readonly bytes: Survival }): Remains {
    const found = new Map<string, Buffer | undefined>();
    const survives = (how: Survival): boolean => how === 'all' || (how === 'some' && random(2) === 0);
    const contents = new Map<StoredFile, Buffer>();
    const visit = (folder: StoredFolder, path: string): void => {
      const entries = new Map(folder.lasting);
      for (const step of folder.steps)
        if (survives(names)) for (const [name, stored] of step) set(entries, name, stored);
      for (const [name, stored] of [...entries].sort(([a], [b]) => (a < b ? -1 : 1))) {
        const inner = path === '' ? name : `${path}/${name}`;
        if (stored instanceof StoredFolder) {
          found.set(inner, undefined);
          visit(stored, inner);
          continue;
        }
        const content = contents.get(stored) ?? (survives(bytes) ? stored.data : torn(stored, bytes, random));
        contents.set(stored, content);
        found.set(inner, content);
      }
    };
    visit(this.#top, '');
    return found;
  }

  #recording(): FilePort {
    return {
      ...disk,
      open: (path, flags, mode) => {
        this.beforeEach('open');
        const descriptor = disk.open(path, flags, mode);
        this.#open.set(descriptor, { stored: this.#opened(path, flags), at: 0 });
        return descriptor;
      },
      write: (descriptor, bytes) => {
        this.beforeEach('write');
        const written = disk.write(descriptor, bytes);
        const open = this.#open.get(descriptor);
        if (open?.stored instanceof StoredFile) {
          const { data } = open.stored;
          const end = open.at + written;
          open.stored.data = Buffer.concat([data.subarray(0, open.at), bytes.subarray(0, written), data.subarray(end)]);
          open.at = end;
        }
        return written;
      },
      sync: (descriptor) => {
        this.beforeEach('sync');
        const stored = this.#open.get(descriptor)?.stored;
        if (stored instanceof StoredFile) stored.lasting = stored.data;
        else stored?.flush();
      },
      close: (descriptor) => {
        this.beforeEach('close');
        this.#open.delete(descriptor);
        disk.close(descriptor);
      },
      link: (path, name) => {
        this.beforeEach('link');
        disk.link(path, name);
        this.#parent(name).change([basename(name), this.#at(path)]);
      },
      rename: (path, name) => {
        this.beforeEach('rename');
        disk.rename(path, name);
        const [from, to] = [this.#parent(path), this.#parent(name)];
        const stored = from.names.get(basename(path));
        if (from === to) from.change([basename(path), undefined], [basename(name), stored]);
        else {
          to.change([basename(name), stored]);
          from.change([basename(path), undefined]);
        }
      },
      unlink: (path) => {
        this.beforeEach('unlink');
        disk.unlink(path);
        this.#parent(path).change([basename(path), undefined]);
      },
      mkdir: (path, mode) => {
        this.beforeEach('mkdir');
        disk.mkdir(path, mode);
        this.#parent(path).change([basename(path), new StoredFolder()]);
      },
      rmdir: (path) => {
        this.beforeEach('rmdir');
        disk.rmdir(path);
        this.#parent(path).change([basename(path), undefined]);
      },
    };
  }

  #opened(path: string, flags: number): Stored {
    const known = this.#at(path);
    if (known !== undefined) return known;
    if ((flags & constants.O_CREAT) === 0) throw new Error(`${path} came from nowhere`);
    const made = new StoredFile(Buffer.alloc(0));
    this.#parent(path).change([basename(path), made]);
    return made;
  }

  #at(path: string): Stored | undefined {
    const inside = relative(this.#root, path);
    let at: Stored | undefined = this.#top;
    for (const name of inside === '' ? [] : inside.split(sep))
      at = at instanceof StoredFolder ? at.names.get(name) : undefined;
    return at;
  }

  #parent(path: string): StoredFolder {
    const folder = this.#at(dirname(path));
    if (!(folder instanceof StoredFolder)) throw new Error(`The folder of ${path} is not known`);
    return folder;
  }
}

export type Survival = 'none' | 'some' | 'all';

function set(names: Map<string, Stored>, name: string, stored: Stored | undefined): void {
  if (stored === undefined) names.delete(name);
  else names.set(name, stored);
}

/** A file that was not flushed: as it was flushed last, or something in between. */
function torn({ data, lasting }: StoredFile, bytes: Survival, random: Random): Buffer {
  if (bytes === 'none' || data.equals(lasting)) return lasting;
  const kinds = [lasting, data.subarray(0, random(data.length + 1)), Buffer.alloc(data.length)];
  return kinds[random(kinds.length)] ?? lasting;
}

function folderAt(path: string): StoredFolder {
  const folder = new StoredFolder();
  for (const name of readdirSync(path)) {
    const inner = join(path, name);
    const stored = lstatSync(inner).isDirectory() ? folderAt(inner) : new StoredFile(readFileSync(inner));
    folder.names.set(name, stored);
  }
  folder.flush();
  return folder;
}

/** Puts what a power cut left into a folder that is empty. */
export function putBack(remains: Remains, folder: string): void {
  for (const [path, bytes] of remains)
    if (bytes === undefined) mkdirSync(join(folder, path));
    else writeFileSync(join(folder, path), bytes);
}

/** Whole numbers from 0 up to a bound; the same ones for the same seed (mulberry32). */
export function generator(seed: number): Random {
  let state = seed;
  return (bound) => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) % bound;
  };
}

const ways = (['none', 'some', 'all'] as const).flatMap((names) =>
  (['none', 'some', 'all'] as const).map((bytes) => ({ names, bytes })),
);

/** Every different thing that a power cut may leave, as far as `random` finds it, at any operation of `work`; and those behind its end. */
export class Cuts {
  readonly #seen = new Map<string, Remains>();
  readonly #disk: PowerDisk;
  readonly #random: Random;
  operations = 0;

  constructor(disk: PowerDisk, random: Random) {
    this.#disk = disk;
    this.#random = random;
    disk.beforeEach = () => this.note();
  }

  /** Notes what a power cut would leave at this moment. */
  note(): void {
    this.operations += 1;
    for (const way of ways)
      for (let tries = way.names === 'some' || way.bytes === 'some' ? 3 : 1; tries > 0; tries -= 1) {
        const remains = this.#disk.cut(this.#random, way);
        this.#seen.set(JSON.stringify([...remains].map(([path, bytes]) => [path, bytes?.toString('latin1')])), remains);
      }
  }

  /** What was noted so far, each once; the next ones are counted anew. */
  take(): Remains[] {
    const all = [...this.#seen.values()];
    this.#seen.clear();
    return all;
  }
}
