/** What `press validate --stats` says: which rules take the time. */
import type { RuleCost } from '../../operations/validate-costs.ts';

const MOST_ROWS = 15;

/** The dearest rules with their time in milliseconds, their share of all rules' time, and what they found. */
export function costTable(costs: readonly RuleCost[]): string {
  const total = costs.reduce((sum, { milliseconds }) => sum + milliseconds, 0);
  const shown = costs.slice(0, MOST_ROWS);
  const rows = shown.map(({ rule, milliseconds, findings }) =>
    row([milliseconds.toFixed(1), share(milliseconds, total), String(findings)], rule),
  );
  const rest = costs.slice(MOST_ROWS);
  const others = rest.reduce((sum, { milliseconds }) => sum + milliseconds, 0);
  const found = rest.reduce((sum, { findings }) => sum + findings, 0);
  if (rest.length > 0)
    rows.push(row([others.toFixed(1), share(others, total), String(found)], `${rest.length} other rules`));
  rows.push(row([total.toFixed(1), share(total, total), ''], 'all rules'));
  return [row(['ms', 'share', 'findings'], 'rule'), ...rows].join('\n');
}

const widths = [9, 6, 9];

function row(numbers: readonly string[], rule: string): string {
  return `${numbers.map((number, column) => number.padStart(widths[column] ?? 0)).join(' ')}  ${rule}`;
}

function share(part: number, total: number): string {
  return total === 0 ? '–' : `${Math.round((100 * part) / total)} %`;
}
