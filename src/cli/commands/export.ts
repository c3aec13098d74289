import type { Command, Invocation, OptionValues } from '../../model/command.ts';
import type { Chunk, ExportFormat } from '../../model/export-format.ts';
import { tagAuthority } from '../../model/identity.ts';
import { didYouMean, PressError } from '../../model/press-error.ts';
import type { Repository } from '../../model/repository.ts';
import { choose, type Wish } from '../../model/selection.ts';
import type { SavedFeed } from '../../model/settings.ts';
import { exportFormats } from '../../formats/index.ts';
import { exportReleases, type ExportRequest } from '../../operations/export.ts';
import { nearest } from '../../text/nearest.ts';
import { explainSelection } from '../options/explain-selection.ts';
import { momentFrom, type RunMoment } from '../options/moment.ts';
import { wishFrom } from '../options/selection-options.ts';
import { sayWhatIsMissing } from '../terminal/held-back.ts';

const output = 'Output:';

/** `press export`: public releases, chosen and written in a format. */
export const exportCommand: Command = {
  name: 'export',
  summary: 'Write a filtered list or feed of public releases.',
  details: [
    'Only what is public goes out: published, its date reached, no embargo in force. stderr says how many were held back. Exit status 1 when a file could not be read: then the output may lack a release.',
  ],
  arguments: [],
  options: [
    {
      flags: '-f, --format <format>',
      summary: `${[...exportFormats.keys()].join(', ')}; without it: list`,
      group: output,
    },
    { flags: '-o, --output <file>', summary: 'write to FILE instead of stdout, whole or not at all', group: output },
    { flags: '--feed <id>', summary: 'a feed saved in press.yaml; other options narrow it', group: output },
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
    { flags: '--columns <keys>', summary: 'columns of a table: id,title,date', group: output },
    { flags: '--bom', summary: 'table with a byte-order mark, for older spreadsheets', group: output },
    { flags: '--raw-cells', summary: 'table without the guard before cells that begin like a formula', group: output },
    { flags: '--no-tombstones', summary: 'feed without notices of withdrawn releases', group: output },
  ],
  facets: 'selection',
  examples: [
    { line: 'export --field elections', summary: 'everything about elections, as lines to paste into a report' },
    { line: 'export --field elections --from 2009 --to 2014 -f csv', summary: 'the same of six years, as a table' },
    { line: 'export --feed elections -f rss', summary: 'a saved feed, as RSS' },
    { line: 'export --where "field:education AND NOT lang:ru" -f json', summary: 'by a query, as JSON' },
  ],
  async run(invocation) {
    const { environment, options } = invocation;
    const repository = await environment.repository();
    const format = await chosenFormat(options);
    const feed = feedFrom(options, repository);
    const moment = momentFrom(options, environment, repository.settings);
    const wish = withFeed(wishFrom(options, repository.taxonomy.facets.values()), feed);
    const selection = choose(wish, {
      taxonomy: repository.taxonomy,
      today: moment.today,
      types: repository.releaseTypes(),
    });
    explainSelection(invocation, selection);
    const exported = exportReleases(
      repository,
      format,
      requestFrom({ invocation, repository, feed, format, moment, selection }),
    );
    await writeChunks(invocation, exported.chunks);
    if (exported.count === 0) environment.say('No public release answers that.');
    sayWhatIsMissing(environment, exported);
    if (format.needsBaseUrl) sayIfIdentityMayChange(invocation, repository);
    return exported.unreadable === 0 ? 0 : 1;
  },
};

/** Subscribers know a release by its identity, and that is made of two settings. */
function sayIfIdentityMayChange({ environment }: Invocation, { settings }: Repository): void {
  if (tagAuthority(settings.publisher) !== undefined) return;
  environment.say(
    'Without publisher.authority and publisher.since in press.yaml, identities are made of the id alone; setting the two later changes them.',
  );
}

async function chosenFormat(options: OptionValues): Promise<ExportFormat> {
  const id = typeof options['format'] === 'string' ? options['format'] : 'list';
  const load = exportFormats.get(id);
  if (load !== undefined) return load();
  const hint =
    didYouMean(nearest(id, exportFormats.keys())) ?? `The formats are ${[...exportFormats.keys()].join(', ')}.`;
  throw new PressError('usage', `«${id}» is not a format.`, { hint });
}

function feedFrom(options: OptionValues, { settings }: Repository): SavedFeed | undefined {
  const id = options['feed'];
  if (typeof id !== 'string') return undefined;
  const feed = settings.feeds.find((saved) => saved.id === id);
  if (feed !== undefined) return feed;
  const known = settings.feeds.map((saved) => saved.id);
  const hint =
    didYouMean(nearest(id, known)) ?? (known.length === 0 ? 'It has no feeds at all.' : `It has ${known.join(', ')}.`);
  throw new PressError('unknown-feed', `press.yaml has no feed «${id}».`, { hint });
}

/** A saved feed is joined to the selection by AND; its limit holds unless the person names another. */
function withFeed(wish: Wish, feed: SavedFeed | undefined): Wish {
  if (feed === undefined) return wish;
  const where = feed.where === undefined ? wish.where : [feed.where, ...wish.where];
  const lang = feed.lang === undefined ? [] : [`lang:"${feed.lang}"`];
  const limit = wish.limit ?? (feed.limit === undefined ? undefined : String(feed.limit));
  return { ...wish, where: [...where, ...lang], ...(limit === undefined ? {} : { limit }) };
}

interface RequestParts {
  readonly invocation: Invocation;
  readonly repository: Repository;
  readonly feed: SavedFeed | undefined;
  readonly format: ExportFormat;
  readonly moment: RunMoment;
  readonly selection: ExportRequest['selection'];
}

function requestFrom({
  invocation: { options },
  repository,
  feed,
  format,
  moment,
  selection,
}: RequestParts): ExportRequest {
  const text = (key: string): string | undefined => (typeof options[key] === 'string' ? options[key] : undefined);
  return {
    selection,
    moment,
    includeUnpublished: moment.includeUnpublished,
    withTombstones: options['tombstones'] !== false,
    labels: text('labels') === 'as-of' ? 'as-of' : 'current',
    content: (text('content') as ExportRequest['content'] | undefined) ?? feed?.content ?? format.content,
    lang: text('labelLang') ?? feed?.lang ?? repository.settings.language,
    title: text('title') ?? feed?.title,
    feedId: feed?.id,
    selfUrl: feed?.url,
    columns: text('columns')
      ?.split(',')
      .map((key) => key.trim()),
    bom: options['bom'] === true,
    rawCells: options['rawCells'] === true,
  };
}

async function writeChunks({ options, environment }: Invocation, chunks: Iterable<Chunk>): Promise<void> {
  const target = options['output'];
  if (typeof target === 'string' && target !== '-') return environment.files.write(target, chunks);
  for (const chunk of chunks) await environment.out(chunk);
}
