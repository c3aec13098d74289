/** What stands between a headline and its text: what the release is, and things of the site. */
import { parseDateline } from '../../model/dateline.ts';
import { isMetadataList, isStatement, readStatements, type Statement } from './metadata.ts';
import { oneLine } from './one-line.ts';
import { entriesOf, isText, textOfPassage, type Entry, type Passage } from './passage.ts';
import { isAboveText, isSentenceText } from './site-parts.ts';
import { readDate } from './stated-date.ts';

export interface Opening {
  readonly statements: readonly Statement[];
  readonly dateLines: readonly string[];
  readonly siteParts: readonly Passage[];
  /** Index of the first passage of the text. */
  readonly end: number;
}

/** Reads passages from `start` on, until the text begins. */
export function readOpening(passages: readonly Passage[], start: number): Opening {
  const entries: Entry[] = [];
  const dateLines: string[] = [];
  const siteParts: Passage[] = [];
  let end = start;
  for (const passage of passages.slice(start)) {
    if (isMetadataList(passage) || isStatement(passage) || isAnswer(passage, passages[end - 1]))
      for (const each of entriesOf(passage)) entries.push(each);
    else {
      const date = dateLineIn(passage);
      if (date !== undefined) dateLines.push(date);
      else if (isAboveText(passage)) siteParts.push(passage);
      else break;
    }
    end += 1;
  }
  return { statements: readStatements(entries), dateLines, siteParts, end };
}

/** A short line after a line that is a heading alone is its value; a sentence is where the text begins. */
function isAnswer(passage: Passage, before: Passage | undefined): boolean {
  if (before === undefined || !isText(passage) || !isStatement(before) || !/[:：]\s*$/.test(textOfPassage(before)))
    return false;
  const words = textOfPassage(passage);
  return !isSentenceText(words) && parseDateline(words) === undefined;
}

// «Last updated» is another day than that of issue.
const ISSUED =
  /^(?:posted|published|issued|released|publié|veröffentlicht|publicado|опубликовано)(?: on| le| am| el)?:? /i;

/** The words of a date that stand alone, or behind «Posted on». */
function dateLineIn(passage: Passage): string | undefined {
  if (!isText(passage)) return undefined;
  const date = oneLine(textOfPassage(passage)).replace(ISSUED, '');
  return readDate(date) === undefined ? undefined : date;
}
