/**
 * What is known of a release's file without its text: enough to compare it with all others, and to pass it over where it cannot be meant.
 * It is plain data and small, so that a hundred thousand of them fit into memory and into a file that outlives the run.
 *
 * Facts narrow; they never let anything out. Whatever is shown, exported or reported is read from the file itself and asked at the gate.
 */

export interface FileFacts {
  /** From the repository's root, with `/`. */
  readonly path: string;
  /** Whether its front matter can be relied on (`Manuscript.data`). */
  readonly isReadable: boolean;
  /** The `id` key, where it is a text that is not empty. */
  readonly id: string | undefined;
  /** The first value of `lang`, as written. */
  readonly lang: string | undefined;
  /** The first value of `date`, as written. */
  readonly date: string | undefined;
  /** The value of `status`, where it is a text. */
  readonly status: string | undefined;
  /** Where the release stands on the site, as people read it (`permalinkOf`, decoded); undefined without front matter. */
  readonly address: string | undefined;
  /** The texts under `aliases`, as written. */
  readonly aliases: readonly string[];
  /** The texts under `related`, as written. */
  readonly related: readonly string[];
  /** What `translationOf` names. */
  readonly original: { readonly id: string; readonly digest?: string } | undefined;
  /** Whether attachments or the text may point to other files, so that a rule has to look at the file whenever any of them may have changed. */
  readonly pointsElsewhere: boolean;
  /** Undefined for what is no valid release. */
  readonly release: ReleaseFacts | undefined;
}

/** What of a valid release decides whether a listing can pass it over. */
export interface ReleaseFacts {
  /** The moment from which the gate lets it through, in epoch milliseconds; `Infinity` when no moment does by itself. */
  readonly publicFrom: number;
  readonly lang: string;
  readonly permalink: string;
  readonly places: readonly string[];
  /** Front-matter key of a facet → ids of its terms, as written. */
  readonly terms: ReadonlyMap<string, readonly string[]>;
}
