/**
 * Where the front matter of a file from another site builder ends: with fences as they are written, with trailing blanks, with none.
 *
 * press itself wants exact fences (`src/text/front-matter.ts`); what is let pass here is said, a sentence each.
 */
import { counted } from '../../../text/counted.ts';
import { countOfKeys, looksLikeYaml } from './yaml-lines.ts';

export type FrontMatterLanguage = 'yaml' | 'toml' | 'json' | 'code';

export interface FoundFrontMatter {
  readonly language: FrontMatterLanguage;
  /** The lines between the fences. */
  readonly block: string;
  /** The number of the first of them, counted from 1. */
  readonly firstLine: number;
  readonly body: string;
  readonly bodyLine: number;
  /** What was let pass, as sentences. */
  readonly changed: readonly string[];
}

/** Front matter of more lines is none: somebody's data, or a fence that is never closed. */
const MOST_LINES = 4000;

const LONGEST_FENCE = 1000;

const OPENINGS: readonly (readonly [RegExp, FrontMatterLanguage])[] = [
  [/^---[ \t]*(?:ya?ml)?$/i, 'yaml'],
  [/^---[ \t]*json$/i, 'json'],
  [/^---[ \t]*toml$/i, 'toml'],
  [/^---[ \t]*(?:js|javascript|ts|coffee|coffeescript|cson)$/i, 'code'],
  [/^\+\+\+$/, 'toml'],
  [/^;;;[ \t]*(?:json)?$/i, 'json'],
];

/** Finds the front matter of a text with LF at the ends of its lines and no byte-order mark; undefined where it has none. */
export function findFrontMatter(text: string): FoundFrontMatter | undefined {
  const lines = text.split('\n');
  const top = lines.findIndex((line) => line.trim() !== '');
  const first = isCommentedOut(lines, top) ? top + 1 : top;
  const opening = (lines[first] ?? '').slice(0, LONGEST_FENCE).trim();
  const language = OPENINGS.find(([pattern]) => pattern.test(opening))?.[1];
  const changed = [
    ...blanksAbove(top),
    ...(first === top ? [] : [`Line ${first}: «<!--» above the front matter was left out.`]),
  ];
  if (language !== undefined) return fenced(lines, { first, language, changed });
  if (opening.startsWith('{')) return bareJson(text, lines, first);
  return withoutOpening(lines, { first, changed });
}

function blanksAbove(top: number): string[] {
  return top > 0 ? [`Line ${top + 1}: the front matter stands below ${counted(top, 'blank line')}.`] : [];
}

/** A sign of a comment alone on the line above the fence, which some editors leave behind. */
function isCommentedOut(lines: readonly string[], top: number): boolean {
  return /^<!--\s*(?:-->\s*)?$/.test(lines[top] ?? '') && /^---\s*$/.test(lines[top + 1] ?? '');
}

interface Opened {
  /** Index of the line of the fence, or of the first key where there is none. */
  readonly first: number;
  readonly changed: readonly string[];
}

function fenced(
  lines: readonly string[],
  { first, language, changed }: Opened & { readonly language: FrontMatterLanguage },
): FoundFrontMatter | undefined {
  const opening = lines[first]?.trim() ?? '';
  const end = closingOf(lines, first + 1, opening);
  if (end !== -1) return cut(lines, { language, start: first + 1, end, next: end + 1, changed });
  if (language !== 'yaml') return undefined;
  const last = endOfKeys(lines, first + 1);
  if (last === first + 1) return undefined;
  const said = `Line ${first + 1}: nothing closes the front matter; it was read up to line ${last}.`;
  return cut(lines, { language, start: first + 1, end: last, next: last, changed: [...changed, said] });
}

function closingOf(lines: readonly string[], start: number, opening: string): number {
  const closing = opening.startsWith('+')
    ? /^\+\+\+[ \t]*$/
    : opening.startsWith(';')
      ? /^;;;[ \t]*$/
      : /^(?:-{3,}|\.\.\.)[ \t]*$/;
  const end = Math.min(lines.length, start + MOST_LINES);
  for (let at = start; at < end; at += 1) if (closing.test(lines[at] ?? '')) return at;
  return -1;
}

/** Where lines that look like keys and their values end. */
function endOfKeys(lines: readonly string[], start: number): number {
  let last = start;
  for (let at = start; at < Math.min(lines.length, start + MOST_LINES); at += 1) {
    const line = lines[at] ?? '';
    if (line.trim() === '') continue;
    if (!looksLikeYaml(line)) break;
    last = at + 1;
  }
  return last;
}

/** Keys at the top of a file, and the closing fence alone. */
function withoutOpening(lines: readonly string[], { first, changed }: Opened): FoundFrontMatter | undefined {
  const end = first === -1 ? -1 : closingOf(lines, first, '---');
  if (end === -1 || end > first + 200) return undefined;
  const block = lines.slice(first, end);
  if (countOfKeys(block) < 2 || !block.every((line) => line.trim() === '' || looksLikeYaml(line))) return undefined;
  const said = `Line ${first + 1}: the front matter has no fence above it, and was read as if it had.`;
  return cut(lines, { language: 'yaml', start: first, end, next: end + 1, changed: [...changed, said] });
}

/** Hugo's front matter in JSON begins with a brace and ends with one that stands alone. */
function bareJson(text: string, lines: readonly string[], first: number): FoundFrontMatter | undefined {
  const end = lines.slice(0, first + MOST_LINES).findIndex((line, at) => at >= first && /^\}[ \t]*$/.test(line));
  if (end === -1 || text.trimStart().startsWith('{{') || text.trimStart().startsWith('{%')) return undefined;
  return cut(lines, { language: 'json', start: first, end: end + 1, next: end + 1, changed: [] });
}

interface Place {
  readonly language: FrontMatterLanguage;
  readonly start: number;
  readonly end: number;
  readonly next: number;
  readonly changed: readonly string[];
}

function cut(lines: readonly string[], { language, start, end, next, changed }: Place): FoundFrontMatter {
  return {
    language,
    block: lines.slice(start, end).join('\n'),
    firstLine: start + 1,
    body: lines.slice(next).join('\n'),
    bodyLine: next + 1,
    changed,
  };
}
