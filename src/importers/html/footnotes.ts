/** Footnotes of a page: a small mark that links to a note further down on the same page. */
import type { HtmlElement } from './parse-html.ts';
import { attributeOf, elementsIn, firstElementsIn, parentOf, wordsIn } from './tree.ts';

/** Which elements of a text are footnotes, and which are their marks; the notes are numbered in the order of their first marks. */
export interface Footnotes {
  /** Links that are marks, with the label of their note. */
  readonly marks: ReadonlyMap<HtmlElement, string>;
  /** Notes with their labels. */
  readonly notes: ReadonlyMap<HtmlElement, string>;
  /** Addresses (`#…`) of the marks: a link from a note to one of them leads back. */
  readonly backs: ReadonlySet<string>;
}

export const noFootnotes: Footnotes = { marks: new Map(), notes: new Map(), backs: new Set() };

const MARK = /^[[(]?(?:\d{1,3}|[ivx]{1,5}|[a-z]|[*†‡§]{1,3})[\])]?$/i;
const LONGEST_NOTE = 4000;
const MOST_MARKS = 2000;
const MOST_INSIDE_MARK = 6;
const MOST_INSIDE_NOTE = 300;

/**
 * The footnotes inside an element. What is not beyond doubt is none: the mark is raised or in brackets, its note is a paragraph or an
 * item of a list below it, holds no headline, and is no longer than a page.
 */
export function footnotesIn(root: HtmlElement): Footnotes {
  const elements = elementsIn(root);
  const candidates = elements.filter(isMark).slice(0, MOST_MARKS);
  if (candidates.length === 0) return noFootnotes;
  const order = new Map(elements.map((element, at) => [element, at]));
  const targets = targetsIn(elements);
  const marks = new Map<HtmlElement, string>();
  const notes = new Map<HtmlElement, string>();
  for (const mark of candidates) {
    const note = targets.get(fragmentOf(mark));
    if (note === undefined || !isBelow(note, mark, order) || !isNote(note)) continue;
    const label = notes.get(note) ?? String(notes.size + 1);
    notes.set(note, label);
    marks.set(mark, label);
  }
  return { marks, notes: withoutNested(notes), backs: backsOf(marks.keys()) };
}

function isMark(element: HtmlElement): boolean {
  if (element.tagName !== 'a' || !(attributeOf(element, 'href') ?? '').startsWith('#')) return false;
  const inside = firstElementsIn(element, MOST_INSIDE_MARK);
  if (inside.length === MOST_INSIDE_MARK) return false;
  const words = wordsIn(element, 12);
  if (!MARK.test(words)) return false;
  return /^[[(*†‡§]/.test(words) || parentOf(element)?.tagName === 'sup' || inside.some(isRaised);
}

function isRaised({ tagName }: HtmlElement): boolean {
  return tagName === 'sup';
}

function fragmentOf(link: HtmlElement): string {
  return (attributeOf(link, 'href') ?? '').slice(1);
}

/** Paragraphs and items by the addresses inside the page that lead to them. */
function targetsIn(elements: readonly HtmlElement[]): ReadonlyMap<string, HtmlElement> {
  const targets = new Map<string, HtmlElement>();
  for (const element of elements) {
    const id = attributeOf(element, 'id') ?? (element.tagName === 'a' ? attributeOf(element, 'name') : undefined);
    const note = id === undefined ? undefined : blockAround(element);
    if (id !== undefined && note !== undefined && !targets.has(id)) targets.set(id, note);
  }
  return targets;
}

const noteElements: ReadonlySet<string> = new Set(['li', 'p', 'div', 'dd']);
const FARTHEST_BLOCK = 4;

function blockAround(element: HtmlElement): HtmlElement | undefined {
  let around: HtmlElement | undefined = element;
  for (let step = 0; step < FARTHEST_BLOCK && around !== undefined; step += 1) {
    if (noteElements.has(around.tagName)) {
      const outer = parentOf(around);
      return around.tagName === 'p' && outer?.tagName === 'li' ? outer : around;
    }
    around = parentOf(around);
  }
  return undefined;
}

function isBelow(note: HtmlElement, mark: HtmlElement, order: ReadonlyMap<HtmlElement, number>): boolean {
  return (order.get(note) ?? -1) > (order.get(mark) ?? Infinity);
}

function isNote(element: HtmlElement): boolean {
  const inside = firstElementsIn(element, MOST_INSIDE_NOTE);
  if (inside.length === MOST_INSIDE_NOTE) return false;
  const words = wordsIn(element, LONGEST_NOTE);
  return (
    words !== '' && !words.endsWith('…') && !inside.some(({ tagName }) => /^(?:h[1-6]|table|ul|ol)$/.test(tagName))
  );
}

/** Of a note inside another one, only the outer is one. */
function withoutNested(notes: ReadonlyMap<HtmlElement, string>): ReadonlyMap<HtmlElement, string> {
  const inner = new Set([...notes.keys()].flatMap((note) => firstElementsIn(note, MOST_INSIDE_NOTE).slice(1)));
  return new Map([...notes].filter(([note]) => !inner.has(note)));
}

function backsOf(marks: Iterable<HtmlElement>): ReadonlySet<string> {
  const backs = new Set<string>();
  for (const mark of marks) {
    for (const element of [mark, parentOf(mark)]) {
      const id = element === undefined ? undefined : (attributeOf(element, 'id') ?? attributeOf(element, 'name'));
      if (id !== undefined && id !== '') backs.add(`#${id}`);
    }
  }
  return backs;
}
