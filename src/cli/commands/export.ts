import { exportFormats } from '../../formats/index.ts';
import type { Command, OptionValues } from '../../model/command.ts';
import type { ExportFormat } from '../../model/export-format.ts';
import { PressError } from '../../model/press-error.ts';
import { withFeed } from '../../model/saved-feed.ts';
import { choose } from '../../model/selection.ts';
import { exportReleases } from '../../operations/export.ts';
import { sayIfIdentityMayChange } from '../identity-told.ts';
import { cacheOption, usesCache } from '../options/cache-option.ts';
import { explainSelection } from '../options/explain-selection.ts';
import { exportRequest } from '../options/export-look.ts';
import { momentFrom } from '../options/moment.ts';
import { outputPlace } from '../options/output-place.ts';
import { savedFeed, wantedFormat } from '../options/saved-feed-option.ts';
import { wishFrom } from '../options/selection-options.ts';
import { isComplete, sayNothingFound, sayWhatIsMissing } from '../terminal/held-back.ts';
import { writeExport } from '../write-export.ts';

const output = 'Output:';

/** Site builders publish whatever they are given. */
function refuseUnpublished({ includeUnpublished }: OptionValues, { id, folder }: ExportFormat): void {
  if (includeUnpublished !== true || folder?.publicOnly !== true) return;
  throw new PressError(
    'usage',
    `A folder of the format «${id}» is for site builders, and they would publish everything in it.`,
    {
      hint: 'Leave --include-unpublished out, or name a file.',
    },
  );
}

/** `press export`: public releases, chosen and written in a format. */
export const exportCommand: Command = {
  name: 'export',
  summary: 'Write a filtered list or feed of public releases.',
  details: [
    'Only what is public goes out: published, its date reached, no embargo in force. stderr says how many were held back. Exit status 1 when a file could not be read: then the output may lack a release.',
    'Behind -o stands a file, or a folder: markdown, ninjs and newsml-g2 put a file for each release into it, sitemap and json-feed as many as they need, --all-feeds every saved feed. A file whose bytes are the same is not touched, one that is no longer part of the output is removed, and press-manifest.json lists them.',
  ],
  arguments: [],
  options: [
    {
      flags: '-f, --format <format>',
      summary: `${[...exportFormats.keys()].join(', ')}; without it that of the ending behind -o, else list`,
      group: output,
    },
    {
      flags: '-o, --output <path>',
      summary: 'write to a file or folder instead of stdout, whole or not at all',
      group: output,
    },
    { flags: '--feed <id>', summary: 'a feed saved in press.yaml; other options narrow it', group: output },
    {
      flags: '--all-feeds',
      summary: 'every feed saved in press.yaml, in its formats, into the folder behind -o',
      group: output,
    },
    { flags: '--title <text>', summary: 'heading of the feed or list', group: output },
    {
      flags: '--content <mode>',
      summary: 'how much text goes with it',
      choices: ['full', 'summary', 'none'],
      group: output,
    },
    {
      flags: '--labels <mode>',
      summary: "terms by today's name, or by that of the release's day",
      choices: ['current', 'as-of'],
      group: output,
    },
    { flags: '--label-lang <tag>', summary: 'language of labels', group: output },
    {
      flags: '--columns <keys>',
      summary: 'columns of a table, keys of an object: id,title,date',
      group: output,
    },
    { flags: '--bom', summary: 'table with a byte-order mark, for older spreadsheets', group: output },
    { flags: '--raw-cells', summary: 'table without the guard before cells that begin like a formula', group: output },
    { flags: '--no-tombstones', summary: 'feed without notices of withdrawn releases', group: output },
    {
      flags: '--withdrawn',
      summary: 'instead of releases, what was taken back after it had been public, and the feeds that had it',
      group: output,
    },
    { flags: '-n, --dry-run', summary: 'with -o: say what would change, write nothing', group: output },
    cacheOption,
  ],
  facets: 'selection',
  examples: [
    { line: 'export --field elections', summary: 'everything about elections, as lines to paste into a report' },
    { line: 'export --field elections --from 2009 --to 2014 -f csv', summary: 'the same of six years, as a table' },
    { line: 'export --feed elections -f rss', summary: 'a saved feed, as RSS' },
    { line: 'export --where "field:education AND NOT lang:ru" -f json', summary: 'by a query, as JSON' },
    { line: 'export -f markdown -o site/content/ --dry-run', summary: 'a file for each release, for Hugo or Jekyll' },
    { line: 'export --withdrawn', summary: 'the recall list: who has to be told, and why' },
    { line: 'export --all-feeds -o public/feeds --dry-run', summary: 'every saved feed, as a nightly job writes them' },
  ],
  async run(invocation) {
    if (invocation.options['allFeeds'] === true) {
      const { writeAllFeeds } = await import('../all-feeds.ts');
      return writeAllFeeds(invocation);
    }
    if (invocation.options['withdrawn'] === true) {
      const { writeRecallList } = await import('../recall-list.ts');
      return writeRecallList(invocation);
    }
    const { environment, options } = invocation;
    const format = await wantedFormat(options);
    const place = outputPlace(options, format, environment);
    if (place.kind === 'folder') refuseUnpublished(options, format);
    const repository = await environment.repository();
    const feed = savedFeed(options, repository);
    const moment = momentFrom(options, environment, repository.settings);
    const { taxonomy } = repository;
    const context = { taxonomy, types: repository.releaseTypes(), ...moment };
    const selection = choose(withFeed(wishFrom(options, taxonomy.facets.values()), feed), context);
    explainSelection(invocation, selection, context);
    const request = exportRequest({ options, repository, feed, format, moment, selection, context });
    const exported = exportReleases(repository, format, { ...request, usesMemory: usesCache(options) });
    const isWritten = await writeExport(exported, { format, place }, invocation);
    if (exported.count === 0) sayNothingFound(environment, selection, exported);
    sayWhatIsMissing(environment, exported);
    if (format.hasIdentity === true) sayIfIdentityMayChange(environment, repository);
    exported.remember();
    return isWritten && isComplete(exported) ? 0 : 1;
  },
};
