/** `press correct --editorial`: a change of the original says nothing new, so its translations still fit. */
import type { Manuscript } from '../../model/manuscript.ts';
import { quotedList } from '../../model/quoting.ts';
import { isSameDigest, translationDigest } from '../../model/translation-digest.ts';
import { translationOf } from '../../model/translation-of.ts';
import type { KeyChange } from '../edit-release.ts';
import type { Subject, Version } from '../subject.ts';
import type { Verb, VerbPlan } from './verb.ts';

export interface EditorialWish {
  /** The original as it was committed last; undefined where version control does not know it, or where nothing has changed since. */
  readonly former: Manuscript | undefined;
  digestOfText(text: string): string;
}

export function editorial(wish: EditorialWish): Verb {
  return { word: 'correct --editorial', wantsValid: false, plan: (subject) => plan(subject, wish) };
}

function plan(subject: Subject, wish: EditorialWish): VerbPlan {
  const { manuscript, versions } = subject;
  const digest = digestOf(manuscript, wish);
  const translations = versions.filter(
    ({ isOriginal, release }) => !isOriginal && translationOf(release.data)?.id === subject.name,
  );
  if (digest === undefined || translations.length === 0)
    return { kind: 'nothing', sentence: 'It has no translation that could be out of date.' };
  const stale = translations.filter((version) => fits(version, digest) === false);
  if (stale.length === 0) return { kind: 'nothing', sentence: 'All its translations fit the text as it is.' };
  const before = wish.former === undefined ? undefined : digestOf(wish.former, wish);
  const [current, older] = [
    stale.filter((version) => before === undefined || fits(version, before) === true),
    stale.filter((version) => before !== undefined && fits(version, before) !== true),
  ];
  const told = [
    ...(before === undefined
      ? ['Nothing says what the text was before, so all its translations are taken to have fitted it.']
      : []),
    ...(older.length === 0
      ? []
      : [`${names(older)} did not fit the text before this change either, and stays to be looked at.`]),
  ];
  if (current.length === 0) return { kind: 'refused', reasons: older.map(olderThan) };
  return {
    kind: 'change',
    changes: [],
    others: new Map(current.map((version) => [version.manuscript.path, renewed(version, digest)])),
    told,
  };
}

function renewed({ release }: Version, digest: string): KeyChange[] {
  const written = translationOf(release.data)?.digest;
  return written === undefined ? [] : [{ kind: 'set-in', key: 'translationOf', inner: 'digest', value: digest }];
}

function fits({ release }: Version, digest: string): boolean | undefined {
  const written = translationOf(release.data)?.digest;
  return written === undefined ? undefined : isSameDigest(written, digest);
}

function digestOf(manuscript: Manuscript, { digestOfText }: EditorialWish): string | undefined {
  const { data } = manuscript;
  return data === undefined ? undefined : translationDigest({ ...manuscript, data }, digestOfText);
}

function olderThan(version: Version): { what: string; wayOut: string } {
  return {
    what: `${names([version])} did not fit the text before the last change either.`,
    wayOut:
      'Compare the two, translate what is different, then let «press validate --fix-review» write the new digest.',
  };
}

function names(versions: readonly Version[]): string {
  return quotedList(
    versions.map(({ release }) => release.id),
    'and',
  );
}
