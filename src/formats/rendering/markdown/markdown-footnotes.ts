/** Footnotes of a text, `[^label]` and `[^label]: what it says`, apart from the text that refers to them. */
import type { MarkdownIt, StateInline, Token } from 'markdown-it';
import readFootnotes from 'markdown-it-footnote';

/** A text and its footnotes by label; of two footnotes with one label the first counts, as with links. */
export interface FootnotedTokens {
  readonly text: readonly Token[];
  readonly footnotes: ReadonlyMap<string, readonly Token[]>;
}

// With an end to it, because every `[^` of a text without a `]` is looked at up to there.
const REFERENCE = /\[\^([^\s\]]{1,100})\]/y;

/** Teaches a parser footnotes. Their order and addresses are the renderer's business. */
export function withFootnotes(parser: MarkdownIt): MarkdownIt {
  parser.use(readFootnotes);
  // `^[text]` can be nested without end, and copying all footnotes for each of them takes long.
  parser.disable(['footnote_inline', 'footnote_tail']);
  parser.inline.ruler.at('footnote_ref', readReference);
  return parser;
}

/** Takes the footnotes out of the tokens of a whole text. */
export function separateFootnotes(tokens: readonly Token[]): FootnotedTokens {
  const text: Token[] = [];
  const footnotes = new Map<string, Token[]>();
  const open: Token[][] = [];
  for (const token of tokens) {
    if (token.type === 'footnote_reference_open') {
      const footnote: Token[] = [];
      const label = labelOf(token);
      if (!footnotes.has(label)) footnotes.set(label, footnote);
      open.push(footnote);
    } else if (token.type === 'footnote_reference_close') open.pop();
    else (open.at(-1) ?? text).push(token);
  }
  return { text, footnotes };
}

/** The label of a footnote, or of a reference to one. */
export function labelOf(token: Token): string {
  return String(token.meta?.['label']);
}

function readReference(state: StateInline, silent: boolean): boolean {
  REFERENCE.lastIndex = state.pos;
  const [reference = '', label = ''] = REFERENCE.exec(state.src) ?? [];
  const end = state.pos + reference.length;
  if (reference === '' || end > state.posMax || !isDefined(label, state)) return false;
  if (!silent) state.push('footnote_ref', '', 0).meta = { label };
  state.pos = end;
  return true;
}

function isDefined(label: string, { env }: StateInline): boolean {
  const found = env['footnotes'];
  if (typeof found !== 'object' || found === null || !('refs' in found)) return false;
  return typeof found.refs === 'object' && found.refs !== null && Object.hasOwn(found.refs, `:${label}`);
}
