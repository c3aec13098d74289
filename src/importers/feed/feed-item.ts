/** An item of a feed as the feed writes it, whatever the dialect: nothing is decided here, and no address is resolved. */
import { PressError } from '../../model/press-error.ts';
import type { Stated, StatedKey, StatedLabel } from '../../model/importer.ts';

/**
 * A text of a feed, with what it is written in. RSS does not say: there, `unsure` is HTML when it looks like that.
 */
export interface FeedText extends Stated {
  readonly form: 'text' | 'html' | 'unsure';
}

export interface FeedFile {
  readonly href: string;
  readonly title?: string | undefined;
  readonly mediaType?: string | undefined;
  readonly size?: string | number | undefined;
}

/** Somebody who is named as the author. */
export interface FeedAuthor extends Stated {
  /** The address that stands for them. */
  readonly address?: string | undefined;
}

/** What an item is filed under. */
export interface FeedCategory extends Stated {
  /** The list which it is from, or a name of that list. */
  readonly scheme?: string | undefined;
  readonly id?: string | undefined;
}

export interface FeedItem {
  /** «item 3». */
  readonly part: string;
  readonly title: FeedText | undefined;
  /** The whole text, where the feed has one. */
  readonly content: FeedText | undefined;
  readonly summary: FeedText | undefined;
  readonly issued: readonly Stated[];
  readonly changed: readonly Stated[];
  readonly id: Stated | undefined;
  /** The address of its page, and where its relative links start from when that is elsewhere. */
  readonly link: string | undefined;
  readonly base: string | undefined;
  readonly otherLinks: readonly string[];
  readonly lang: Stated | undefined;
  readonly categories: readonly FeedCategory[];
  readonly authors: readonly FeedAuthor[];
  readonly files: readonly FeedFile[];
  readonly places: readonly Stated[];
  /** Labels that the dialect itself sorts under a heading. */
  readonly labels: readonly StatedLabel[];
  /** Keys of front matter that the dialect or an extension states. */
  readonly keys: ReadonlyMap<string, StatedKey>;
  readonly type: Stated | undefined;
  readonly notCarried: readonly string[];
  /** Parts for programs, by name: they say nothing about the release. */
  readonly technical: readonly string[];
  readonly notes: readonly string[];
  /** What was wrong in the source and was read all the same. */
  readonly mended: readonly string[];
}

/** An item that says nothing yet. */
export function emptyItem(part: string): FeedItem {
  return {
    part,
    title: undefined,
    content: undefined,
    summary: undefined,
    issued: [],
    changed: [],
    id: undefined,
    link: undefined,
    base: undefined,
    otherLinks: [],
    lang: undefined,
    categories: [],
    authors: [],
    files: [],
    places: [],
    labels: [],
    keys: new Map(),
    type: undefined,
    notCarried: [],
    technical: [],
    notes: [],
    mended: [],
  };
}

/** What a feed says of itself and of all its items. */
export interface FeedFacts {
  /** Written by press: its texts are plain, and its identities hold the ids of releases. */
  readonly isOurs: boolean;
  /** Where it stands or what it is about: relative addresses start there. */
  readonly base: string | undefined;
  readonly lang: Stated | undefined;
  /** Who speaks in items that name nobody. */
  readonly authors: readonly FeedAuthor[];
  /** The address of the page that comes next, which nobody fetched. */
  readonly next: string | undefined;
  /** What it says of itself that has no place in a release, by name. */
  readonly technical: readonly string[];
  readonly mended: readonly string[];
}

/** An item that is no release, and why. */
export interface LeftItem {
  readonly part: string | undefined;
  readonly message: string;
}

export interface ReadFeed {
  readonly facts: FeedFacts;
  readonly items: readonly FeedItem[];
  readonly left: readonly LeftItem[];
}

/** A text with where it stood; none for nothing. */
export function statedAs(value: string | undefined, name: string): Stated[] {
  return value === undefined || value.trim() === '' ? [] : [{ value, origin: `«${name}»` }];
}

/** Items of the largest feed. */
export const MOST_ITEMS = 100_000;

/** The refusal of a feed with more. */
export function tooManyItems(name: string): PressError {
  return new PressError('unreadable-file', `«${name}» has more than ${MOST_ITEMS} items.`, {
    hint: 'Divide it into several files, and import them one after the other.',
  });
}
