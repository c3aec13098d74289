import { hasWords } from '../model/body-words.ts';
import { bodyDateline } from '../model/body-dateline.ts';
import { datelineFor } from '../model/dateline-writing.ts';
import { fenceOf, type Manuscript, type OffsetFix } from '../model/manuscript.ts';
import { quoted, quotedList } from '../model/quoting.ts';
import type { Finding, Rule } from '../model/rule.ts';
import { sampleRelease } from '../model/sample-release.ts';
import { parseCivilDate } from '../text/dates.ts';
import { fold } from '../text/fold.ts';

// After a heading, a list, a table, a picture or a tag nobody can say where the text proper begins.
const BEGINS_PARAGRAPH = /^(?:\*{1,3}|_{1,3}|["'“«„])?[\p{L}\p{N}]/u;

export const datelineMissing: Rule = {
  id: 'dateline-missing',
  topic: 'dates',
  severity: 'warning',
  scope: 'release',
  summary: 'A published release has a place, but its text does not begin with a dateline.',
  mends: { review: 'Puts the dateline, in the language of the release, before the first words of the text.' },
  why:
    'A release travels without its front matter: in an e-mail, in a newspaper’s system, on paper. There the dateline is all that ' +
    'says where and when it was issued.',
  examples: [
    { wrong: sampleRelease({}, 'A course for election observers opened in Baku today.\n'), right: sampleRelease() },
  ],
  mayFind: (manuscript) => bodyDateline(manuscript) === undefined,
  *check(release, manuscript): Generator<Finding> {
    const { status, places, lang } = release;
    const date = parseCivilDate(release.date?.text.slice(0, 10) ?? '');
    if (status !== 'published' || places.length === 0 || date === undefined || bodyDateline(manuscript) !== undefined)
      return;
    if (!hasWords(manuscript)) return;
    const unread = unreadDateline(manuscript, places);
    if (unread !== undefined) {
      yield unread;
      return;
    }
    const dateline = datelineFor({ places, date, lang });
    const fix = insertion(manuscript, dateline);
    yield {
      ...fenceOf(manuscript),
      message: `The release was issued in ${quotedList(places, 'and')}, but its text has no dateline.`,
      hint: `Let the text begin with it, as in ${quoted(dateline)}.`,
      ...(fix === undefined ? {} : { fix }),
    };
  },
};

// Longer than any dateline: a dash behind it belongs to a sentence.
const LONGEST_DATELINE = 90;

/** A text that begins with the place, up to a dash, is meant to begin with a dateline. */
function unreadDateline({ text, bodyStart }: Manuscript, places: readonly string[]): Finding | undefined {
  const start = startOfWords(text, bodyStart);
  const opening = text.slice(start, start + LONGEST_DATELINE).split('\n', 1)[0] ?? '';
  const end = opening.search(/ [-–—]|[–—] /u);
  if (end === -1 || !places.some((place) => fold(opening).startsWith(fold(place)))) return undefined;
  const written = opening.slice(0, end).trimEnd();
  if (!/\d/.test(written)) return undefined;
  return {
    start,
    end: start + written.length,
    message: `${quoted(written)} begins like a dateline, but press cannot read it as one.`,
    hint: 'Write the place in capitals, then the day, the month as a word and the year; look for a slip in them.',
  };
}

function insertion({ text, bodyStart }: Manuscript, dateline: string): OffsetFix | undefined {
  const start = startOfWords(text, bodyStart);
  if (!BEGINS_PARAGRAPH.test(text.slice(start, start + 5))) return undefined;
  return { title: 'Add the dateline', safety: 'review', edits: [{ start, end: start, text: dateline }] };
}

function startOfWords(text: string, from: number): number {
  return text.length - text.slice(from).trimStart().length;
}
