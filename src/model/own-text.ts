/** What a release says itself, without what the house puts around it. */
import { inOneLine } from '../text/one-line.ts';
import { bodyDateline } from './body-dateline.ts';
import { withoutComments } from './house-notes.ts';
import type { Manuscript } from './manuscript.ts';
import type { Settings } from './settings.ts';

/** Whether a body has words beside its dateline, notes in comments and the closing paragraphs of the house. */
export function hasOwnText(manuscript: Manuscript, { boilerplates }: Pick<Settings, 'boilerplates'>): boolean {
  const dateline = bodyDateline(manuscript);
  const start = dateline?.inFile(dateline.dateline).end ?? manuscript.bodyStart;
  let text = inOneLine(withoutComments(manuscript.text.slice(start)));
  for (const texts of boilerplates.values()) {
    for (const closing of texts.values()) text = text.replace(inOneLine(closing), () => ' ');
  }
  return /[\p{L}\p{N}]/u.test(text);
}
