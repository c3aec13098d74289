import { describe, it } from 'vitest';
import { expectReplay } from './replay-page.ts';

describe('docs/recipes/change-the-vocabulary.md', () => {
  it('shows what press shows', async () => {
    await expectReplay('docs/recipes/change-the-vocabulary.md', 'shipped');
  });
});
