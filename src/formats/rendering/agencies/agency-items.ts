import type { Edition } from '../../../model/edition.ts';
import { publishingStatus } from './agency-release.ts';
import type { FeedPart } from '../feeds/withdrawals.ts';

/**
 * What news agencies get: the releases in their order, then notices of withdrawals, newest first. Where people asked to see what
 * is not public, a withdrawn release stands there itself and needs no notice, because an agency takes one item for one identity.
 */
export function* agencyItemsOf({ releases, tombstones }: Edition): Generator<FeedPart> {
  const canceled = new Set<string>();
  for (const release of releases) {
    if (publishingStatus(release) === 'canceled') canceled.add(release.id);
    yield { release };
  }
  for (const withdrawal of tombstones) if (!canceled.has(withdrawal.id)) yield { release: undefined, withdrawal };
}
