import { outlineOf, plainOutlineOf } from '../model/body-outline.ts';
import type { Manuscript, OffsetFix } from '../model/manuscript.ts';
import { quoted } from '../model/quoting.ts';
import type { Finding, Rule } from '../model/rule.ts';
import { sampleRelease } from '../model/sample-release.ts';
import { textUnder } from '../model/text-key.ts';
import { fold } from '../text/fold.ts';
import { endOfLine } from '../text/line-ends.ts';
import type { MarkdownBlock } from '../text/markdown-block.ts';

/** What moves many headings at once is for a person who looks at each: a text of more is no release. */
const MOST_MOVED = 200;

const begin = 'BAKU, 16 November 2009 - A course for election observers opened in Baku today.\n\n';

/** The page’s own title is the heading of level 1. Headings inside quotes and lists belong to what is quoted. */
export const headingLevel: Rule = {
  id: 'heading-level',
  topic: 'text',
  severity: 'info',
  scope: 'manuscript',
  summary: 'A heading has a level that does not follow from the one above it.',
  mends: { review: 'Gives the heading, and those that belong to it, the level that follows.' },
  why:
    'The title is the heading of the whole page, so headings in the text begin with «##», and the ones below them with «###». People who have ' +
    'pages read aloud find their way by these levels, and a second main heading or a missing level sends them astray.',
  examples: [
    {
      wrong: sampleRelease({}, `${begin}# Programme\n\nIt has three parts.\n`),
      right: sampleRelease({}, `${begin}## Programme\n\nIt has three parts.\n`),
    },
    {
      wrong: sampleRelease({}, `${begin}## Programme\n\n#### First day\n\nOpening.\n`),
      right: sampleRelease({}, `${begin}## Programme\n\n### First day\n\nOpening.\n`),
    },
  ],
  mayFind: (manuscript) =>
    plainOutlineOf(manuscript) === undefined && mayHoldHeading(manuscript.text, manuscript.bodyStart),
  *check(manuscript): Generator<Finding> {
    const every = outlineOf(manuscript).blocks.filter(isHeading);
    for (const heading of every) if (!hasWords(heading)) yield endMark(heading, manuscript);
    const headings = every.filter(hasWords);
    let above = 1;
    for (const [index, heading] of headings.entries()) {
      const finding = judge(manuscript, { headings, index, above });
      if (finding !== undefined) yield finding;
      above = Math.max(heading.level, 2);
    }
  },
};

