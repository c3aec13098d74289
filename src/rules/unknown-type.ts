import { typeName } from '../model/make-release.ts';
import { placeOf } from '../model/places.ts';
import { didYouMean } from '../model/press-error.ts';
import { quoted } from '../model/quoting.ts';
import { choiceOf, replacement } from '../model/replacement.ts';
import type { Finding, Rule } from '../model/rule.ts';
import { sampleRelease } from '../model/sample-release.ts';
import { nearest } from '../text/nearest.ts';

export const unknownType: Rule = {
  id: 'unknown-type',
  topic: 'keys',
  severity: 'error',
  isBinding: true,
  scope: 'manuscript',
  summary: 'There is no such type of release.',
  mends: { review: 'Puts one of the nearest types in the place of the word.' },
  why:
    'The type says which schema a release must fit: a statement has to name its place, for one. Each type is a file in ' +
    'schemas/types; your newsroom may add its own.',
  examples: [{ wrong: sampleRelease({ type: 'statment' }), right: sampleRelease({ type: 'statement' }) }],
  mayFind: ({ data }, context) => data !== undefined && context.schemaOf(typeName(data)) === undefined,
  *check(manuscript, context): Generator<Finding> {
    const { data } = manuscript;
    if (data === undefined || context.schemaOf(typeName(data)) !== undefined) return;
    const type = typeName(data);
    const place = placeOf(manuscript, ['type']);
    const near = nearest(type, context.releaseTypes);
    yield {
      ...place,
      message: type === '' ? 'The type is empty.' : `${quoted(type)} is no type of release.`,
      hint: didYouMean(near) ?? `The types are ${context.releaseTypes.join(', ')}.`,
      ...choiceOf(near.map((name) => replacement(place, name, 'review'))),
    };
  },
};
