/** Where lines end, and how. */

/** The offset of the line feed that ends the line at an offset; the end of the text for the last line. */
export function endOfLine(text: string, at: number): number {
  const feed = text.indexOf('\n', at);
  return feed === -1 ? text.length : feed;
}

/** The offset just after the last character of the line, which is before a carriage return that belongs to its end. */
export function endOfLineText(text: string, at: number): number {
  const end = endOfLine(text, at);
  return end > at && text.charCodeAt(end - 1) === 13 ? end - 1 : end;
}

/** The line end of a file: the one that its first line has. */
export function lineEndOf(text: string): '\n' | '\r\n' {
  return text.charAt(text.indexOf('\n') - 1) === '\r' ? '\r\n' : '\n';
}
