/**
 * A folder of files for every rule: what it finds in them, and that it keeps silent beside. `findings.txt` is made by the program
 * (UPDATE_GOLDEN=1) and read by a person.
 */
import { cpSync, existsSync, mkdirSync, readFileSync, readdirSync, renameSync } from 'node:fs';
import { dirname, join, sep } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Diagnostic } from '../../src/model/diagnostic.ts';
import { validate } from '../../src/operations/validate.ts';
import { levelsOf } from '../../src/operations/validate-levels.ts';
import { openRepository } from '../../src/repository/open.ts';
import { rules } from '../../src/rules/index.ts';
import { terminalSafe } from '../../src/text/terminal-safe.ts';
import { expectGolden } from '../support/golden.ts';
import { scratchFolder } from '../support/scratch-folder.ts';
import { levelsWith, testNow } from './example-repository.ts';

const fixtures = new URL('../fixtures/rules/', import.meta.url).pathname;
const shipped = new URL('../../taxonomy.yaml', import.meta.url).pathname;

/** Names that not every computer can store, or tell apart, stand in names.json: the name in the fixture, and the one that is meant. */
function rename(root: string): void {
  const list = join(root, 'names.json');
  if (!existsSync(list)) return;
  for (const [stored, meant] of Object.entries(JSON.parse(readFileSync(list, 'utf8')) as Record<string, string>)) {
    mkdirSync(dirname(join(root, meant)), { recursive: true });
    renameSync(join(root, stored), join(root, meant));
  }
}

/** The findings of a fixture: the rule that it is for is on, and what its press.yaml says holds. */
async function findingsIn(id: string): Promise<readonly Diagnostic[]> {
  const root = scratchFolder();
  cpSync(join(fixtures, id), root, { recursive: true, verbatimSymlinks: true });
  rename(root);
  if (!existsSync(join(root, 'taxonomy.yaml'))) cpSync(shipped, join(root, 'taxonomy.yaml'));
  const repository = await openRepository(root);
  const levels = new Map([...levelsWith(id), ...levelsOf(repository.settings.rules, [], rules)]);
  return validate(repository, { rules, levels, now: testNow }).diagnostics;
}

function told({ file, range: { start, end }, severity, rule, message, hint, fix, related = [] }: Diagnostic): string {
  const lines = [`${file}:${start.line}:${start.column}-${end.line}:${end.column} ${severity} ${rule}`, `  ${message}`];
  if (hint !== undefined) lines.push(`  ${hint}`);
  for (const edit of fix?.edits ?? [])
    lines.push(
      `  ${fix?.safety}: ${edit.range.start.line}:${edit.range.start.column}-${edit.range.end.line}:${edit.range.end.column} becomes ${JSON.stringify(edit.text)}`,
    );
  for (const other of related)
    lines.push(`  see ${other.file}:${other.range.start.line}:${other.range.start.column} ${other.message}`);
  return lines.map((line) => `${terminalSafe(line)}\n`).join('');
}

/** Releases of a fixture, as findings name them. */
function filesOf(id: string): string[] {
  const names = readdirSync(join(fixtures, id), { recursive: true, encoding: 'utf8' });
  return names.filter((name) => name.endsWith('.md')).map((name) => name.split(sep).join('/'));
}

describe('the fixtures of rules', () => {
  it('are there for every rule, and for nothing else', () => {
    expect(readdirSync(fixtures).sort()).toEqual(rules.map(({ id }) => id));
  });

  it.each(readdirSync(fixtures))('%s', async (id) => {
    const found = await findingsIn(id);
    expect(found.map(({ rule }) => rule)).toContain(id);
    const ours = found.filter(({ rule }) => rule === id);
    expect(filesOf(id).filter((file) => !ours.some((finding) => finding.file === file))).not.toEqual([]);
    const fixes = new Set(ours.flatMap(({ fix }) => (fix === undefined ? [] : [fix.safety])));
    expect([...fixes].sort(), `«mends» of ${id}, and the fixes that it makes here`).toEqual(
      Object.keys(rules.find((rule) => rule.id === id)?.mends ?? {}).sort(),
    );
    expectGolden(`../fixtures/rules/${id}/findings.txt`, found.map(told).join('\n'));
  });
});
