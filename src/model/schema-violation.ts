/** What a JSON Schema finds wrong with front matter, before words are put to it. */
import type { DataPath, FrontMatter } from './manuscript.ts';

export interface SchemaViolation {
  /** The value concerned; for a missing or unknown property, the object that it is missing from or in. */
  readonly path: DataPath;
  /** The JSON Schema keyword that failed, such as `type` or `required`. */
  readonly keyword: string;
  /** The keyword's own details, such as `{missingProperty}` or `{allowedValues}`. */
  readonly params: Readonly<Record<string, unknown>>;
  /** Title of the property in its schema, when it has one. */
  readonly title?: string;
  /** For an unknown property: the names that are known at its place. */
  readonly known?: readonly string[];
  /** Description of the property in its schema: what it wants, in the schema's own words. */
  readonly description?: string;
}

/** A release type's schema, ready to use. */
export interface ReleaseSchema {
  /** Names of the properties that the schema knows. */
  readonly properties: ReadonlySet<string>;
  check(data: FrontMatter): readonly SchemaViolation[];
}
