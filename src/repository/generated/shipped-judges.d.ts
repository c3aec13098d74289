/** What `scripts/generate-judges.js` writes. */
interface ShippedJudge {
  (data: unknown): boolean;
  errors?:
    | readonly {
        readonly instancePath: string;
        readonly keyword: string;
        readonly params: Readonly<Record<string, unknown>>;
      }[]
    | null;
}

/** SHA-256 of each shipped schema's text, by name. */
export declare const digests: Readonly<Record<string, string>>;
export declare const judges: Readonly<Record<string, ShippedJudge>>;
