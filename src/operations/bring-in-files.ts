/**
 * Pictures and documents that go with a release: copied when they lie where the source does, listed when they do not. Nothing is fetched,
 * and nothing is taken from outside the folders that the person named.
 */
import type { FileCopy } from '../model/change-set.ts';
import { pathOfTarget } from '../model/local-address.ts';
import type { LocalFile } from '../model/local-file.ts';
import { fileStemOf } from '../text/file-name-form.ts';
import { slugify } from '../text/slug.ts';
import { absoluteAddress, isFileAddress, isOfThisSite, withAddresses } from './bring-in-links.ts';
import type { CarriedFile } from './bring-in-report.ts';
import { draftName, type DraftAnswers } from './draft.ts';

export interface LocalFiles {
  /** A file by its path from a folder, which nothing leads out of: no `..`, no link. */
  find(folder: string, path: string): LocalFile;
  /** Hexadecimal SHA-256 of what stands in the repository at a path; undefined for nothing. */
  digestInRepository(path: string): string | undefined;
}

export interface FilePlaces {
  readonly local: LocalFiles;
  /** Folder of the source, and how far up a relative address may lead: the folder that was named. */
  readonly folder?: string | undefined;
  readonly top?: string | undefined;
  /** `--files`: the root of the site. */
  readonly site: string | undefined;
  /** `--base-url`. */
  readonly baseUrl: string | undefined;
  /** The folder `releases`. */
  readonly releases: string;
  /** The release's own address, where it is known. */
  readonly url: string | undefined;
}

export interface WithFiles {
  readonly answers: DraftAnswers;
  readonly files: readonly CarriedFile[];
  readonly copies: readonly FileCopy[];
}

/** The folder of copies, from the root: `files/2009/2009-11-16-course/programme.pdf`. */
const FOLDER = 'files';

/** A release with its files: addresses of copies in the place of those of the source. */
export function withFiles(answers: DraftAnswers, places: FilePlaces): WithFiles {
  const carrying = new Carrying(answers, places);
  const body = withAddresses(answers.body, (target, isPicture) => carrying.addressFor(target, isPicture));
  const extra = answers.extra?.map(([key, value]): readonly [string, unknown] => [
    key,
    key === 'attachments' ? carrying.attachments(value) : value,
  ]);
  return { answers: { ...answers, body, extra }, files: carrying.files(), copies: carrying.copies() };
}

class Carrying {
  readonly #answers: DraftAnswers;
  readonly #places: FilePlaces;
  readonly #files = new Map<string, CarriedFile>();
  readonly #copies = new Map<string, FileCopy>();

  constructor(answers: DraftAnswers, places: FilePlaces) {
    this.#answers = answers;
    this.#places = places;
  }

