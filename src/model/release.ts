/** A release: a manuscript that its schema accepts, with the meaning of each key. */
import type { FrontMatter } from './manuscript.ts';
import type { SuspectKey } from './suspect-keys.ts';
import type { CivilDate, Instant } from '../text/dates.ts';

export const statuses = ['draft', 'approved', 'published', 'hold', 'withdrawn'] as const;
export type Status = (typeof statuses)[number];

export interface Correction {
  /** A day or an instant, as written. */
  readonly date: string;
  readonly kind: 'correction' | 'update' | 'withdrawal';
  readonly note: string;
}

export interface Contact {
  readonly name?: string;
  readonly role?: string;
  readonly phone?: string;
  readonly email?: string;
}

export interface Attachment {
  readonly href: string;
  readonly title?: string;
  readonly mediaType?: string;
  readonly size?: number;
  readonly alt?: string;
}

export interface Release {
  /** From the repository's root, with `/`. */
  readonly path: string;
  readonly id: string;
  readonly title: string;
  /** Undefined only for a draft without a date. */
  readonly date: CivilDate | Instant | undefined;
  readonly status: Status;
  /** The embargo as written, whatever it is; only `clear` judges it. */
  readonly embargo: unknown;
  /** Unknown keys that may have been meant as one that decides publication: they keep the release in. */
  readonly suspectKeys: readonly SuspectKey[];
  readonly type: string;
  readonly places: readonly string[];
  /** Front-matter key of a facet → ids of its terms, as written. */
  readonly terms: ReadonlyMap<string, readonly string[]>;
  /** BCP 47, as written. */
  readonly lang: string;
  readonly summary: string | undefined;
  readonly updated: CivilDate | Instant | undefined;
  readonly slug: string;
  /** Path part of the release's own address, beginning with `/`. */
  readonly permalink: string;
  readonly contacts: readonly Contact[];
  readonly corrections: readonly Correction[];
  readonly attachments: readonly Attachment[];
  readonly related: readonly string[];
  /** Markdown after the front matter. */
  readonly body: string;
  /** Every key as it stands in the file, also those above. */
  readonly data: FrontMatter;
}
