import { describe, expect, it } from 'vitest';
import { exportFormats } from '../../src/formats/index.ts';
import { readPage } from './pages.ts';
import { expectReplay } from './replay-page.ts';

const path = 'docs/recipes/publish-files.md';

describe('docs/recipes/publish-files.md', () => {
  it('shows what press shows', async () => {
    await expectReplay(path, 'shipped');
  });

  it('says for whom each format is', () => {
    const [, table = ''] = readPage(path).split('## For whom is which format?');
    for (const id of exportFormats.keys()) expect(table.split('\n## ')[0], id).toContain(`\`${id}\``);
  });
});
