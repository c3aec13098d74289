import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { replay } from '../support/session.ts';

const folder = fileURLToPath(new URL('.', import.meta.url));
const sessions = readdirSync(folder).filter((name) => name.endsWith('.session'));

describe('sessions with press', () => {
  it('are there', () => {
    expect(sessions.length).toBeGreaterThan(0);
  });

  it.each(sessions)('%s', async (name) => {
    const written = readFileSync(folder + name, 'utf8');
    const played = await replay(written);
    if (process.env['UPDATE_GOLDEN'] === '1') writeFileSync(folder + name, played);
    else expect(played).toBe(written);
  });
});
