/** What it is about a release that makes it answer a condition, or keeps it from it: a few words each, for people. */
import { matches, type Condition, type TermCondition, type ValueKey } from './condition.ts';
import { quoted, quotedList } from './quoting.ts';
import type { Release } from './release.ts';
import { standsIn } from './release-state.ts';

/** `its field «elections»`, `no country`: of an answered condition all that answers it, of another what is in the way. Each once. */
export function decidingFacts(condition: Condition, release: Release): string[] {
  return [...new Set(factsOf(condition, release))];
}

function factsOf(condition: Condition, release: Release): string[] {
  switch (condition.kind) {
    case 'all':
    case 'any':
      return decidingParts(condition, release).flatMap((part) => factsOf(part, release));
    case 'not':
      return factsOf(condition.of, release);
    case 'term':
      return [termFact(condition, release)];
    case 'filed':
      return [named([condition.facet, condition.property], release.terms.get(condition.property) ?? [])];
    case 'has':
      return [`${standsIn(condition.key, release) ? 'its' : 'no'} ${condition.key}`];
    case 'state':
      return [`it is ${matches(condition, release) ? '' : 'not '}${stateWords[condition.state]}`];
    case 'date':
      return [named([condition.key], [release[condition.key]?.text ?? []].flat())];
    case 'value':
      return [named(keyWords[condition.key], valuesOf(release, condition.key))];
    case 'text':
      return [
        `${matches(condition, release) ? '' : 'no '}${quoted(condition.phrase)} in its ${condition.only ?? 'text'}`,
      ];
  }
}

/** Of «all» one that fails decides, of «any» one that holds; otherwise every part has its share. */
function decidingParts(
  condition: Extract<Condition, { readonly of: readonly Condition[] }>,
  release: Release,
): readonly Condition[] {
  const decides = condition.kind === 'any';
  const deciding = condition.of.filter((part) => matches(part, release) === decides);
  return deciding.length > 0 ? deciding : condition.of;
}

function termFact(condition: TermCondition, release: Release): string {
  const ids = release.terms.get(condition.property) ?? [];
  const counting = matches(condition, release) ? ids.filter((id) => condition.counting.has(id)) : [];
  const fact = named([condition.facet, condition.property], counting.length > 0 ? counting : ids);
  const isAnother = counting.length > 0 && !counting.includes(condition.id);
  return isAnother ? `${fact}, which counts as ${quoted(condition.id)}` : fact;
}

const MOST_NAMED = 4;

/** One of something, and several of it. */
type Noun = readonly [one: string, several?: string];

/** `its field «education»`, `its fields «education» and «youth»`, `no country`. */
function named([one, several = one]: Noun, values: readonly string[]): string {
  if (values.length === 0) return `no ${one}`;
  const word = values.length === 1 ? one : several;
  if (values.length <= MOST_NAMED) return `its ${word} ${quotedList(values, 'and')}`;
  const shown = values.slice(0, MOST_NAMED).map(quoted).join(', ');
  return `its ${word} ${shown} and ${values.length - MOST_NAMED} more`;
}

const keyWords = {
  place: ['place', 'places'],
  lang: ['language'],
  type: ['type'],
  status: ['status'],
  id: ['id'],
} as const satisfies Readonly<Record<ValueKey, Noun>>;

function valuesOf(release: Release, key: ValueKey): readonly string[] {
  return key === 'place' ? release.places : [release[key]];
}

const stateWords = {
  embargoed: 'under embargo',
  updated: 'updated',
  corrected: 'corrected',
  translation: 'a translation',
} as const;
