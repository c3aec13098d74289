/** Lines that should have been `key: value` or `- item` and are not. */
import type { Span } from '../model/manuscript.ts';
import { codePoint, quoted } from '../model/quoting.ts';
import { reservedProperties } from '../model/reserved-names.ts';
import { isBlank, pastBlanks, remarkIn, type YamlLine } from './yaml-lines.ts';
import type { Put } from './text-puts.ts';
import type { YamlSlip } from './yaml-slip.ts';

/** The line, and where its first word begins. */
export interface StrayLine {
  readonly text: string;
  readonly line: YamlLine;
  readonly at: number;
  /** Whether the line stands where the items of a list stand. */
  readonly isAmongItems: boolean;
}

/** The slip in a line without a key; undefined for a text that may go on from the line above. */
export function judgeStray(stray: StrayLine): YamlSlip | undefined {
  return strangeColon(stray) ?? gluedColon(stray) ?? equalsSign(stray) ?? missingDash(stray) ?? missingColon(stray);
}

const word = /^[A-Za-z_][A-Za-z0-9_-]*/;

function firstWord({ text, line, at }: StrayLine): string {
  return word.exec(text.slice(at, line.end))?.[0] ?? '';
}

function put(title: string, ...puts: readonly Put[]): NonNullable<YamlSlip['mend']> {
  return { title, puts, isLiteral: false };
}

/** Colons of other scripts and of mathematics. */
const otherColons = '\uFF1A\uFE55\uFE13\u2236\uA789\u02D0';

function strangeColon(stray: StrayLine): YamlSlip | undefined {
  const { text, line, at } = stray;
  const key = firstWord(stray);
  const start = pastBlanks(text, at + key.length, line.end);
  const sign = text.charAt(start);
  if (key === '' || start >= line.end || !otherColons.includes(sign)) return undefined;
  return {
    start,
    end: start + 1,
    message: `A ${sign === '\uFF1A' ? 'full-width' : 'look-alike'} colon (${codePoint(sign)}) stands behind ${quoted(key)}.`,
    hint: 'Write a plain colon and a blank.',
    mend: put('Write a plain colon and a blank', {
      start: at + key.length,
      end: pastBlanks(text, start + 1, line.end),
      text: ': ',
    }),
  };
}

function gluedColon(stray: StrayLine): YamlSlip | undefined {
  const { text, line, at } = stray;
  const key = firstWord(stray);
  const colon = pastBlanks(text, at + key.length, line.end);
  // A web address is no key.
  if (key === '' || text.charAt(colon) !== ':' || text.startsWith('//', colon + 1)) return undefined;
  const isNoBreak = text.charAt(colon + 1) === '\u00A0';
  let end = colon + 1;
  while (text.charAt(end) === '\u00A0') end += 1;
  return {
    start: isNoBreak ? colon + 1 : colon,
    end: isNoBreak ? end : colon + 1,
    message: isNoBreak
      ? `A no-break space (U+00A0) stands behind «${key}:», where a plain blank is wanted.`
      : `A blank is missing behind «${key}:».`,
    hint: isNoBreak
      ? 'Write a plain blank; word processors put the other kind.'
      : 'Write a blank between the colon and the value.',
    mend: put('Put a blank behind the colon', { start: colon + 1, end, text: ' ' }),
  };
}

function equalsSign(stray: StrayLine): YamlSlip | undefined {
  const { text, line, at } = stray;
  const key = firstWord(stray);
  const start = pastBlanks(text, at + key.length, line.end);
  if (key === '' || text.charAt(start) !== '=') return undefined;
  return {
    start,
    end: start + 1,
    message: `An equals sign stands behind ${quoted(key)}, where a colon is wanted.`,
    hint: 'Write «key: value».',
    mend: put('Write a colon and a blank', {
      start: at + key.length,
      end: pastBlanks(text, start + 1, line.end),
      text: ': ',
    }),
  };
}

function missingDash({ text, line, at, isAmongItems }: StrayLine): YamlSlip | undefined {
  if (!isAmongItems) return undefined;
  const isGlued = text.charAt(at) === '-';
  const end = remarkIn(text, at, line.end);
  return {
    start: at,
    end: isGlued ? at + 1 : end,
    message: isGlued
      ? 'A blank is missing behind the dash.'
      : `${quoted(text.slice(at, end))} stands among the items of a list without a dash.`,
    hint: isGlued ? 'Write «- item».' : 'Write «- » before it; if it continues the line above, indent it more.',
    mend: isGlued
      ? put('Put a blank behind the dash', { start: at + 1, end: at + 1, text: ' ' })
      : put('Put a dash before it', { start: at, end: at, text: '- ' }),
  };
}

function missingColon(stray: StrayLine): YamlSlip | undefined {
  const { text, line, at } = stray;
  const key = firstWord(stray);
  const end = at + key.length;
  if (!reservedProperties.has(key) && !otherKeys.has(key)) return undefined;
  const isAlone = end === line.end;
  if (!isAlone && !isBlank(text, end)) return undefined;
  return {
    start: at,
    end,
    message: `A colon is missing behind ${quoted(key)}.`,
    hint: 'Write «key: value».',
    mend: put('Put a colon behind the key', { start: end, end, text: ':' }),
  };
}

/** Keys of the shipped vocabulary and of nested values. */
const otherKeys: ReadonlySet<string> = new Set([
  'fields',
  'source',
  'countries',
  'name',
  'email',
  'phone',
  'href',
  'note',
  'kind',
]);

/** What is said of the key «<<». */
export const mergeKeyWords = {
  message: '«<<» is a merge key, which press does not read.',
  hint: 'Write the keys and values themselves.',
} as const;

/** A line of text that nothing explains. */
export function lineWithoutKey(place: Span, words: string): YamlSlip {
  return {
    ...place,
    message: `${quoted(words)} stands where a «key: value» is wanted.`,
    hint: 'Write «key: value» with a blank behind the colon; indent the lines that continue a text.',
  };
}
