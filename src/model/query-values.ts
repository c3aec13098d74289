/** From a field and one word behind it to a condition. */
import { fold } from '../text/fold.ts';
import { nearest } from '../text/nearest.ts';
import { canBeFound, type Condition, type TextCondition } from './condition.ts';
import { comparedDate, dateWithin, type Comparison } from './date-condition.ts';
import type { Moment } from './embargo.ts';
import { knownWord } from './known-words.ts';
import { didYouMean, PressError } from './press-error.ts';
import { facetNamed, type QueryField } from './query-fields.ts';
import { presenceKeys, releaseStates } from './release-state.ts';
import { statuses } from './release.ts';
import type { Taxonomy } from './taxonomy.ts';
import { termCondition } from './term-condition.ts';

/** What the words of a query are judged by. */
export interface QueryContext extends Moment {
  readonly taxonomy: Taxonomy;
  /** `YYYY-MM-DD` of the run. */
  readonly today: string;
  readonly exact: boolean;
  /** Names of the release types, where a misspelled one shall be noticed. */
  readonly types?: readonly string[];
}

export type FieldSign = ':' | '=' | Comparison;

/** The condition of one value of a field. Throws PressError for a value that means nothing there. */
export function valueCondition(
  field: QueryField,
  { sign, text }: { readonly sign: FieldSign; readonly text: string },
  context: QueryContext,
): Condition {
  const { timezone } = context;
  switch (field.kind) {
    case 'date':
      return sign === ':' || sign === '='
        ? dateWithin({ key: field.key, timezone }, text)
        : comparedDate({ key: field.key, timezone }, sign, text);
    case 'facet':
      return termCondition(text, { ...context, facet: field.facet, exact: sign === '=' || context.exact });
    case 'value':
      return { kind: 'value', key: field.key, value: knownWord(field.key, text, context.types) };
    case 'text':
      return textCondition(text, field.only);
    case 'has':
      return presence(text, context.taxonomy);
    case 'is':
      return state(text, context);
  }
}

/** Words to look for. Throws PressError where there is no letter and no digit in them. */
export function textCondition(phrase: string, only?: TextCondition['only']): TextCondition {
  if (canBeFound(phrase)) return { kind: 'text', phrase, ...(only === undefined ? {} : { only }) };
  const operator = operatorsElsewhere.get(phrase);
  throw new PressError('bad-query', `There is no letter and no digit in «${phrase}».`, {
    hint: operator === undefined ? 'Name a word to look for.' : `Write ${operator} in its place.`,
  });
}

const operatorsElsewhere: ReadonlyMap<string, string> = new Map([
  ['&', 'AND'],
  ['&&', 'AND'],
  ['+', 'AND'],
  ['|', 'OR'],
  ['||', 'OR'],
  ['!', 'NOT'],
  ['-', 'NOT'],
]);

function presence(word: string, taxonomy: Taxonomy): Condition {
  const key = presenceKeys.find((each) => each === fold(word));
  if (key !== undefined) return { kind: 'has', key };
  const facet = facetNamed(word, taxonomy);
  if (facet !== undefined) return { kind: 'filed', facet: facet.name, property: facet.property };
  const known = [...presenceKeys, ...taxonomy.facets.keys()];
  throw new PressError('bad-query', `Releases cannot be asked whether they have «${word}».`, {
    hint: suggestion(word, { known, others: statesAsked, other: 'is' }) ?? `After «has:» stands ${listed(known)}.`,
  });
}

const statesAsked: readonly string[] = [...statuses, ...releaseStates];

function state(word: string, { now, timezone }: QueryContext): Condition {
  const status = statuses.find((each) => each === fold(word));
  if (status !== undefined) return { kind: 'value', key: 'status', value: status };
  const known = releaseStates.find((each) => each === fold(word));
  if (known !== undefined) return { kind: 'state', state: known, moment: { now, timezone } };
  throw new PressError('bad-query', `Releases cannot be asked whether they are «${word}».`, {
    hint:
      suggestion(word, { known: statesAsked, others: presenceKeys, other: 'has' }) ??
      `After «is:» stands ${listed(statesAsked)}.`,
  });
}

interface Vocabulary {
  readonly known: readonly string[];
  /** The words of the other field, for those who took the wrong one. */
  readonly others: readonly string[];
  readonly other: 'has' | 'is';
}

function suggestion(word: string, { known, others, other }: Vocabulary): string | undefined {
  const elsewhere = others.filter((each) => each === fold(word)).map((each) => `${other}:${each}`);
  return didYouMean(elsewhere.length > 0 ? elsewhere : nearest(word, known));
}

function listed(words: readonly string[]): string {
  return `${words.slice(0, -1).join(', ')} or ${words.at(-1) ?? ''}`;
}
