import { isKnownKey } from '../model/make-release.ts';
import type { Manuscript } from '../model/manuscript.ts';
import { placeOf } from '../model/places.ts';
import { quoted } from '../model/quoting.ts';
import { replacement } from '../model/replacement.ts';
import type { Finding, Rule } from '../model/rule.ts';
import { sampleRelease } from '../model/sample-release.ts';
import { hasStranger, schemaFor } from '../model/schema-for.ts';
import { suspectKeysIn, type SuspectKey } from '../model/suspect-keys.ts';

/** Keys that may have been meant as `embargo` or `status`: they keep a release in (`embargo.ts`). */
export const suspectKey: Rule = {
  id: 'suspect-key',
  topic: 'keys',
  severity: 'error',
  isBinding: true,
  scope: 'vocabulary',
  summary: 'A key looks like a misspelled «embargo» or «status».',
  mends: { review: 'Puts the key that was meant in the place of the misspelled one.' },
  why:
    'An embargo under a misspelled key would not hold. So press keeps a release in as soon as a key looks as if it should ' +
    'have been «embargo» or «status», until somebody has looked at it.',
  examples: [
    {
      wrong: sampleRelease({ embargo_until: '2009-11-16T09:00:00+04:00' }),
      right: sampleRelease({ embargo: '2009-11-16T09:00:00+04:00' }),
    },
  ],
  mayFind: ({ data }, context) => data !== undefined && hasStranger(data, context),
  *check(manuscript, context): Generator<Finding> {
    const { data } = manuscript;
    const schema = data === undefined ? undefined : schemaFor(data, context);
    if (data === undefined || schema === undefined) return;
    for (const suspect of suspectKeysIn(data, (name) => isKnownKey(name, schema, context.taxonomy)))
      yield { ...placeOf(manuscript, [suspect.key], 'key'), ...told(suspect, manuscript) };
  },
};

function told(suspect: SuspectKey, manuscript: Manuscript): Omit<Finding, 'start' | 'end'> {
  const { key, meant, isOtherName, inside } = suspect;
  if (inside !== undefined)
    return {
      message: `${quoted(inside)} in ${quoted(key)} may be meant as «${meant}»: the release is not public until that is mended.`,
      hint: `Write «${meant}» on a line of its own, without ${quoted(key)} around it, or choose a name that cannot be mistaken for it.`,
    };
  const isThere = Object.hasOwn(manuscript.data ?? {}, meant);
  const place = placeOf(manuscript, [key], 'key');
  const looks = isOtherName ? 'may be meant as' : 'looks like';
  const message = `${quoted(key)} ${looks} «${meant}»: the release is not public until that is mended.`;
  if (isOtherName && meant === 'status')
    return {
      message,
      hint: 'Say under «status» what the release is: draft, approved, published, hold or withdrawn. Then take this key out.',
    };
  const what = isThere ? `«${meant}» is there already: take this one out` : `Write «${meant}»`;
  return {
    message,
    hint: `${what}, or choose a name that cannot be mistaken for it.`,
    ...(isThere ? {} : { fix: replacement(place, meant, 'review') }),
  };
}
