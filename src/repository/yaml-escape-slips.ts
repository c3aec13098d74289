/** Slips with backslashes in double quotes. */
import type { Span } from '../model/manuscript.ts';
import { quoted } from '../model/quoting.ts';
import type { Mend, YamlSlip } from './yaml-slip.ts';

/** Letters and signs that YAML knows behind a backslash (YAML 1.2.2 §5.7). */
const escapes = '0abt\tnvfre "/\\N_LPxuU';

/** The first backslash that begins no escape. */
export function badEscape(text: string, { start, end }: Span): YamlSlip | undefined {
  if (text.charAt(start) !== '"') return undefined;
  const bad: number[] = [];
  let isKnown = false;
  for (let at = text.indexOf('\\', start); at !== -1 && at < end; at = text.indexOf('\\', at + 2)) {
    if (escapes.includes(text.charAt(at + 1))) isKnown = true;
    else bad.push(at);
  }
  const [first] = bad;
  if (first === undefined) return undefined;
  return {
    start,
    end: first + 2,
    message: `A backslash in double quotes begins an escape, and YAML knows no ${quoted(text.slice(first, first + 2))}.`,
    hint: "Write the backslash twice, or use single quotes: 'text'.",
    mend: escapeMend(text, { start, end }, isKnown ? bad : []),
  };
}

/** Single quotes, in which backslashes are letters; where some are meant as escapes, a second one before the others. */
function escapeMend(text: string, value: Span, bad: readonly number[]): Mend {
  const inner = text.slice(value.start + 1, value.end - 1);
  if (bad.length > 0 || inner.includes("'"))
    return {
      title: 'Write the backslashes twice',
      puts: backslashes(text, value, bad).map((at) => ({ start: at, end: at, text: '\\' })),
      isLiteral: false,
      value,
    };
  const puts = [value.start, value.end - 1].map((at) => ({ start: at, end: at + 1, text: "'" }));
  return { title: 'Put single quotes outside', puts, isLiteral: !inner.includes(' #'), value, means: inner };
}

function backslashes(text: string, { start, end }: Span, bad: readonly number[]): readonly number[] {
  if (bad.length > 0) return bad;
  const all: number[] = [];
  for (let at = text.indexOf('\\', start); at !== -1 && at < end; at = text.indexOf('\\', at + 2)) all.push(at);
  return all;
}
