/** A word as it can be typed behind a command: in quotes where a shell would take it apart. */
export function shellWord(word: string): string {
  return /^[\p{L}\p{N}_.,/:@%+=][\p{L}\p{N}_.,/:@%+=-]*$/u.test(word)
    ? word
    : `'${word.replaceAll("'", String.raw`'\''`)}'`;
}

/** The same for a path, which must not look like an option. */
export function shellPath(path: string): string {
  return shellWord(path.startsWith('-') ? `./${path}` : path);
}
