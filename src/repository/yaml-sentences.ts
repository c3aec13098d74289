/** What the YAML parser complains about, in words for somebody who writes releases. */
import type { YAMLError, YAMLWarning } from 'yaml';
import type { Fault } from '../model/manuscript.ts';
import type { PrescanFault } from './yaml-prescan.ts';
import { endOfLineText } from '../text/line-ends.ts';

interface Sentence {
  readonly message: string;
  readonly hint: string;
}

/** The parser's complaint at its place, told for the line it stands on. */
export function sentenceFor(complaint: YAMLError | YAMLWarning, text: string, offset: number): Fault {
  const [from, to] = complaint.pos;
  const start = unclosedQuote(complaint, text) ?? unclosedBracket(complaint, text) ?? Math.min(from, text.length);
  const line = text.slice(text.lastIndexOf('\n', start - 1) + 1, endOfLineText(text, start));
  const end = Math.max(start, Math.min(to, endOfLineText(text, start)));
  const isSign = '?:'.includes(text.charAt(start) || ' ');
  return {
    rule: 'front-matter',
    start: start + offset,
    end: end + offset,
    ...(isSign ? wrongSign : wordsFor(complaint, line)),
  };
}

/** Where the text begins whose quotes are not closed: the parser only says where it gave up. */
function unclosedQuote({ message }: YAMLError | YAMLWarning, text: string): number | undefined {
  const quote = /^Missing closing (["'])/.exec(message)?.[1];
  if (quote === undefined) return undefined;
  for (let start = 0, end = 0; start < text.length; start = text.indexOf('\n', end) + 1 || text.length) {
    end = endOfLineText(text, start);
    const behindKey = text.slice(start, end).indexOf(`: ${quote}`);
    const opening: number = text.charAt(start) === quote ? start : start + behindKey + 2;
    if (opening > start && behindKey === -1) continue;
    const goesOn = /^\r?\n /.test(text.slice(end, end + 3));
    if (!goesOn && !text.slice(opening + 1, end).includes(quote)) return opening;
  }
  return undefined;
}

/** Where the bracket stands that is not closed. */
function unclosedBracket({ message, pos }: YAMLError | YAMLWarning, text: string): number | undefined {
  const close = /end with a ([\]}])$/.exec(message)?.[1];
  const open = close === ']' ? '[' : '{';
  let closed = 0;
  for (let at = close === undefined ? -1 : pos[0] - 1; at >= 0; at--) {
    const sign = text.charAt(at);
    if (sign === open && closed === 0) return at;
    if (sign === open) closed -= 1;
    else if (sign === close) closed += 1;
  }
  return undefined;
}

const quoteIt = 'Put the value in quotes.';
const wholeInQuotes = 'Put the whole value in quotes, with single quotes outside where it holds double ones.';
const sameColumn = 'Let lines that belong together begin in the same column.';
const wrongSign: Sentence = {
  message: 'No key and no value can begin with this sign.',
  hint: 'Remove it, or put the text in quotes.',
};
const noKey: Sentence = {
  message: 'A line of text stands where a «key: value» is wanted.',
  hint: 'Write «key: value» with a blank after the colon; indent the lines that continue a text.',
};

const byCode: ReadonlyMap<string, Sentence> = new Map([
  [
    'TAB_AS_INDENT',
    { message: 'The line is indented with a tab.', hint: 'Use blanks: YAML does not allow tabs before a value.' },
  ],
  [
    'BAD_DQ_ESCAPE',
    {
      message: 'A backslash in double quotes begins an escape that YAML does not know.',
      hint: "Write the backslash twice, or use single quotes: 'text'.",
    },
  ],
  ['BAD_INDENT', { message: 'The line is indented differently from the ones around it.', hint: sameColumn }],
  ['BAD_SCALAR_START', wrongSign],
  ['BAD_ALIAS', { message: 'A value that begins with «*» or «&» is read as a reference.', hint: quoteIt }],
  [
    'TAG_RESOLVE_FAILED',
    { message: 'A value that begins with «!» is read as a YAML tag, which press does not use.', hint: quoteIt },
  ],
  [
    'BLOCK_AS_IMPLICIT_KEY',
    {
      message: 'The next line is indented as if it belonged to the value here.',
      hint: `${sameColumn} If the line continues a text, put that text in quotes.`,
    },
  ],
  ['MULTILINE_IMPLICIT_KEY', noKey],
  ['MISSING_PROPERTY', noKey],
]);

