/**
 * Text for the log of a machine that runs builds. Such machines read what a program prints and obey some of it: GitHub's runner takes
 * a line that begins with `::error …::` for an order, blanks before it aside, and `##[error]` wherever it stands
 * (actions/runner, `ActionCommand.cs`); `##vso[` and `##teamcity[` are orders to others.
 */

// Characters that nobody sees do not keep the runner from finding its signs.
const AT_LINE_START = /^[\s\p{C}\p{M}]*:(?=[\p{C}\p{M}]*:)/u;
const ANYWHERE = /#([\p{C}\p{M}]*)#(?=[\p{C}\p{M}]*[A-Za-z]*\[)/gu;

/** Text without orders: the sign that would make one is shown as `\u{003A}` or `\u{0023}`. Line breaks stay where they are. */
export function withoutOrders(text: string): string {
  return text
    .split(/([\r\n]+)/)
    .map(lineWithoutOrders)
    .join('');
}

function lineWithoutOrders(line: string): string {
  const shown = line.replace(AT_LINE_START, (found) => `${found.slice(0, -1)}\\u{003A}`);
  return withoutBracketOrders(shown, '\\u{0023}');
}

/** Text without orders of the kind `##[error]`; `sign` is what the language of the text has for the second `#`. */
export function withoutBracketOrders(text: string, sign: string): string {
  return text.replace(ANYWHERE, (_, between: string) => `#${between}${sign}`);
}

/** The same for a text that comes in pieces: nothing is let go before its line is whole. */
export function* piecesWithoutOrders(pieces: Iterable<string>): Generator<string> {
  let rest = '';
  for (const piece of pieces) {
    const text = rest + piece;
    const end = text.lastIndexOf('\n') + 1;
    if (end > 0) yield withoutOrders(text.slice(0, end));
    rest = text.slice(end);
  }
  if (rest !== '') yield withoutOrders(rest);
}
