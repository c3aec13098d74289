import type { DataPath } from '../model/manuscript.ts';

/** A plain number or boolean in a text: whoever knows the schema decides whether it is meant as text. */
export interface Untexted {
  readonly path: DataPath;
  /** As it is written. */
  readonly source: string;
  readonly set: (value: string) => void;
}
