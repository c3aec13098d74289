/** taxonomy.yaml or press.yaml as read: the text, what it says, and where each value stands. */
import type { DataPath, FrontMatter, Span } from './manuscript.ts';

export type DataFileName = 'taxonomy.yaml' | 'press.yaml';

export interface DataText {
  readonly name: DataFileName;
  /** The whole file as decoded, a byte-order mark included. */
  readonly text: string;
  /** Hex SHA-256 of the file's bytes. */
  readonly digest: string;
  readonly data: FrontMatter;
  /** Where a value or its key stands; undefined for what is not there. */
  locate(path: DataPath, part?: 'value' | 'key'): Span | undefined;
}
