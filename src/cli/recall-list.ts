/** `press export --withdrawn`: what was taken back, and which feeds had it. */
import { recallWriters } from '../formats/rendering/recall-list.ts';
import type { ExitStatus, Invocation } from '../model/command.ts';
import { PressError } from '../model/press-error.ts';
import { withFeed } from '../model/saved-feed.ts';
import { choose } from '../model/selection.ts';
import { recallList } from '../operations/recall.ts';
import { counted } from '../text/counted.ts';
import { terminalSafe } from '../text/terminal-safe.ts';
import { momentFrom } from './options/moment.ts';
import { outputPlace } from './options/output-place.ts';
import { savedFeed, wantedFormat } from './options/saved-feed-option.ts';
import { wishFrom } from './options/selection-options.ts';
import { tellingFormats } from './options/telling-formats.ts';
import { sayWhatIsMissing } from './terminal/held-back.ts';
import { dryLine } from './terminal/output-told.ts';

/** Writes the list. Rejects with PressError for a format that has no room for one, and for a feed that press.yaml does not say right. */
export async function writeRecallList({ environment, options }: Invocation): Promise<ExitStatus> {
  const format = await wantedFormat(options);
  const write = recallWriters.get(format.id);
  if (write === undefined) throw noRoom(format.id);
  if (options['includeUnpublished'] === true) throw nothingMore();
  const place = outputPlace(options, format, environment);
  const repository = await environment.repository();
  const { taxonomy, settings } = repository;
  const moment = momentFrom(options, environment, settings);
  const context = { taxonomy, types: repository.releaseTypes(), ...moment };
  const feed = savedFeed(options, repository);
  const selection = choose(withFeed(wishFrom(options, taxonomy.facets.values()), feed), context);
  const telling = await tellingFormats();
  const { recalled, unreadable } = recallList(repository, { selection, moment, telling });
  const mark = options['bom'] === true && format.id === 'csv' ? '\uFEFF' : '';
  const text = `${mark}${write(recalled, { rawCells: options['rawCells'] === true })}`;
  if (place.kind === 'stdout') await environment.out(text);
  else if (options['dryRun'] === true)
    await environment.out(dryLine(await environment.files.compare(place.path, [text]), place.path));
  else await environment.files.write(place.path, [text]);
  if (recalled.length === 0) environment.say('Nothing that had been public was withdrawn.');
  else if (place.kind !== 'stdout')
    environment.say(`${counted(recalled.length, 'withdrawn release')} in ${terminalSafe(place.path)}.`);
  sayWhatIsMissing(environment, { heldBack: 0, unreadable, twins: 0 });
  return unreadable === 0 ? 0 : 1;
}

function noRoom(format: string): PressError {
  return new PressError('usage', `«--withdrawn» makes a list, and the format «${format}» is not one for it.`, {
    hint: `Choose ${[...recallWriters.keys()].join(', ')}. Feeds announce withdrawals by themselves.`,
  });
}

function nothingMore(): PressError {
  return new PressError('usage', '«--withdrawn» lists what readers have; nothing else belongs to it.', {
    hint: 'Leave --include-unpublished out; «press list --include-unpublished --status withdrawn» shows titles.',
  });
}
