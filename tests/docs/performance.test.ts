import { describe, expect, it } from 'vitest';
import goals from '../bench/goals.json' with { type: 'json' };
import { readPage } from './pages.ts';

const page = readPage('docs/performance.md');

interface Row {
  readonly goal: string;
  readonly releases: string;
  readonly measured: string;
  readonly bound: string;
  readonly verdict: string;
}

/** The rows of the table of goals. */
function rowsOf(text: string): Row[] {
  const [, table = ''] = text.split('\n| goal | releases | measured | bound | |\n|---|---|---|---|---|\n');
  const lines = table.split('\n').slice(0, table.split('\n').indexOf(''));
  return lines.map((line) => {
    const [, goal = '', releases = '', measured = '', bound = '', verdict = ''] = line
      .split('|')
      .map((cell) => cell.trim());
    return { goal, releases, measured, bound, verdict };
  });
}

function verdictOn({ measured, bound }: Row): string {
  if (bound === '' || measured === '–') return '';
  const [sign, limit] = bound.split(' ');
  return (sign === '≤' ? Number(measured) <= Number(limit) : Number(measured) >= Number(limit)) ? 'kept' : 'missed';
}

describe('docs/performance.md', () => {
  it('has every goal at every size, with the bound that npm run bench holds it to', () => {
    const cells = goals.flatMap(({ goal, bounds }) =>
      Object.entries(bounds).map(([size, bound]) => ({ goal, releases: size === 'start' ? '5' : size, bound })),
    );
    expect(rowsOf(page).map(({ goal, releases, bound }) => ({ goal, releases, bound }))).toEqual(cells);
  });

  it('says of each figure whether it keeps the bound', () => {
    for (const row of rowsOf(page)) {
      expect(row.measured, row.goal).toMatch(/^(?:–|\d+(?:\.\d\d)?)$/);
      expect(row.verdict, row.goal).toBe(verdictOn(row));
    }
  });

  it('explains every option of npm run bench', () => {
    for (const option of ['--size', '--only', '--rounds', '--json', '--write', '--keep', '--install-peers']) {
      expect(page).toContain(`\`${option}`);
    }
  });

  it('says of every peer how it is set up', () => {
    for (const peer of ['plain-build', 'hugo', 'velite', 'remark', 'eleventy']) {
      expect(page).toContain(`tests/bench/peers/${peer}/`);
    }
  });
});
