/** Which facts can be kept as they are. Files with any others are read each time. */
import type { FileFacts } from '../../model/file-facts.ts';

/**
 * Text that UTF-8 cannot write would come back as another one; and where a comment, a note of the house, stands in a value, what is public of it
 * is not what stands in the file.
 */
export function isRememberable(facts: FileFacts): boolean {
  const { id, lang, date, status, address, original, aliases, related, attachments, links, release } = facts;
  const terms = [...(release?.terms ?? [])].flat(2);
  return [id, lang, date, status, address, original?.id, original?.digest, release?.lang, release?.permalink]
    .concat(aliases, related, attachments, links, release?.places, terms)
    .every((text) => text === undefined || (text.isWellFormed() && !text.includes('<!--')));
}
