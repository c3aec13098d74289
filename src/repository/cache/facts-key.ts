/** What facts about a file depend on besides the file: this press to the letter, the engine, and what the repository says. */
import { createHash } from 'node:crypto';
import { readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Witness } from './witness.ts';

/** Undefined where nobody can be sure. */
export function factsKey(witness: Witness): string | undefined {
  const { seen } = witness;
  if (seen === undefined) return undefined;
  const { node, icu, unicode, tz } = process.versions;
  const facts = [thisProgram(), node, icu, unicode, tz, process.arch, seen];
  return createHash('sha256').update(JSON.stringify(facts)).digest('hex');
}

/** The names of the program's own files: the build gives each a digest of what is in it. */
function thisProgram(): string[] {
  return readdirSync(fileURLToPath(new URL('.', import.meta.url))).sort();
}
