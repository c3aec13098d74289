/** Where characters of a text stand in the YAML that it was written in: quotes, escapes and line breaks lie between. */
import type { Span } from './manuscript.ts';

/** The place in the source of a stretch of the value; both count from their beginnings. Undefined where it cannot be told. */
export function placeInScalar(source: string, value: string, { start, end }: Span): Span | undefined {
  const offsets = offsetsOf(source, value);
  const [from, last] = [offsets?.[start], offsets?.[end - 1]];
  return from === undefined || last === undefined ? undefined : { start: from, end: last + 1 };
}

/** For each character of the value, where it stands in the source; an escape stands where it begins. */
function offsetsOf(source: string, value: string): number[] | undefined {
  const quote = source.charAt(0);
  const style = quote === '"' || quote === "'" ? quote : /^[|>]/.test(source) ? 'block' : 'plain';
  let from = style === 'block' ? source.indexOf('\n') : style === 'plain' ? 0 : 1;
  const offsets: number[] = [];
  for (let at = 0; at < value.length; at += 1) {
    const found = stepTo(source, from, { wanted: value.charAt(at), quote: style });
    if (found === undefined) return undefined;
    offsets.push(found.at);
    from = found.next;
  }
  return offsets;
}

interface Wanted {
  readonly wanted: string;
  readonly quote: '"' | "'" | 'block' | 'plain';
}

/** The next character that is the wanted one; blanks and line breaks of the source may lie before it, as they are folded. */
function stepTo(source: string, from: number, { wanted, quote }: Wanted): { at: number; next: number } | undefined {
  let at = from;
  // A blank of the value is any stretch of blanks in the source.
  if (/\s/.test(wanted)) return /\s/.test(source.charAt(at)) ? { at, next: at + 1 } : undefined;
  while (at < source.length && /\s/.test(source.charAt(at))) at += 1;
  if (quote === "'" && wanted === "'") return source.startsWith("''", at) ? { at, next: at + 2 } : undefined;
  const isEscaped =
    quote === '"' && source.charAt(at) === '\\' && source.charAt(at + 1) === wanted && /["\\/]/.test(wanted);
  if (isEscaped) return { at, next: at + 2 };
  return source.charAt(at) === wanted ? { at, next: at + 1 } : undefined;
}
