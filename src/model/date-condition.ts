/** From the words for a day, a month, a year or a range of them to the condition that a release is of that time. */
import { parsePartialDate, type DaySpan } from '../text/dates.ts';
import type { DateCondition, DateKey } from './condition.ts';
import { didYouMean, PressError } from './press-error.ts';

export type Comparison = '>=' | '<=' | '>' | '<';

export const datesAreWritten = 'Write 2009, 2009-11 or 2009-11-16.';

/** What a date is asked of, and the IANA zone in which a day begins. */
export interface DateQuestion {
  readonly key: DateKey;
  readonly timezone: string;
}

/** The days that `2009`, `2009-11` or `2009-11-16` means; undefined when it is none of them. */
export function daysOf(text: string): DaySpan | undefined {
  const span = parsePartialDate(text);
  return span === 'unknown' ? undefined : span;
}

/** `date>=2009`. Throws PressError for words that are no date. */
export function comparedDate(question: DateQuestion, sign: Comparison, text: string): DateCondition {
  const days = daysOf(text);
  if (days === undefined) throw noDate(text, text.includes('..') ? `Write ${question.key}:${text}.` : datesAreWritten);
  const asked = { kind: 'date' as const, ...question, words: `${question.key}${sign}${text}` };
  switch (sign) {
    case '>=':
      return { ...asked, from: days.from };
    case '<=':
      return { ...asked, until: days.until };
    case '>':
      return { ...asked, after: days.until };
    case '<':
      return { ...asked, before: days.from };
  }
}

/** `date:2009` and `date:2009..2011`, with an open end, too. Throws PressError for words that are no date and no range. */
export function dateWithin(question: DateQuestion, text: string): DateCondition {
  const dots = text.indexOf('..');
  if (dots === -1) return dateRange(question, text, [text, text]);
  const [from, until] = [text.slice(0, dots), text.slice(dots + '..'.length)];
  if (from === '' && until !== '') return comparedDate(question, '<=', until);
  if (until === '' && from !== '') return comparedDate(question, '>=', from);
  return dateRange(question, text, [from, until]);
}

function dateRange(question: DateQuestion, text: string, [first, last]: readonly [string, string]): DateCondition {
  const [begin, end] = [daysOf(first), daysOf(last)];
  if (begin === undefined || end === undefined) throw noDate(begin === undefined ? first || text : last, wayOut(text));
  if (begin.from > end.until)
    throw new PressError('bad-query', `«${text}» ends before it begins.`, {
      hint: `Write ${question.key}:${last}..${first}.`,
    });
  const words = `${question.key}:${first === last ? first : `${first}..${last}`}`;
  return { kind: 'date', ...question, from: begin.from, until: end.until, words };
}

/** «2009-2011» is how a range stands in a text; as a date it would be the month 2011 of a year. */
function wayOut(text: string): string {
  const [, first = '', last = ''] = /^(\d{4})[-–—](\d{4})$/.exec(text) ?? [];
  const hint = first === '' ? undefined : didYouMean([`${first}..${last}`]);
  return hint ?? 'Write 2009, 2009-11 or 2009-11-16, or a range such as 2009..2011.';
}

function noDate(text: string, hint: string): PressError {
  return new PressError('bad-query', `«${text}» is no date.`, { hint });
}
