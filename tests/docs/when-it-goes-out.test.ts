import { describe, expect, it } from 'vitest';
import { readPage } from './pages.ts';
import { expectReplay } from './replay-page.ts';

const path = 'docs/recipes/when-it-goes-out.md';

describe('docs/recipes/when-it-goes-out.md', () => {
  it('shows what press shows', async () => {
    await expectReplay(path, 'shipped');
  });

  it('has jobs start at the minute that press says', () => {
    const page = readPage(path);
    const [, fields = ''] =
      /^(\S+ \S+ \S+ \S+ \*) {2}# 2026-12-03T18:00:00\+01:00 \S*voter-questions$/m.exec(page) ?? [];
    expect(fields).not.toBe('');
    expect(page).toContain(`\n${fields}  cd `);
    expect(page).toContain(`- cron: "${fields}" # 2026-12-03T18:00:00+01:00`);
  });
});
