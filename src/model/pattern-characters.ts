/** Which character of a text a pattern of a schema has no room for, wherever it stood. */

// What may follow a backslash with a meaning of its own; everything else stands for itself.
const PIECES =
  /\[(?:\\.|[^\]\\])*\]|\\(?:[pP]\{[^}]*\}|u\{[0-9A-Fa-f]+\}|u[0-9A-Fa-f]{4}|x[0-9A-Fa-f]{2}|.)|\{[0-9,]*\}|\(\?(?:[:=!]|<[=!]?)|[^[\\]/gsu;
const SIGNS = new Set(['^', '$', '(', ')', '|', '*', '+', '?']);
const LONGEST = 1_000;

/**
 * The first character that none of the pattern's characters and classes takes; undefined when every one has its place somewhere,
 * and when the pattern takes anything or is not understood. The pattern itself is never run.
 */
export function misfit(text: string, pattern: string): string | undefined {
  if (pattern.length > LONGEST || text.length > LONGEST) return undefined;
  const alphabet = alphabetOf(pattern);
  if (alphabet === undefined) return undefined;
  for (const character of text) if (!alphabet.some((piece) => piece.test(character))) return character;
  return undefined;
}

function alphabetOf(pattern: string): RegExp[] | undefined {
  const pieces: RegExp[] = [];
  for (const [piece] of pattern.matchAll(PIECES)) {
    // Assertions and wildcards say nothing about single characters.
    if (piece === '.' || piece === '(?=' || piece === '(?!' || piece.startsWith('(?<')) return undefined;
    if (SIGNS.has(piece) || piece.startsWith('(?') || /^\{[0-9,]*\}$/.test(piece)) continue;
    const compiled = singleCharacter(/^[{}\]/]$/.test(piece) ? `\\${piece}` : piece);
    if (compiled === undefined) return undefined;
    pieces.push(compiled);
  }
  return pieces;
}

function singleCharacter(piece: string): RegExp | undefined {
  try {
    return new RegExp(`^${piece}$`, 'u');
  } catch {
    return undefined;
  }
}
