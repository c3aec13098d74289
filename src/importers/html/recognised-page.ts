/** A page of which nobody has said where things stand: its release is known by its form. */
import type { PageFacts } from '../page/describe-release.ts';
import { describeAll } from '../page/entries.ts';
import { findRelease, type FoundRelease } from '../page/find-release.ts';
import type { Passage } from '../page/passage.ts';
import { droppedRemarks } from '../page/remarks.ts';
import type { SourceRelease } from '../../model/importer.ts';
import { candidatesOf, elementsWithHeadline, type Candidate } from './main-content.ts';
import { dayOf, type HeadFacts } from './page-facts.ts';
import type { HtmlElement } from './parse-html.ts';
import { passagesOfHtml } from './passages-of-html.ts';

export interface RecognisedPage {
  readonly name: string;
  readonly elements: readonly HtmlElement[];
  readonly head: HeadFacts;
  /** What is not looked at. */
  readonly skip?: ReadonlySet<HtmlElement>;
}

/** The release of a page, or the several that it shows; none where it shows none. Throws PressError where they cannot be told apart. */
export function recogniseReleases(page: RecognisedPage): readonly SourceRelease[] {
  const best = bestReading(page);
  return best === undefined ? [] : describeAll(best, best.facts, page.name);
}

interface Reading {
  readonly found: FoundRelease;
  readonly passages: readonly Passage[];
  readonly facts: PageFacts;
}

/** The part of the page that says most about its release; of two that say as much, the narrower one. */
function bestReading(page: RecognisedPage): Reading | undefined {
  const withHeadline = elementsWithHeadline(page.elements);
  let best: Reading | undefined;
  for (const candidate of candidatesOf(page.elements, withHeadline)) {
    const reading = readPart(candidate, page, withHeadline);
    if (reading !== undefined && (best === undefined || reading.found.statements.length > best.found.statements.length))
      best = reading;
  }
  return best;
}

function readPart(
  { root, isMain }: Candidate,
  { head, skip }: RecognisedPage,
  withHeadline: ReadonlySet<HtmlElement>,
): Reading | undefined {
  const { passages, times, ...dropped } = passagesOfHtml(root, {
    url: head.url,
    isMain,
    withHeadline,
    ...(skip !== undefined && { skip }),
  });
  const found = findRelease(passages, head.headline);
  if (found === undefined) return undefined;
  const date = head.date ?? onlyTime(times);
  return { found, passages, facts: { url: head.url, lang: head.lang, date, changed: droppedRemarks(dropped) } };
}

/** The one day that all `time` elements agree on. */
function onlyTime(times: readonly string[]): HeadFacts['date'] {
  const days = new Set(times.flatMap((time) => dayOf(time.trim()) ?? []));
  const [day] = days;
  return day !== undefined && days.size === 1
    ? { value: day, origin: 'time of the page', confidence: 'likely' }
    : undefined;
}
