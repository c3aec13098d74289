/** Importer: a page of an institution's site as it was saved, in HTML. */
import type { Importer, ImportSource, SourceRelease } from '../model/importer.ts';
import { PressError } from '../model/press-error.ts';
import { candidatesOf, elementsWithHeadline, type Candidate } from './html/main-content.ts';
import { foreignXml, knownXml, looksLikeHtml } from './html/looks-like-html.ts';
import { dayOf, headFacts, requireUtf8, type HeadFacts } from './html/page-facts.ts';
import { parseHtml, type HtmlElement } from './html/parse-html.ts';
import { passagesOfHtml } from './html/passages-of-html.ts';
import { elementsIn } from './html/tree.ts';
import { describeRelease, type PageFacts } from './page/describe-release.ts';
import { findRelease, type FoundRelease } from './page/find-release.ts';
import { droppedRemarks } from './page/remarks.ts';

export const pageHtml: Importer = {
  id: 'page-html',
  summary: 'a page saved from a site: headline, a list such as «Date:» and «Place:», the text',
  extensions: ['html', 'htm', 'xhtml'],
  onlyWhenNamed: false,
  recognise: ({ text }) => (looksLikeHtml(text) ? 0.9 : 0),
  read: (source) => [readPage(source)],
  mistakes: ({ text }) => foreignXml(text),
};

function readPage(source: ImportSource): SourceRelease {
  const other = knownXml(source.text);
  if (other !== undefined) throw notAPage(source.name, `is ${other}, and no page`);
  const document = parseHtml(source.text, source.name);
  const elements = elementsIn(document);
  requireUtf8(elements, source);
  const head = headFacts(document, elements);
  const best = bestReading(elements, head);
  if (best !== undefined) return describeRelease(best.found, best.facts, source.name);
  throw notAPage(source.name, 'holds no release that press recognises');
}

function notAPage(name: string, what: string): PressError {
  return new PressError('nothing-imported', `«${name}» ${what}.`, {
    hint: 'A page has a headline (h1), near it a list such as «Date:», «Place:» or a line «Press release», then the text.',
  });
}

interface Reading {
  readonly found: FoundRelease;
  readonly facts: PageFacts;
}

/** The part of the page that says most about its release; of two that say as much, the narrower one. */
function bestReading(elements: readonly HtmlElement[], head: HeadFacts): Reading | undefined {
  const withHeadline = elementsWithHeadline(elements);
  let best: Reading | undefined;
  for (const candidate of candidatesOf(elements, withHeadline)) {
    const reading = readPart(candidate, { head, withHeadline });
    if (reading !== undefined && (best === undefined || reading.found.statements.length > best.found.statements.length))
      best = reading;
  }
  return best;
}

interface Surroundings {
  readonly head: HeadFacts;
  readonly withHeadline: ReadonlySet<HtmlElement>;
}

function readPart({ root, isMain }: Candidate, { head, withHeadline }: Surroundings): Reading | undefined {
  const { passages, times, ...dropped } = passagesOfHtml(root, {
    url: head.url,
    isMain,
    withHeadline,
  });
  const found = findRelease(passages, head.headline);
  if (found === undefined) return undefined;
  const facts = {
    url: head.url,
    lang: head.lang,
    date: head.date ?? onlyTime(times),
    changed: droppedRemarks(dropped),
  };
  return { found, facts };
}

/** The one day that all `time` elements agree on. */
function onlyTime(times: readonly string[]): HeadFacts['date'] {
  const days = new Set(times.flatMap((time) => dayOf(time.trim()) ?? []));
  const [day] = days;
  return day !== undefined && days.size === 1 ? { value: day, origin: 'time of the page' } : undefined;
}