  files(): CarriedFile[] {
    return [...this.#files.values()];
  }

  copies(): FileCopy[] {
    return [...this.#copies.values()];
  }

  /** What stands in a text in the place of an address. */
  addressFor(target: string, isPicture: boolean): string | undefined {
    const isFile = isPicture || isFileAddress(target);
    const path = isFile ? this.#carry(target) : undefined;
    return path ?? absoluteAddress(target, this.#base());
  }

  /** The list of front matter with the addresses of the copies. */
  attachments(list: unknown): unknown {
    if (!Array.isArray(list)) return list;
    const kept = list.flatMap((item: unknown) => {
      const href: unknown = typeof item === 'object' && item !== null ? Reflect.get(item, 'href') : undefined;
      const address = typeof href === 'string' ? this.addressFor(href, true) : undefined;
      // What may not be taken would lead out of the archive, and readers nowhere.
      if (typeof href === 'string' && this.#files.get(href)?.outcome === 'refused') return [];
      return [address === undefined || typeof item !== 'object' ? item : { ...item, href: address }];
    });
    return kept.length === 0 ? undefined : kept;
  }

  #base(): string | undefined {
    const { baseUrl, url } = this.#places;
    if (baseUrl === undefined || url === undefined || !URL.canParse(url, baseUrl)) return baseUrl;
    return new URL(url, baseUrl).href;
  }

  /** The path of the copy; undefined where there is none, which the report says. */
  #carry(target: string): string | undefined {
    const known = this.#files.get(target);
    if (known !== undefined) return known.path;
    const found = this.#find(target);
    if (found === undefined) return undefined;
    const file = this.#outcomeOf(target, found);
    this.#files.set(target, file);
    return file.path;
  }

  /** Undefined for what is no file of a site: an address of mail, a script. */
  #find(target: string): LocalFile | 'elsewhere' | undefined {
    const { site, top, folder, local } = this.#places;
    const onSite = isOfThisSite(target) ? target : this.#pathOnSite(target);
    if (onSite === undefined) return /^(?:https?:)?[\\/]{2}/i.test(target) ? 'elsewhere' : undefined;
    if (!isFileAddress(onSite)) return { kind: 'missing' };
    const path = pathOfTarget(onSite);
    const isFromRoot = path.startsWith('/');
    const looked = isFromRoot
      ? [...(site === undefined ? [] : [local.find(site, path.replace(/^\/+/, ''))])]
      : [
          ...(folder === undefined || top === undefined ? [] : [local.find(top, joined(folder, path))]),
          ...(site === undefined ? [] : [local.find(site, path)]),
        ];
    const found = looked.find(({ kind }) => kind === 'file') ?? looked[0] ?? { kind: 'missing' };
    return found.kind !== 'file' && !isOfThisSite(target) ? 'elsewhere' : found;
  }

  /** The path of a web address that lies on the site whose root was given. */
  #pathOnSite(target: string): string | undefined {
    const base = this.#base() ?? this.#places.url;
    if (this.#places.site === undefined || base === undefined || !URL.canParse(target, base)) return undefined;
    const url = new URL(target, base);
    return URL.canParse(base) && url.host === new URL(base).host ? url.pathname : undefined;
  }

  #outcomeOf(target: string, found: LocalFile | 'elsewhere'): CarriedFile {
    const web = absoluteAddress(target, this.#base());
    if (found === 'elsewhere' || (found.kind === 'missing' && web !== undefined))
      return {
        address: target,
        outcome: 'elsewhere',
        why: `it stays where it is${web === undefined ? '' : `, ${web}`}`,
      };
    if (found.kind === 'refused') return { address: target, outcome: 'refused', why: found.why };
    if (found.kind === 'missing') return { address: target, outcome: 'missing', why: this.#whyMissing(target) };
    const path = this.#placeFor(target, found);
    return { address: target, outcome: 'copied', path };
  }

  #whyMissing(target: string): string {
    const { site, folder } = this.#places;
    if (target.startsWith('/') && site === undefined)
      return 'not here; --files DIR says where the files of the site are, --base-url where they are on the web';
    return folder === undefined && site === undefined
      ? 'nobody knows from where: give --files DIR'
      : 'no such file is there';
  }

  /** A free name in the folder of the release, or the one that has the same bytes. */
  #placeFor(target: string, { digest, size, bytes }: Extract<LocalFile, { kind: 'file' }>): string {
    const same = [...this.#copies.values()].find((copy) => copy.digest === digest);
    if (same !== undefined) return same.path;
    const folder = this.#folder();
    for (let number = 1; ; number += 1) {
      const path = `${folder}/${plainName(target, number)}`;
      const there = this.#copies.get(path)?.digest ?? this.#places.local.digestInRepository(path);
      if (there !== undefined && there !== digest) continue;
      if (there === undefined) this.#copies.set(path, { kind: 'copy', path, digest, size, bytes });
      return path;
    }
  }

  #folder(): string {
    const { path } = draftName(this.#answers, this.#places.releases);
    const [year = 'undated'] = path.slice(this.#places.releases.length + 1).split('/');
    return `${FOLDER}/${year}/${slugify(fileStemOf(path))}`;
  }
}

/** A path below another one, not yet judged. */
function joined(folder: string, path: string): string {
  return folder === '' ? path : `${folder}/${path}`;
}

const LONGEST_NAME = 80;

/** A name that every system can hold. */
function plainName(target: string, number: number): string {
  const name = pathOfTarget(target).split(/[\\/]/).at(-1) ?? '';
  const dot = name.lastIndexOf('.');
  const [stem, ending] = dot <= 0 ? [name, ''] : [name.slice(0, dot), name.slice(dot + 1)];
  const plain = slugify(stem).slice(0, LONGEST_NAME).replace(/-$/, '') || 'file';
  const last = /^[a-z0-9]{1,10}$/i.test(ending) ? `.${ending.toLowerCase()}` : '';
  return `${isDevice(plain) ? `file-${plain}` : plain}${number === 1 ? '' : `-${number}`}${last}`;
}

/** Names that Windows keeps for devices. */
function isDevice(name: string): boolean {
  return /^(?:con|prn|aux|nul|com\d|lpt\d)$/.test(name);
}