/** A line that begins with one of the signs that make headings, or underline them. */
function mayHoldHeading(text: string, from: number): boolean {
  // Ends of lines of other kinds: then the line is not looked for.
  if (text.includes('\r', from)) return /(?:^|[\r\n])[ \t]*[#=-]/.test(text.slice(from));
  for (let start = from; start < text.length; start = endOfLine(text, start) + 1) {
    let at = start;
    while (text.charAt(at) === ' ' || text.charAt(at) === '\t') at += 1;
    if ('#=-'.includes(text.charAt(at) || ' ')) return true;
  }
  return false;
}

interface Heading extends MarkdownBlock {
  readonly level: number;
}

interface Place {
  readonly headings: readonly Heading[];
  readonly index: number;
  /** The level of the heading above; 1 for the page’s own. */
  readonly above: number;
}

function isHeading(block: MarkdownBlock): block is Heading {
  return block.kind === 'heading' && block.level !== undefined && block.depth === 0;
}

function hasWords({ content }: Heading): boolean {
  return content.some(({ start, end }) => end > start);
}

/** «###» ends a release on paper; in Markdown it is a heading that nobody sees. */
function endMark({ start, end }: Heading, { text }: Manuscript): Finding {
  return {
    start,
    end,
    message: `${quoted(text.slice(start, end))} makes a heading without words, and readers see nothing of it.`,
    hint: 'Take it out; for a sign that readers shall see, put a backslash before it.',
    fix: { title: 'Put a backslash before it', safety: 'review', edits: [{ start, end: start, text: '\\' }] },
  };
}

function judge(manuscript: Manuscript, place: Place): Finding | undefined {
  const { headings, index, above } = place;
  const heading = headings[index];
  if (heading === undefined) return undefined;
  if (heading.level === 1) return mainHeading(manuscript, place, heading);
  if (heading.level <= above + 1) return undefined;
  const what = index === 0 ? 'The first heading of the text' : `The heading ${named(manuscript, heading)}`;
  const follows = index === 0 ? 'begin with 2' : `go on with ${above + 1} behind one of level ${above}`;
  return {
    ...signsOf(manuscript.text, heading),
    message: `${what} has level ${heading.level}; headings ${follows}.`,
    hint: `Write «${'#'.repeat(above + 1)}».`,
    ...lowered(manuscript, place, above + 1),
  };
}

function mainHeading(manuscript: Manuscript, place: Place, heading: Heading): Finding {
  const { text } = manuscript;
  const words = text.slice(heading.content[0]?.start, heading.content.at(-1)?.end);
  const signs = signsOf(text, heading);
  if (fold(words) === fold(textUnder(manuscript, 'title') ?? ''))
    return {
      ...signs,
      message: `The heading ${named(manuscript, heading)} repeats the title, which stands above the text anyway.`,
      hint: 'Take the heading out.',
      severity: 'warning',
      fix: {
        title: 'Take the heading out',
        safety: 'review',
        edits: [{ start: heading.start, end: heading.end, text: '' }],
      },
    };
  return {
    ...signs,
    message: `${named(manuscript, heading)} is a heading of level 1, and that is the title of the page.`,
    hint: 'In the text, headings begin with level 2: write «##».',
    severity: 'warning',
    ...lowered(manuscript, place, 2),
  };
}

function named({ text }: Manuscript, { content }: Heading): string {
  return quoted(text.slice(content[0]?.start, content.at(-1)?.end));
}

/** The signs of a heading; of one that is underlined, its words. */
function signsOf(text: string, { start, level, content }: Heading): { start: number; end: number } {
  if (text.charAt(start) === '#') return { start, end: start + level };
  return { start, end: content.at(-1)?.end ?? start };
}

/** Moves the heading to a level, and the ones that belong to it or stand beside it as far; nothing where these are too many. */
function lowered({ text }: Manuscript, { headings, index }: Place, level: number): Pick<Finding, 'fix'> {
  const first = headings[index];
  if (first === undefined) return {};
  const distance = level - first.level;
  const moved = [first];
  for (let at = index + 1; at < headings.length; at += 1) {
    const heading = headings[at];
    if (heading === undefined || heading.level < first.level || (distance > 0 && heading.level === first.level)) break;
    if (moved.length === MOST_MOVED) return {};
    moved.push(heading);
  }
  if (distance > 0 && moved[1]?.level !== 2) moved.length = 1;
  const isPlain = moved.every((heading) => text.charAt(heading.start) === '#' && heading.level + distance <= 6);
  if (!isPlain) return level === 2 && moved.length === 1 && first.level === 1 ? underlined(text, first) : {};
  const edits = moved.map((heading) => ({
    ...signsOf(text, heading),
    text: '#'.repeat(heading.level + distance),
  }));
  const title = moved.length === 1 ? `Write ${'#'.repeat(level)}` : `Move ${moved.length} headings`;
  const fix: OffsetFix = { title, safety: 'review', edits };
  return { fix };
}

/** A heading that is underlined with `=` gets hyphens. */
function underlined(text: string, { end }: Heading): Pick<Finding, 'fix'> {
  let start = end;
  while (text.charAt(start - 1) === '=') start -= 1;
  return {
    fix: {
      title: 'Underline it with hyphens',
      safety: 'review',
      edits: [{ start, end, text: '-'.repeat(end - start) }],
    },
  };
}
