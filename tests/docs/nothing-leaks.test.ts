import { describe, it } from 'vitest';
import { expectReplay } from './replay-page.ts';

describe('docs/recipes/nothing-leaks.md', () => {
  it('shows what press shows', async () => {
    await expectReplay('docs/recipes/nothing-leaks.md', 'shipped');
  });
});
