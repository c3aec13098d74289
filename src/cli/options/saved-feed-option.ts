/** `--feed` and `--all-feeds`: feeds that press.yaml has, and the cards of their formats. */
import { exportFormats } from '../../formats/index.ts';
import type { OptionValues } from '../../model/command.ts';
import type { ExportFormat } from '../../model/export-format.ts';
import { didYouMean, PressError } from '../../model/press-error.ts';
import type { Repository } from '../../model/repository.ts';
import type { SavedFeed } from '../../model/settings.ts';
import type { FeedWithFormats } from '../../operations/export-feeds.ts';
import { nearest } from '../../text/nearest.ts';

/** The feed that `--feed` names; undefined without the option. Throws PressError for a name that press.yaml does not have. */
export function savedFeed(options: OptionValues, { settings }: Pick<Repository, 'settings'>): SavedFeed | undefined {
  const id = options['feed'];
  if (typeof id !== 'string') return undefined;
  const feed = settings.feeds.find((saved) => saved.id === id);
  if (feed !== undefined) return feed;
  const known = settings.feeds.map((saved) => saved.id);
  const hint =
    didYouMean(nearest(id, known)) ?? (known.length === 0 ? 'It has no feeds at all.' : `It has ${known.join(', ')}.`);
  throw new PressError('unknown-feed', `press.yaml has no feed «${id}».`, { hint });
}

/** Every saved feed with the cards of its formats. Throws PressError when there is none, or when two have one name. */
export async function feedsWithFormats({ settings }: Pick<Repository, 'settings'>): Promise<FeedWithFormats[]> {
  if (settings.feeds.length === 0) {
    throw new PressError('unknown-feed', 'press.yaml has no feeds, so there is nothing to write.', {
      hint: 'Write one there, such as «feeds: [{id: elections, where: "field:elections", formats: [rss, atom]}]».',
    });
  }
  refuseTwins(settings.feeds);
  return Promise.all(
    settings.feeds.map(async (feed) => ({ feed, formats: await Promise.all(feed.formats.map(formatNamed)) })),
  );
}

/** The card of a format. Throws PressError for a word that is none. */
export async function formatNamed(id: string): Promise<ExportFormat> {
  const load = exportFormats.get(id);
  if (load !== undefined) return load();
  const hint =
    didYouMean(nearest(id, exportFormats.keys())) ?? `The formats are ${[...exportFormats.keys()].join(', ')}.`;
  throw new PressError('usage', `«${id}» is not a format.`, { hint });
}

function refuseTwins(feeds: readonly SavedFeed[]): void {
  const seen = new Set<string>();
  for (const { id } of feeds) {
    if (seen.has(id)) {
      throw new PressError('broken-settings', `press.yaml has two feeds «${id}», and both would be one file.`, {
        hint: 'Give one of them another id.',
      });
    }
    seen.add(id);
  }
}
