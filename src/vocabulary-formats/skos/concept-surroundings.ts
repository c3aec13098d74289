import type { ReadingRemarks } from '../reading-remarks.ts';
import type { Graph } from './graph.ts';
import type { ReadScheme } from './read-scheme.ts';
import type { References } from './references.ts';

/** What reading a concept needs to know besides its address. */
export interface ConceptSurroundings {
  readonly graph: Graph;
  readonly references: References;
  readonly remarks: ReadingRemarks;
  readonly scheme: ReadScheme;
  /** Concepts above it besides the one that it stands under. */
  readonly others: readonly string[];
}
