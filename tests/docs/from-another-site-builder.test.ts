import { describe, it } from 'vitest';
import { expectReplay } from './replay-page.ts';

describe('docs/recipes/from-another-site-builder.md', () => {
  it('shows what happens', async () => {
    await expectReplay('docs/recipes/from-another-site-builder.md', 'shipped');
  });
});
