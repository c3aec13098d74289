/**
 * Where on a page the release is: its headline, the list that says what it is, its text, and where the site's own parts begin.
 *
 * The page is known by its form, never by its words: a headline, near it a list with headings such as «Date:» and «Place:» or
 * a line that names the kind of release, then the text.
 */
import { parseDateline } from '../../model/dateline.ts';
import { typeOfWords } from '../../model/page-headings.ts';
import { isMetadataList, isStatement, statementsOf, type Statement } from './metadata.ts';
import { oneLine } from './one-line.ts';
import { readOpening } from './opening.ts';
import { isAside, isText, textOfPassage, type Passage } from './passage.ts';
import { bodyEnd, isSentenceText, isSiteLine } from './site-parts.ts';

export interface FoundRelease {
  /** As it stands there. */
  readonly title: { readonly text: string; readonly where: string; readonly confidence?: 'likely' };
  /** The line that names the kind of release, as written. */
  readonly typeLine: { readonly text: string; readonly where: string } | undefined;
  readonly statements: readonly Statement[];
  /** Lines near the headline that are a date and nothing else. */
  readonly dateLines: readonly string[];
  readonly body: readonly Passage[];
  /** What stands around the text and was taken for the site's own. */
  readonly siteParts: readonly Passage[];
  /** What stands after the text and may belong to it: a person has to look. */
  readonly doubtful: readonly Passage[];
  /** Whether a second release begins below. */
  readonly isFollowed: boolean;
}

/** The release of a page; undefined when the page has none. `headline` is the page's own, where it has no heading. */
export function findRelease(
  everything: readonly Passage[],
  headline?: { text: string; where: string },
): FoundRelease | undefined {
  const passages = everything.filter((passage) => !isAside(passage));
  const lists = passages.flatMap((passage, at) => (isMetadataList(passage) ? [at] : []));
  const title =
    titleIn(passages, lists) ?? (headline === undefined ? undefined : { ...headline, confidence: 'likely', at: -1 });
  if (title === undefined) return undefined;
  const typeAt = typeLineNear(passages, title.at);
  const opening = readOpening(passages, Math.max(title.at, typeAt) + 1);
  const above = [...listsBefore(passages, { lists, end: title.at }), ...opening.statements];
  const late = above.length > 0 ? undefined : lateList(passages, { lists, start: opening.end });
  const statements = late === undefined ? above : statementsOf(passages[late]);
  const rest = passages.filter((_, at) => at >= opening.end && at !== late);
  const { end, sure } = bodyEnd(rest, passages.slice(0, Math.max(title.at, 0)));
  const doubtful = rest.slice(end, sure).filter((passage) => !isSiteLine(passage));
  const body = withAsides(everything, { body: rest.slice(0, end), above: passages[title.at], below: rest[end] });
  if (!isRelease({ statements, body }, typeAt !== -1)) return undefined;
  const siteParts = [...opening.siteParts, ...rest.slice(end)];
  const around = { title, typeLine: typeLineAt(passages, typeAt), dateLines: opening.dateLines };
  return {
    ...around,
    statements,
    body,
    siteParts,
    doubtful,
    isFollowed: rest.some((_, at) => beginsRelease(rest, at)),
  };
}

interface Bounds {
  readonly body: readonly Passage[];
  /** The last passage that is certainly above the body, and the first one below it; undefined where there is none. */
  readonly above: Passage | undefined;
  readonly below: Passage | undefined;
}

/** A body with what stands beside it: pictures under the headline belong to it as well. */
function withAsides(everything: readonly Passage[], { body, above, below }: Bounds): Passage[] {
  const kept = new Set(body);
  const start = above === undefined ? 0 : everything.indexOf(above) + 1;
  const end = below === undefined ? everything.length : everything.indexOf(below);
  return everything.slice(start, end).filter((passage) => kept.has(passage) || isAside(passage));
}

function typeLineAt(passages: readonly Passage[], at: number): FoundRelease['typeLine'] {
  const line = passages[at];
  return line === undefined ? undefined : { text: oneLine(textOfPassage(line)), where: line.where };
}

/** Whether a line names the kind of a release and a list of what it is follows. */
export function beginsRelease(passages: readonly Passage[], at: number): boolean {
  const line = passages[at];
  return line !== undefined && isTypeLine(line) && passages.slice(at + 1, at + 4).some(isMetadataList);
}

/** A text makes a release when its page says what it is, or the text itself where and when it was issued. */
function isRelease({ statements, body }: Pick<FoundRelease, 'statements' | 'body'>, hasTypeLine: boolean): boolean {
  const head = headOf(body);
  if (head === '') return false;
  return statements.length > 0 || parseDateline(head) !== undefined || (hasTypeLine && body.length > 1);
}

/** The beginning of a text in plain words: as much as a dateline may need. */
export function headOf(body: readonly Passage[]): string {
  return body
    .filter(isText)
    .slice(0, 4)
    .map((passage) => textOfPassage(passage).trim())
    .join('\n\n');
}

