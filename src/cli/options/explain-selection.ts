import type { Invocation } from '../../model/command.ts';
import { explainedTerms, type TermView } from '../../model/explained-terms.ts';
import type { Selection } from '../../model/selection.ts';
import { terminalSafe } from '../../text/terminal-safe.ts';

/**
 * `--explain`: the selection as one canonical query on stderr, and below it what its terms are called, which narrower ones count
 * too, and where several options ask for terms, which asked for it.
 */
export function explainSelection(
  { options, environment }: Pick<Invocation, 'options' | 'environment'>,
  selection: Selection,
  view: TermView,
): void {
  if (options['explain'] !== true) return;
  const { filter } = selection;
  environment.say(`Understood: ${filter === '' ? 'all releases' : terminalSafe(filter)}; ${orderOf(selection)}.`);
  for (const line of termLines(selection, view)) environment.say(`  ${terminalSafe(line)}`);
}

function orderOf({ sort, limit, offset }: Selection): string {
  const order =
    sort.key === 'date'
      ? sort.descending
        ? 'newest first'
        : 'oldest first'
      : `by ${sort.key}${sort.descending ? ', backwards' : ''}`;
  const atMost = limit === undefined ? '' : `, at most ${limit}`;
  return `${order}${atMost}${offset === 0 ? '' : `, without the first ${offset}`}`;
}

function termLines({ asked = [] }: Selection, view: TermView): Set<string> {
  const lines = asked.flatMap(({ option, condition }) =>
    explainedTerms(condition, view).map((line) => ({ line, option })),
  );
  const isFromSeveral = new Set(lines.map(({ option }) => option)).size > 1;
  return new Set(lines.map(({ line, option }) => (isFromSeveral ? `${line} (${option})` : line)));
}
