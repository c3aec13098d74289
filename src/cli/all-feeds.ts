/** `press export --all-feeds -o DIR`: every saved feed in its formats, as a nightly job writes them. */
import type { ExitStatus, Invocation, OptionValues } from '../model/command.ts';
import { PressError } from '../model/press-error.ts';
import { exportFeeds } from '../operations/export-feeds.ts';
import { sayIfIdentityMayChange } from './identity-told.ts';
import { usesCache } from './options/cache-option.ts';
import { runLook } from './options/export-look.ts';
import { momentFrom } from './options/moment.ts';
import { feedsWithFormats } from './options/saved-feed-option.ts';
import { isComplete, sayWhatIsMissing } from './terminal/held-back.ts';
import { fillFolder } from './write-export.ts';

/** What may stand beside `--all-feeds`; everything else would make the feeds others than press.yaml says they are. */
const fitting = ['allFeeds', 'output', 'asOf', 'labels', 'bom', 'rawCells', 'tombstones', 'dryRun', 'cache'];
const everywhere = ['repo', 'color', 'quiet', 'input', 'debug'];
const allowed: ReadonlySet<string> = new Set([...fitting, ...everywhere]);

/** Writes them all, or none. Rejects with PressError for options that do not fit, and for a feed that cannot be made. */
export async function writeAllFeeds({ environment, options }: Invocation): Promise<ExitStatus> {
  const folder = folderFrom(options);
  const repository = await environment.repository();
  const feeds = await feedsWithFormats(repository);
  const moment = momentFrom(options, environment, repository.settings);
  const exported = exportFeeds(repository, feeds, {
    ...runLook(options),
    moment,
    today: moment.today,
    usesMemory: usesCache(options),
  });
  const { isClean } = await fillFolder(environment, folder, {
    files: exported.files,
    from: 'feeds',
    isDry: options['dryRun'] === true,
    now: moment.now,
  });
  for (const refusal of exported.refusals) environment.warn(refusal);
  sayWhatIsMissing(environment, exported);
  if (feeds.some(({ formats }) => formats.some((format) => format.hasIdentity === true)))
    sayIfIdentityMayChange(environment, repository);
  exported.remember();
  return isClean && isComplete(exported) && exported.refusals.length === 0 ? 0 : 1;
}

function folderFrom(options: OptionValues): string {
  const other = Object.keys(options).find((key) => !allowed.has(key) && isGiven(options[key]));
  if (other !== undefined) {
    throw new PressError(
      'usage',
      `«--all-feeds» writes the feeds as press.yaml has them; «--${flagOf(other)}» would change them.`,
      {
        hint: 'Leave one of the two out; «--feed ID» writes one feed and can be narrowed.',
      },
    );
  }
  const folder = options['output'];
  if (typeof folder === 'string' && folder !== '-' && folder.trim() !== '') return folder;
  throw new PressError('usage', '«--all-feeds» writes many files and needs a folder for them.', {
    hint: 'Name one: press export --all-feeds -o public/feeds.',
  });
}

function isGiven(value: unknown): boolean {
  return value !== undefined && value !== false && !(Array.isArray(value) && value.length === 0);
}

function flagOf(key: string): string {
  return key.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
}
