/** The list in which a page says what the release is: «Date:», «Place:», «Source:» and what follows each. */
import { headingMeaning, type KnownHeading } from '../../model/page-headings.ts';
import { oneLine } from './one-line.ts';
import { entriesOf, isText, textOfPassage, type Entry, type Passage } from './passage.ts';

/** One heading of the list with its values; no value is an empty list. */
export interface Statement {
  /** Without its colon. */
  readonly heading: string;
  readonly meaning: KnownHeading | undefined;
  readonly values: readonly string[];
  /** Where it stood, when that is no list of the page. */
  readonly origin?: string;
  /** The heading names no facet, and any may have the words. */
  readonly isOfAnyFacet?: true;
  readonly confidence?: 'likely';
}

const LONGEST_HEADING = 60;

/** Reads entries as headings with values: a heading ends in a colon, or carries its value behind it («Place: Baku»). */
export function readStatements(entries: readonly Entry[]): Statement[] {
  const statements: { heading: string; values: string[] }[] = [];
  for (const entry of entries) {
    const text = oneLine(entry.text);
    if (text === '') continue;
    const open = statements.at(-1);
    const begun = begin({ ...entry, text }, open !== undefined && open.values.length === 0);
    if (begun !== undefined) statements.push(begun);
    else open?.values.push(text);
  }
  return statements.map(({ heading, values }) => ({ heading, meaning: headingMeaning(heading), values }));
}

const TELLING: ReadonlySet<string> = new Set(['date', 'place', 'facet']);

/** Whether entries are such a list: two known headings, or one that menus do not have («Language:», «Contact:» they do). */
function isMetadata(entries: readonly Entry[]): boolean {
  const asked = readStatements(entries).flatMap(({ meaning }) => (meaning === undefined ? [] : [meaning.asks]));
  return asked.length > 1 || asked.some((question) => TELLING.has(question));
}

/** Whether a passage is such a list, as list, definitions or table. */
export function isMetadataList(passage: Passage): boolean {
  const isMadeOfParts = passage.kind === 'list' || passage.kind === 'definitions' || passage.kind === 'table';
  return isMadeOfParts && isMetadata(entriesOf(passage));
}

/** Whether a line on its own asks or answers one of the known questions: «Place:», «Date: 16 November 2009». */
export function isStatement(passage: Passage): boolean {
  if (!isText(passage)) return false;
  const begun = begin({ text: oneLine(textOfPassage(passage)), isHeading: false }, false);
  return begun !== undefined && headingMeaning(begun.heading) !== undefined;
}

/** The statements of one passage. */
export function statementsOf(passage: Passage | undefined): Statement[] {
  return passage === undefined ? [] : readStatements(entriesOf(passage));
}

/**
 * What an entry begins; undefined when it is a value. A colon inside the value that a heading waits for belongs to the value,
 * unless the words before it are a known heading.
 */
function begin({ text, isHeading }: Entry, isAwaited: boolean): { heading: string; values: string[] } | undefined {
  const colon = text.search(/[:：]/);
  if (colon === -1) return isHeading ? { heading: text, values: [] } : undefined;
  const heading = text.slice(0, colon).trim();
  const value = text.slice(colon + 1).trim();
  if (heading === '' || heading.length > LONGEST_HEADING) return undefined;
  if (value === '') return { heading, values: [] };
  return isHeading || !isAwaited || headingMeaning(heading) !== undefined ? { heading, values: [value] } : undefined;
}
