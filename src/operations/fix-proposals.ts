/** Fixes as edits of a text, and which of them may be made at the same time. */
import type { Diagnostic, Fix } from '../model/diagnostic.ts';
import type { Manuscript, ReadingRule } from '../model/manuscript.ts';
import { overlap, type Edit } from './fix-pieces.ts';
import { lineEndOf } from '../text/line-ends.ts';

/** One way to mend one finding; the edits count in the text that the finding is about. */
export interface Proposal {
  readonly diagnostic: Diagnostic;
  readonly edits: readonly Edit[];
}

/** The edits of a fix, with the line ends of the file. */
export function editsOfFix(fix: Fix, { text }: Manuscript): Edit[] {
  const lineEnd = lineEndOf(text);
  return fix.edits.map(({ range, text: added }) => ({
    start: range.start.offset,
    end: range.end.offset,
    text: lineEnd === '\n' ? added : added.replace(/\r?\n/g, lineEnd),
  }));
}

/** A finding with the edits of one of its fixes. */
export function proposalOf(diagnostic: Diagnostic, fix: Fix, manuscript: Manuscript): Proposal {
  return { diagnostic, edits: editsOfFix(fix, manuscript) };
}

/** The fixes in their order without those that touch what an earlier one of the same file touches. */
export function compatible(proposals: readonly Proposal[]): Proposal[] {
  const taken = new Map<string, Edit[]>();
  return proposals.filter(({ diagnostic, edits }) => {
    const earlier = taken.get(diagnostic.file) ?? [];
    taken.set(diagnostic.file, earlier);
    if (edits.some((edit) => isTaken(earlier, edit))) return false;
    for (const edit of edits) earlier.splice(placeAmong(earlier, edit), 0, edit);
    return true;
  });
}

/** Whether an edit touches one of others that are in text order and do not touch each other: only its neighbours can. */
function isTaken(others: readonly Edit[], edit: Edit): boolean {
  const at = placeAmong(others, edit);
  return others.slice(Math.max(0, at - 1), at + 1).some((other) => overlap(edit, other));
}

/** How many of others, in text order, begin before an edit or where it does. */
function placeAmong(others: readonly Edit[], { start }: Edit): number {
  let [from, until] = [0, others.length];
  while (from < until) {
    const middle = (from + until) >> 1;
    if ((others[middle]?.start ?? 0) <= start) from = middle + 1;
    else until = middle;
  }
  return from;
}

/** All edits of fixes, by file. */
export function editsByFile(proposals: readonly Proposal[]): Map<string, Edit[]> {
  const found = new Map<string, Edit[]>();
  for (const { diagnostic, edits } of proposals) {
    const ofFile = found.get(diagnostic.file);
    if (ofFile === undefined) found.set(diagnostic.file, [...edits]);
    else for (const edit of edits) ofFile.push(edit);
  }
  return found;
}

const unread: ReadonlySet<string> = new Set(['encoding', 'size-limit', 'file-kind'] satisfies ReadingRule[]);
const readers: ReadonlySet<string> = new Set([
  'front-matter',
  'duplicate-key',
  'control-character',
] satisfies ReadingRule[]);

/** Whether a file may be edited for a rule: not what could not be read as text, and broken front matter only to mend what is broken. */
export function isMendable({ data, faults }: Manuscript, rule: string): boolean {
  if (faults.some((fault) => unread.has(fault.rule))) return false;
  return data !== undefined || readers.has(rule);
}

/** Whether a file is one of the named ones, or lies in a named folder; without names every one is. */
export function isNamed(file: string, paths: readonly string[] | undefined): boolean {
  return (
    paths === undefined ||
    paths.some((path) => path === file || path === '' || path === '.' || file.startsWith(`${path}/`))
  );
}
