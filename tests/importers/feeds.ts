/** The feeds of this folder, and feeds of one item. */
import { readFileSync } from 'node:fs';
import { feed } from '../../src/importers/feed.ts';
import type { ImportSource, SourceRelease } from '../../src/model/importer.ts';
import { source } from './pages.ts';

/** A file of `tests/importers/feeds/`. */
export function feedFile(name: string): ImportSource {
  const bytes = readFileSync(new URL(`feeds/${name}`, import.meta.url));
  return { name, bytes, text: bytes.toString('utf8') };
}

/** RSS 2.0 with one item of these elements; the usual prefixes are declared. */
export function rss(item: string, channel = ''): string {
  const modules = Object.entries({
    content: 'http://purl.org/rss/1.0/modules/content/',
    dc: 'http://purl.org/dc/elements/1.1/',
    dcterms: 'http://purl.org/dc/terms/',
    media: 'http://search.yahoo.com/mrss/',
    feedburner: 'http://rssnamespace.org/feedburner/ext/1.0',
  });
  const declared = modules.map(([prefix, address]) => `xmlns:${prefix}="${address}"`).join(' ');
  return `<rss version="2.0" ${declared}><channel><title>F</title><link>https://f.example/</link>${channel}<item><title>T</title>${item}</item></channel></rss>`;
}

/** The first release of a feed. */
export function first(text: string): SourceRelease {
  const [release] = feed.read(source(text));
  if (release === undefined) throw new Error('no release');
  return release;
}

/** The value of a key of its front matter. */
export function keyOf(release: SourceRelease, name: string): unknown {
  return release.frontMatter?.get(name)?.value;
}