interface Title {
  readonly text: string;
  readonly where: string;
  /** A line that stands where headlines do, and is marked as none. */
  readonly confidence?: 'likely';
  readonly at: number;
}

const MOST_LISTS = 50;

/** The page's main heading; else the line before the list; else the line after the one that names the kind of release. */
function titleIn(passages: readonly Passage[], lists: readonly number[]): Title | undefined {
  const main = passages.flatMap((passage, at) => (passage.kind === 'heading' && passage.level === 1 ? [at] : []));
  const [firstList = passages.length] = lists;
  const heading = main.findLast((at) => at < firstList) ?? main[0];
  if (heading !== undefined) return titleAt(passages, heading);
  for (const list of lists.slice(0, MOST_LISTS)) {
    const title = titleBefore(passages, list);
    if (title !== undefined) return title;
  }
  return titleAfterType(passages) ?? titleBeforeDateline(passages);
}

const LONGEST_TITLE = 300;

/** A page that shows nothing but a text with a dateline: the line right above it. A sentence there is no headline. */
function titleBeforeDateline(passages: readonly Passage[]): Title | undefined {
  const at = passages.findIndex(
    (passage) => passage.kind === 'paragraph' && startsWithDateline(textOfPassage(passage)),
  );
  const before = passages[at - 1];
  if (before === undefined || !isText(before)) return undefined;
  const words = oneLine(textOfPassage(before));
  return words.length > LONGEST_TITLE || /[.:;]$/.test(words) ? undefined : titleAt(passages, at - 1);
}

function startsWithDateline(text: string): boolean {
  const dateline = isSentenceText(text) ? parseDateline(text.trim()) : undefined;
  return dateline?.start === 0 && dateline.cities.length > 0 && dateline.day !== undefined;
}

function titleBefore(passages: readonly Passage[], list: number): Title | undefined {
  const first = firstStatementLine(passages, list);
  // Only lines that name the kind may stand between the headline and its list.
  let at = first - 1;
  for (let line = passages[at]; line !== undefined && isTypeLine(line); line = passages[at]) at -= 1;
  const headline = passages[at];
  return headline !== undefined && isText(headline) ? titleAt(passages, at) : undefined;
}

/** A list may be made of lines and bullets mixed; its first line is what counts. */
function firstStatementLine(passages: readonly Passage[], list: number): number {
  let at = list;
  for (let before = passages[at - 1]; before !== undefined && isStatement(before); before = passages[at - 1]) at -= 1;
  return at;
}

function titleAfterType(passages: readonly Passage[]): Title | undefined {
  for (const [at, passage] of passages.entries()) {
    const next = passages[at + 1];
    if (!isTypeLine(passage) || next === undefined || !isText(next) || isStatement(next)) continue;
    const follows = passages.slice(at + 2, at + 5);
    if (
      follows.some(
        (later) => isStatement(later) || (isText(later) && parseDateline(textOfPassage(later)) !== undefined),
      )
    ) {
      return titleAt(passages, at + 1);
    }
  }
  return undefined;
}

function titleAt(passages: readonly Passage[], at: number): Title | undefined {
  const passage = passages[at];
  const text = passage === undefined ? '' : textOfPassage(passage);
  if (passage === undefined || oneLine(text) === '') return undefined;
  return { text, where: passage.where, at, ...(passage.kind !== 'heading' && { confidence: 'likely' as const }) };
}

const FARTHEST_TYPE_LINE = 3;

/** The nearest line around the headline that names the kind of release; -1 when there is none. */
function typeLineNear(passages: readonly Passage[], title: number): number {
  if (title === -1) return -1;
  for (let distance = 1; distance <= FARTHEST_TYPE_LINE; distance += 1) {
    const before = passages[title - distance];
    if (before !== undefined && isTypeLine(before)) return title - distance;
  }
  const after = passages[title + 1];
  return after !== undefined && isTypeLine(after) ? title + 1 : -1;
}

function listsBefore(
  passages: readonly Passage[],
  { lists, end }: { lists: readonly number[]; end: number },
): Statement[] {
  return lists.filter((at) => at < end).flatMap((at) => statementsOf(passages[at]));
}

/**
 * A list beside or below the text, where the page has none above it. It must ask for something of the vocabulary: a list of
 * day, place and time inside a text is about an event.
 */
function lateList(
  passages: readonly Passage[],
  { lists, start }: { lists: readonly number[]; start: number },
): number | undefined {
  const asksForTerm = ({ meaning }: Statement): boolean => meaning?.asks === 'facet';
  return lists.find((at) => at >= start && statementsOf(passages[at]).some(asksForTerm));
}

function isTypeLine(passage: Passage): boolean {
  return isText(passage) && typeOfWords(textOfPassage(passage)) !== undefined;
}
