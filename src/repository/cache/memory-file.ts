/** A memory as one file of bytes. */
import type { FactColumns } from './fact-columns.ts';
import type { FileColumns } from './file-table.ts';
import type { ListColumns } from './list-columns.ts';
import { packSections, type Sections } from './sections.ts';
import type { TextColumns } from './text-table.ts';

export interface MemoryContent {
  readonly about: MemoryKeys;
  readonly files: FileColumns;
  readonly facts: FactColumns;
}

/** What a memory holds for. */
export interface MemoryKeys {
  /** Everything that facts depend on besides the file itself. */
  readonly facts: string;
  /** What the verdicts depend on in addition; undefined as long as nobody has judged. */
  readonly rules: string | undefined;
  /** The latest moment at which a verdict was found. */
  readonly judgedAt?: number | undefined;
  /** Whether all files were compared by these rules; what that came to stands at each of them. */
  readonly isCompared: boolean;
}

// The order of the blocks; `blocksOf` and `contentOf` hold to it.
const place = { about: 0, files: 1, facts: 6 } as const;

export function packMemory({ about, files, facts }: MemoryContent): Uint8Array[] {
  const ofTexts = ({ heap, ends }: TextColumns): ArrayBufferView[] => [heap, ends];
  const ofLists = ({ items, ends }: ListColumns): ArrayBufferView[] => [items, ends];
  const blocks: ArrayBufferView[] = [
    Buffer.from(JSON.stringify(about)),
    ...ofTexts(files.folders),
    ...[files.firstRows, files.stamps, files.records],
    ...[facts.words, facts.texts].flatMap(ofTexts),
    ...[facts.termProperties, facts.termIds, facts.flags, facts.verdicts, facts.publicFrom, facts.fields],
    ...[facts.aliases, facts.related, facts.attachments, facts.links, facts.places, facts.terms].flatMap(ofLists),
    ...[facts.hasKeys, facts.namesKeys].flatMap(ofLists),
  ];
  return packSections(
    blocks.map(({ buffer, byteOffset, byteLength }) => new Uint8Array(buffer, byteOffset, byteLength)),
  );
}

/** Undefined for one whose facts hold for something else. Each column is read when it is asked for. */
export function unpackMemory(sections: Sections, factsKey: string): MemoryContent | undefined {
  const about = JSON.parse(Buffer.from(sections.at(place.about)).toString()) as MemoryKeys;
  if (about.facts !== factsKey) return undefined;
  return { about, files: filesIn(sections), facts: factsIn(sections) };
}

function filesIn(sections: Sections): FileColumns {
  const at = place.files;
  return lazily<FileColumns>({
    folders: () => textsIn(sections, at),
    firstRows: () => wholesIn(sections, at + 2),
    stamps: () => floatsIn(sections, at + 3),
    records: () => wholesIn(sections, at + 4),
  });
}

function factsIn(sections: Sections): FactColumns {
  const at = place.facts;
  return lazily<FactColumns>({
    words: () => textsIn(sections, at),
    texts: () => textsIn(sections, at + 2),
    termProperties: () => wholesIn(sections, at + 4),
    termIds: () => wholesIn(sections, at + 5),
    flags: () => sections.at(at + 6),
    verdicts: () => sections.at(at + 7),
    publicFrom: () => floatsIn(sections, at + 8),
    fields: () => wholesIn(sections, at + 9),
    aliases: () => listsIn(sections, at + 10),
    related: () => listsIn(sections, at + 12),
    attachments: () => listsIn(sections, at + 14),
    links: () => listsIn(sections, at + 16),
    places: () => listsIn(sections, at + 18),
    terms: () => listsIn(sections, at + 20),
    hasKeys: () => listsIn(sections, at + 22),
    namesKeys: () => listsIn(sections, at + 24),
  });
}

/** An object whose values are made when they are first asked for. */
function lazily<Shape extends object>(makers: { readonly [Key in keyof Shape]: () => Shape[Key] }): Shape {
  const made = {} as Shape;
  for (const key of Object.keys(makers) as (keyof Shape)[]) {
    const make = (): Shape[typeof key] => {
      const value = makers[key]();
      Object.defineProperty(made, key, { value, enumerable: true });
      return value;
    };
    Object.defineProperty(made, key, { get: make, enumerable: true, configurable: true });
  }
  return made;
}

function textsIn(sections: Sections, at: number): TextColumns {
  return { heap: sections.at(at), ends: wholesIn(sections, at + 1) };
}

function listsIn(sections: Sections, at: number): ListColumns {
  return { items: wholesIn(sections, at), ends: wholesIn(sections, at + 1) };
}

function wholesIn(sections: Sections, at: number): Uint32Array {
  const { buffer, byteOffset, byteLength } = sections.at(at);
  return new Uint32Array(buffer, byteOffset, byteLength / Uint32Array.BYTES_PER_ELEMENT);
}

function floatsIn(sections: Sections, at: number): Float64Array {
  const { buffer, byteOffset, byteLength } = sections.at(at);
  return new Float64Array(buffer, byteOffset, byteLength / Float64Array.BYTES_PER_ELEMENT);
}
