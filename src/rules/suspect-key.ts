import { isKnownKey } from '../model/make-release.ts';
import { placeOf } from '../model/places.ts';
import { quoted } from '../model/quoting.ts';
import { replacement } from '../model/replacement.ts';
import type { Finding, Rule } from '../model/rule.ts';
import { sampleRelease } from '../model/sample-release.ts';
import { schemaFor } from '../model/schema-for.ts';
import { suspectKeys } from '../model/suspect-keys.ts';

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
  *check(manuscript, context): Generator<Finding> {
    const { data } = manuscript;
    const schema = data === undefined ? undefined : schemaFor(data, context);
    if (data === undefined || schema === undefined) return;
    for (const { key, meant } of suspectKeys(Object.keys(data), (name) => isKnownKey(name, schema, context.taxonomy))) {
      const place = placeOf(manuscript, [key], 'key');
      yield {
        ...place,
        message: `${quoted(key)} looks like «${meant}»: the release is not public until that is mended.`,
        hint: `Write «${meant}», or choose a name that cannot be mistaken for it.`,
        ...(Object.hasOwn(data, meant) ? {} : { fix: replacement(place, meant, 'review') }),
      };
    }
  },
};
