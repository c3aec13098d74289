import { displayWidth } from './display-width.ts';

// Telling the characters of a text apart takes time that grows with the square of its length; nothing this long fits anywhere.
const LONGEST_MEASURED = 1000;

/**
 * A line as several of at most so many columns, broken at blanks. A word that is longer stands on a line of its own, whole: a terminal
 * breaks it better than we do. The work grows with the length of the line.
 */
export function wrapLine(line: string, columns: number): string[] {
  const lines: string[] = [];
  let current: string[] = [];
  let used = 0;
  for (const word of line.split(' ')) {
    const width = word.length > LONGEST_MEASURED ? columns : displayWidth(word);
    if (current.length > 0 && used + 1 + width > columns) {
      lines.push(current.join(' '));
      current = [];
      used = 0;
    }
    used += width + (current.length > 0 ? 1 : 0);
    current.push(word);
  }
  return [...lines, current.join(' ')];
}
