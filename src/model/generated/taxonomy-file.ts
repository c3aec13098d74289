// Generated from schemas/taxonomy.schema.json by scripts/generate-types.js

/** taxonomy.yaml: the words that releases may be filed under, with what each was called when. */
export interface TaxonomyFile {
  /** Always 1. It lets a later press know how to read this file. */
  version: 1;
  /**
   * The languages that labels are given in, the main one first. A label written as plain text is in the first.
   * Without it, English alone.
   */
  languages?: string[];
  /**
   * Words that are often put before or after a label and do not belong to it. They are overlooked when a term is
   * looked up.
   */
  decorations?: DecorationEntry[];
  /**
   * The questions asked of a release, such as field, country or source. The name of a facet is also its option:
   * field gives --field. Small letters, digits and hyphens. A newsroom without a vocabulary says so: facets: {}.
   */
  facets: {
    [k: string]: FacetEntry;
  };
}

/** The words that people see: plain text in the first language, or one text for each language. */
export type LabelText =
  | string
  | {
      [k: string]: string;
    };

/** What is meant, for people who file releases: plain text in the first language, or one text for each language. */
export type DescriptionText =
  | string
  | {
      [k: string]: string;
    };

/** A day, a month or a year, or the word unknown: 2000-07-17, 2000-07, 2000, unknown. */
export type PartialDate = string | number;

/** Words before a label or after it; one of the two. */
export interface DecorationEntry {
  /** Words that may stand before a label. The blank between counts. */
  prefix?: string;
  /** Words that may stand after a label. The blank between counts. */
  suffix?: string;
}

/**
 * author: the body that issues the release, so a release dated outside the body's time is an error. subject:
 * what the release is about, which may well have ceased to exist.
 */
export type Judged = 'author' | 'subject';

/** One question asked of a release, the front-matter key that holds the answer, and the terms to choose from. */
export interface FacetEntry {
  /** What people see this facet called, in prompts, tables and reports. Without it, its name. */
  label?: LabelText;
  /** What the facet is for, for people who file releases. */
  description?: DescriptionText;
  /** A remark for those who look after the vocabulary. Readers do not see it. */
  note?: string;
  /** The key under which a release names its terms, often the plural: fields for the facet field. */
  property: string;
  /** true: a release may have several terms of this facet. false, or left out: one at most. */
  multiple?: boolean;
  /** true: a release without a term of this facet is an error. false, or left out: it may do without. */
  required?: boolean;
  /**
   * author: the body that issues the release, so a release dated outside the body's time is an error. subject:
   * what the release is about, which may well have ceased to exist. Without it, author for source and subject for
   * every other facet.
   */
  judged?: Judged;
  /** The languages that labels of this facet are given in, where they differ from those of the whole file. */
  languages?: string[];
  /** What a release may choose from. Each key is a term's lasting id. */
  terms: TermEntries;
}

/** Terms by id. An id is small letters, digits, dots, hyphens and underscores; it stays when the label changes. */
export interface TermEntries {
  [k: string]: TermEntry;
}

/** One thing that a release can be filed under, with its names, its place among the others and its time. */
export interface TermEntry {
  /**
   * The name that people see today, or the last one if the body is closed. Plain text, or one text for each
   * language. Only a term that is never to be used may do without.
   */
  label?: LabelText;
  /** What belongs under this term and what does not. */
  description?: DescriptionText;
  /** A remark for those who look after the vocabulary. Readers do not see it. */
  note?: string;
  /** Words by which people also look for this term. They find it, but are never shown in its place. */
  aliases?: LabelText[];
  /** What the term was called before, oldest first; a name may come again. The label is the last one. */
  names?: DatedLabelEntry[];
  /** First and last day of the body. Leave out the last one while it works. */
  active?: PeriodEntry;
  /**
   * A function that the term had for a time and that lists like to add to its label, such as the Chairpersonship
   * of a year.
   */
  roles?: DatedLabelEntry[];
  /** Terms that belong under this one. Whoever looks for this term finds their releases too. */
  narrower?: TermEntries;
  /**
   * Other headings that the term belonged to, and when. A search for the heading follows it at the date of each
   * release.
   */
  memberOf?: MembershipEntry[];
  /** closed: everything under the same heading that has ceased to exist belongs here; nobody has to list it. */
  members?: 'closed';
  /**
   * false: a mere heading. It can be searched for, but no release may name it. true, or left out: an ordinary
   * term.
   */
  assignable?: boolean;
  /**
   * true: no release may name this term any more, of whatever date. A body that closed is not deprecated; give it
   * a last day under active.
   */
  deprecated?: boolean;
  /** The terms that took over: several when a body was split, one when it was merged. */
  replacedBy?: string[];
  /** Ids that the term had before press taxonomy rename. Searches and old releases that use them still find it. */
  formerIds?: string[];
  /**
   * Terms that a release with this one usually has too, such as an office's host country. press suggests them and
   * adds nothing by itself.
   */
  implies?: string[];
  /** Terms that people who look at this one may want. Searches do not follow them. */
  related?: string[];
  /**
   * What the term corresponds to elsewhere, such as the media topics of the IPTC (medtop:) that news systems
   * understand.
   */
  match?: MatchesEntry;
  /** The country's two capital letters after ISO 3166-1. Quote them: NO without quotes is «false» to some programs. */
  iso3166?: string;
}

/** First and last day, both included. A missing one is open. */
export interface PeriodEntry {
  /** First day, month or year, or unknown. */
  from?: PartialDate;
  /** Last day, month or year, included, or unknown. Leave it out where nothing has ended. */
  until?: PartialDate;
}

/** A name or function, and when it held. */
export interface DatedLabelEntry {
  /** The name as it was at the time: plain text, or one text for each language. */
  label: LabelText;
  /** First day, month or year, or unknown. */
  from?: PartialDate;
  /** Last day, month or year, included, or unknown. Leave it out where nothing has ended. */
  until?: PartialDate;
}

/** A heading that the term belonged to, and when. */
export interface MembershipEntry {
  /** The id of the heading. */
  term: string;
  /** First day, month or year, or unknown. */
  from?: PartialDate;
  /** Last day, month or year, included, or unknown. Leave it out where nothing has ended. */
  until?: PartialDate;
}

/** Terms of other vocabularies, sorted by how near they come; the five relations of SKOS. */
export interface MatchesEntry {
  /** Terms elsewhere that mean the same and can stand in for this one. */
  exactMatch?: string[];
  /** Terms elsewhere that mean nearly the same. */
  closeMatch?: string[];
  /** Terms elsewhere that take in more than this one. */
  broadMatch?: string[];
  /** Terms elsewhere that take in only a part of this one. */
  narrowMatch?: string[];
  /** Terms elsewhere that have to do with this one. */
  relatedMatch?: string[];
}
