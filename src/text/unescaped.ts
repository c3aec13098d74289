/** Undoes one round of what formats and web servers write characters as: escapes of JSON and JavaScript, character references, percent signs. */
import { namedCharacter, numberedCharacter } from './character-references.ts';
import { Rewriting, type RewrittenText } from './rewritten-text.ts';

export const escapeKinds = ['JSON escapes', 'character references', 'percent-encoding'] as const;
export type EscapeKind = (typeof escapeKinds)[number];

export interface Unescaped extends RewrittenText {
  /** Those that were met, in the order of `escapeKinds`. */
  readonly kinds: readonly EscapeKind[];
}

const ESCAPES =
  /&(?:#[xX][0-9A-Fa-f]{1,6};?|#[0-9]{1,7};?|[A-Za-z][A-Za-z0-9]{1,10};)|(?:%[0-9A-Fa-f]{2})+|\\(?:u[0-9A-Fa-f]{4}|u\{[0-9A-Fa-f]{1,6}\}|x[0-9A-Fa-f]{2}|\r?\n|[nrtbfv0"'\\/])/g;

/** Everything at once: what one round leaves, the next one undoes. Undefined when there is nothing to undo. */
export function unescaped(text: string): Unescaped | undefined {
  const rewriting = new Rewriting(text);
  const met = new Set<EscapeKind>();
  ESCAPES.lastIndex = 0;
  for (let found = ESCAPES.exec(text); found !== null; found = ESCAPES.exec(text)) {
    const [escape] = found;
    const meant = meaningOf(escape);
    if (meant === undefined) continue;
    met.add(kindOf(escape));
    rewriting.replace(found.index, found.index + escape.length, meant);
  }
  const result = rewriting.finish();
  return result === undefined ? undefined : { ...result, kinds: escapeKinds.filter((kind) => met.has(kind)) };
}

function kindOf(escape: string): EscapeKind {
  if (escape.startsWith('&')) return 'character references';
  return escape.startsWith('%') ? 'percent-encoding' : 'JSON escapes';
}

function meaningOf(escape: string): string | undefined {
  const sign = escape.charAt(0);
  if (sign === '&') return referenced(escape.slice(1).replace(';', ''));
  return sign === '%' ? percentDecoded(escape) : unslashed(escape.slice(1));
}

function referenced(name: string): string | undefined {
  if (!name.startsWith('#')) return namedCharacter(name);
  const isHex = /^#x/i.test(name);
  return numberedCharacter(Number.parseInt(name.slice(isHex ? 2 : 1), isHex ? 16 : 10));
}

const SINGLE: ReadonlyMap<string, string> = new Map([
  ['n', '\n'],
  ['r', '\r'],
  ['t', '\t'],
  ['b', '\b'],
  ['f', '\f'],
  ['v', '\v'],
  ['0', '\0'],
]);

function unslashed(words: string): string | undefined {
  const code = /^[ux]\{?([0-9A-Fa-f]+)/.exec(words)?.[1];
  if (code !== undefined) {
    const point = Number.parseInt(code, 16);
    // Half of a pair is a half until the other one follows.
    return point <= 0xff_ff ? String.fromCharCode(point) : numberedCharacter(point);
  }
  if (words.trim() === '') return '';
  return SINGLE.get(words) ?? words;
}

const strict = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
const windows = new TextDecoder('windows-1252');

/** As UTF-8; bytes that are none, as old servers write them, are Windows-1252. */
function percentDecoded(run: string): string {
  const bytes = Uint8Array.from(run.slice(1).split('%'), (pair) => Number.parseInt(pair, 16));
  try {
    return strict.decode(bytes);
  } catch {
    return windows.decode(bytes);
  }
}
