/** Files with the places of their faults between ⟦ and ⟧, and what their fixes make of them. */
import type { Fault, Manuscript } from '../../src/model/manuscript.ts';
import { readManuscript } from '../../src/repository/read-manuscript.ts';

export const read = (text: string): Manuscript =>
  readManuscript('releases/a.md', new TextEncoder().encode(text), () => undefined);

/** The text with the places of all faults marked. */
export function marked(text: string, faults: readonly Fault[]): string {
  return [...faults]
    .sort((a, b) => b.start - a.start)
    .reduce((all, { start, end }) => `${all.slice(0, start)}⟦${all.slice(start, end)}⟧${all.slice(end)}`, text);
}

/** The text after the fix of a fault; undefined where there is none. */
export function mended(text: string, fault: Fault | undefined): string | undefined {
  if (fault?.fix === undefined) return undefined;
  return [...fault.fix.edits]
    .sort((a, b) => b.start - a.start || b.end - a.end)
    .reduce((all, edit) => all.slice(0, edit.start) + edit.text + all.slice(edit.end), text);
}

export const unmarked = (text: string): string => text.replaceAll(/[⟦⟧]/g, '');
