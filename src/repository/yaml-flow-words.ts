/** What is said of text behind a list or map, and of quotes in it. */
import type { Span } from '../model/manuscript.ts';
import { quoted } from '../model/quoting.ts';
import { nameOf, putInQuotes, type Mend, type Slot, type YamlSlip } from './yaml-slip.ts';

/** Other quotes around an item; the ones it has go. */
export function requoted(text: string, item: Span, inner: Span): Mend {
  const words = text.slice(inner.start, inner.end);
  const other = text.charAt(item.start) === "'" ? '"' : "'";
  const isLiteral = !words.includes(other) && !words.includes('\\') && !words.includes("''");
  const written = other === '"' ? JSON.stringify(words) : `'${words.replaceAll("'", "''")}'`;
  return {
    title: `Put ${other === '"' ? 'double' : 'single'} quotes outside`,
    puts: [{ ...item, text: written }],
    isLiteral,
    value: item,
    ...(isLiteral ? { means: words } : {}),
  };
}

/** Brackets behind the one that closes the value. */
export function tooMany(place: Span, words: string): YamlSlip {
  return {
    ...place,
    message: `There is one «${words.charAt(0)}» too many.`,
    hint: 'Remove it: everything that was opened has been closed.',
    mend: { title: 'Remove what is too many', puts: [{ ...place, text: '' }], isLiteral: false },
  };
}

/** Words behind the bracket that closes the value. */
export function textBehind(slot: Slot, bracket: Span, rest: Span): YamlSlip {
  const sign = slot.text.charAt(bracket.start);
  const words = slot.text.slice(rest.start, rest.end);
  return {
    ...bracket,
    message: `${nameOf(slot)} begins with «${sign}», which makes it a ${sign === '[' ? 'list' : 'map'}, but ${quoted(words)} stands behind it.`,
    hint: 'If it is a text, put the whole text in quotes.',
    mend: putInQuotes(slot.text, { start: bracket.start, end: rest.end }),
  };
}