// The parser has one code for many things; what it says tells them apart.
const byWords: readonly (readonly [string, Sentence])[] = [
  [
    'Missing closing',
    {
      message: 'A text in quotes is not closed on its line, or goes on in a line that is not indented.',
      hint: 'Close the quotes; indent the continuation lines, or use «>-» after the key and indent the whole text.',
    },
  ],
  ['followed by map values', noKey],
  ['without - indicator', { message: 'The line is indented differently from the ones around it.', hint: sameColumn }],
  [
    'must be sufficiently indented and end with',
    {
      message: 'A bracket or brace that was opened is not closed.',
      hint: 'Close it; if it belongs to a text, put the whole text in quotes.',
    },
  ],
  [
    'Comments must be separated',
    {
      message: 'A «#» follows a value without a blank between.',
      hint: 'Write a blank before a remark; if the sign belongs to the text, put the whole text in quotes.',
    },
  ],
  ['at node end', { message: 'Something stands behind a value that has ended.', hint: wholeInQuotes }],
  ['on same line with key', wrongSign],
  [
    'Not a YAML token',
    { message: 'A value that begins with «>» or «|» announces a text on the lines below.', hint: quoteIt },
  ],
  ['flow-', wrongSign],
];

const unclear: Sentence = {
  message: 'The text is no YAML that press can read from here on.',
  hint: 'Put the value in quotes, and look at the line above.',
};

function wordsFor({ code, message }: YAMLError | YAMLWarning, line: string): Sentence {
  const second = secondColon(line);
  if (second !== undefined && colonCodes.has(code)) {
    return { message: `The value of «${second}» has a colon in it, which YAML takes for another key.`, hint: quoteIt };
  }
  return byWords.find(([words]) => message.includes(words))?.[1] ?? byCode.get(code) ?? unclear;
}

const colonCodes: ReadonlySet<string> = new Set([
  'BLOCK_AS_IMPLICIT_KEY',
  'MULTILINE_IMPLICIT_KEY',
  'UNEXPECTED_TOKEN',
]);

/** The key of a line whose value holds a colon and a blank of its own. */
function secondColon(line: string): string | undefined {
  const first = line.indexOf(': ');
  return first > 0 && line.indexOf(': ', first + 2) !== -1 ? line.slice(0, first).trim() : undefined;
}

const prescanSentences: Record<PrescanFault['kind'], Sentence> = {
  depth: {
    message: 'The values are nested too deeply.',
    hint: 'Nothing here needs more than three levels; look for a stray bracket or dash.',
  },
  tab: { message: 'The line is indented with a tab.', hint: 'Use blanks: YAML does not allow tabs before a value.' },
  directive: {
    message: 'A line beginning with «%» is a YAML directive, which press does not read.',
    hint: 'Put the value in quotes.',
  },
  'several-documents': { message: 'A second YAML document begins here.', hint: 'Remove the line.' },
};

/** What the look before the parser found. */
export function prescanSentence(fault: PrescanFault, offset: number): Fault {
  return {
    rule: 'front-matter',
    start: fault.start + offset,
    end: fault.end + offset,
    ...prescanSentences[fault.kind],
  };
}

/** The parser was stopped. */
export function slowSentence(offset: number): Fault {
  return {
    rule: 'size-limit',
    start: offset,
    end: offset,
    message: 'The YAML that begins here takes too long to read.',
    hint: 'Look for signs that are repeated many times, such as brackets, and put texts that hold them in quotes.',
  };
}
