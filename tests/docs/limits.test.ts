import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { root } from '../support/session.ts';
import { boundsInSources, limits, limitsPage, numberOf, source } from './limits-page.ts';

describe('docs/reference/limits.md', () => {
  it('has every bound of the program, with the number that the program has', () => {
    const file = `${root}docs/reference/limits.md`;
    const page = limitsPage();
    if (process.env['UPDATE_GOLDEN'] === '1') writeFileSync(file, page);
    expect(existsSync(file) && readFileSync(file, 'utf8'), 'UPDATE_GOLDEN=1 makes the page anew').toBe(page);
    expect(boundsInSources().length).toBeGreaterThan(100);
  });

  it.each(limits)('$what: the words are those of the program', ({ file, saidIn = file, says }) => {
    const text = source(saidIn);
    const pieces = says.split('…').filter((piece) => piece.trim() !== '');
    expect(pieces.length).toBeGreaterThan(0);
    expect(pieces.filter((piece) => !text.includes(piece))).toEqual([]);
  });

  it.each(limits)('$what: the limit is a number', (limit) => {
    expect(numberOf(limit)).toBeGreaterThan(0);
  });
});
