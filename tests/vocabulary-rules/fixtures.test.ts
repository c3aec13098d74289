/**
 * A vocabulary for every rule: what is found in it, each finding at its place, and that what lies close by is silent. `findings.txt` is
 * made by the program (UPDATE_GOLDEN=1) and read by a person.
 */
import { cpSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Diagnostic } from '../../src/model/diagnostic.ts';
import { terminalSafe } from '../../src/text/terminal-safe.ts';
import { vocabularyRules } from '../../src/vocabulary-rules/index.ts';
import { expectGolden } from '../support/golden.ts';
import { scratchFolder } from '../support/scratch-folder.ts';
import { checkedFolder, withoutUse } from './checked.ts';

const fixtures = new URL('../fixtures/vocabulary/', import.meta.url).pathname;

async function findingsIn(id: string): Promise<readonly Diagnostic[]> {
  const root = scratchFolder();
  cpSync(join(fixtures, id), root, { recursive: true });
  return checkedFolder(root, new Map([...withoutUse].filter(([rule]) => rule !== id)));
}

function told({ file, range: { start, end }, severity, rule, message, hint, fix, related = [] }: Diagnostic): string {
  const lines = [`${file}:${start.line}:${start.column}-${end.line}:${end.column} ${severity} ${rule}`, `  ${message}`];
  if (hint !== undefined) lines.push(`  ${hint}`);
  for (const edit of fix?.edits ?? []) lines.push(`  ${fix?.safety}: becomes ${JSON.stringify(edit.text)}`);
  for (const other of related)
    lines.push(`  see ${other.file}:${other.range.start.line}:${other.range.start.column} ${other.message}`);
  return lines.map((line) => `${terminalSafe(line)}\n`).join('');
}

describe('the fixtures of rules about the vocabulary', () => {
  it('are there for every rule, and for nothing else', () => {
    expect(readdirSync(fixtures).sort()).toEqual(vocabularyRules.map(({ id }) => id));
  });

  it.each(readdirSync(fixtures))('%s', async (id) => {
    const found = await findingsIn(id);
    expect([...new Set(found.map(({ rule }) => rule))]).toEqual([id]);
    expect(found.every(({ file }) => file === 'taxonomy.yaml')).toBe(true);
    expectGolden(`../fixtures/vocabulary/${id}/findings.txt`, found.map(told).join('\n'));
  });
});
