/** Undoes what mail and addresses of data (`data:`) write text as: base64 (RFC 4648) and quoted-printable (RFC 2045, 6.7). */
import { Rewriting, type RewrittenText } from './rewritten-text.ts';

// Controls other than tab and line ends: no text.
// oxlint-disable-next-line no-control-regex -- control characters are what this looks for
const CONTROL = /[\u0000-\u0008\u000B\u000C\u000E-\u001F]/;

const strict = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

/** Runs that are base64 of a text become that text; undefined where there is none. */
export function withoutBase64(text: string): RewrittenText | undefined {
  return rewritten(text, base64Runs(text), (run) => {
    const signs = run.replaceAll(/[\s=]/g, '').replaceAll('-', '+').replaceAll('_', '/');
    const bytes = Uint8Array.from(atob(signs.slice(0, signs.length - (signs.length % 4 === 1 ? 1 : 0))), codeOf);
    const meant = utf8(bytes);
    return meant === undefined || CONTROL.test(meant) ? undefined : meant;
  });
}

/** Undefined for a text that says nothing of quoted-printable, and for one that has none. */
export function withoutQuotedPrintable(text: string): RewrittenText | undefined {
  if (!/quoted-printable/i.test(text)) return undefined;
  return rewritten(text, quotedRuns(text), (run) => {
    if (run.trim() === '=') return '';
    return utf8(Uint8Array.from(run.slice(1).split('='), (pair) => Number.parseInt(pair, 16)));
  });
}

/** A stretch of a text, to its end. */
interface Run {
  readonly start: number;
  readonly end: number;
}

function rewritten(
  text: string,
  runs: Iterable<Run>,
  meaningOf: (run: string) => string | undefined,
): RewrittenText | undefined {
  const rewriting = new Rewriting(text);
  for (const { start, end } of runs) {
    const meant = meaningOf(text.slice(start, end));
    if (meant !== undefined) rewriting.replace(start, end, meant);
  }
  return rewriting.finish();
}

// Runs are walked along, not matched: in a file of millions of signs a pattern that repeats has more to remember than the engine allows.
const SHORTEST = 24;
const isSign = Array.from({ length: 128 }, (_, code) => /[A-Za-z0-9+/_-]/.test(String.fromCharCode(code)));

/** Lines of base64 that follow each other, with the signs that fill the last one up. */
function* base64Runs(text: string): Generator<Run> {
  for (let at = 0; at < text.length;) {
    const start = at;
    at = endOfSigns(text, start);
    if (at - start < SHORTEST) {
      at += at === start ? 1 : 0;
      continue;
    }
    for (let next = nextLine(text, at); next !== undefined; next = nextLine(text, at)) at = next;
    for (let signs = 0; signs < 2 && text[at] === '='; signs += 1) at += 1;
    yield { start, end: at };
  }
}

function endOfSigns(text: string, start: number): number {
  let end = start;
  while (isSign[text.charCodeAt(end)] === true) end += 1;
  return end;
}

/** The end of the line of base64 that begins behind a line end. */
function nextLine(text: string, at: number): number | undefined {
  const start = text.startsWith('\r\n', at) ? at + 2 : at + 1;
  if (text[start - 1] !== '\n') return undefined;
  const end = endOfSigns(text, start);
  return end - start < SHORTEST ? undefined : end;
}

/** Signs by their numbers, one after the other, and line ends that are none. */
function* quotedRuns(text: string): Generator<Run> {
  for (let start = text.indexOf('='); start !== -1; start = text.indexOf('=', start + 1)) {
    let end = start;
    while (isQuotedSign(text, end)) end += 3;
    if (end === start) end = endOfSoftBreak(text, start);
    if (end === start) continue;
    yield { start, end };
    start = end - 1;
  }
}

function endOfSoftBreak(text: string, start: number): number {
  return text.startsWith('=\r\n', start) ? start + 3 : text.startsWith('=\n', start) ? start + 2 : start;
}

function isQuotedSign(text: string, at: number): boolean {
  return text[at] === '=' && /^[0-9A-Fa-f]{2}$/.test(text.slice(at + 1, at + 3));
}

function codeOf(character: string): number {
  return character.charCodeAt(0);
}

function utf8(bytes: Uint8Array): string | undefined {
  try {
    return strict.decode(bytes);
  } catch {
    return undefined;
  }
}
