// Generated from schemas/release.schema.json by scripts/generate-types.js

/**
 * The block between the two --- lines at the top of a release: what every release says about itself, whatever
 * its type.
 */
export interface ReleaseFrontMatter {
  /**
   * The name by which feeds, translations and corrections know this release. It is given once and never changes,
   * even when date or headline do. Small letters, digits, dots, hyphens and underscores.
   */
  id: string;
  /** The headline, on one line, as readers shall see it. At most 300 characters. */
  title: string;
  /**
   * The day on which the release goes out, or the exact moment with its distance from UTC. A day alone means its
   * first minute in the newsroom's time zone. Only a draft may do without.
   */
  date?: string;
  /**
   * How far the release has come; only published ones are public. draft: being written. approved: cleared, but not
   * issued. published: issued, and public once its date and any embargo are reached. hold: stopped for now.
   * withdrawn: taken back.
   */
  status: ReleaseStatus;
  /**
   * Nobody outside sees the release before this moment. Write day, time and distance from UTC; without the
   * distance the moment is unclear and the release stays in.
   */
  embargo?: string;
  /**
   * What sort of text this is: the name of a file in schemas/types without «.schema.json», such as press-release,
   * statement, media-advisory, spot-report or daily-report. Without it, a press release.
   */
  type?: string;
  /** The city of the dateline, or a list of cities, spelt as in running text: Baku, The Hague. */
  place?: Places;
  /** The language of the text as a language tag: en, ru, en-GB, sr-Latn. Without it, the newsroom's own language. */
  lang?: string;
  /** Two or three sentences of plain text for feeds, lists and search results. No Markdown. */
  summary?: string;
  /** The day or moment on which the meaning of the text last changed. A mended typing slip does not count. */
  updated?: string;
  /**
   * The part of the web address that is this release's own: small letters and digits with single hyphens between.
   * Without it, the file name without date and language.
   */
  slug?: string;
  /**
   * Addresses at which the release used to stand; readers who come there are sent on. Each begins with / or with
   * http:// or https://.
   */
  aliases?: string[];
  /** Whom journalists may call or write to about this release. */
  contacts?: ContactEntry[];
  /**
   * The name of a text under boilerplates in press.yaml, such as osce: the «About» paragraph that stands at the
   * end of the body. It is checked for drift, never added.
   */
  boilerplate?: string;
  /** What was put right after the release went out, oldest first. Readers see it with the text. */
  corrections?: CorrectionEntry[];
  /**
   * Which release this text translates, and the version of it that was translated. When the original changes, the
   * translation is reported as stale.
   */
  translationOf?: TranslationOfEntry;
  /** Identities of other releases that readers of this one may want. */
  related?: string[];
  /**
   * Pictures, sound and documents that go with the release. The first one with a size becomes the enclosure in
   * feeds.
   */
  attachments?: AttachmentEntry[];
  /**
   * Written by press import: the page or file that an imported release was taken from. Nothing here is shown to
   * readers.
   */
  origin?: OriginEntry;
  [k: string]: unknown;
}

/**
 * draft: being written. approved: cleared, but not issued. published: issued, and public once its date and any
 * embargo are reached. hold: stopped for now. withdrawn: taken back.
 */
export type ReleaseStatus = 'draft' | 'approved' | 'published' | 'hold' | 'withdrawn';

/** One city, or a list of cities. */
export type Places = string | string[];

/** One person or desk that answers journalists. Give at least one of the four. */
export interface ContactEntry {
  /** Name of the person or desk. */
  name?: string;
  /** What the person does. */
  role?: string;
  /** Telephone number, best with the country's code. Quote it: an unquoted number loses its plus sign. */
  phone?: string;
  /** E-mail address. It stays out of RSS, Atom and tables, where address collectors look. */
  email?: string;
}

/**
 * correction: something was wrong and is now right. update: something new was added. withdrawal: the release was
 * taken back after it had been public.
 */
export type CorrectionKind = 'correction' | 'update' | 'withdrawal';

/** One thing that was put right: when, what sort, and what. */
export interface CorrectionEntry {
  /** The day or the moment of the correction. The moment is better: it always moves the release's last change. */
  date: string;
  /**
   * correction: something was wrong and is now right. update: something new was added. withdrawal: the release was
   * taken back after it had been public.
   */
  kind: CorrectionKind;
  /** One or two sentences for readers: what was wrong and what is right, or why the text was taken back. */
  note: string;
}

/** The original, and the version of its text that was translated. */
export interface TranslationOfEntry {
  /** The id of the release that was translated. */
  id: string;
  /**
   * Fingerprint of the original's text at the time of translation: sha256 and 64 hexadecimal digits. Leave it as
   * it is.
   */
  digest?: string;
}

/** A picture, sound or document that goes with the release. */
export interface AttachmentEntry {
  /** Where the file is: a web address, or a path on the newsroom's own site. */
  href: string;
  /** What the file is called in the list of attachments. */
  title?: string;
  /** What sort of file it is, in the form that the web uses: image/jpeg, application/pdf. */
  mediaType?: string;
  /** Size of the file in bytes. */
  size?: number;
  /** What the picture shows, for people who cannot see it. */
  alt?: string;
}

/** The page or file that an imported release was taken from. */
export interface OriginEntry {
  /** What the source itself calls this release, whatever its title and address are: a guid, a uri, a number. */
  id?: string;
  /** Address of the page, or whatever the source used to name this release. */
  url?: string;
  /** The day or moment of the import. */
  imported?: string;
  /** Which importer read the source. */
  importer?: string;
  /** Fingerprint of the source as it was read, so that a later import can see whether it changed. */
  digest?: string;
  /**
   * A short mark of each value that the import wrote, and of the text under body: a later import tells by them
   * what people have changed since.
   */
  parts?: {
    [k: string]: string;
  };
}
