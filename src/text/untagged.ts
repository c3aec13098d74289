/**
 * Text of HTML or XML without its tags, for whoever looks for words: a tag inside a word, or around some, parts nothing; every other one
 * parts words. What stands in comments, scripts and CDATA stays, because it is read as well by whoever looks for it.
 */
import { Rewriting, type RewrittenText } from './rewritten-text.ts';

/** Elements that stand within words, those of office documents among them. */
const INLINE: ReadonlySet<string> = new Set(
  (
    'a abbr acronym b bdi bdo big cite code data del dfn em font i ins kbd mark q rb rp rt ruby s samp small span strike strong sub sup ' +
    'time tt u var wbr text:span text:a a:r a:t a:rpr'
  ).split(' '),
);
/** Of word processors, which cut words into runs. */
const WORD_RUN = /^w:(?!p$|tab$|br$|cr$|tc$|tr$)/;
const MARKS = ['<!--', '<![CDATA['];
const LONGEST_NAME = 32;

/** Undefined for text without a tag. Linear, also for tags that never end. */
export function untagged(text: string): RewrittenText | undefined {
  const rewriting = new Rewriting(text);
  const tags = new TagEnds(text);
  for (let at = text.indexOf('<'); at !== -1;) {
    const end = endOfSign(text, at) ?? tags.endOf(at);
    if (end !== undefined) rewriting.replace(at, end, isInline(text, at) ? '' : ' ');
    at = text.indexOf('<', end ?? at + 1);
  }
  return rewriting.finish();
}

/** The end of a sign that only opens something: what it opens stays. */
function endOfSign(text: string, at: number): number | undefined {
  const mark = MARKS.find((each) => text.startsWith(each, at));
  return mark === undefined ? undefined : at + mark.length;
}

function isInline(text: string, at: number): boolean {
  const [, name = ''] = /^<\/?([A-Za-z][A-Za-z0-9:.-]*)/.exec(text.slice(at, at + LONGEST_NAME)) ?? [];
  const small = name.toLowerCase();
  return INLINE.has(small) || WORD_RUN.test(small);
}

class TagEnds {
  readonly #text: string;
  /** The next `>`, as far as somebody has looked. */
  #close = 0;
  /** How many characters may still be looked at for the sake of quotes. */
  #patience: number;

  constructor(text: string) {
    this.#text = text;
    this.#patience = 8 * text.length + 4096;
  }

  /** Behind the `>` of the tag that begins at an offset; undefined where none does. */
  endOf(at: number): number | undefined {
    const text = this.#text;
    if (!/[A-Za-z/!?]/.test(text.charAt(at + 1))) return undefined;
    if (this.#close !== -1 && this.#close <= at) this.#close = text.indexOf('>', at);
    if (this.#close === -1) return undefined;
    return this.#behindQuotes(at, this.#close) ?? this.#close + 1;
  }

  /** A `>` in the value of an attribute ends no tag. Undefined where quotes lead nowhere. */
  #behindQuotes(at: number, first: number): number | undefined {
    const text = this.#text;
    let quote = '';
    let from = at;
    for (let end = first; end !== -1 && this.#patience > 0; end = text.indexOf('>', end + 1)) {
      for (; from < end; from += 1) {
        const sign = text.charAt(from);
        if (quote === '' && (sign === '"' || sign === "'")) quote = sign;
        else if (sign === quote) quote = '';
        if (sign === '<' && quote === '' && from > at) return undefined;
      }
      this.#patience -= end - at;
      if (quote === '') return end + 1;
    }
    return undefined;
  }
}
