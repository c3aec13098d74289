import type { Invocation } from '../../model/command.ts';
import type { Selection } from '../../model/selection.ts';
import { terminalSafe } from '../../text/terminal-safe.ts';

/** `--explain`: the selection as one canonical query, with the ids of its terms, on stderr. */
export function explainSelection(
  { options, environment }: Pick<Invocation, 'options' | 'environment'>,
  selection: Selection,
): void {
  if (options['explain'] !== true) return;
  const { filter, sort, limit, offset } = selection;
  const order =
    sort.key === 'date'
      ? sort.descending
        ? 'newest first'
        : 'oldest first'
      : `by ${sort.key}${sort.descending ? ', backwards' : ''}`;
  const cut = [
    limit === undefined ? '' : `, at most ${limit}`,
    offset === 0 ? '' : `, without the first ${offset}`,
  ].join('');
  environment.say(`Understood: ${filter === '' ? 'all releases' : terminalSafe(filter)}; ${order}${cut}.`);
}
