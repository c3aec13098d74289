/** A refactoring of the vocabulary, planned to the last byte: taxonomy.yaml, press.yaml and every release, or a refusal. */
import type { DataChange } from '../../model/data-changes.ts';
import { PressError } from '../../model/press-error.ts';
import type { Objection, RefactorCounts, RefactorVerb, Shift, VocabularyPlan } from '../../model/refactoring.ts';
import type { Manuscript } from '../../model/manuscript.ts';
import type { Repository } from '../../model/repository.ts';
import type { Taxonomy } from '../../model/taxonomy.ts';
import { lookUp } from '../../model/term-lookup.ts';
import { spliced } from '../../text/spliced.ts';
import { checked, editDataFile, type EditedText } from '../edit-data-file.ts';
import { findingLine, type ReleaseCheck } from '../release-check.ts';
import { followingFeeds } from './feeds.ts';
import { freshErrors } from './fresh-errors.ts';
import { lostReferences, referenceChanges } from './references.ts';
import { refusal } from './refusal.ts';
import { followingReleases } from './releases.ts';

export type Refactored =
  | { readonly kind: 'nothing'; readonly sentence: string }
  /** Releases that nobody can place: somebody has to be asked. Nothing else has been looked at. */
  | { readonly kind: 'unmatched'; readonly releases: readonly Manuscript[] }
  | {
      readonly kind: 'change';
      /** taxonomy.yaml first, then press.yaml and the releases in path order. Files without a change are not among them. */
      readonly files: readonly EditedText[];
      readonly counts: RefactorCounts;
      readonly told: readonly string[];
    };

type Change = Extract<VocabularyPlan, { kind: 'change' }>;

/**
 * What a refactoring does to a repository, which must have been read after the lock was taken.
 *
 * Throws PressError `refused` with all reasons at once, when it cannot be done, or when the result would have errors that are not there
 * now.
 */
export function planRefactoring(repository: Repository, verb: RefactorVerb, check: ReleaseCheck): Refactored {
  const { taxonomy } = repository;
  const file = repository.dataFile('taxonomy.yaml');
  if (file === undefined) throw new PressError('no-repository', 'There is no taxonomy.yaml.');
  const plan = verb.plan({ taxonomy, file });
  if (plan.kind === 'nothing') return plan;
  if (plan.kind === 'refused') throw refusal(verb.purpose, plan.reasons);
  const objections = [...clashes(taxonomy, plan), ...lost(taxonomy, plan.shift)];
  if (objections.length > 0) throw refusal(verb.purpose, objections);
  const vocabulary = editDataFile(file, inOrder([...plan.changes, ...references(taxonomy, plan.shift)]), repository);
  const following = plan.shift === undefined ? nothingFollows : follow(repository, verb, plan.shift);
  if (following.unmatched.length > 0) return { kind: 'unmatched', releases: following.unmatched };
  const files = [vocabulary, ...following.files];
  refuseErrors(repository, { verb, files, check });
  const counts = {
    terms: plan.shift?.terms.size ?? plan.terms ?? 1,
    releases: following.releases,
    feeds: following.feeds,
  };
  return { kind: 'change', files, counts, told: plan.told };
}

interface Following {
  readonly files: readonly EditedText[];
  readonly releases: number;
  readonly feeds: number;
  readonly unmatched: readonly Manuscript[];
}

const nothingFollows: Following = { files: [], releases: 0, feeds: 0, unmatched: [] };

function follow(repository: Repository, verb: RefactorVerb, shift: Shift): Following {
  const { taxonomy } = repository;
  const { edited, unmatched, notByLines, unreadable } = followingReleases({ repository, taxonomy, shift });
  const inTheWay = [...notByLines.map(notEditable), ...unreadable.map(notReadable)];
  if (inTheWay.length > 0) throw refusal(verb.purpose, inTheWay);
  const feeds = feedsOf(repository, shift);
  return { files: [...feeds.files, ...edited], releases: edited.length, feeds: feeds.count, unmatched };
}

function feedsOf(repository: Repository, shift: Shift): { readonly files: EditedText[]; readonly count: number } {
  const settings = repository.dataFile('press.yaml');
  if (settings === undefined) return { files: [], count: 0 };
  const { edits, meant, count } = followingFeeds(settings, repository.taxonomy, shift);
  return { files: count === 0 ? [] : [checked(settings, edits, { meant, repository })], count };
}

/** Names and places change last, because the paths of the other changes are those before. */
function inOrder(changes: readonly DataChange[]): DataChange[] {
  const isLate = ({ kind }: DataChange): boolean => kind === 'rename' || kind === 'move';
  return [...changes.filter((change) => !isLate(change)), ...changes.filter(isLate)];
}

function references(taxonomy: Taxonomy, shift: Shift | undefined): DataChange[] {
  return shift === undefined ? [] : referenceChanges(taxonomy, shift);
}

function lost(taxonomy: Taxonomy, shift: Shift | undefined): Objection[] {
  return shift === undefined || shift.isOfIds ? [] : lostReferences(taxonomy, shift);
}

/** A word that two terms of a facet have is never a guess, so nobody may give a second term one. */
function clashes(taxonomy: Taxonomy, { names }: Change): Objection[] {
  if (names === undefined) return [];
  return names.words.flatMap((word) =>
    lookUp(taxonomy, word, names.facet.name)
      .filter(({ id }) => id !== names.term)
      .map(({ facet, id }) => ({
        what: `«${word}» already is a word for ${facet}/${id}, and would then mean two terms.`,
        wayOut: 'Choose another word, or take it away from that term first.',
      })),
  );
}

function notEditable(path: string): Objection {
  return {
    what: `«${path}» is written in a way that press cannot edit.`,
    wayOut: 'Give every key and every item of a list a line of its own there, or change the file by hand.',
  };
}

function notReadable(path: string): Objection {
  return {
    what: `«${path}» cannot be read, and it may use the term.`,
    wayOut: `«press validate ${path}» says what is wrong.`,
  };
}

function refuseErrors(
  repository: Repository,
  {
    verb,
    files,
    check,
  }: { readonly verb: RefactorVerb; readonly files: readonly EditedText[]; readonly check: ReleaseCheck },
): void {
  const after = repository.withTexts(new Map(files.map(({ path, text, edits }) => [path, spliced(text, edits)])));
  const errors = freshErrors(repository, after, check);
  if (errors.length > 0)
    throw refusal(
      verb.purpose,
      errors.map((finding) => ({ what: findingLine(finding), wayOut: '' })),
    );
}
