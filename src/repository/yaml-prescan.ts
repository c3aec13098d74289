/**
 * A linear look at YAML before the parser sees it.
 *
 * The parser takes minutes over a few kilobytes of nested brackets, dashes or keys. Depth is what it chokes on, so depth is what is
 * counted here; a little too strict is fine, for nobody nests front matter that deep.
 */
export interface PrescanFault {
  readonly kind: 'depth' | 'tab' | 'directive' | 'several-documents';
  readonly start: number;
  readonly end: number;
}

export const yamlLimits = { depth: 32 } as const;

/** The first thing that must not reach the parser, or undefined. */
export function prescanYaml(text: string): PrescanFault | undefined {
  const depths = new DepthCounter();
  let start = 0;
  while (start < text.length) {
    const feed = text.indexOf('\n', start);
    const end = feed === -1 ? text.length : feed;
    const isMark = text.startsWith('---', start) && text.slice(start + 3, end).trim() === '';
    if (isMark && !depths.hasContent) {
      start = end + 1;
      continue;
    }
    const fault = judgeLine(text, start, end) ?? depths.line(text, start, end);
    if (fault !== undefined) return fault;
    start = end + 1;
  }
  return undefined;
}

function judgeLine(text: string, start: number, feed: number): PrescanFault | undefined {
  const first = text.charAt(start);
  const end = feed > start && text.charCodeAt(feed - 1) === 13 ? feed - 1 : feed;
  if (first === '%') return { kind: 'directive', start, end };
  if (first === '.' && /^\.\.\.[ \t\r]*$/.test(text.slice(start, Math.min(end, start + 80)))) {
    return { kind: 'several-documents', start, end };
  }
  if (first === '-' && /^---(?:[ \t\r]|$)/.test(text.slice(start, Math.min(end, start + 4)))) {
    return { kind: 'several-documents', start, end };
  }
  let at = start;
  while (text.charAt(at) === ' ') at += 1;
  return text.charAt(at) === '\t' ? tabFault(text, at, end) : undefined;
}

/** A tab before text is an indentation that YAML forbids; a line of blanks is only ugly. */
function tabFault(text: string, at: number, end: number): PrescanFault | undefined {
  return text.slice(at, end).trim() === '' ? undefined : { kind: 'tab', start: at, end: at + 1 };
}

/** Counts how deep indentation, dashes and brackets go, without understanding quotes: a bracket in a quoted text counts too. */
class DepthCounter {
  readonly #indents: number[] = [];
  #brackets = 0;

  get hasContent(): boolean {
    return this.#indents.length > 0;
  }

  line(text: string, start: number, end: number): PrescanFault | undefined {
    let at = start;
    while (text.charAt(at) === ' ') at += 1;
    if (at >= end || text.charAt(at) === '\r' || text.charAt(at) === '#') return undefined;
    const depth = this.#indentDepth(at - start) + compactSigns(text, at, end);
    const deepest = Math.max(this.#bracketDepth(text, at, end), depth);
    return deepest > yamlLimits.depth ? { kind: 'depth', start: at, end } : undefined;
  }

  #indentDepth(indent: number): number {
    while ((this.#indents.at(-1) ?? -1) > indent) this.#indents.pop();
    if ((this.#indents.at(-1) ?? -1) < indent) this.#indents.push(indent);
    return this.#indents.length;
  }

  #bracketDepth(text: string, at: number, end: number): number {
    let deepest = this.#brackets;
    for (let i = at; i < end; i++) {
      const character = text.charCodeAt(i);
      if (character === 0x5b || character === 0x7b) deepest = Math.max(deepest, ++this.#brackets);
      else if (character === 0x5d || character === 0x7d) this.#brackets = Math.max(0, this.#brackets - 1);
    }
    return deepest;
  }
}

/** Dashes and question marks in a row, each of which opens a level of its own. A tab parts them as well as a blank. */
function compactSigns(text: string, at: number, end: number): number {
  let signs = 0;
  while (at < end && (text.charAt(at) === '-' || text.charAt(at) === '?') && isBlank(text.charAt(at + 1))) {
    signs += 1;
    at += 2;
    while (isBlank(text.charAt(at))) at += 1;
  }
  return signs;
}

function isBlank(character: string): boolean {
  return character === ' ' || character === '\t';
}
