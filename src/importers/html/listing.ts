/** A page that lists releases: elements of one form beside each other, each with a headline and a day. */
import type { SourceRelease, Stated } from '../../model/importer.ts';
import { describeRelease, type PageFacts } from '../page/describe-release.ts';
import { findRelease } from '../page/find-release.ts';
import { oneLine } from '../page/one-line.ts';
import { isAside, isText, textOfPassage, type Passage } from '../page/passage.ts';
import { droppedRemarks } from '../page/remarks.ts';
import { isSiteLine } from '../page/site-parts.ts';
import { readDate } from '../page/stated-date.ts';
import { withoutDebris } from './debris.ts';
import { dayOf, type HeadFacts } from './page-facts.ts';
import type { HtmlElement } from './parse-html.ts';
import { passagesOfHtml } from './passages-of-html.ts';
import { isAbsolute } from './safe-address.ts';
import { attributeOf, parentOf } from './tree.ts';

const entryElements: ReadonlySet<string> = new Set(['article', 'li', 'div', 'section', 'tr']);
const HEADING = /^h[1-5]$/;
const MOST_ENTRIES = 1000;

/** The entries of a page that lists several: at least two, all with a headline and a day; none where it shows no list. */
export function entriesOf(elements: readonly HtmlElement[]): readonly HtmlElement[] {
  let most: readonly HtmlElement[] = [];
  for (const group of groupsOf(elements)) if (group.length > most.length) most = group;
  return most.length > 1 && most.length <= MOST_ENTRIES && most.every(hasDay) ? most : [];
}

/** Elements with a headline inside that are called the same and stand right inside the same one. */
function groupsOf(elements: readonly HtmlElement[]): Iterable<readonly HtmlElement[]> {
  const groups = new Map<HtmlElement, Map<string, HtmlElement[]>>();
  for (const element of withHeading(elements)) {
    const parent = parentOf(element);
    if (parent === undefined || !entryElements.has(element.tagName)) continue;
    const name = `${element.tagName} ${attributeOf(element, 'class') ?? ''}`;
    const beside = groups.get(parent) ?? new Map<string, HtmlElement[]>();
    groups.set(parent, beside);
    const group = beside.get(name);
    if (group === undefined) beside.set(name, [element]);
    else group.push(element);
  }
  return [...groups.values()].flatMap((beside) => [...beside.values()]);
}

function withHeading(elements: readonly HtmlElement[]): ReadonlySet<HtmlElement> {
  const found = new Set<HtmlElement>();
  for (const element of elements) {
    if (!HEADING.test(element.tagName)) continue;
    for (let above = parentOf(element); above !== undefined && !found.has(above); above = parentOf(above))
      found.add(above);
  }
  return found;
}

function hasDay(entry: HtmlElement): boolean {
  const { passages, times } = read(entry, undefined);
  return dayIn(passages, times) !== undefined || findRelease(withHeadline(passages)) !== undefined;
}

function read(entry: HtmlElement, url: string | undefined): ReturnType<typeof passagesOfHtml> {
  return passagesOfHtml(entry, { url, isMain: true, isText: true, withHeadline: new Set<never>() });
}

/** The first headline of an entry is the headline of a release. */
function withHeadline(passages: readonly Passage[]): Passage[] {
  const first = passages.findIndex(({ kind }) => kind === 'heading');
  return passages.map((passage, at) =>
    passage.kind === 'heading' && at === first ? { ...passage, level: 1 } : passage,
  );
}

function dayIn(passages: readonly Passage[], times: readonly string[]): Stated | undefined {
  const [time] = times.flatMap((each) => dayOf(each.trim()) ?? []);
  if (time !== undefined) return { value: time, origin: 'time of the entry' };
  for (const passage of passages) {
    const date = isText(passage) ? readDate(oneLine(textOfPassage(passage))) : undefined;
    if (date !== undefined && 'date' in date)
      return { value: date.date, origin: 'line of the entry', confidence: 'likely' };
  }
  return undefined;
}

/** Reads one entry: a release where its text stands there, a teaser where the text is behind a link; undefined where it has neither. */
export function readEntry(entry: HtmlElement, head: HeadFacts): SourceRelease | undefined {
  const { passages, times, ...dropped } = read(entry, head.url);
  const clean = withHeadline(withoutDebris(passages).text);
  const link = linkOf(clean);
  const date = dayIn(clean, times);
  const facts = {
    url: link !== undefined && isAbsolute(link) ? link : undefined,
    lang: head.lang,
    date,
    changed: droppedRemarks(dropped),
  };
  const texts = clean.filter((passage) => !isAside(passage) && !isOfTeaser(passage));
  const found = findRelease(clean) ?? (date === undefined ? undefined : plainRelease(clean, texts));
  if (found === undefined) return undefined;
  const isTeaser = link !== undefined && texts.length < 2 && found.statements.length === 0;
  return isTeaser ? teaserOf(clean, texts, facts) : describeRelease(found, facts);
}

/** An entry that says its day elsewhere than in a list or a dateline. */
function plainRelease(passages: readonly Passage[], body: readonly Passage[]): ReturnType<typeof findRelease> {
  const headline = passages.find(({ kind }) => kind === 'heading');
  if (headline === undefined || body.length === 0) return undefined;
  return {
    title: { text: textOfPassage(headline), where: headline.where },
    typeLine: undefined,
    statements: [],
    dateLines: [],
    body,
    siteParts: [],
    doubtful: [],
    isFollowed: false,
  };
}

/** Headline, day and «Read more» of an entry. */
function isOfTeaser(passage: Passage): boolean {
  if (passage.kind === 'heading' && passage.level === 1) return true;
  if (isSiteLine(passage)) return true;
  return isText(passage) && readDate(oneLine(textOfPassage(passage))) !== undefined;
}

function linkOf(passages: readonly Passage[]): string | undefined {
  const headline = passages.find(({ kind }) => kind === 'heading');
  if (headline?.kind !== 'heading') return undefined;
  for (const piece of headline.pieces) if (piece !== 'break' && piece.marks.href !== undefined) return piece.marks.href;
  return undefined;
}

const TEASER = 'Only a teaser stands on this page. Save the page with the text, and import that.';

function teaserOf(
  passages: readonly Passage[],
  texts: readonly Passage[],
  facts: PageFacts,
): SourceRelease | undefined {
  const found = plainRelease(passages, texts);
  if (found === undefined) return undefined;
  const release = describeRelease(found, facts);
  const [first] = texts;
  const summary = {
    value: oneLine(first === undefined ? '' : textOfPassage(first)),
    origin: 'text of the entry',
    confidence: 'likely' as const,
  };
  return { ...release, summary, body: '', notes: [TEASER] };
}
