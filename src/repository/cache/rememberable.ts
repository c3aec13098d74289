/** Which facts can be kept as they are. Files with any others are read each time. */
import type { FileFacts, ReleaseFacts } from '../../model/file-facts.ts';

/**
 * Text that UTF-8 cannot write would come back as another one; and where a comment, a note of the house, stands in a value, what is public of it
 * is not what stands in the file.
 */
export function isRememberable(facts: FileFacts): boolean {
  const { id, lang, date, status, address, original, aliases, related, attachments, links, release } = facts;
  return (
    [id, lang, date, status, address, original?.id, original?.digest].every(isPlain) &&
    [aliases, related, attachments, links].every((texts) => texts.every(isPlain)) &&
    (release === undefined || isPlainRelease(release, address))
  );
}

function isPlainRelease({ lang, permalink, places, terms }: ReleaseFacts, address: string | undefined): boolean {
  // Most have one address, which has been looked at.
  if (!isPlain(lang) || !(permalink === address || isPlain(permalink)) || !places.every(isPlain)) return false;
  for (const [property, ids] of terms) if (!isPlain(property) || !ids.every(isPlain)) return false;
  return true;
}

function isPlain(text: string | undefined): boolean {
  return text === undefined || (text.isWellFormed() && !text.includes('<!--'));
}
