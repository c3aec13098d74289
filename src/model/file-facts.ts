/**
 * What is known of a release's file without its text: enough to compare it with all others, and to pass it over where it cannot be meant.
 * It is plain data and small, so that a hundred thousand of them fit into memory and into a file that outlives the run.
 *
 * Facts narrow; they never let anything out. Whatever is shown, exported or reported is read from the file itself and asked at the gate.
 */

/** What files are compared by; what is written in the file stands here as written. */
export interface ComparedFacts {
  /** From the repository's root, with `/`. */
  readonly path: string;
  /** Whether its front matter can be relied on (`Manuscript.data`). Where it cannot, path and `links` are all that is known. */
  readonly isReadable: boolean;
  /** The `id` key, where it is a text that is not empty. */
  readonly id: string | undefined;
  /** The first value of `lang`. */
  readonly lang: string | undefined;
  /** The first value of `date`. */
  readonly date: string | undefined;
  /** The value of `status`, where it is a text. */
  readonly status: string | undefined;
  /** Path part of the release's own address (`permalinkOf`), percent-encoded; undefined without front matter. */
  readonly address: string | undefined;
  /** What stands under `aliases`; empty in the place of what is no text. */
  readonly aliases: readonly string[];
  /** What stands under `related`; empty in the place of what is no text. */
  readonly related: readonly string[];
  /** What `translationOf` names. */
  readonly original: { readonly id: string; readonly digest?: string } | undefined;
  /** The files of the repository that `attachments` names. */
  readonly attachments: readonly string[];
  /** Where links and pictures in the text lead, but for what leads out of repository and site (`leadsElsewhere`). */
  readonly links: readonly string[];
}

export interface FileFacts extends ComparedFacts {
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
