import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { root } from '../support/session.ts';

const folder = join(root, 'dist/cli');

/** The chunks that a chunk loads before it does anything; what begins with `late-` waits until something of it is used. */
function requiredAtOnce(chunk: string, seen = new Set<string>()): Set<string> {
  if (seen.has(chunk)) return seen;
  seen.add(chunk);
  for (const [, name = ''] of codeOf(chunk).matchAll(atOnce)) requiredAtOnce(name, seen);
  return seen;
}

// `let a=require("./b.cjs"),c=require("./d.cjs")`; what is loaded on demand stands in a function: `()=>require("./e.cjs")`.
const atOnce = /=require\(["'`]\.\/((?!late)[^"'`]+)["'`]\)/g;

const codes = new Map<string, string>();

function codeOf(chunk: string): string {
  const code = codes.get(chunk) ?? readFileSync(join(folder, chunk), 'utf8');
  codes.set(chunk, code);
  return code;
}

function bytesOf(chunks: Iterable<string>): number {
  return [...chunks].reduce((sum, chunk) => sum + codeOf(chunk).length, 0);
}

const [core = '', judging = '', choosing = ''] = ['core', 'judging', 'choosing'].map((part) =>
  readdirSync(folder).find((name) => name.startsWith(`${part}-`)),
);

describe('the bundle', () => {
  it('answers «--version» without the program', () => {
    const chunks = requiredAtOnce('main.cjs');
    expect([...chunks]).not.toContain(core);
    expect(bytesOf(['start.cjs', ...chunks])).toBeLessThan(16 * 1024);
  });

  it('keeps what few runs need out of the core', () => {
    expect(bytesOf(requiredAtOnce(core))).toBeLessThan(192 * 1024);
    expect(codeOf(core)).toContain('./late/yaml.cjs');
  });

  it('loads the rules for those who judge alone, and what chooses releases for those who choose', () => {
    expect([...requiredAtOnce(choosing)]).not.toContain(judging);
    expect([...requiredAtOnce(judging)]).not.toContain(choosing);
  });

  it('has no chunks that wait for each other', () => {
    const chunks = readdirSync(folder).filter((name) => name.endsWith('.cjs'));
    const circular = chunks.filter((chunk) =>
      [...codeOf(chunk).matchAll(atOnce)].some(([, name = '']) => requiredAtOnce(name).has(chunk)),
    );
    expect(circular).toEqual([]);
  });
});
