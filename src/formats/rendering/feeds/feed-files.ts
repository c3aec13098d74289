/** How files of feeds are called: their formats say it of themselves, and a list of feeds says it of them. */
import type { ExportFormat } from '../../../model/export-format.ts';

type FeedFile = Pick<ExportFormat, 'id' | 'extension' | 'mediaType'>;

export const rssFile: FeedFile = { id: 'rss', extension: 'rss', mediaType: 'application/rss+xml' };
export const atomFile: FeedFile = { id: 'atom', extension: 'atom', mediaType: 'application/atom+xml' };
export const jsonFeedFile: FeedFile = { id: 'json-feed', extension: 'feed.json', mediaType: 'application/feed+json' };
