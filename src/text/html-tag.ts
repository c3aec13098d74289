/** Tags of HTML as CommonMark §6.6 reads them in a Markdown text. */

export interface HtmlTag {
  /** In small letters; empty for `<?…?>`, `<!…>` and CDATA. */
  readonly name: string;
  readonly isClosing: boolean;
  readonly start: number;
  readonly end: number;
}

const NAME = /[A-Za-z][A-Za-z0-9-]*/y;
const ATTRIBUTE = /[A-Za-z_:][A-Za-z0-9_.:-]*/y;

/** Reads tags of one text. What one attempt has learnt spares the next one: the whole stays linear. */
export class HtmlTagReader {
  readonly #text: string;
  /** Where a sign stands next, as far as somebody has looked. */
  readonly #known = new Map<string, number>();
  #patience: number;

  constructor(text: string) {
    this.#text = text;
    this.#patience = 16 * text.length + 4096;
  }

  /** The tag that begins with the `<` at an offset and ends before `limit`; undefined when there is none. */
  at(start: number, limit: number): HtmlTag | undefined {
    const text = this.#text;
    const second = text.charAt(start + 1);
    if (second === '?' || second === '!') return this.#declaration(start, limit);
    const isClosing = second === '/';
    const from = start + (isClosing ? 2 : 1);
    const afterName = endOf(NAME, text, from);
    if (afterName === -1 || afterName > limit) return undefined;
    const end = isClosing ? this.#close(afterName, limit) : this.#attributes(afterName, limit);
    if (end === -1) return undefined;
    return { name: text.slice(from, afterName).toLowerCase(), isClosing, start, end };
  }

  #declaration(start: number, limit: number): HtmlTag | undefined {
    const sign = declarationEnd(this.#text, start);
    if (sign === undefined) return undefined;
    const end = this.#find(sign, start + 2);
    if (end === -1 || end + sign.length > limit) return undefined;
    return { name: '', isClosing: false, start, end: end + sign.length };
  }

  #find(sign: string, from: number): number {
    const known = this.#known.get(sign);
    if (known !== undefined && (known === -1 || known >= from)) return known;
    const found = this.#text.indexOf(sign, from);
    this.#known.set(sign, found);
    return found;
  }

  #close(from: number, limit: number): number {
    const at = this.#blanks(from, limit);
    return at < limit && this.#text.charAt(at) === '>' ? at + 1 : -1;
  }

  // An attempt that fails may be repeated from a later «<» over the same characters: the work spent so is limited.
  #attributes(from: number, limit: number): number {
    if (this.#patience < 0) return -1;
    let at = from;
    for (;;) {
      const next = this.#blanks(at, limit);
      const end = tagEnd(this.#text, next, limit);
      if (end !== -1) return end;
      const after = next === at ? -1 : this.#attribute(next, limit);
      if (after === -1) {
        this.#patience -= next - from;
        return -1;
      }
      at = after;
    }
  }

  /** The offset after `name`, `name=value`, `name="value"`; -1 when there is none. */
  #attribute(from: number, limit: number): number {
    const afterName = endOf(ATTRIBUTE, this.#text, from);
    if (afterName === -1 || afterName > limit) return -1;
    const sign = this.#blanks(afterName, limit);
    if (this.#text.charAt(sign) !== '=') return afterName;
    return this.#value(this.#blanks(sign + 1, limit), limit);
  }

  #value(from: number, limit: number): number {
    const quote = this.#text.charAt(from);
    if (quote === '"' || quote === "'") {
      const end = this.#text.indexOf(quote, from + 1);
      this.#patience -= (end === -1 ? this.#text.length : end) - from;
      return end === -1 || end >= limit ? -1 : end + 1;
    }
    let at = from;
    while (at < limit && !' \t\r\n"\'=<>`'.includes(this.#text.charAt(at))) at += 1;
    return at === from ? -1 : at;
  }

  #blanks(from: number, limit: number): number {
    let at = from;
    while (at < limit && ' \t\r\n'.includes(this.#text.charAt(at))) at += 1;
    return at;
  }
}

function tagEnd(text: string, at: number, limit: number): number {
  const end = at + (text.charAt(at) === '/' ? 2 : 1);
  return end <= limit && text.charAt(end - 1) === '>' ? end : -1;
}

function declarationEnd(text: string, start: number): string | undefined {
  if (text.charAt(start + 1) === '?') return '?>';
  if (text.startsWith('<![CDATA[', start)) return ']]>';
  return /[A-Za-z]/.test(text.charAt(start + 2)) ? '>' : undefined;
}

function endOf(pattern: RegExp, text: string, from: number): number {
  pattern.lastIndex = from;
  return pattern.test(text) ? pattern.lastIndex : -1;
}
