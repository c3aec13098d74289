import { describe, expect, it } from 'vitest';
import { presenceKeys, releaseStates } from '../../src/model/release-state.ts';
import { statuses } from '../../src/model/release.ts';
import { readPage } from './pages.ts';
import { expectReplay } from './replay-page.ts';

const path = 'docs/recipes/queries.md';

describe('docs/recipes/queries.md', () => {
  it('shows what press shows', async () => {
    await expectReplay(path, 'shipped');
  });

  it('names everything that can be asked with has and is', () => {
    const page = readPage(path);
    for (const key of [...presenceKeys, ...statuses]) expect(page, key).toContain(`\`${key}\``);
    for (const state of releaseStates) expect(page, state).toContain(`| \`is:${state}\` |`);
  });
});
