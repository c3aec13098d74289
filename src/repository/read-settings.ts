/** press.yaml: optional, every key has a default. */
import { makeSettings } from '../model/make-settings.ts';
import type { Settings } from '../model/settings.ts';
import { isTimeZone } from '../text/zoned-day.ts';
import { parseDataFile, readDataFile, type DataFile, type DataFileKind } from './data-file.ts';
import type { FileSource } from './file-source.ts';
import type { SchemaShelf } from './schema-shelf.ts';

const kind: DataFileKind = { name: 'press.yaml', schema: 'press.schema.json', code: 'broken-settings' };

/** The settings of a repository. Throws PressError with file and line. */
export function readSettings(files: FileSource, shelf: SchemaShelf): Settings {
  return settingsFrom(readSettingsFile(files, shelf));
}

/** The file of the settings, as its schema accepts it; undefined where there is none. Throws PressError with file and line. */
export function readSettingsFile(files: FileSource, shelf: SchemaShelf): DataFile | undefined {
  return readDataFile(files, kind, shelf);
}

/** The same from a text. */
export function parseSettings(text: string, shelf: SchemaShelf): Settings {
  return settingsFrom(parseSettingsFile(text, shelf));
}

/** The file from a text. */
export function parseSettingsFile(text: string, shelf: SchemaShelf): DataFile {
  return parseDataFile(text, kind, shelf);
}

function settingsFrom(file: DataFile | undefined): Settings {
  const settings = makeSettings(file?.data ?? {});
  const refuse = (key: string, what: string, hint: string): void => void file?.fail({ value: [key] }, what, hint);
  const parts = settings.releases.split('/');
  if (parts.includes('..'))
    refuse('releases', `«${settings.releases}» leads out of the repository.`, 'Name a folder in it.');
  if (parts.includes(''))
    refuse(
      'releases',
      'The folder of the releases cannot be the repository itself.',
      'Name a folder in it, such as releases.',
    );
  else if (parts.some((part) => part.startsWith('.') && part !== '..') || parts[0] === 'schemas')
    refuse(
      'releases',
      `«${settings.releases}» is kept for other files.`,
      'Name a folder of its own, such as releases.',
    );
  if (settings.permalink.split('/').some((part) => part === '.' || part === '..'))
    refuse('permalink', `«${settings.permalink}» leads to another address.`, 'Write it without «.» and «..».');
  if (!isTimeZone(settings.timezone))
    refuse('timezone', `«${settings.timezone}» is no time zone.`, 'Write a name such as Europe/Vienna.');
  return settings;
}
