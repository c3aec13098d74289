/** Corrections as press shows them before a text: «Correction (2009-11-18): The number of sessions is twelve.» */
import { textOfPassages, type CarriedText } from './carried-text.ts';
import { textOfPassage, type Passage } from '../page/passage.ts';

export interface OwnCorrection {
  readonly date: string;
  readonly kind: string;
  readonly note: string;
}

const kinds: ReadonlyMap<string, string> = new Map([
  ['Correction', 'correction'],
  ['Исправление', 'correction'],
  ['Update', 'update'],
  ['Дополнение', 'update'],
  ['Withdrawal', 'withdrawal'],
  ['Отзыв', 'withdrawal'],
]);
const LINE = /^(\p{L}{5,12}) \((\d{4}-\d{2}-\d{2})\):\s+(\S.*)$/su;

/** The correction that a line tells; undefined for any other line. */
export function correctionIn(line: string): OwnCorrection | undefined {
  const [, word = '', date = '', note = ''] = LINE.exec(line.trim()) ?? [];
  const kind = kinds.get(word);
  return kind === undefined ? undefined : { date, kind, note };
}

/** The corrections before a text, and the text without them. */
export function withoutCorrections(text: CarriedText): {
  readonly text: CarriedText;
  readonly corrections: readonly OwnCorrection[];
} {
  const corrections: OwnCorrection[] = [];
  for (const passage of text.passages) {
    const correction = isNotice(passage) ? correctionIn(textOfPassage(passage)) : undefined;
    if (correction === undefined) break;
    corrections.push(correction);
  }
  if (corrections.length === 0) return { text, corrections };
  return { text: textOfPassages(text.passages.slice(corrections.length), text.changed), corrections };
}

/** press sets the kind and the day in bold. */
function isNotice(passage: Passage): boolean {
  if (passage.kind !== 'paragraph') return false;
  const [first] = passage.pieces;
  return first !== undefined && first !== 'break' && first.marks.strong === true;
}
