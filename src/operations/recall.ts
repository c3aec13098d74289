/** The recall list: withdrawals on record, with the saved feeds that had the release. */
import type { Moment } from '../model/embargo.ts';
import { identityOf } from '../model/identity.ts';
import type { CarryingFeed, Recalled } from '../model/recall.ts';
import type { Repository } from '../model/repository.ts';
import { selectionOfFeed } from '../model/saved-feed.ts';
import type { Selection } from '../model/selection.ts';
import { gatherAll, type Gathering } from './gather.ts';

export interface RecallWish {
  readonly selection: Selection;
  readonly moment: Moment & { readonly today: string };
  /** Ids of the formats that announce withdrawals. */
  readonly telling: ReadonlySet<string>;
}

export interface RecallList extends Pick<Gathering, 'unreadable'> {
  /** Newest first, cut to the selection's limit. */
  readonly recalled: readonly Recalled[];
}

/** Reads the repository once. Throws PressError for a saved feed that press.yaml does not say right: it may have the release, too. */
export function recallList(repository: Repository, { selection, moment, telling }: RecallWish): RecallList {
  const { settings, taxonomy } = repository;
  const context = { ...moment, taxonomy, types: repository.releaseTypes() };
  const selections = settings.feeds.map((feed) => selectionOfFeed(feed, context));
  const options = { moment, includeUnpublished: false };
  const [own, ...feeds] = gatherAll(repository, [selection, ...selections], options);
  if (own === undefined) throw new Error('A selection without a gathering');
  const inFeed = feeds.map(({ tombstones }) => new Set(tombstones.map(({ id }) => id)));
  const carrying = settings.feeds.map(({ id, title, formats }): CarryingFeed => ({
    id,
    title,
    telling: formats.filter((format) => telling.has(format)),
    silent: formats.filter((format) => !telling.has(format)),
  }));
  const { offset, limit } = selection;
  const end = limit === undefined ? undefined : offset + limit;
  const recalled = own.tombstones.slice(offset, end).map(({ id, date, reason }) => ({
    id,
    identity: identityOf(id, settings.publisher),
    withdrawn: date.text,
    reason,
    feeds: carrying.filter((_, at) => inFeed[at]?.has(id) === true),
  }));
  return { recalled, unreadable: own.unreadable };
}
