import { readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { ChunkLoader } from '../../src/cli/loading/chunk-loader.ts';
import { rules } from '../../src/rules/index.ts';
import type { Rule } from '../../src/model/rule.ts';
import { root } from '../support/session.ts';

const folder = join(root, 'dist/cli');
const judging = readdirSync(folder).find((name) => name.startsWith('judging-')) ?? '';

/** The cards as the bundle has them, whatever it calls what it exports. */
function bundledRules(): readonly Rule[] {
  const loader = new ChunkLoader(folder, { cache: undefined, require: createRequire(import.meta.url) });
  const lists = Object.values(loader.load(judging) as Record<string, unknown>).flatMap((value) =>
    typeof value === 'object' && value !== null && 'rules' in value && Array.isArray(value.rules) ? [value.rules] : [],
  );
  return lists[0] as readonly Rule[];
}

describe('the cards of the bundle', () => {
  it('tell what the cards of the sources tell', () => {
    expect(bundledRules().map(({ id, why, examples, mends }) => ({ id, why, examples, mends }))).toEqual(
      rules.map(({ id, why, examples, mends }) => ({ id, why, examples, mends })),
    );
  });

  it('put nearly all examples together when they are asked for', () => {
    const late = bundledRules().filter((card) => Object.getOwnPropertyDescriptor(card, 'examples')?.get !== undefined);
    expect(late.length).toBeGreaterThan(rules.length * 0.9);
    expect(readFileSync(join(folder, judging), 'utf8')).toContain('get examples(){');
  });
});
