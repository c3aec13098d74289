import { describe, expect, it } from 'vitest';
import { queueColumns } from '../../src/operations/bring-in-map.ts';
import { readPage } from './pages.ts';
import { expectReplay } from './replay-page.ts';

const path = 'docs/recipes/bring-an-archive-in.md';

describe('docs/recipes/bring-an-archive-in.md', () => {
  it('shows what press shows', async () => {
    await expectReplay(path, 'shipped');
  });

  it('shows the columns of the queue', () => {
    expect(readPage(path)).toContain(`| ${queueColumns.join(' | ')} |`);
  });
});
