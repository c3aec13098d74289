/** What `press audit` finds in files that were produced (`schemas/output/audit.schema.json`). */

/** What of a release was found. The order is that in which one of two finds in the same place is told. */
export const auditKinds = [
  'id',
  'title',
  'slug',
  'file name',
  'address',
  'summary',
  'note',
  'attachment',
  'remark',
  'text',
] as const;
export type AuditKind = (typeof auditKinds)[number];

/** The release that something was found of. */
export interface AuditedRelease {
  /** From the repository's root, with `/`. */
  readonly path: string;
  /** Its id; undefined for a file that has none that can be read. */
  readonly id: string | undefined;
  readonly isPublic: boolean;
  /** Why it is not public, as a sentence; undefined for a public one, of which a remark of the house or what is to come was found. */
  readonly reason: string | undefined;
  /** Hex SHA-256 of the file's bytes. */
  readonly digest: string;
}

/** In the place of what had to be opened: the find is in the name of the file. */
export const ITS_NAME = 'its name';

/** Where something was found. */
export interface AuditPlace {
  /** Path as the person named it; of git a revision and a path. */
  readonly file: string;
  /** What had to be opened on the way, such as the entry of an archive. */
  readonly inside: readonly string[];
  /** What had to be undone in the text. */
  readonly behind: readonly string[];
  /** Counted from 1; undefined where the bytes are no text. */
  readonly line: number | undefined;
  readonly column: number | undefined;
  /** In characters of the text; in bytes where the bytes are no text. */
  readonly offset: number;
}

export interface AuditFind extends AuditPlace {
  readonly what: AuditKind;
  readonly release: AuditedRelease;
  /** The words as they stand there, cut. */
  readonly words: string;
}

/** A file that could not be looked into, or not wholly. */
export interface AuditTrouble {
  readonly file: string;
  /** A sentence. */
  readonly message: string;
}

export interface AuditReport {
  readonly files: number;
  readonly bytes: number;
  /** Files that are no text and that press cannot open: searched as they are. */
  readonly opaque: number;
  /** How many releases were looked for. */
  readonly releases: number;
  /** The first ones of each release in each file, in the order of the files. */
  readonly finds: readonly AuditFind[];
  /** How many there are in all. */
  readonly count: number;
  readonly troubles: readonly AuditTrouble[];
}
