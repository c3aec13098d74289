/** A document that may be right, and says something in a way that press does not read. */
export class Declined extends Error {
  readonly hint: string | undefined;

  /** `why` is the rest of a sentence. */
  constructor(why: string, hint?: string) {
    super(why);
    this.name = 'Declined';
    this.hint = hint;
  }
}

export type JsonRecord = Readonly<Record<string, unknown>>;

export function isRecord(value: unknown): value is JsonRecord {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
