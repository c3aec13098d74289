/** What may be put at the cursor, and how it goes to a shell: as lines that it reads, never as anything that it runs. */
import { terminalSafe } from '../../text/terminal-safe.ts';

export interface Candidate {
  readonly word: string;
  readonly description: string;
}

/**
 * An answer to a shell. `words` are offered as they are; `parts` are beginnings of words, behind which no blank belongs; of `paths` and `folders`
 * the shell knows more than we do.
 */
export type Answer =
  | { readonly kind: 'words' | 'parts'; readonly candidates: readonly Candidate[] }
  | { readonly kind: 'paths' | 'folders' };

const LONGEST_DESCRIPTION = 80;

// In no shell does any of this mean anything but itself, wherever it stands behind the first character.
const plain = /^[\p{L}\p{N}_-][\p{L}\p{N}\p{M}_./:@+,=-]*$/u;

/** Whether a word can be put on a command line without quotes. What cannot is not offered: it comes from files that anybody may have written. */
export function isPlain(word: string): boolean {
  return plain.test(word);
}

/** The lines of an answer: its kind, then a word on each with a tab and its description. */
export function answerLines(answer: Answer): string {
  const lines: string[] = [answer.kind];
  if ('candidates' in answer)
    for (const { word, description } of answer.candidates)
      if (isPlain(word)) lines.push(`${word}\t${terminalSafe(shortened(description))}`);
  return `${lines.join('\n')}\n`;
}

function shortened(text: string): string {
  return text.length > LONGEST_DESCRIPTION ? `${text.slice(0, LONGEST_DESCRIPTION - 1)}…` : text;
}
