import type { Release } from '../../../model/release.ts';
import { fitForPage } from '../../../text/html.ts';
import { inOneLine } from '../../../text/one-line.ts';

/** A title as people see it, on one line, markup and all; one without a visible character is stood in for by the id. */
export function shownTitle({ title, id }: Pick<Release, 'title' | 'id'>): string {
  return visibleLine(title) || visibleLine(id) || '–';
}

/** A text on one line, without characters that a page must not hold; one that parts words leaves a blank. */
export function visibleLine(text: string): string {
  return inOneLine(fitForPage(inOneLine(text)));
}
