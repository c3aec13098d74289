/**
 * What the facts about a file's release say to a condition without the file. It never says no where `matches` says yes of the release, whole or
 * cleared, and never yes where it says no; what only the text can tell is «perhaps».
 */
import { hasTerm, hasValue, isDated, type Condition } from './condition.ts';
import type { FileFacts, ReleaseFacts } from './file-facts.ts';

export type Answer = 'yes' | 'no' | 'perhaps';

/** The facts of a file that is a valid release. */
export interface NarrowFacts extends Pick<FileFacts, 'id' | 'date' | 'status'> {
  readonly release: Pick<ReleaseFacts, 'lang' | 'places' | 'terms'>;
}

/** What a condition makes of a release with these facts, in which no comment of the house stands. */
export function answerTo(condition: Condition, facts: NarrowFacts): Answer {
  switch (condition.kind) {
    case 'all':
      return together(condition.of, facts, 'no');
    case 'any':
      return together(condition.of, facts, 'yes');
    case 'not':
      return opposite[answerTo(condition.of, facts)];
    case 'term':
      return sure(hasTerm(condition, facts.release.terms, dayOf(facts)));
    case 'filed':
      return sure(facts.release.terms.has(condition.property));
    case 'date':
      return condition.key === 'date' ? sure(isDated(condition, dayOf(facts))) : 'perhaps';
    case 'value':
      return answerToValue(condition, facts);
    case 'has':
    case 'state':
    case 'text':
      return 'perhaps';
  }
}

const opposite = { yes: 'no', no: 'yes', perhaps: 'perhaps' } as const;

/** One answer decides, and without it one «perhaps» leaves all open. */
function together(conditions: readonly Condition[], facts: NarrowFacts, decisive: 'yes' | 'no'): Answer {
  let answer: Answer = opposite[decisive];
  for (const condition of conditions) {
    const each = answerTo(condition, facts);
    if (each === decisive) return decisive;
    if (each === 'perhaps') answer = each;
  }
  return answer;
}

function answerToValue(condition: Extract<Condition, { kind: 'value' }>, facts: NarrowFacts): Answer {
  const values = valuesOf(condition.key, facts);
  return values === undefined ? 'perhaps' : sure(hasValue(condition, values));
}

/** Undefined for what the facts leave open. */
function valuesOf(
  key: Extract<Condition, { kind: 'value' }>['key'],
  { id, status, release }: NarrowFacts,
): readonly string[] | undefined {
  switch (key) {
    case 'place':
      return release.places;
    case 'lang':
      return [release.lang];
    case 'id':
      return id === undefined ? undefined : [id];
    case 'status':
      return status === undefined ? undefined : [status];
    case 'type':
      return undefined;
  }
}

function sure(isSo: boolean): Answer {
  return isSo ? 'yes' : 'no';
}

function dayOf({ date }: NarrowFacts): string | undefined {
  return date?.slice(0, 'YYYY-MM-DD'.length);
}

/** Whether there are facts at all that would give a sure answer. */
export function canBeDecided(condition: Condition): boolean {
  switch (condition.kind) {
    case 'all':
    case 'any':
      return condition.of.some(canBeDecided);
    case 'not':
      return canBeDecided(condition.of);
    case 'date':
      return condition.key === 'date';
    case 'value':
      return condition.key !== 'type';
    default:
      return condition.kind === 'term' || condition.kind === 'filed';
  }
}
