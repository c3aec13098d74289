import { describe, it } from 'vitest';
import { expectReplay } from './replay-page.ts';

describe('docs/recipes/change-what-is-out.md', () => {
  it('shows what press shows', async () => {
    await expectReplay('docs/recipes/change-what-is-out.md', 'shipped');
  });
});
