/** Files with the bytes that an output must have: compared, or rewritten when UPDATE_GOLDEN=1, and then read by a person. */
import { isUtf8 } from 'node:buffer';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { dirname } from 'node:path';
import { expect } from 'vitest';

/** Expects a text, or bytes, to be the file at `name` below tests/golden/, byte for byte. */
export function expectGolden(name: string, content: string | Uint8Array): void {
  const file = fileURLToPath(new URL(`../golden/${name}`, import.meta.url));
  if (process.env['UPDATE_GOLDEN'] === '1') {
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, content);
  }
  expect(existsSync(file), `tests/golden/${name} does not exist; UPDATE_GOLDEN=1 writes it`).toBe(true);
  if (typeof content === 'string' || isUtf8(content)) {
    expect(Buffer.from(content).toString('utf8')).toBe(readFileSync(file, 'utf8'));
  } else expect(Buffer.from(content).equals(readFileSync(file)), `tests/golden/${name} has other bytes`).toBe(true);
}
