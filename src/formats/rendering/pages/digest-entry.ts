/** A release as a part of a digest in Markdown. */
import type { BlockContent, DefinitionContent, PhrasingContent } from 'mdast';
import type { Edition } from '../../../model/edition.ts';
import type { ClearedRelease } from '../../../model/embargo.ts';
import { inOneLine } from '../../../text/one-line.ts';
import { correctionsElements } from '../markdown/corrections-notice.ts';
import { feedText } from '../feeds/feed-text.ts';
import { inertAddress } from '../markdown/inert-markdown.ts';
import { labellerOf } from '../labels.ts';
import { linkBaseOf, nowhere } from '../markdown/link-bases.ts';
import { parseMarkdown } from '../markdown/markdown.ts';
import { markdownBlocks, markdownText, type NodePlace } from '../markdown/markdown-nodes.ts';
import { markdownOf } from '../markdown/markdown-source.ts';
import { pageWords } from './page-words.ts';
import { shownDate } from './shown-date.ts';
import { shownTitle } from './shown-title.ts';
import { unpublishedMark } from '../unpublished-mark.ts';

type Block = BlockContent | DefinitionContent;

/** A function that writes a release, with its number in the digest: heading, date, place and source, and its text below. */
export function digestEntryMaker(edition: Edition, depth: 2 | 3): (release: ClearedRelease, number: number) => string {
  const labelsOf = labellerOf(edition);
  const { language } = pageWords(edition.lang);
  const authors = [...edition.taxonomy.facets.values()].filter(({ judged }) => judged === 'author');
  return (release, number) => {
    const sources = authors.flatMap(({ property }) => labelsOf(release, property)).map(({ label }) => label);
    const date = release.date === undefined ? '' : shownDate(release.date, language);
    const facts = [date, release.places.join(', '), sources.join(', ')]
      .filter((text) => text.trim() !== '')
      .join(' · ');
    const blocks: Block[] = [{ type: 'heading', depth, children: headingOf(release, edition) }];
    if (facts !== '') blocks.push({ type: 'paragraph', children: markdownText(inOneLine(facts)) });
    return markdownOf([...blocks, ...textOf(release, edition, { level: depth, footnotes: `${number}-` })]);
  };
}

function headingOf(release: ClearedRelease, { settings }: Edition): PhrasingContent[] {
  const mark = unpublishedMark(release);
  const title = markdownText(shownTitle(release));
  const base = linkBaseOf(release, settings);
  const heading: PhrasingContent[] =
    base === nowhere ? title : [{ type: 'link', url: inertAddress(base.address), children: title }];
  // In front, where neither a narrow window nor a quick copy loses it.
  return mark === undefined ? heading : [...markdownText(`[${mark}] `), ...heading];
}

function textOf(release: ClearedRelease, { content, settings }: Edition, place: NodePlace): Block[] {
  if (content === 'none') return [];
  const base = linkBaseOf(release, settings);
  const notice = markdownBlocks(correctionsElements(release), place);
  const summary =
    release.summary ?? (content === 'full' ? '' : (feedText(release, { ...base, content }).summary ?? ''));
  const opening = summaryBlocks(summary);
  const body = content === 'full' ? parseMarkdown(release.body).elements(base) : [];
  return [...notice, ...opening, ...markdownBlocks(body, place)];
}

function summaryBlocks(summary: string): Block[] {
  const children = markdownText(inOneLine(summary));
  return children.length === 0 ? [] : [{ type: 'paragraph', children }];
}
