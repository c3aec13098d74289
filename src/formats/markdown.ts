/**
 * Markdown: a digest to read or to paste, and, as a folder, one file a release for Hugo, Jekyll and Astro.
 *
 * Texts are written anew from what was read, so that nothing in them is HTML, or an instruction to a site builder.
 */
import type { Edition } from '../model/edition.ts';
import type { ExportFormat, OutputFile } from '../model/export-format.ts';
import { isInPeriods, periodOf } from './rendering/pages/date-groups.ts';
import { digestEntryMaker } from './rendering/pages/digest-entry.ts';
import { markdownText } from './rendering/markdown/markdown-nodes.ts';
import { markdownOf } from './rendering/markdown/markdown-source.ts';
import { pageWords } from './rendering/pages/page-words.ts';
import { releaseDocumentMaker } from './rendering/builders/release-document.ts';
import { DatedFileNames } from './rendering/builders/dated-file-names.ts';
import { shownMonth } from './rendering/pages/shown-date.ts';
import { visibleLine } from './rendering/pages/shown-title.ts';

export const markdown: ExportFormat = {
  id: 'markdown',
  summary: 'A digest by month; with -o DIR a file a release for Hugo, Jekyll, Astro',
  mediaType: 'text/markdown',
  extension: 'md',
  marksUnpublished: true,
  needsBaseUrl: false,
  hasTombstones: false,
  content: 'summary',
  leavesOut: ['id', 'facets', 'type', 'contacts', 'attachments', 'related'],
  *write(edition) {
    yield heading(1, visibleLine(edition.title ?? '') || edition.settings.publisher.name);
    const { nothing, undated } = pageWords(edition.lang);
    if (edition.releases.length === 0) yield `\n${paragraph(nothing)}`;
    const isByMonth = isInPeriods(edition.releases, 'month');
    const entryOf = digestEntryMaker(edition, isByMonth ? 3 : 2);
    let last: string | undefined;
    let number = 0;
    for (const release of edition.releases) {
      const month = periodOf(release, 'month');
      const isNew = isByMonth && month !== last;
      last = month;
      if (isNew) yield `\n${heading(2, month === '' ? undated : shownMonth(month, edition.lang))}`;
      yield `\n${entryOf(release, (number += 1))}`;
    }
  },
  folder: { unit: 'release', publicOnly: true, files: filesFor },
};

function* filesFor(edition: Edition): Generator<OutputFile> {
  const documentOf = releaseDocumentMaker(edition);
  const names = new DatedFileNames(edition.settings.language);
  for (const release of edition.releases) {
    // A site builder publishes what it finds, whatever the front matter says.
    if (release.unpublished.length > 0) continue;
    yield { name: `${names.next(release)}.md`, count: 1, chunks: [documentOf(release)] };
  }
}

function heading(depth: 1 | 2, text: string): string {
  return markdownOf([{ type: 'heading', depth, children: markdownText(text) }]);
}

function paragraph(text: string): string {
  return markdownOf([{ type: 'paragraph', children: markdownText(text) }]);
}
