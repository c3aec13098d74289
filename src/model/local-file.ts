/** A file that a text speaks of, looked for below a folder that the person named. */
export type LocalFile =
  | {
      readonly kind: 'file';
      /** Hex SHA-256 of the bytes. */
      readonly digest: string;
      readonly size: number;
      /** Read anew each time. Throws PressError. */
      bytes(): Uint8Array;
    }
  | { readonly kind: 'missing' }
  /** It may not be taken; why, as the rest of a sentence. */
  | { readonly kind: 'refused'; readonly why: string };
