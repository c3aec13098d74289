import { identityNamespace } from '../../../model/identity.ts';
import { isReservedName } from '../../../text/slug-form.ts';
import { uuidV5 } from '../../../text/uuid-v5.ts';

const PLAIN = /^[a-z0-9][a-z0-9.-]*$/;

// Together with an extension this fits into what every file system allows.
const LONGEST = 150;
const DIGITS = 13;

/**
 * The name of the file with one news item, without extension: the release's id, where that has nothing but small letters, digits, dots
 * and hyphens. Of any other id as much as can be read, and behind two dots, which no id has, what tells it from the rest:
 * `annual-report..b1f2e9a0-5c31`.
 */
export function agencyFileName(id: string): string {
  if (PLAIN.test(id) && id.length <= LONGEST && !isReservedName(id)) return id;
  const words =
    id
      .slice(0, LONGEST)
      .toLowerCase()
      .match(/[a-z0-9]+/g) ?? [];
  return `${words.join('-') || 'item'}..${uuidV5(identityNamespace, id).slice(0, DIGITS)}`;
}
