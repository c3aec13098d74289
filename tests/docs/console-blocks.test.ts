import { writeFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { root } from '../support/session.ts';
import { blocksOf, readPage } from './pages.ts';
import { replayPage } from './replay-page.ts';

describe.each([
  ['README.md', 'shipped'],
  ['docs/tutorial.md', 'empty'],
] as const)('%s', (path, repository) => {
  it('shows what press shows', async () => {
    const text = readPage(path);
    expect(blocksOf(text).filter(({ kind }) => kind === 'console').length).toBeGreaterThan(4);
    const played = await replayPage(text, repository);
    if (process.env['UPDATE_GOLDEN'] === '1') writeFileSync(root + path, played);
    else expect(played).toBe(text);
  });
});
