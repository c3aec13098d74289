/** Why a selection may have found nothing: places and languages are not in the vocabulary, so only the releases know them. */
import type { Condition, ValueKey } from '../model/condition.ts';
import { didYouMean } from '../model/press-error.ts';
import { fold } from '../text/fold.ts';
import { nearest } from '../text/nearest.ts';

/** The places and languages of public releases, as they are written. */
export interface SpokenOf {
  readonly places: ReadonlySet<string>;
  readonly languages: ReadonlySet<string>;
}

const MOST_NAMED = 12;

/** A sentence for each place or language that was asked for and no public release has, with a suggestion. */
export function unansweredValues(condition: Condition, { places, languages }: SpokenOf): string[] {
  return [...wantedValues(condition)].flatMap(({ key, value }) => {
    if (key === 'place') return notAmong(value, { what: 'place', known: places });
    return key === 'lang' ? notAmong(value, { what: 'language', known: languages }) : [];
  });
}

function notAmong(
  value: string,
  { what, known }: { readonly what: string; readonly known: ReadonlySet<string> },
): string[] {
  const wanted = fold(value);
  if ([...known].some((each) => fold(each) === wanted || (what === 'language' && fold(each).startsWith(`${wanted} `))))
    return [];
  const beginning = [...known].filter((each) => each.toLowerCase().split(/\s+/).includes(value.toLowerCase()));
  const guess = didYouMean(beginning.length > 0 ? beginning.slice(0, 3) : nearest(value, known));
  const all = known.size > 0 && known.size <= MOST_NAMED ? `There is ${[...known].sort().join(', ')}.` : undefined;
  const hint = guess ?? all;
  return [`No public release has the ${what} «${value}».${hint === undefined ? '' : ` ${hint}`}`];
}

/** What must be there, at least in one branch; what must not be there is no reason for finding nothing. */
function* wantedValues(condition: Condition): Generator<{ readonly key: ValueKey; readonly value: string }> {
  if (condition.kind === 'all' || condition.kind === 'any') for (const part of condition.of) yield* wantedValues(part);
  else if (condition.kind === 'value') yield condition;
}
