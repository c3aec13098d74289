/** Ways to mend what a schema finds wrong with a value, where its form says what was meant. */
import { fold } from '../text/fold.ts';
import { canonicalLanguage } from '../text/language-tag.ts';
import { nearest } from '../text/nearest.ts';
import { languageNamed } from './language-names.ts';
import { asFirstItem, asList, onlyItem, withoutEmptyEntry, withoutItem } from './list-edits.ts';
import type { DataPath, Manuscript, OffsetFix } from './manuscript.ts';
import { placeOf } from './places.ts';
import { replacement } from './replacement.ts';
import { valueAt } from './schema-sentences.ts';
import type { SchemaViolation } from './schema-violation.ts';
import { isSlipOf } from './slip.ts';

/** What every release says, or nearly every one: an empty one is to be filled in, not to be taken out. */
const expected: ReadonlySet<unknown> = new Set(['id', 'title', 'status', 'date', 'type']);

/** Lists of groups: with one group alone, the list was forgotten. */
const lists: ReadonlySet<unknown> = new Set(['contacts', 'corrections', 'attachments']);

/** The fixes of one violation, the likeliest first; none where nobody can know what was meant. */
export function schemaFixes(violation: SchemaViolation, manuscript: Manuscript): OffsetFix[] {
  const { path, keyword, params } = violation;
  const value = valueAt(manuscript.data ?? {}, path);
  if (value === null || value === '') return emptyTakenOut(manuscript, path);
  if (keyword === 'enum') return wordsMeant(manuscript, { path, value, allowed: params['allowedValues'] });
  if (keyword === 'type') return otherForm(manuscript, { path, value, wanted: [params['type']].flat() });
  if (keyword === 'pattern' && path.length === 1 && path[0] === 'lang') return languageMeant(manuscript, value);
  if (keyword === 'uniqueItems') return secondTakenOut(manuscript, path, params);
  return [];
}

function emptyTakenOut(manuscript: Manuscript, path: DataPath): OffsetFix[] {
  if (path.length === 1 && expected.has(path[0])) return [];
  return fixes('Take the empty key out', 'review', withoutEmptyEntry(manuscript, path));
}

interface Word {
  readonly path: DataPath;
  readonly value: unknown;
  readonly allowed: unknown;
}

/** A status decides whether a release is public, so a person says what was meant. */
function wordsMeant(manuscript: Manuscript, { path, value, allowed }: Word): OffsetFix[] {
  if (typeof value !== 'string' || !Array.isArray(allowed)) return [];
  const words = allowed.filter((word) => typeof word === 'string');
  const near = nearest(value, words);
  const slips = near.filter((word) => fold(word) === fold(value) || isSlipOf(value, word));
  const isSure = slips.length === 1 && path[0] !== 'status';
  const place = placeOf(manuscript, path);
  return (slips.length === 1 ? slips : near).map((word) => replacement(place, word, isSure ? 'safe' : 'review'));
}

interface Form {
  readonly path: DataPath;
  readonly value: unknown;
  readonly wanted: readonly unknown[];
}

/** A value where a list is wanted, a list of one where a value is, a number in quotes where a number is. */
function otherForm(manuscript: Manuscript, { path, value, wanted }: Form): OffsetFix[] {
  const place = placeOf(manuscript, path);
  if (isGroup(value) && wanted.includes('array') && lists.has(path[0])) {
    const edits = asFirstItem(manuscript, place);
    return edits === undefined ? [] : [{ title: 'Make a list of it', safety: 'safe', edits }];
  }
  if (typeof value === 'string' && wanted.includes('array') && !lists.has(path[0]))
    return fixes('Make a list of it', 'safe', asList(manuscript, place));
  if (Array.isArray(value) && value.length === 1 && typeof value[0] === 'string' && wanted.includes('string'))
    return fixes('Take it out of the list', 'safe', onlyItem(manuscript, path, 0));
  if (typeof value === 'string' && /^[1-9]\d{0,14}$/.test(value) && wanted.includes('integer'))
    return fixes('Take the quotes off', 'safe', { ...place, text: value });
  return [];
}

/** `en_GB` is how other programs write `en-GB`, and «English» how people do. */
function languageMeant(manuscript: Manuscript, value: unknown): OffsetFix[] {
  if (typeof value !== 'string') return [];
  const tag = languageNamed(value) ?? canonicalLanguage(value.replaceAll('_', '-'));
  // Words of up to eight letters are tags to BCP 47, though nobody has registered one.
  return tag === undefined || !/^[A-Za-z]{2,3}(?:-|$)/.test(tag)
    ? []
    : [replacement(placeOf(manuscript, ['lang']), tag, 'safe')];
}

function isGroup(value: unknown): boolean {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function secondTakenOut(manuscript: Manuscript, path: DataPath, { i, j }: SchemaViolation['params']): OffsetFix[] {
  if (typeof i !== 'number' || typeof j !== 'number') return [];
  return fixes('Take the second one out', 'safe', withoutItem(manuscript, path, Math.max(i, j)));
}

function fixes(title: string, safety: OffsetFix['safety'], edit: OffsetFix['edits'][number] | undefined): OffsetFix[] {
  return edit === undefined ? [] : [{ title, safety, edits: [edit] }];
}
