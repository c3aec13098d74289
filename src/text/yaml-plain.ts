/** Texts as people write them in YAML: bare where every reader takes them for text, else in quotes. */
import { yamlScalar } from './yaml-scalar.ts';

// Letters first, and no sign that YAML could take for its own inside of brackets or outside.
const PLAIN = /^\p{L}[\p{L}\p{N} ()'’“”«»/.–-]*$/u;
// What some reader of YAML takes for a value of another kind.
const TAKEN: ReadonlySet<string> = new Set(['null', 'true', 'false', 'yes', 'no', 'on', 'off', 'y', 'n']);

/** A text on one line, bare where that cannot be misread. */
export function readableScalar(text: string): string {
  const isBare = PLAIN.test(text) && !text.endsWith(' ') && !TAKEN.has(text.toLowerCase());
  return isBare ? text : yamlScalar(text);
}
