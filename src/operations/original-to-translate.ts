/** Which text a translation is to be made of, and whether it may be made. */
import { PressError } from '../model/press-error.ts';
import { quoted } from '../model/quoting.ts';
import { translationOf } from '../model/translation-of.ts';
import type { Subject } from './subject.ts';
import type { Original } from './translate.ts';

export interface OriginalToTranslate extends Original {
  /** A sentence for the person when another release was named than the one that is translated. */
  readonly note: string | undefined;
}

/** The original of the named release, itself for most. Throws PressError for one that is not fit to be translated into the language. */
export function originalOf(subject: Subject, lang: string): OriginalToTranslate {
  const { manuscript, publicness, name, versions } = subject;
  const { release } = publicness;
  if (release === undefined) throw notValid(manuscript.path);
  const isTranslation = translationOf(release.data) !== undefined;
  const first = versions.find(({ isOriginal }) => isOriginal);
  if (isTranslation && first === undefined) throw withoutOriginal(name, manuscript.path);
  const original = isTranslation && first !== undefined ? first : { manuscript, release };
  if (original.release.status === 'withdrawn') throw withdrawn(original);
  requireNew(subject, original, lang);
  const note = isTranslation
    ? `«${name}» is itself a translation, so the new one is made of its original, «${original.release.id}».`
    : undefined;
  return { manuscript: original.manuscript, release: original.release, note };
}

function requireNew({ manuscript, publicness, versions }: Subject, original: Original, lang: string): void {
  const own = publicness.release === undefined ? [] : [{ manuscript, release: publicness.release }];
  const taken = [original, ...own, ...versions].find(
    ({ release }) => release.lang.toLowerCase() === lang.toLowerCase(),
  );
  if (taken === undefined) return;
  const isItself = taken.release.id === original.release.id;
  throw new PressError(
    'already-there',
    isItself ? `It is in the language «${lang}» already.` : `There is a version in the language «${lang}» already.`,
    { hint: isItself ? 'Choose another language with --lang.' : `It stands in ${taken.manuscript.path}.` },
  );
}

function withdrawn({ release: { id } }: Original): PressError {
  return new PressError('refused', `«${id}» has been withdrawn, and what is withdrawn is not translated.`, {
    hint: 'Translate the release that takes its place.',
  });
}

function withoutOriginal(name: string, path: string): PressError {
  return new PressError('refused', `${quoted(name)} is a translation, and its original is not there.`, {
    hint: `«press validate ${path}» says more.`,
  });
}

function notValid(path: string): PressError {
  return new PressError('not-a-release', `«${path}» is not a valid release.`, {
    hint: `«press validate ${path}» says why.`,
  });
}
