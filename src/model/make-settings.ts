/** From press.yaml, as its schema accepts it, to settings with every default filled in. */
import type {
  BoilerplateText,
  CodeListsEntry,
  FeedEntry,
  PublisherEntry,
  SettingsFile,
} from './generated/settings-file.ts';
import { defaultSettings, type Publisher, type SavedFeed, type Settings } from './settings.ts';

/** The settings that a file's data describes; `{}` gives the defaults. */
export function makeSettings(file: SettingsFile): Settings {
  const language = file.language ?? defaultSettings.language;
  return {
    ...defaultSettings,
    ...(file.timezone === undefined ? {} : { timezone: file.timezone }),
    ...(file.permalink === undefined ? {} : { permalink: file.permalink }),
    ...(file.baseUrl === undefined ? {} : { baseUrl: file.baseUrl.endsWith('/') ? file.baseUrl : `${file.baseUrl}/` }),
    ...(file.hub === undefined ? {} : { hub: file.hub }),
    genreCode: new Map(Object.entries(file.genreCode ?? {})),
    publisher: publisherOf(file.publisher ?? {}),
    language,
    releases: file.releases === undefined ? defaultSettings.releases : trimSlashes(file.releases),
    rules: new Map(Object.entries(file.rules ?? {})),
    codeLists: codeListsOf(file.codeLists ?? {}),
    boilerplates: new Map(
      Object.entries(file.boilerplates ?? {}).map(([name, text]) => [name, byLanguage(text, language)]),
    ),
    feeds: (file.feeds ?? []).map(feedOf),
  };
}

function codeListsOf({ iso3166, medtop }: CodeListsEntry): Settings['codeLists'] {
  const lists: Settings['codeLists'] = new Map([
    ...(iso3166 === undefined ? [] : [['iso3166', iso3166] as const]),
    ...(medtop === undefined ? [] : [['medtop', medtop] as const]),
  ]);
  return lists;
}

function publisherOf(entry: PublisherEntry): Publisher {
  const { name, since, ...rest } = entry;
  return {
    name: name ?? defaultSettings.publisher.name,
    ...rest,
    ...(since === undefined ? {} : { since: String(since) }),
  };
}

function feedOf(entry: FeedEntry): SavedFeed {
  return { ...entry, title: entry.title ?? entry.id, formats: entry.formats ?? ['rss'] };
}

function byLanguage(text: BoilerplateText, language: string): Map<string, string> {
  return new Map(typeof text === 'string' ? [[language, text]] : Object.entries(text));
}

function trimSlashes(folder: string): string {
  return folder
    .split('/')
    .filter((part) => part !== '' && part !== '.')
    .join('/');
}
