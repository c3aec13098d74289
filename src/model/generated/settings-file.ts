// Generated from schemas/press.schema.json by scripts/generate-types.js

/** press.yaml: who publishes, where, and how. Every key may be left out. */
export interface SettingsFile {
  /** The organization that issues the releases, as feeds and pages name it. */
  publisher?: PublisherEntry;
  /**
   * The web address under which the releases stand. Feeds, sitemaps and pages need it: every link in them begins
   * with it.
   */
  baseUrl?: string;
  /**
   * The zone in which a day begins: a release dated 2009-11-16 is out at midnight there. A name from the time zone
   * list, such as Europe/Vienna. Without it, UTC.
   */
  timezone?: string;
  /** The language of a release that does not name one. Addresses leave it out. */
  language?: string;
  /** The folder in which the releases lie, seen from taxonomy.yaml. */
  releases?: string;
  /**
   * How the address of a release is made. :year, :slug and the like are filled in; /:lang is left out for the
   * newsroom's own language.
   */
  permalink?: string;
  /** How serious press validate takes a rule, by the rule's name. press explain says what a rule is about. */
  rules?: {
    [k: string]: RuleLevel;
  };
  /**
   * Files in the repository that say which codes exist elsewhere. press taxonomy check compares those of the
   * vocabulary with them.
   */
  codeLists?: CodeListsEntry;
  /**
   * The address of the hub that tells subscribers of new items at once. Feeds name it; press itself tells it
   * nothing.
   */
  hub?: string;
  /** For NewsML-G2: the code of a genre for each type of release. Without one, the genre is the type's name. */
  genreCode?: {
    [k: string]: string;
  };
  /**
   * «About» paragraphs that stand at the end of releases, each under a short name that releases give as
   * boilerplate.
   */
  boilerplates?: {
    [k: string]: BoilerplateText;
  };
  /** Feeds that are written again and again. press export --feed elections -f rss writes one. */
  feeds?: FeedEntry[];
}

/** A file for each kind of code: plain text with one code a line, CSV, or JSON as the IPTC gives it. */
export interface CodeListsEntry {
  /** The file with the country codes of ISO 3166-1, seen from taxonomy.yaml. */
  iso3166?: string;
  /** The file with the media topics of the IPTC, seen from taxonomy.yaml. */
  medtop?: string;
}

/** The organization that issues the releases. */
export interface PublisherEntry {
  /** The organization's name as readers shall see it. */
  name?: string;
  /** The organization's own website. */
  url?: string;
  /** The organization's logo: a web address, or a path on the newsroom's own site. */
  logo?: string;
  /**
   * An internet host that is yours, in small letters. With since it makes the lasting identity of releases in
   * feeds: set it once, then leave it.
   */
  authority?: string;
  /**
   * A day or year on which that host was already yours. It is part of the releases' identity: set it once, then
   * leave it.
   */
  since?: string | number;
}

/**
 * off: not looked at. info: said, nothing more. warning: said as a warning; press validate still ends well.
 * error: press validate fails.
 */
export type RuleLevel = 'off' | 'info' | 'warning' | 'error';

/** The paragraph: plain text in the newsroom's own language, or one text for each language. */
export type BoilerplateText =
  | string
  | {
      [k: string]: string;
    };

/**
 * rss, atom, json-feed: for feed readers. ninjs, newsml-g2: for news agencies. json, ndjson, json-ld: for
 * programs. sitemap, news-sitemap: for search engines. csv, xlsx: for spreadsheets. html, markdown, list: to
 * read.
 */
export type FeedFormat =
  | 'rss'
  | 'atom'
  | 'json-feed'
  | 'ninjs'
  | 'newsml-g2'
  | 'json'
  | 'ndjson'
  | 'json-ld'
  | 'sitemap'
  | 'news-sitemap'
  | 'csv'
  | 'xlsx'
  | 'html'
  | 'markdown'
  | 'list';

/** full: the whole release. summary: its summary. none: headline and address alone. */
export type FeedContent = 'full' | 'summary' | 'none';

/** A feed with a name, what goes into it, and the formats it is written in. */
export interface FeedEntry {
  /** Small letters, digits, dots, hyphens and underscores. It is the feed's lasting identity and its file name. */
  id: string;
  /** The feed's title as feed readers show it. Without it, its name. */
  title?: string;
  /** A query, as after --where on the command line. Without it, every public release. */
  where?: string;
  /** The formats that the feed is written in, such as rss and atom. Without it, rss alone. */
  formats?: FeedFormat[];
  /** Only releases in this language. */
  lang?: string;
  /** full: the whole release. summary: its summary. none: headline and address alone. */
  content?: FeedContent;
  /** At most this many releases, the newest first. */
  limit?: number;
  /**
   * Where the feed itself will stand on the web, so that readers can follow it when it moves. It is the address of
   * the file in the first format; one that ends with a slash is the folder of the files in all formats.
   */
  url?: string;
}
