/** press.yaml: optional, every key has a default. */
import { makeSettings } from '../model/make-settings.ts';
import type { Settings } from '../model/settings.ts';
import { isTimeZone } from '../text/zoned-day.ts';
import { parseDataFile, readDataFile, type DataFile, type DataFileKind } from './data-file.ts';
import type { SchemaShelf } from './schema-shelf.ts';

const kind: DataFileKind = { name: 'press.yaml', schema: 'press.schema.json', code: 'broken-settings' };

/** The settings of a repository. Throws PressError with file and line. */
export function readSettings(root: string, shelf: SchemaShelf): Settings {
  return settingsFrom(readDataFile(root, kind, shelf));
}

/** The same from a text. */
export function parseSettings(text: string, shelf: SchemaShelf): Settings {
  return settingsFrom(parseDataFile(text, kind, shelf));
}

function settingsFrom(file: DataFile | undefined): Settings {
  const settings = makeSettings(file?.data ?? {});
  const parts = settings.releases.split('/');
  if (parts.includes('..'))
    file?.fail({ value: ['releases'] }, `«${settings.releases}» leads out of the repository.`, 'Name a folder in it.');
  if (parts.includes(''))
    file?.fail(
      { value: ['releases'] },
      'The folder of the releases cannot be the repository itself.',
      'Name a folder in it, such as releases.',
    );
  return file === undefined ? settings : withCheckedZone(settings, file);
}

/** The zone is checked when it is first asked for: looking a zone up costs more than reading the settings, and many commands need none. */
function withCheckedZone(settings: Settings, file: DataFile): Settings {
  let zone: string | undefined;
  return {
    ...settings,
    get timezone() {
      if (zone === undefined && !isTimeZone(settings.timezone)) {
        file.fail(
          { value: ['timezone'] },
          `«${settings.timezone}» is no time zone.`,
          'Write a name such as Europe/Vienna.',
        );
      }
      zone = settings.timezone;
      return zone;
    },
  };
}
