/** press.yaml with every default filled in. */
import type { Severity } from './diagnostic.ts';
import type { CodeKind } from './code-list.ts';

export interface Publisher {
  readonly name: string;
  readonly url?: string;
  readonly logo?: string;
  /** Host and first day of `tag:` URIs (RFC 4151 §2.1). */
  readonly authority?: string;
  readonly since?: string;
}

export interface SavedFeed {
  readonly id: string;
  readonly title: string;
  readonly where?: string;
  readonly formats: readonly string[];
  readonly lang?: string;
  readonly content?: 'full' | 'summary' | 'none';
  readonly limit?: number;
  readonly url?: string;
}

export interface Settings {
  readonly publisher: Publisher;
  /** Ends with `/` when it is set. */
  readonly baseUrl?: string;
  readonly timezone: string;
  readonly language: string;
  /** Folder of the releases, from the repository's root. */
  readonly releases: string;
  readonly permalink: string;
  /** Address of the WebSub hub that feeds name. */
  readonly hub?: string;
  /** NewsML-G2 code of a genre, by release type. */
  readonly genreCode: ReadonlyMap<string, string>;
  readonly rules: ReadonlyMap<string, Severity | 'off'>;
  /** Files that say which codes exist, from the repository's root. */
  readonly codeLists: ReadonlyMap<CodeKind, string>;
  readonly boilerplates: ReadonlyMap<string, ReadonlyMap<string, string>>;
  readonly feeds: readonly SavedFeed[];
}

export const defaultSettings: Settings = {
  publisher: { name: 'Press office' },
  timezone: 'UTC',
  language: 'en',
  releases: 'releases',
  permalink: '/:lang/:year/:slug/',
  genreCode: new Map(),
  rules: new Map(),
  codeLists: new Map(),
  boilerplates: new Map(),
  feeds: [],
};
