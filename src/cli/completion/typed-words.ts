/** What somebody has typed on a command line so far, as the shell would hand it over. Nothing is expanded but `~/`. */

// A quoted stretch, which may still be open; a character behind a backslash; or anything else.
const pieces = /'([^']*)'?|"((?:[^"\\]|\\[^])*)"?|\\([^])|([^'"\\]+)|\\$/g;

/** A word as it was typed, quotes and backslashes and all, without them. */
export function unquoted(typed: string): string {
  return Array.from(typed.matchAll(pieces), ([, single, double, escaped, plain]) => {
    if (double !== undefined) return double.replace(/\\(["\\$`])/g, '$1');
    return single ?? escaped ?? plain ?? '';
  }).join('');
}

/** The folder that `~` means is one that the shell would have put there. */
export function fromHome(word: string, home: string | undefined): string {
  return home !== undefined && (word === '~' || word.startsWith('~/')) ? home + word.slice(1) : word;
}
