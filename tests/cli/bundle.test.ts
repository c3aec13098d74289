import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { root } from '../support/session.ts';

const folder = join(root, 'dist/cli');

/** The chunks that a chunk loads before it does anything. */
function importedAtOnce(chunk: string, seen = new Set<string>()): Set<string> {
  if (seen.has(chunk)) return seen;
  seen.add(chunk);
  const code = readFileSync(join(folder, chunk), 'utf8');
  for (const [, name = ''] of code.matchAll(/(?:\bfrom|\bimport)\s*["']\.\/([^"']+)["']/g)) importedAtOnce(name, seen);
  return seen;
}

describe('the bundle', () => {
  it('answers «--version» without the program', () => {
    const chunks = [...importedAtOnce('main.js')];
    const bytes = chunks.map((chunk) => readFileSync(join(folder, chunk)).length).reduce((sum, size) => sum + size, 0);
    expect(chunks.some((chunk) => chunk.startsWith('core'))).toBe(false);
    expect(bytes).toBeLessThan(16 * 1024);
  });

  it('keeps what few runs need out of the core', () => {
    const core = [...importedAtOnce('main.js')].length;
    const main = readFileSync(join(folder, 'main.js'), 'utf8');
    const [, name = ''] = /import\(\s*[`"']\.\/(core[^`"']+)/.exec(main) ?? [];
    const bytes = [...importedAtOnce(name)].map((chunk) => readFileSync(join(folder, chunk)).length);
    expect(core).toBeGreaterThan(0);
    expect(bytes.reduce((sum, size) => sum + size, 0)).toBeLessThan(480 * 1024);
    expect(readFileSync(join(folder, name), 'utf8')).toContain('./late/yaml.cjs');
  });
});
