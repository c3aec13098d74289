/** The card of a rule of `press validate`: what it checks, why, and examples that `explain` prints and the tests run. */
import type { Severity } from './diagnostic.ts';
import type { EpochMilliseconds } from './clock.ts';
import type { Customs } from './file-customs.ts';
import type { ComparedFacts } from './file-facts.ts';
import type { Ignore, IgnoreOutcome } from './ignores.ts';
import type { Manuscript, OffsetFix, Span } from './manuscript.ts';
import type { Release } from './release.ts';
import type { ReleaseSchema } from './schema-violation.ts';
import type { Settings } from './settings.ts';
import type { Taxonomy } from './taxonomy.ts';

/** What a rule found in one file; offsets are into its text. */
export interface Finding extends Span {
  readonly message: string;
  readonly hint?: string;
  readonly fix?: OffsetFix;
  /** Other ways to mend it, the likeliest first, where `fix` is only the likeliest of several. */
  readonly alternatives?: readonly OffsetFix[];
  readonly related?: readonly RelatedFinding[];
  /** Where the card's severity is too much or too little for this case. */
  readonly severity?: Severity;
}

export interface RelatedFinding extends Span {
  readonly manuscript: Manuscript;
  readonly message: string;
}

/** What every rule may know. */
export interface RuleContext {
  readonly taxonomy: Taxonomy;
  readonly settings: Settings;
  /** The schema of the manuscript's type; undefined when the type is unknown. */
  schemaOf(type: string): ReleaseSchema | undefined;
  readonly releaseTypes: readonly string[];
  readonly now: EpochMilliseconds;
  /** Every rule there is, by id. */
  readonly ruleIds: readonly string[];
  /** Whether something of that path (from the root, with `/`) exists, whatever it is. */
  exists(path: string): boolean;
  /** Hex SHA-256 of a text as UTF-8. */
  digestOfText(text: string): string;
}

/** A file of the archive. Its facts are at hand; for the rest it is read again, and may have changed since. */
export interface ArchiveEntry {
  readonly facts: ComparedFacts;
  readonly manuscript: Manuscript;
  /** Undefined when its schema does not accept it. */
  readonly release: Release | undefined;
}

/** The archive around the files that are compared. */
export interface Surroundings {
  /** All files, for suggestions. Made when it is asked for. */
  readonly all: readonly ArchiveEntry[];
  /** What most of all files do. */
  readonly customs: Customs;
  /** Whether anything may be found in a file; the others are there because of these. */
  readonly isAsked: (entry: ArchiveEntry) => boolean;
}

/** What comparing files has shown about one of them. */
export interface ArchiveFinding {
  readonly in: ArchiveEntry;
  /** Asked only where somebody wants to hear it; undefined when the file turns out to be as it should. */
  tell(manuscript: Manuscript): Finding | undefined;
}

/** What rules are about, in the order in which people read of them. */
export const ruleTopics = {
  reading: 'Reading the file',
  keys: 'Keys and values',
  vocabulary: 'The vocabulary',
  dates: 'Dates and datelines',
  publication: 'Embargo, status and corrections',
  archive: 'One release and the others',
  text: 'The text',
  style: 'Style',
} as const;
export type RuleTopic = keyof typeof ruleTopics;

export interface RuleFacts<Topic extends string = RuleTopic> {
  /** Also the name of the docs anchor and of the fixture folder. */
  readonly id: string;
  readonly topic: Topic;
  readonly severity: Severity;
  /** A matter of taste: the rule runs only where press.yaml or the command line gives it a level. */
  readonly isOffByDefault?: true;
  /** What its findings say decides whether a release may go out, so no remark in the file silences them. */
  readonly isBinding?: true;
  /** What its fixes do, by how safe they are: «Puts the id in the place of the label.» */
  readonly mends?: Partial<Readonly<Record<'safe' | 'review', string>>>;
  /** What is wrong, in one sentence. */
  readonly summary: string;
  /** Why anybody should care, for a press officer. */
  readonly why: string;
  /** Files that the rule finds fault with, and the same files put right. */
  readonly examples: readonly RuleExample[];
}

/** Whole files: one release, or several files by path (a `taxonomy.yaml` among them takes the place of the shipped one). */
export interface RuleExample {
  readonly wrong: ExampleFiles;
  readonly right: ExampleFiles;
}

export type ExampleFiles = string | Readonly<Record<string, ExampleFile>>;

/** A text; or what a text cannot show: a link, and a text that was saved in an old encoding. */
export type ExampleFile = string | { readonly linkTo: string } | { readonly windows1252: string };

/**
 * What a file must hold for a rule to find anything in it: one of all these. A word that stands in many files costs a little time; one
 * that is missing here hides findings.
 */
export interface RuleNeeds {
  /** Words, or parts of words, and signs that stand in the file or its path; in small letters, and meant in capitals as well. */
  readonly words?: readonly string[];
  /** Characters, as ranges of code units from the first to the last. */
  readonly characters?: readonly (readonly [number, number])[];
  /** Keys of front matter. */
  readonly keys?: readonly string[];
}

/** The looks before the work: of most files most rules have nothing to say, and that shall cost nothing. */
interface FirstLook {
  readonly needs?: RuleNeeds;
  /** False only where `check` finds nothing; true where it may. No release is made of the file for that. */
  mayFind?(manuscript: Manuscript, context: RuleContext): boolean;
}

/**
 * The scope is also the key under which a result may be kept: `manuscript` = the file's path and digest, `vocabulary` and
 * `release` = these and the taxonomy, `archive` = never. With `usesClock` that nothing was found is all that may be kept, and from that moment on: such a rule falls silent
 * with time, and what it has nothing to say of today it has nothing to say of tomorrow, but for years that cannot be meant yet
 * (`isThinkableYear`). Unlike a `release` rule, a
 * `vocabulary` rule also sees what the schema does not accept, so that every finding comes in one run.
 */
export type Rule =
  | (RuleFacts &
      FirstLook & {
        readonly scope: 'manuscript' | 'vocabulary';
        readonly usesClock?: true;
        check(manuscript: Manuscript, context: RuleContext): Iterable<Finding>;
      })
  | (RuleFacts &
      FirstLook & {
        readonly scope: 'release';
        readonly usesClock?: true;
        check(release: Release, manuscript: Manuscript, context: RuleContext): Iterable<Finding>;
      })
  | (RuleFacts & {
      /** Speaks last, of the remarks in a file that silence findings. */
      readonly scope: 'ignore';
      check(ignore: Ignore, outcomes: readonly IgnoreOutcome[], context: RuleContext): Iterable<Finding>;
    })
  | (RuleFacts & {
      readonly scope: 'archive';
      /**
       * Decides by the facts: whoever reads the files of an archive one by one needs minutes. Whether it finds cause to speak of a file must follow from the
       * facts of it, of the files that have something to do with it (`comparisonKeys`), from customs, from what exists, and from the text of an original whose digest
       * another file names; from nothing else, because it is not asked again as long as these are the same. `tell` may read what it likes.
       *
       * `entries` are in path order, and may be a part of the archive: the files that are asked about, and all that have to do with these. What is found in the others
       * counts for nothing.
       */
      check(entries: readonly ArchiveEntry[], context: RuleContext, around: Surroundings): Iterable<ArchiveFinding>;
    });
