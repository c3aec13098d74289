import { describe, expect, it } from 'vitest';
import { plainColumns } from '../../src/vocabulary-formats/table/columns.ts';
import { vocabularyFormats } from '../../src/vocabulary-formats/index.ts';
import { readPage } from './pages.ts';
import { expectReplay } from './replay-page.ts';

const path = 'docs/recipes/vocabulary-exchange.md';

describe('docs/recipes/vocabulary-exchange.md', () => {
  it('shows what press shows', async () => {
    await expectReplay(path, 'shipped');
  });

  it('says for whom each format is, and what every key of a term becomes', () => {
    const page = readPage(path);
    for (const id of vocabularyFormats.keys()) expect(page, id).toContain(`| \`${id}\` |`);
    for (const column of plainColumns.filter((each) => !each.endsWith('Match')))
      expect(page, column).toContain(`\`${column}\``);
  });
});
