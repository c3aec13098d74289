/** Whether an incoming release has anything to read: one without a text must not be published (`empty-body`). */
import { bodyDateline } from '../model/body-dateline.ts';
import { withoutComments } from '../model/house-notes.ts';
import type { Manuscript } from '../model/manuscript.ts';
import type { Settings } from '../model/settings.ts';
import { inOneLine } from '../text/one-line.ts';

/** Whether a body has words beside its dateline, notes in comments and the closing paragraphs of the house. */
export function hasText(manuscript: Manuscript, { boilerplates }: Pick<Settings, 'boilerplates'>): boolean {
  const dateline = bodyDateline(manuscript);
  const start = dateline?.inFile(dateline.dateline).end ?? manuscript.bodyStart;
  const closings = [...boilerplates.values()].flatMap((texts) => [...texts.values()]);
  const own = closings.reduce(
    (text, closing) => text.replace(inOneLine(closing), () => ' '),
    inOneLine(withoutComments(manuscript.text.slice(start))),
  );
  return /[\p{L}\p{N}]/u.test(own);
}
