import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, describe, expect, it } from 'vitest';
import { press } from '../support/world.ts';

const generator = fileURLToPath(new URL('./generate-archive.js', import.meta.url));
const folders: string[] = [];

function generated(count: number, kind: 'plain' | 'messy'): string {
  const folder = mkdtempSync(join(tmpdir(), 'press-test-'));
  folders.push(folder);
  execFileSync(process.execPath, [generator, folder, String(count), kind]);
  return folder;
}

function filesOf(folder: string): string[] {
  const names = readdirSync(join(folder, 'releases'), { recursive: true, encoding: 'utf8' });
  return names.filter((name) => name.endsWith('.md')).sort();
}

function digestOf(folder: string): string {
  const hash = createHash('sha256');
  for (const name of filesOf(folder)) hash.update(name).update(readFileSync(join(folder, 'releases', name)));
  return hash.digest('hex');
}

afterAll(() => {
  for (const folder of folders) rmSync(folder, { recursive: true });
});

describe('a generated archive', () => {
  it.each(['plain', 'messy'] as const)('has every release, and the same bytes each time: %s', (kind) => {
    const first = generated(120, kind);
    expect(filesOf(first)).toHaveLength(120);
    expect(digestOf(generated(120, kind))).toBe(digestOf(first));
  });

  it('has nothing wrong with it when it is plain', async () => {
    const { out, status } = await press(['validate'], { cwd: generated(250, 'plain') });
    expect({ out, status }).toEqual({ out: '250 releases, nothing wrong.\n', status: 0 });
  });

  it('has mistakes and translations when it is messy', async () => {
    const { out, status } = await press(['validate', '--format', 'line'], { cwd: generated(250, 'messy') });
    expect(status).toBe(1);
    for (const rule of ['front-matter', 'schema', 'unknown-term', 'stale-translation'])
      expect(out).toContain(`[${rule}]`);
  });
});
