/** Lists of the codes that other vocabularies have. */

/** Country codes of ISO 3166-1, or media topics of the IPTC. */
export type CodeKind = 'iso3166' | 'medtop';

export interface CodeList {
  /** The file that it was read from, as people name it. */
  readonly source: string;
  readonly codes: ReadonlySet<string>;
}
