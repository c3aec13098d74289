/** The options that choose releases: the same on every command that does, and facets are options because taxonomy.yaml says so. */
import type { CommandOption, OptionValues } from '../../model/command.ts';
import { PressError } from '../../model/press-error.ts';
import type { Wish } from '../../model/selection.ts';
import type { Facet } from '../../model/taxonomy.ts';
import { labelOf } from '../../model/term-names.ts';
import { terminalSafe } from '../../text/terminal-safe.ts';

const which = 'Which releases:';
const facetGroup = 'Terms of the vocabulary:';

export const selectionOptions: readonly CommandOption[] = [
  { flags: '--exact', summary: 'leave narrower terms out', group: facetGroup },
  { flags: '--from <date>', summary: 'from this day, month or year on (2009, 2009-11, 2009-11-16)', group: which },
  { flags: '--to <date>', summary: 'up to and with this day, month or year', group: which },
  { flags: '--place <city>', summary: 'datelined there', group: which, repeatable: true },
  { flags: '--lang <tag>', summary: 'in this language (en, ru)', group: which, repeatable: true },
  { flags: '--type <type>', summary: 'of this type (press-release, statement)', group: which, repeatable: true },
  { flags: '--status <status>', summary: 'with this status', group: which, repeatable: true },
  { flags: '--text <words>', summary: 'with these words in title, summary or body', group: which },
  {
    flags: '--where <query>',
    summary: 'that answer a query: "field:elections AND date>=2009"',
    group: which,
    repeatable: true,
  },
  { flags: '--explain', summary: 'say on stderr how the selection was understood', group: which },
  { flags: '--sort <key>', summary: 'by date, title, place or id; -date is newest first', group: which },
  { flags: '--limit <n>', summary: 'at most so many', group: which },
  { flags: '--offset <n>', summary: 'leave the first so many out', group: which },
  { flags: '--include-unpublished', summary: 'with drafts, holds and embargoed releases, marked', group: which },
  { flags: '--as-of <instant>', summary: 'as it was public at an earlier moment', group: which },
];

/** An option for each facet; for a selection, one more that excludes. */
export function facetOptions(facets: readonly Facet[], use: 'selection' | 'answers'): CommandOption[] {
  return facets.flatMap((facet) => {
    const label = terminalSafe(labelOf(facet.label, 'en').toLowerCase());
    const chosen = use === 'selection' ? `${label}: any word that finds the term` : label;
    const include: CommandOption = {
      flags: `--${facet.name} <term>`,
      summary: chosen,
      group: facetGroup,
      repeatable: true,
    };
    if (use === 'answers') return [include];
    return [
      include,
      { flags: `--not-${facet.name} <term>`, summary: `without this ${label}`, group: facetGroup, repeatable: true },
    ];
  });
}

/** The words given for each facet, by facet name: repeated options and commas both mean «any of». */
export function facetWords(options: OptionValues, facets: Iterable<Facet>, prefix = ''): Map<string, string[]> {
  const words = new Map<string, string[]>();
  for (const facet of facets) {
    const given = listOption(options, camelCased(`${prefix}${facet.name}`)).flatMap((value) => value.split(','));
    const cleaned = given.map((word) => word.trim()).filter((word) => word !== '');
    if (cleaned.length > 0) words.set(facet.name, cleaned);
  }
  return words;
}

/** The selection options as a wish. Throws PressError for an option without a value. */
export function wishFrom(options: OptionValues, facets: Iterable<Facet>): Wish {
  const all = [...facets];
  const optional = (key: 'from' | 'to' | 'text' | 'sort' | 'limit' | 'offset'): object => {
    const value = options[key];
    return typeof value === 'string' ? { [key]: value } : {};
  };
  return {
    terms: filledWords(options, all, ''),
    notTerms: filledWords(options, all, 'not-'),
    exact: options['exact'] === true,
    place: filledList(options, 'place'),
    lang: filledList(options, 'lang').flatMap(divided),
    type: filledList(options, 'type').flatMap(divided),
    status: filledList(options, 'status').flatMap(divided),
    where: listOption(options, 'where'),
    ...optional('from'),
    ...optional('to'),
    ...optional('text'),
    ...optional('sort'),
    ...optional('limit'),
    ...optional('offset'),
  };
}

/** A variable of a script that is not set must not turn a selection into everything. */
function filledWords(options: OptionValues, facets: readonly Facet[], prefix: string): Map<string, string[]> {
  const isEmpty = (value: string): boolean => /^[\s,]*$/.test(value);
  const empty = facets.find(({ name }) => listOption(options, camelCased(`${prefix}${name}`)).some(isEmpty));
  if (empty !== undefined) throw emptyValue(`${prefix}${empty.name}`);
  return facetWords(options, facets, prefix);
}

function filledList(options: OptionValues, key: string): string[] {
  const values = listOption(options, key);
  if (values.some((value) => value.trim() === '')) throw emptyValue(key);
  return values;
}

/** Values that hold no commas themselves. A city may: «Washington, D.C.». */
function divided(value: string): string[] {
  return value
    .split(',')
    .map((word) => word.trim())
    .filter((word) => word !== '');
}

function emptyValue(name: string): PressError {
  return new PressError('usage', `«--${name}» has no value, and without one it would mean everything.`, {
    hint: 'Name what you are looking for, or leave the option out.',
  });
}

/** The values of a repeatable option. */
export function listOption(options: OptionValues, key: string): string[] {
  const value = Object.hasOwn(options, key) ? options[key] : undefined;
  if (typeof value === 'string') return [value];
  return Array.isArray(value) ? (value as string[]) : [];
}

function camelCased(name: string): string {
  return name.replace(/-([a-z0-9])/g, (_, letter: string) => letter.toUpperCase());
}
