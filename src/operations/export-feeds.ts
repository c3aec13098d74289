/** Every saved feed in all its formats: what `press export --all-feeds` does between press.yaml and files. */
import type { EditionLook } from '../model/edition.ts';
import type { Moment } from '../model/embargo.ts';
import type { ExportFormat, OutputFile } from '../model/export-format.ts';
import { feedAddress } from '../model/feed-address.ts';
import type { Repository } from '../model/repository.ts';
import { selectionOfFeed } from '../model/saved-feed.ts';
import type { Selection } from '../model/selection.ts';
import type { SavedFeed } from '../model/settings.ts';
import { editionOf, refuseWithoutBaseUrl } from './export.ts';
import { gatherAll, type Gathering } from './gather.ts';

/** A saved feed and the cards of its formats. */
export interface FeedWithFormats {
  readonly feed: SavedFeed;
  readonly formats: readonly ExportFormat[];
}

/** What holds for every feed of a run. */
export interface FeedsRequest extends Pick<EditionLook, 'labels' | 'bom' | 'rawCells'> {
  readonly moment: Moment;
  /** `YYYY-MM-DD` of that moment. */
  readonly today: string;
  readonly withTombstones: boolean;
  /** As for `gather`. */
  readonly usesMemory?: boolean;
}

export interface ExportedFeeds extends Pick<Gathering, 'heldBack' | 'unreadable' | 'twins' | 'remember'> {
  /** Written as they are asked for. */
  readonly files: Iterable<OutputFile>;
  /** Why a file is not there, as sentences. */
  readonly refusals: readonly string[];
}

/** Reads the repository once for all feeds. Throws PressError for a feed that cannot be made. */
export function exportFeeds(
  repository: Repository,
  feeds: readonly FeedWithFormats[],
  request: FeedsRequest,
): ExportedFeeds {
  for (const { formats } of feeds) for (const format of formats) refuseWithoutBaseUrl(format, repository);
  const context = {
    taxonomy: repository.taxonomy,
    today: request.today,
    ...request.moment,
    types: repository.releaseTypes(),
  };
  const selections = feeds.map(({ feed }) => selectionOfFeed(feed, context));
  const gatherings = gatherAll(repository, selections, {
    moment: request.moment,
    includeUnpublished: false,
    usesMemory: request.usesMemory === true,
  });
  const outputs = feeds.flatMap((each, at) => {
    const [gathering, selection] = [gatherings[at], selections[at]];
    return gathering === undefined || selection === undefined
      ? []
      : outputsOf(each, { ...request, repository, gathering, selection });
  });
  return {
    files: filesOf(outputs),
    refusals: outputs.flatMap(({ refusal }) => refusal ?? []),
    // These are the same for all of them.
    heldBack: gatherings[0]?.heldBack ?? 0,
    unreadable: gatherings[0]?.unreadable ?? 0,
    twins: gatherings[0]?.twins ?? 0,
    remember: () => gatherings[0]?.remember(),
  };
}

interface Output {
  readonly refusal: string | undefined;
  files(): Iterable<OutputFile>;
}

interface Parts extends FeedsRequest {
  readonly repository: Repository;
  readonly gathering: Gathering;
  readonly selection: Selection;
}

function outputsOf({ feed, formats }: FeedWithFormats, parts: Parts): Output[] {
  return formats.map((format) => {
    const edition = editionOf(parts.gathering, format, {
      ...parts,
      content: feed.content ?? format.content,
      lang: feed.lang ?? parts.repository.settings.language,
      title: feed.title,
      feedId: feed.id,
      selfUrl: feedAddress(feed, format),
      columns: undefined,
    });
    const why = format.refuses?.(edition);
    return {
      refusal: why === undefined ? undefined : `${feed.id}.${format.extension} is not there: ${why}`,
      *files() {
        if (format.folder?.unit === 'part') yield* format.folder.files(edition, feed.id);
        else if (why === undefined) {
          const name = `${feed.id}.${format.extension}`;
          yield { name, count: format.countIn?.(edition) ?? edition.releases.length, chunks: format.write(edition) };
        }
      },
    };
  });
}

function* filesOf(outputs: readonly Output[]): Generator<OutputFile> {
  for (const output of outputs) yield* output.files();
}
