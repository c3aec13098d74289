/** The same text in other languages: which of it is public, and which no longer says the same. */
import type { Manuscript } from '../model/manuscript.ts';
import { publicnessOf, type Publicness } from '../model/publicness.ts';
import type { Repository } from '../model/repository.ts';
import { isSameDigest, translationDigest } from '../model/translation-digest.ts';
import { translationOf } from '../model/translation-of.ts';
import type { Subject, Version } from './subject.ts';

export interface VersionAnswer {
  readonly version: Version;
  readonly publicness: Publicness;
  /** Whether its original has changed since it was translated; undefined for an original, and where nobody can tell. */
  readonly isStale: boolean | undefined;
}

export interface VersionAnswers {
  /** The original first, the others in path order. */
  readonly others: readonly VersionAnswer[];
  /** The same about the release itself. */
  readonly isStale: boolean | undefined;
}

/** What there is to say of every version. */
export function versionAnswers(subject: Subject, repository: Repository): VersionAnswers {
  const { manuscript, versions, moment } = subject;
  const isTranslation = translationOf(manuscript.data) !== undefined;
  const original = isTranslation ? versions.find(({ isOriginal }) => isOriginal)?.manuscript : manuscript;
  const isStale = (translation: Manuscript): boolean | undefined => isBehind(translation, original, repository);
  const originalFirst = [...versions].sort((a, b) => Number(b.isOriginal) - Number(a.isOriginal));
  const others = originalFirst.map((version) => ({
    version,
    publicness: publicnessOf(version.manuscript, repository, { moment }),
    isStale: isStale(version.manuscript),
  }));
  return { others, isStale: isStale(manuscript) };
}

function isBehind(
  translation: Manuscript,
  original: Manuscript | undefined,
  repository: Repository,
): boolean | undefined {
  const { digest } = translationOf(translation.data) ?? {};
  if (digest === undefined || original?.data === undefined || translation === original) return undefined;
  const { text, bodyStart, data } = original;
  const now = translationDigest({ text, bodyStart, data }, (words) => repository.digestOfText(words));
  const isSame = isSameDigest(digest, now);
  return isSame === undefined ? undefined : !isSame;
}
