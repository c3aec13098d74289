/** The list that press leaves in a folder which it fills (`schemas/output/manifest.schema.json`): what it wrote there, and may remove again. */
import { compareText } from './diagnostic.ts';

/** Name of the list in the folder. */
export const MANIFEST_NAME = 'press-manifest.json';

export interface ManifestEntry {
  /** From the folder, with `/`. */
  readonly file: string;
  /** Of its bytes, hexadecimal. */
  readonly sha256: string;
  /** While a run is putting a new version in its place: of the bytes before. */
  readonly was?: string;
  /** Releases in it. */
  readonly count: number;
  /** RFC 3339: the moment that publicness was judged at when these bytes were written. */
  readonly asOf: string;
  /** What wrote it: `feeds`, or the id of a format. */
  readonly from: string;
}

/** The text of a manifest, sorted by file. */
export function manifestText(entries: Iterable<ManifestEntry>): string {
  const files = [...entries].sort((a, b) => compareText(a.file, b.file));
  const lines = files.map((entry) => `    ${JSON.stringify(entry)}`).join(',\n');
  return `{\n  "version": 1,\n  "files": [${lines === '' ? '' : `\n${lines}\n  `}]\n}\n`;
}

/** The entries of a manifest; undefined for a text that press did not write. */
export function readManifest(text: string): readonly ManifestEntry[] | undefined {
  const data = parsed(text);
  if (!isRecord(data) || data['version'] !== 1 || !Array.isArray(data['files'])) return undefined;
  const entries = data['files'].map(entryOf);
  return entries.every((entry) => entry !== undefined) ? entries : undefined;
}

const DIGEST = /^[0-9a-f]{64}$/;
const NAME = /^[A-Za-z0-9_-][A-Za-z0-9._-]{0,199}$/;

/** Whether a path may be that of an output: plain names, none hidden, no way up. */
export function isOutputName(path: string): boolean {
  return path.length <= 1000 && path.split('/').every((name) => NAME.test(name) && !name.endsWith('.'));
}

function entryOf(data: unknown): ManifestEntry | undefined {
  if (!isRecord(data)) return undefined;
  const { file, sha256, was, count, asOf, from } = data;
  if (typeof file !== 'string' || !isOutputName(file)) return undefined;
  if (typeof sha256 !== 'string' || !DIGEST.test(sha256)) return undefined;
  if (typeof count !== 'number' || typeof asOf !== 'string' || typeof from !== 'string') return undefined;
  if (was !== undefined && (typeof was !== 'string' || !DIGEST.test(was))) return undefined;
  return { file, sha256, ...(was === undefined ? {} : { was }), count, asOf, from };
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function isRecord(data: unknown): data is Readonly<Record<string, unknown>> {
  return typeof data === 'object' && data !== null;
}
