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

/** Whether a text, with LF line ends, is the shipped schema of that name to the letter. */
export declare function isShipped(name: string, text: string): boolean;
export declare const judges: Readonly<Record<string, ShippedJudge>>;
