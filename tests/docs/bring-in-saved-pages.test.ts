import { describe, it } from 'vitest';
import { expectReplay } from './replay-page.ts';

describe('docs/recipes/bring-in-saved-pages.md', () => {
  it('shows what happens', async () => {
    await expectReplay('docs/recipes/bring-in-saved-pages.md', 'shipped');
  });
});
