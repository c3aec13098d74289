/** Instructions of site builders among words: `{{ … }}`, `{% … %}`, `{{< … >}}`. */

export interface TemplateExpression {
  readonly kind: 'output' | 'tag' | 'shortcode';
  readonly start: number;
  readonly end: number;
}

const CLOSINGS: ReadonlyMap<string, string> = new Map([
  ['output', '}}'],
  ['tag', '%}'],
]);

// An instruction is a line or two; what is not closed by then is underlined at its opening sign alone.
const LONGEST = 500;

/** A blank line, or the next instruction. */
const NEVER_INSIDE = /\n[ \t\r]*\n|\{[{%]/;

/** The instructions in a stretch of a text, in order. */
export function* templateExpressionsIn(text: string, from: number, to: number): Generator<TemplateExpression> {
  for (let at = text.indexOf('{', from); at !== -1 && at < to - 1;) {
    const expression = expressionAt(text, at, to);
    if (expression !== undefined) yield expression;
    at = text.indexOf('{', expression?.end ?? at + 1);
  }
}

function expressionAt(text: string, start: number, to: number): TemplateExpression | undefined {
  const second = text.charAt(start + 1);
  if (second === '%') return closed(text, { kind: 'tag', start, to });
  if (second !== '{') return undefined;
  const third = text.charAt(start + 2);
  return closed(text, { kind: third === '<' || third === '%' ? 'shortcode' : 'output', start, to });
}

function closed(
  text: string,
  { kind, start, to }: { readonly kind: TemplateExpression['kind']; readonly start: number; readonly to: number },
): TemplateExpression {
  const sign = CLOSINGS.get(kind) ?? '}}';
  const ahead = text.slice(start + 2, Math.min(to, start + LONGEST));
  const last = ahead.search(NEVER_INSIDE);
  const within = last === -1 ? ahead : ahead.slice(0, last);
  const close = within.indexOf(sign);
  return { kind, start, end: start + 2 + (close === -1 ? 0 : close + sign.length) };
}
