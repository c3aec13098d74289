/** What a verb of the trade wants to do to a release, as a value: nothing is written here. */
import type { KeyChange } from '../edit-release.ts';
import type { Subject } from '../subject.ts';

/** Why a verb cannot be done, and what to do instead: two sentences. */
export interface Refusal {
  readonly what: string;
  readonly wayOut: string;
}

export type VerbPlan =
  /** It is so already; a sentence says since when. */
  | { readonly kind: 'nothing'; readonly sentence: string }
  | {
      readonly kind: 'refused';
      readonly reasons: readonly Refusal[];
      /** What would have been changed, so that whatever else is in the way is said in the same run. */
      readonly changes?: readonly KeyChange[];
    }
  | {
      readonly kind: 'change';
      readonly changes: readonly KeyChange[];
      /** Sentences about what follows, for the person who does it. */
      readonly told: readonly string[];
      /** Where the file is to stand; undefined leaves it where it is. */
      readonly to?: string;
      /** Changes in other files that go with it, by path. */
      readonly others?: ReadonlyMap<string, readonly KeyChange[]>;
    };

export interface Verb {
  /** As others are told while it holds the lock, and as the remark in the file says. */
  readonly word: string;
  /** Whether the release must be without errors afterwards; else it may only have no new one. */
  readonly wantsValid: boolean;
  plan(subject: Subject): VerbPlan;
}
