/** What goes into an import: the person's wish, and the sources as importers read them. */
import type { EpochMilliseconds } from '../model/clock.ts';
import type { SourceRelease } from '../model/importer.ts';
import type { Status } from '../model/release.ts';
import type { Repository } from '../model/repository.ts';
import type { DateWish } from './bring-in-date.ts';
import type { DuplicatePolicy } from './bring-in-duplicates.ts';
import type { LocalFiles } from './bring-in-files.ts';
import type { TermAnswers } from './bring-in-map.ts';

/** What the person wants of an import. */
export interface BringInWish extends DateWish {
  /** What has no date comes in as a draft without one. */
  readonly undated: boolean;
  /** Status of what comes in complete; `published` when absent. */
  readonly status?: Status | undefined;
  /** Language of everything that comes in. */
  readonly lang?: string | undefined;
  readonly onDuplicate: DuplicatePolicy;
  /** What people have answered about words that the vocabulary does not know. */
  readonly answers?: TermAnswers | undefined;
  /** The folder in which the files of the site lie. */
  readonly files?: string | undefined;
  /** The site's address, from which links in texts start. */
  readonly baseUrl?: string | undefined;
  /** The changes are for looking at. */
  readonly dryRun: boolean;
}

/** One source as an importer read it. */
export interface ReadSource {
  readonly name: string;
  readonly importer: string;
  /** `sha256:` and hexadecimal digits, of the source's bytes. */
  readonly digest: string;
  readonly releases: readonly SourceRelease[];
  /** It was found in a folder: one that cannot come in does not keep the others out. */
  readonly isFromFolder?: boolean;
  /** Where it lies: its folder, from the folder that was named, and that one. Undefined for standard input. */
  readonly place?: { readonly top: string; readonly folder: string } | undefined;
}

export interface BringInContext {
  /** Files beside the sources; undefined where none are looked for. */
  readonly local?: LocalFiles | undefined;
  readonly repository: Repository;
  readonly now: EpochMilliseconds;
}
