/** What the YAML parser complains about, in words for somebody who writes releases. */
import type { YAMLError, YAMLWarning } from 'yaml';
import type { Fault } from '../model/manuscript.ts';

interface Sentence {
  readonly message: string;
  readonly hint: string;
}

/** The parser's complaint at its place, told for the line it stands on. */
export function sentenceFor(complaint: YAMLError | YAMLWarning, text: string, offset: number): Fault {
  const [from, to] = complaint.pos;
  const start = Math.min(from, text.length);
  const line = text.slice(text.lastIndexOf('\n', start - 1) + 1, lineEnd(text, start));
  const end = Math.max(start, Math.min(to, lineEnd(text, start)));
  return { rule: 'front-matter', start: start + offset, end: end + offset, ...wordsFor(complaint.code, line) };
}

function lineEnd(text: string, at: number): number {
  const feed = text.indexOf('\n', at);
  const end = feed === -1 ? text.length : feed;
  return end > at && text.charCodeAt(end - 1) === 13 ? end - 1 : end;
}

const byCode: ReadonlyMap<string, Sentence> = new Map([
  ['TAB_AS_INDENT', { message: 'The line is indented with a tab.', hint: 'Use blanks: YAML does not allow tabs before a value.' }],
  ['MISSING_CHAR', { message: 'Something that was opened is not closed: a quote, a bracket or a brace.', hint: 'Close it, or put the whole text in quotes.' }],
  ['BAD_DQ_ESCAPE', { message: 'A backslash in double quotes begins an escape that YAML does not know.', hint: "Write the backslash twice, or use single quotes: 'text'." }],
  ['BAD_INDENT', { message: 'The line is indented differently from the ones around it.', hint: 'Let lines that belong together begin in the same column.' }],
  ['BAD_SCALAR_START', { message: 'A value cannot begin with this sign.', hint: 'Put the value in quotes.' }],
  ['BAD_ALIAS', { message: 'A value that begins with «*» or «&» is read as a reference.', hint: 'Put the value in quotes.' }],
  ['MULTILINE_IMPLICIT_KEY', { message: 'A line of text stands where a «key: value» is wanted.', hint: 'Indent the lines that continue a text, or put it in quotes on one line.' }],
  ['MISSING_PROPERTY', { message: 'A line of text stands where a «key: value» is wanted.', hint: 'Write «key: value», with a blank after the colon.' }],
]);

function wordsFor(code: string, line: string): Sentence {
  const second = secondColon(line);
  if (second !== undefined && (code === 'BLOCK_AS_IMPLICIT_KEY' || code === 'MULTILINE_IMPLICIT_KEY' || code === 'UNEXPECTED_TOKEN')) {
    return { message: `The value of «${second}» has a colon in it, which YAML takes for another key.`, hint: 'Put the value in quotes.' };
  }
  return byCode.get(code) ?? { message: 'The front matter is no YAML that press can read from here on.', hint: 'Put the value in quotes, and look at the line above.' };
}

/** The key of a line whose value holds a colon and a blank of its own. */
function secondColon(line: string): string | undefined {
  const first = line.indexOf(': ');
  return first > 0 && line.indexOf(': ', first + 2) !== -1 ? line.slice(0, first).trim() : undefined;
}
