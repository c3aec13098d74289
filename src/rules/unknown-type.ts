import { typeName } from '../model/make-release.ts';
import { placeOf } from '../model/places.ts';
import { didYouMean } from '../model/press-error.ts';
import { quoted } from '../model/quoting.ts';
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
  why:
    'The type says which schema a release must fit: a statement has to name its place, for one. Each type is a file in ' +
    'schemas/types; your newsroom may add its own.',
  examples: [{ wrong: sampleRelease({ type: 'statment' }), right: sampleRelease({ type: 'statement' }) }],
  *check(manuscript, context): Generator<Finding> {
    const { data } = manuscript;
    if (data === undefined || context.schemaOf(typeName(data)) !== undefined) return;
    const type = typeName(data);
    yield {
      ...placeOf(manuscript, ['type']),
      message: `${quoted(type)} is no type of release.`,
      hint: didYouMean(nearest(type, context.releaseTypes)) ?? `The types are ${context.releaseTypes.join(', ')}.`,
    };
  },
};
