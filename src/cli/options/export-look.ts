/** From the words of `press export` to what an export is asked for. */
import type { OptionValues } from '../../model/command.ts';
import type { ExportFormat } from '../../model/export-format.ts';
import { feedAddress } from '../../model/feed-address.ts';
import { PressError } from '../../model/press-error.ts';
import type { Repository } from '../../model/repository.ts';
import { isSameSelection, selectionOfFeed } from '../../model/saved-feed.ts';
import type { ChooseContext, Selection } from '../../model/selection.ts';
import type { SavedFeed } from '../../model/settings.ts';
import type { ExportRequest } from '../../operations/export.ts';
import type { RunMoment } from './moment.ts';

export interface LookParts {
  readonly options: OptionValues;
  readonly repository: Repository;
  readonly feed: SavedFeed | undefined;
  readonly format: ExportFormat;
  readonly moment: RunMoment;
  readonly selection: Selection;
  readonly context: ChooseContext;
}

/** What the options, the saved feed and the settings ask for, in this order. */
export function exportRequest(parts: LookParts): ExportRequest {
  const { options, repository, feed, format, moment, selection } = parts;
  refuseTableOptions(options, format);
  const text = (key: string): string | undefined => (typeof options[key] === 'string' ? options[key] : undefined);
  const whole = wholeFeed(parts);
  return {
    ...runLook(options),
    selection,
    moment,
    includeUnpublished: moment.includeUnpublished,
    content: contentMode(text('content')) ?? feed?.content ?? format.content,
    lang: text('labelLang') ?? feed?.lang ?? repository.settings.language,
    title: text('title') ?? feed?.title,
    feedId: whole?.id,
    selfUrl: whole === undefined ? undefined : feedAddress(whole, format),
    columns: text('columns')
      ?.split(',')
      .map((key) => key.trim()),
  };
}

const tableFlags = { columns: '--columns', bom: '--bom', rawCells: '--raw-cells' } as const;

/** An option that would do nothing is a mistake that nobody would notice. */
function refuseTableOptions(options: OptionValues, { id, tableOptions = [] }: ExportFormat): void {
  for (const [key, flag] of Object.entries(tableFlags)) {
    const isGiven = options[key] !== undefined && options[key] !== false;
    if (!isGiven || tableOptions.some((each) => each === key)) continue;
    throw new PressError('usage', `«${flag}» means nothing to the format «${id}».`, {
      hint:
        key === 'columns' ? 'Leave it out, or choose csv, xlsx, json, ndjson or list.' : 'Leave it out, or choose csv.',
    });
  }
}

/** What holds for every output of a run, one or many. */
export function runLook(options: OptionValues): Pick<ExportRequest, 'labels' | 'bom' | 'rawCells' | 'withTombstones'> {
  return {
    labels: options['labels'] === 'as-of' ? 'as-of' : 'current',
    bom: options['bom'] === true,
    rawCells: options['rawCells'] === true,
    withTombstones: options['tombstones'] !== false,
  };
}

/** A feed that was narrowed is another one: it has neither the saved one's identity nor its address. */
function wholeFeed({ feed, selection, context, moment }: LookParts): SavedFeed | undefined {
  if (feed === undefined || moment.includeUnpublished) return undefined;
  return isSameSelection(selection, selectionOfFeed(feed, context)) ? feed : undefined;
}

function contentMode(word: string | undefined): ExportRequest['content'] | undefined {
  return word === 'full' || word === 'summary' || word === 'none' ? word : undefined;
}
