/** Texts with the expected place between ⟦ and ⟧, judged in memory with the shipped vocabulary. */
import type { Diagnostic } from '../../src/model/diagnostic.ts';
import { samplePath } from '../../src/model/sample-release.ts';
import type { Range } from '../../src/model/text-range.ts';
import { validate } from '../../src/operations/validate.ts';
import { repositoryInMemory } from '../../src/repository/in-memory.ts';
import { rules } from '../../src/rules/index.ts';
import { levelsWith, testNow } from './example-repository.ts';
import { shippedTaxonomy } from '../support/shipped-taxonomy.ts';

export interface Marked {
  readonly text: string;
  /** Computed here in the plainest way, so that it does not rely on what is tested. */
  readonly range: Range;
}

/** Takes the marks out. */
export function unmark(marked: string): Marked {
  const start = marked.indexOf('⟦');
  const end = marked.indexOf('⟧') - 1;
  if (start === -1 || end < start) throw new Error(`no marks in ${marked}`);
  const text = marked.replace('⟦', '').replace('⟧', '');
  return { text, range: { start: positionOf(text, start), end: positionOf(text, end) } };
}

function positionOf(text: string, offset: number): Range['start'] {
  const lines = text.slice(0, offset).split('\n');
  const last = lines.at(-1) ?? '';
  const hidden = lines.length === 1 && text.startsWith('\uFEFF') ? 1 : 0;
  return { line: lines.length, column: last.length - hidden + 1, offset };
}

/** The findings of one file; others may lie beside it. `on` names rules that are off by default. */
export async function findingsOf(
  text: string,
  path = samplePath,
  others: Readonly<Record<string, string>> = {},
  on: readonly string[] = [],
): Promise<Diagnostic[]> {
  const repository = await repositoryInMemory({ 'taxonomy.yaml': shippedTaxonomy, ...others, [path]: text });
  const { diagnostics } = validate(repository, { rules, levels: levelsWith(...on), now: testNow });
  return diagnostics.filter(({ file }) => file === path);
}
