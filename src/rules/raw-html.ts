import { outlineOf, type BodyOutline } from '../model/body-outline.ts';
import type { Manuscript, OffsetFix } from '../model/manuscript.ts';
import { quoted } from '../model/quoting.ts';
import type { Finding, Rule } from '../model/rule.ts';
import { sampleRelease } from '../model/sample-release.ts';
import { isHtmlName } from '../text/html-names.ts';
import type { HtmlTag } from '../text/html-tag.ts';

const dateline = 'BAKU, 16 November 2009 - ';
type Edit = OffsetFix['edits'][number];

export const rawHtml: Rule = {
  id: 'raw-html',
  topic: 'text',
  severity: 'warning',
  scope: 'manuscript',
  summary: 'The text holds a tag of HTML.',
  mends: { review: 'Writes bold, italic, links and line breaks as Markdown does.' },
  why:
    'The text of a release is Markdown, and press passes no HTML on: a tag could carry a program into somebody’s page. Readers would see ' +
    'the tag itself, with its brackets, and what it was meant to do is lost. Comments are notes of the house, and are not meant.',
  examples: [
    {
      wrong: sampleRelease({}, `${dateline}A course for <b>election observers</b> opened.\n`),
      right: sampleRelease({}, `${dateline}A course for **election observers** opened.\n`),
    },
    {
      wrong: sampleRelease({}, `${dateline}See the <a href="https://press.example.org/map/">map</a>.\n`),
      right: sampleRelease({}, `${dateline}See the [map](https://press.example.org/map/).\n`),
    },
  ],
  needs: { words: ['<'] },
  *check(manuscript): Generator<Finding> {
    if (!manuscript.text.includes('<', manuscript.bodyStart)) return;
    const outline = outlineOf(manuscript);
    for (const tags of byName(manuscript, outline.tags).values()) {
      const [first] = tags;
      if (first !== undefined) yield told(manuscript, { first, tags, outline });
    }
  },
};

const families: ReadonlyMap<string, string> = new Map([
  ...['tbody', 'thead', 'tfoot', 'tr', 'td', 'th', 'caption', 'colgroup', 'col'].map(
    (name) => [name, 'table'] as const,
  ),
  ...['ul', 'ol', 'li', 'dl', 'dt', 'dd'].map((name) => [name, 'list'] as const),
]);

/** One finding a name is enough, and one for all the parts of tables: imported pages have hundreds of tags. */
function byName({ text }: Manuscript, tags: readonly HtmlTag[]): Map<string, HtmlTag[]> {
  const named = new Map<string, HtmlTag[]>();
  for (const tag of tags) {
    const name = tag.name === '' ? text.slice(tag.start, tag.start + 2) : (families.get(tag.name) ?? tag.name);
    const known = named.get(name);
    if (known === undefined) named.set(name, [tag]);
    else known.push(tag);
  }
  return named;
}

interface Named {
  readonly first: HtmlTag;
  readonly tags: readonly HtmlTag[];
  readonly outline: BodyOutline;
}

function told(manuscript: Manuscript, { first, tags, outline }: Named): Finding {
  const { start, end, name } = first;
  const written = quoted(manuscript.text.slice(start, end));
  const opened = tags.filter((tag) => !tag.isClosing && tag.name === name).length;
  const often = opened > 1 ? ` (${opened} times in this text)` : '';
  if (name !== '' && !isHtmlName(name))
    return {
      start,
      end,
      message: `${written} looks like a tag of HTML${often}, and other programs leave it out.`,
      hint: 'If readers shall see it, put a backslash before the «<».',
    };
  const edits = markdownFor(manuscript, { tags, outline });
  const isAnchor = name === 'a' && !/href/i.test(manuscript.text.slice(start, end));
  return {
    start,
    end,
    message: `${written} is HTML${often}: press passes none on, so readers would see the tag itself.`,
    hint: isAnchor
      ? anchor
      : (hints.get(families.get(name) ?? name) ?? 'Take the tag out, or write in Markdown what it was for.'),
    ...(edits === undefined ? {} : { fix: { title: 'Write it in Markdown', safety: 'review' as const, edits } }),
  };
}

const anchor = 'Take the tag out: press keeps no places to jump to within a text.';

const hints: ReadonlyMap<string, string> = new Map([
  ['b', 'Write **bold** in Markdown.'],
  ['strong', 'Write **bold** in Markdown.'],
  ['i', 'Write *italic* in Markdown.'],
  ['em', 'Write *italic* in Markdown.'],
  ['br', 'For a new line, write a backslash at the end of this one; for a new paragraph, leave a line empty.'],
  ['a', 'Write [the words](https://the-address) in Markdown.'],
  ['img', 'Write ![what it shows](https://the-address) in Markdown.'],
  ['table', 'Write the table in Markdown: | a | b | for a row, and |---|---| below the first one.'],
  ['list', 'Write the list in Markdown: a hyphen and a blank before each point.'],
  ['p', 'In Markdown an empty line begins a new paragraph: take the tags out.'],
]);

/** The changes that put Markdown in the place of every tag of a name; undefined when that is not plain. */
function markdownFor({ text }: Manuscript, { tags, outline }: Omit<Named, 'first'>): Edit[] | undefined {
  const edits: Edit[] = [];
  for (let index = 0; index < tags.length; index++) {
    const opening = tags[index];
    const closing = tags[index + 1];
    if (opening === undefined || !isInParagraph(outline, opening)) return undefined;
    if (opening.name === 'br') {
      edits.push({
        ...place(opening),
        text: /^[ \t]*(?:\r?\n|$)/.test(text.slice(opening.end, opening.end + 80))
          ? '\\'
          : `\\${text.includes('\r\n') ? '\r\n' : '\n'}`,
      });
      continue;
    }
    const pair = closing === undefined ? undefined : pairFor(text, opening, closing);
    if (pair === undefined) return undefined;
    edits.push(...pair);
    index += 1;
  }
  return edits;
}

function pairFor(text: string, opening: HtmlTag, closing: HtmlTag): Edit[] | undefined {
  const words = text.slice(opening.end, closing.start);
  if (
    opening.isClosing ||
    !closing.isClosing ||
    words === '' ||
    words !== words.trim() ||
    /\n\s*\n|[*[\]<>]/.test(words)
  )
    return undefined;
  const signs = opening.name === 'a' ? linkSigns(text.slice(opening.start, opening.end)) : emphasis.get(opening.name);
  if (signs === undefined) return undefined;
  return [
    { ...place(opening), text: signs[0] },
    { ...place(closing), text: signs[1] },
  ];
}

const emphasis: ReadonlyMap<string, readonly [string, string]> = new Map([
  ['b', ['**', '**']],
  ['strong', ['**', '**']],
  ['i', ['*', '*']],
  ['em', ['*', '*']],
]);

/** Only for a tag that says an address, and nothing else. */
function linkSigns(tag: string): [string, string] | undefined {
  const [, double, single] = /^<a\s+href=(?:"([^"\s()<>\\]+)"|'([^'\s()<>\\]+)')\s*>$/i.exec(tag) ?? [];
  const address = double ?? single;
  return address === undefined ? undefined : ['[', `](${address})`];
}

function isInParagraph({ blocks }: BodyOutline, { start, end }: HtmlTag): boolean {
  return blocks.some(
    (block) => block.kind === 'paragraph' && block.depth === 0 && block.start <= start && end <= block.end,
  );
}

function place({ start, end }: HtmlTag): Pick<Edit, 'start' | 'end'> {
  return { start, end };
}
