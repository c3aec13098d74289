/** What leaves the house: releases that `clear` let through, with all that a format needs to write them. */
import type { EpochMilliseconds } from './clock.ts';
import type { ClearedRelease } from './embargo.ts';
import type { Settings } from './settings.ts';
import type { Taxonomy } from './taxonomy.ts';
import type { Instant } from '../text/dates.ts';

/** A release that had been public and was withdrawn: never its title or text. */
export interface Tombstone {
  readonly id: string;
  readonly date: Instant;
  readonly reason: string;
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
  /** Id of the saved feed, when the edition is one. */
  readonly feedId: string | undefined;
  /** Address of the produced file itself, when it is known. */
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

export interface Edition extends EditionLook {
  /** Already chosen, cleared, sorted and cut: a format writes them in this order. */
  readonly releases: readonly ClearedRelease[];
  readonly tombstones: readonly Tombstone[];
  /**
   * Ids of every release that this output's readers may know of, chosen or not: `related` and `translationOf` name no other.
   * Without it, only the releases of the edition are named.
   */
  readonly publicIds?: ReadonlySet<string>;
  readonly taxonomy: Taxonomy;
  readonly settings: Settings;
  /** The moment that publicness and «(closed)» were judged at. Never written into an output. */
  readonly now: EpochMilliseconds;
  /** The selection in one canonical line: the identity of a feed that nobody saved. */
  readonly filter: string;
}
