import type { Manuscript, OffsetFix } from '../model/manuscript.ts';
import { readingRule } from '../model/reading-rule.ts';
import type { Finding } from '../model/rule.ts';
import { sampleRelease } from '../model/sample-release.ts';
import { fromWindows1252 } from '../text/windows-1252.ts';

const body = (between: string): string =>
  `BAKU, 16 November 2009 - A course for${between}election observers opened in Baku today.\n`;

export const controlCharacter = readingRule(
  {
    id: 'control-character',
    topic: 'reading',
    severity: 'error',
    isBinding: true,
    summary: 'The file holds a control character.',
    mends: {
      review: 'Takes the character out, or puts in its place what it once was: a line end, a dash, a quotation mark.',
    },
    why:
      'Control characters come along, unseen, with text copied from other programs. Feed readers refuse the whole feed because of ' +
      'one of them, and on a terminal they can hide what stands in a file.',
    examples: [{ wrong: sampleRelease({}, body('\u000B')), right: sampleRelease({}, body(' ')) }],
  },
  inWords,
);

const MOST_EDITS = 1000;

/** A file from an old Mac is one finding, not one for each line. */
function* inWords(findings: readonly Finding[], { text }: Manuscript): Generator<Finding> {
  const isReturn = ({ start, end }: Finding): boolean => end === start + 1 && text.charAt(start) === '\r';
  const first = findings.find(isReturn);
  if (first !== undefined) yield loneReturns(first, text);
  for (const finding of findings) if (!isReturn(finding)) yield mended(finding, text);
}

function loneReturns(first: Finding, text: string): Finding {
  const places = Array.from(text.matchAll(/\r(?!\n)/g), ({ index }) => index);
  const end = text.includes('\r\n') ? '\r\n' : '\n';
  const fix: OffsetFix = {
    title: 'Put line ends in their place',
    safety: 'review',
    edits: places.map((start) => ({ start, end: start + 1, text: end })),
  };
  return {
    ...first,
    message: `A carriage return stands alone (U+000D)${places.length === 1 ? '' : `, and ${places.length - 1} more do`}.`,
    hint: 'Very old programs ended their lines like that: press Enter there instead.',
    ...(places.length > MOST_EDITS ? {} : { fix }),
  };
}

/** What stands in the file as an escape is no single character of it, and is left to the person. */
function mended(finding: Finding, text: string): Finding {
  const { start, end } = finding;
  if (end !== start + 1) return finding;
  const meant = fromWindows1252(text.charAt(start));
  const isBetweenWords = /[\u000B\u000C\u001C-\u001F\u0085]/.test(text.charAt(start)) && isJoining(text, start);
  const put = meant ?? (isBetweenWords ? ' ' : '');
  const edits = [{ start, end, text: put }];
  return {
    ...finding,
    ...hintOf(meant, put),
    fix: { title: put === '' ? 'Take it out' : `Put «${put}» in its place`, safety: 'review', edits },
  };
}

function hintOf(meant: string | undefined, put: string): Pick<Finding, 'hint'> {
  if (meant !== undefined) return { hint: `In text from Windows this was «${meant}»: write that in its place.` };
  return put === ' ' ? { hint: 'Write a blank in its place, or begin a new line there.' } : {};
}

/** Taking out a separator between two words would make one of them. */
function isJoining(text: string, at: number): boolean {
  return /\S/.test(text.charAt(at - 1)) && /\S/.test(text.charAt(at + 1));
}
