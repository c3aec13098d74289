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
  const other = otherNames.get(id.toLowerCase());
  const hint =
    didYouMean(other === undefined ? nearest(id, exportFormats.keys()) : [other]) ??
    `The formats are ${[...exportFormats.keys()].join(', ')}.`;
  throw new PressError('usage', `«${id}» is not a format.`, { hint });
}

/** What people call the formats. */
const otherNames: ReadonlyMap<string, string> = new Map([
  ['excel', 'xlsx'],
  ['xls', 'xlsx'],
  ['md', 'markdown'],
  ['text', 'list'],
  ['txt', 'list'],
  ['htm', 'html'],
  ['page', 'html'],
  ['feed', 'rss'],
  ['jsonfeed', 'json-feed'],
  ['jsonl', 'ndjson'],
  ['jsonld', 'json-ld'],
  ['schema.org', 'json-ld'],
  ['newsml', 'newsml-g2'],
  ['news', 'news-sitemap'],
]);

/**
 * The card of the format that somebody asks for: by its name, else by the ending of the file that they want (`-o list.xlsx`), else `list`.
 * Throws PressError for a name that is none, and for an ending of several formats.
 */
export async function wantedFormat(options: OptionValues): Promise<ExportFormat> {
  if (typeof options['format'] === 'string') return formatNamed(options['format']);
  const path = options['output'];
  const name = typeof path === 'string' ? path.slice(path.lastIndexOf('/') + 1).toLowerCase() : '';
  if (!name.includes('.')) return formatNamed('list');
  const cards = await Promise.all([...exportFormats.values()].map((load) => load()));
  const fitting = cards.filter(({ extension }) => name.endsWith(`.${extension}`));
  const [longest] = fitting.sort((a, b) => b.extension.length - a.extension.length);
  if (longest !== undefined) return longest;
  if (name.endsWith('.xml')) throw manyFormats(String(path));
  return formatNamed('list');
}

function manyFormats(path: string): PressError {
  return new PressError('usage', `«${path}» could be a feed, a sitemap or news items.`, {
    hint: 'Name the format with -f, such as -f rss.',
  });
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
