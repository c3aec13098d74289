/** The text of a post as a release can have it: its own Markdown as far as that goes, without what only its site builder understands. */
import type { Undecided } from '../../../model/importer.ts';
import { withoutControls } from '../../../text/control-characters.ts';
import { htmlComments } from '../../../text/html-comments.ts';
import { spliced } from '../../../text/spliced.ts';
import { outlineMarkdown } from '../../../text/markdown-outline.ts';
import { isHarmfulAddress } from '../../html/safe-address.ts';
import { withoutBuilderMarks } from './builder-marks.ts';
import { withoutHtml } from './clean-html.ts';
import { markdownOfHtml } from './html-to-markdown.ts';
import { withoutLiquid } from './liquid.ts';
import { glimpse, Tally, type BodyRemarks } from './remarks.ts';

export interface PostBody {
  readonly body: string;
  readonly title: string;
  /** The source's name. */
  readonly name: string;
}

export interface CleanBody extends BodyRemarks {
  readonly body: string;
  readonly undecided: readonly Undecided[];
}

/** Cleans a body with LF at the ends of its lines. Throws PressError for HTML that grows without end. */
export function cleanBody({ body, title, name }: PostBody): CleanBody {
  const tally = new Tally();
  const undecided: Undecided[] = [];
  const plain = withoutControls(body);
  if (plain.length < body.length) tally.change('A control character was dropped', body.length - plain.length);
  const carriedOut = withoutBuilderMarks(withoutLiquid(plain, title, tally), /\.mdx$/i.test(name), tally);
  const shown = /\.html?$/i.test(name)
    ? markdownOfHtml(carriedOut, name, tally)
    : withoutHtml(withoutOpenComments(carriedOut, undecided), { name, tally });
  const safe = withoutHarmfulLinks(shown, tally);
  return {
    body: withoutFence(safe.replace(/^(?:[ \t]*\n)+/, '').trimEnd(), tally),
    undecided: [...undecided, ...tally.undecided],
    ...tally.result(),
  };
}

/** A comment that nothing closes would hide all that follows, from everybody and for ever. */
function withoutOpenComments(text: string, undecided: Undecided[]): string {
  const open = [...htmlComments(text)].find(({ isClosed }) => !isClosed);
  if (open === undefined) return text;
  const hidden = text.slice(open.start);
  undecided.push({
    key: 'body',
    value: glimpse(hidden),
    origin: 'text',
    message: `«<!--» begins a comment that nothing closes, before «${glimpse(hidden.replaceAll('<!--', ''))}». The signs were left out, and the words are in the text.`,
    hint: 'Look whether readers shall have these words.',
  });
  return text.slice(0, open.start) + hidden.replace(/<!--[ \t]*\n?/g, '');
}

/** Links with addresses that no release may have become their words. */
export function withoutHarmfulLinks(text: string, tally: Tally): string {
  if (!/\]\(|\]:|<[a-z][a-z0-9+.-]*:/i.test(text) || !/[a-z]:/i.test(text)) return text;
  const { links } = outlineMarkdown(text);
  const harmful = links.filter(({ target }) => isHarmfulAddress(target));
  if (harmful.length === 0) return text;
  for (const { target } of harmful)
    tally.change(`A link to «${glimpse(target)}» became its words: no release may have such an address`);
  const outer = harmful.filter(({ whole }, at) => at === 0 || whole.start >= (harmful[at - 1]?.whole.end ?? 0));
  return spliced(
    text,
    outer.map(({ whole, text: words, kind }) => ({
      ...whole,
      text:
        kind === 'definition'
          ? ''
          : kind === 'autolink'
            ? `\`${text.slice(words.start, words.end)}\``
            : text.slice(words.start, words.end),
    })),
  );
}

/** A text that begins with three dashes would be taken for front matter by others. */
function withoutFence(text: string, tally: Tally): string {
  const fence = /^(?:-{3,}|\+{3,}|;{3,})[ \t]*(?=\n|$)/.exec(text);
  if (fence === null) return text;
  tally.change('The line of dashes at the top of the text is written as ***');
  return `${fence[0].startsWith('-') ? '***' : `\\${fence[0]}`}${text.slice(fence[0].length)}`;
}
