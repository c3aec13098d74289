/** What leaves the house: releases that `clear` let through, with all that a format needs to write them. */
import type { EpochMilliseconds } from './clock.ts';
import type { EditionFacts } from './edition-facts.ts';
import type { ZonedMoment } from './effective-update.ts';
import type { ClearedRelease } from './embargo.ts';
import type { KnownReleases } from './known-releases.ts';
import type { Settings } from './settings.ts';
import type { Taxonomy } from './taxonomy.ts';
import type { Instant } from '../text/dates.ts';

/** A release that had been public and was withdrawn: never its title or text. */
export interface Tombstone {
  readonly id: string;
  readonly date: Instant;
  readonly reason: string;
  /** 1 and one more for each correction, the withdrawal among them: who has an earlier one must take this for newer. */
  readonly version: number;
}

export type LabelMode = 'current' | 'as-of';
export type ContentMode = 'full' | 'summary' | 'none';

/** How an edition is to look: what a person may choose about an output besides its releases. */
export interface EditionLook {
  readonly labels: LabelMode;
  readonly content: ContentMode;
  /** Language of labels, BCP 47. */
  readonly lang: string;
  /** Heading of feeds and lists; undefined when nothing was asked for. */
  readonly title: string | undefined;
  /** Id of the saved feed, when the edition is that feed, whole: one that was narrowed is another feed. */
  readonly feedId: string | undefined;
  /** Address of the produced file itself, as somebody wrote it, when it is known. */
  readonly selfUrl: string | undefined;
  /** Keys of a table's columns; undefined = the format's own. */
  readonly columns: readonly string[] | undefined;
  /** Tables: a byte-order mark in front. */
  readonly bom: boolean;
  /** Tables: no guard before cells that a spreadsheet would run. */
  readonly rawCells: boolean;
}

/** The look of an output about which nobody chose anything. */
export function plainLook(lang: string, content: ContentMode): EditionLook {
  return {
    labels: 'current',
    content,
    lang,
    title: undefined,
    feedId: undefined,
    selfUrl: undefined,
    columns: undefined,
    bom: false,
    rawCells: false,
  };
}

/** Releases one after the other, as often as somebody asks. Those of a big archive are read again each time. */
export interface ReleaseSeries extends Iterable<ClearedRelease> {
  readonly length: number;
}

export interface Edition extends EditionLook {
  /** Already chosen, cleared, sorted and cut: a format writes them in this order, and holds none of them. */
  readonly releases: ReleaseSeries;
  /** What a format may want to know of all releases before it writes the first. */
  readonly facts: EditionFacts;
  /** Newest first. */
  readonly tombstones: readonly Tombstone[];
  /** Every release that this output's readers may know of, chosen or not: `related` and translations name no other. */
  readonly known: KnownReleases;
  /** When any public release last changed, chosen or not; undefined in a repository without any. */
  readonly newestPublicUpdate: ZonedMoment | undefined;
  readonly taxonomy: Taxonomy;
  readonly settings: Settings;
  /** The moment that publicness and «(closed)» were judged at. Never written into an output. */
  readonly now: EpochMilliseconds;
  /** The selection in one canonical line: the identity of a feed that nobody saved. */
  readonly filter: string;
}
