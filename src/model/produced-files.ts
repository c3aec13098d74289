/** Files that were produced, as `press audit` looks at them: opened, unpacked, piece by piece. */

/** One stream of bytes in a produced file: the file itself, or what is packed in it. */
export interface ProducedPart {
  /** What had to be opened, from the outside in; empty for the file itself. */
  readonly inside: readonly string[];
  /** Each piece stays as it is when the next one comes. Iterated once, before the next part is asked for. Throws NotUnpacked when it cannot be read to its end. */
  readonly pieces: AsyncIterable<Uint8Array> | Iterable<Uint8Array>;
}

export interface ProducedFile {
  /** As the person named it, or below the folder that they named. */
  readonly name: string;
  /** The part of the name that the person did not choose: it is looked at, too. */
  readonly ownName: string;
  readonly size: number;
  /** Opened one after the other. Throws NotUnpacked, also between two parts. */
  parts(): AsyncIterable<ProducedPart>;
}

/** What people named to be looked at. */
export interface ProducedFiles {
  readonly files: Iterable<ProducedFile>;
  /** Links that lead elsewhere, pipes, folders that may not be read. */
  readonly passedOver: readonly PassedOver[];
}

/** Something in a folder that is no file to be looked at. */
export interface PassedOver {
  readonly name: string;
  /** A sentence. */
  readonly why: string;
}

/** Bytes that cannot be opened, or not to their end. The message is the rest of a sentence that begins with their name. */
export class NotUnpacked extends Error {}
