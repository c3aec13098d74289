/** What each rule costs in time, and what it brings. */
import { compareText } from '../model/diagnostic.ts';

export interface RuleCost {
  readonly rule: string;
  readonly milliseconds: number;
  readonly findings: number;
}

export class CostTable {
  readonly #stopwatch: (() => number) | undefined;
  readonly #costs = new Map<string, { milliseconds: number; findings: number }>();

  constructor(stopwatch: (() => number) | undefined) {
    this.#stopwatch = stopwatch;
  }

  /** Whether anybody wants to know. */
  get isMeasuring(): boolean {
    return this.#stopwatch !== undefined;
  }

  /** Does the work of a rule, which returns how much it found. */
  measure(rule: string, work: () => number): void {
    if (this.#stopwatch === undefined) {
      work();
      return;
    }
    const started = this.#stopwatch();
    const findings = work();
    const cost = this.#costs.get(rule) ?? { milliseconds: 0, findings: 0 };
    cost.milliseconds += this.#stopwatch() - started;
    cost.findings += findings;
    this.#costs.set(rule, cost);
  }

  /** The dearest first. */
  list(): RuleCost[] {
    const costs = [...this.#costs].map(([rule, cost]) => ({ rule, ...cost }));
    return costs.sort((a, b) => b.milliseconds - a.milliseconds || compareText(a.rule, b.rule));
  }
}
