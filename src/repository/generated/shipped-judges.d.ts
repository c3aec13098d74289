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

/** Each shipped schema as it stands, with LF line ends, by name. */
export declare const texts: Readonly<Record<string, string>>;
export declare const judges: Readonly<Record<string, ShippedJudge>>;
