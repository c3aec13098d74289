import { isKnownKey } from '../model/make-release.ts';
import { meanings, sure, type Meanings } from '../model/key-meanings.ts';
import type { DataPath, FrontMatter, Manuscript } from '../model/manuscript.ts';
import { placeOf } from '../model/places.ts';
import { didYouMean } from '../model/press-error.ts';
import { quoted } from '../model/quoting.ts';
import { replacement } from '../model/replacement.ts';
import type { Finding, Rule, RuleContext } from '../model/rule.ts';
import { sampleRelease } from '../model/sample-release.ts';
import { schemaFor } from '../model/schema-for.ts';
import { explainViolation, valueAt } from '../model/schema-sentences.ts';
import type { ReleaseSchema } from '../model/schema-violation.ts';
import { suspectKeys } from '../model/suspect-keys.ts';

export const unknownKey: Rule = {
  id: 'unknown-key',
  topic: 'keys',
  severity: 'error',
  scope: 'vocabulary',
  summary: 'Neither the schema nor the vocabulary knows the key.',
  mends: { safe: 'Puts the key that was meant in the place of the misspelled one.' },
  why:
    'A misspelled key is overlooked: what stands under «sumary» appears nowhere. If your newsroom wants a key of its own, add it ' +
    'to the schema of the type under schemas/types.',
  examples: [
    {
      wrong: sampleRelease({ sumary: 'Thirty observers take part.' }),
      right: sampleRelease({ summary: 'Thirty observers take part.' }),
    },
    {
      wrong: sampleRelease({ contacts: '\n  - name: Press Desk\n    mail: press@example.org' }),
      right: sampleRelease({ contacts: '\n  - name: Press Desk\n    email: press@example.org' }),
    },
  ],
  *check(manuscript, context): Generator<Finding> {
    const { data } = manuscript;
    const schema = data === undefined ? undefined : schemaFor(data, context);
    if (data === undefined || schema === undefined) return;
    for (const key of strangers(data, schema, context)) {
      // Who writes `country:` means the facet, whose key is `countries`.
      const facet = context.taxonomy.facets.get(key);
      yield finding(
        manuscript,
        [key],
        facet === undefined ? meanings(key, knownKeys(schema, context)) : sure(facet.property),
      );
    }
    for (const violation of schema.check(data)) {
      const { path, atKey } = explainViolation(violation, data);
      const key = String(path.at(-1));
      // A closed schema may refuse what the vocabulary knows; of the first level, everything else was said above.
      if (!atKey || (path.length === 1 && !isKnownKey(key, schema, context.taxonomy))) continue;
      yield finding(manuscript, path, meanings(key, violation.known ?? []));
    }
  },
};

/** Keys of the first level that nobody knows. What may have been meant for `embargo` or `status` is left to suspect-key. */
function strangers(data: FrontMatter, schema: ReleaseSchema, { taxonomy }: RuleContext): string[] {
  const unknown = Object.keys(data).filter((key) => !isKnownKey(key, schema, taxonomy));
  const suspect = new Set(suspectKeys(unknown, () => false).map(({ key }) => key));
  return unknown.filter((key) => !suspect.has(key));
}

function knownKeys(schema: ReleaseSchema, { taxonomy }: RuleContext): string[] {
  return [...schema.properties, ...[...taxonomy.facets.values()].map(({ property }) => property)];
}

function finding(manuscript: Manuscript, path: DataPath, { near, certain }: Meanings): Finding {
  const key = String(path.at(-1));
  const place = placeOf(manuscript, path, 'key');
  const mapping = valueAt(manuscript.data ?? {}, path.slice(0, -1)) as object;
  return {
    ...place,
    message: `${quoted(key)} is no key that press knows here.`,
    hint:
      didYouMean(near) ??
      foreignKeys.get(key) ??
      'Take it out, or add it to the schema of the type under schemas/types.',
    ...(certain === undefined || Object.hasOwn(mapping, certain) ? {} : { fix: replacement(place, certain, 'safe') }),
  };
}

/** What other site builders call things. */
const foreignKeys: ReadonlyMap<string, string> = new Map([
  ['draft', 'Write «status: draft» instead.'],
  ['permalink', 'Write the last part of the address as «slug», and old addresses under «aliases».'],
  ['layout', 'Take it out: press chooses the layout by the type.'],
]);
