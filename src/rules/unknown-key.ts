import { defaultType, isKnownKey, typeName } from '../model/make-release.ts';
import { meanings, sure, type Meanings } from '../model/key-meanings.ts';
import type { DataPath, FrontMatter, Manuscript } from '../model/manuscript.ts';
import { placeOf } from '../model/places.ts';
import { didYouMean } from '../model/press-error.ts';
import { quoted, quotedList } from '../model/quoting.ts';
import { choiceOf, replacement } from '../model/replacement.ts';
import type { Finding, Rule, RuleContext } from '../model/rule.ts';
import { sampleRelease } from '../model/sample-release.ts';
import { hasStranger, schemaFor } from '../model/schema-for.ts';
import { explainViolation, valueAt } from '../model/schema-sentences.ts';
import type { ReleaseSchema } from '../model/schema-violation.ts';
import { suspectKeysIn } from '../model/suspect-keys.ts';

export const unknownKey: Rule = {
  id: 'unknown-key',
  topic: 'keys',
  severity: 'error',
  scope: 'vocabulary',
  summary: 'Neither the schema nor the vocabulary knows the key.',
  mends: {
    safe: 'Puts the key that was meant in the place of the misspelled one.',
    review: 'Puts one of the nearest keys in its place, where it is not certain which was meant.',
  },
  why:
    'A misspelled key is overlooked: what stands under «sumary» appears nowhere. If your newsroom wants a key of its own, add it ' +
    'to the schema of the type under schemas/types, or to schemas/release.schema.json for every type.',
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
  mayFind: ({ data }, context) =>
    data !== undefined && (hasStranger(data, context) || (schemaFor(data, context)?.check(data).length ?? 0) > 0),
  *check(manuscript, context): Generator<Finding> {
    const { data } = manuscript;
    const schema = data === undefined ? undefined : schemaFor(data, context);
    if (data === undefined || schema === undefined) return;
    const elsewise = (): string => `Take it out, or add it to ${schemaFile(data, context)}.`;
    for (const key of strangers(data, schema, context)) {
      // Who writes `country:` means the facet, whose key is `countries`.
      const facet = context.taxonomy.facets.get(key);
      const meant = facet === undefined ? meanings(key, knownKeys(schema, context)) : sure(facet.property);
      yield finding(manuscript, [key], { ...meant, elsewise: elsewise() });
    }
    for (const violation of schema.check(data)) {
      const { path, atKey } = explainViolation(violation, data);
      const key = String(path.at(-1));
      // A closed schema may refuse what the vocabulary knows; of the first level, everything else was said above.
      if (!atKey || (path.length === 1 && !isKnownKey(key, schema, context.taxonomy))) continue;
      const known = violation.known ?? [];
      yield finding(manuscript, path, {
        ...meanings(key, known),
        elsewise: path.length === 1 ? elsewise() : `Take it out. The keys here are ${quotedList(known, 'and')}.`,
      });
    }
  },
};

/** Keys of the first level that nobody knows. What may have been meant for `embargo` or `status` is left to suspect-key. */
function strangers(data: FrontMatter, schema: ReleaseSchema, { taxonomy }: RuleContext): string[] {
  const isKnown = (key: string): boolean => isKnownKey(key, schema, taxonomy);
  const suspect = new Set(suspectKeysIn(data, isKnown).map(({ key }) => key));
  return Object.keys(data).filter((key) => !isKnown(key) && !suspect.has(key));
}

function knownKeys(schema: ReleaseSchema, { taxonomy }: RuleContext): string[] {
  return [...schema.properties, ...[...taxonomy.facets.values()].map(({ property }) => property)];
}

/** Where a newsroom writes down keys of its own for this release, as far as it has schemas of its own. */
function schemaFile(data: FrontMatter, { schemaOf, exists }: RuleContext): string {
  const type = schemaOf(typeName(data)) === undefined ? defaultType : typeName(data);
  const files = [`schemas/types/${type}.schema.json`, 'schemas/release.schema.json'];
  return files.find((file) => exists(file)) ?? 'the schema of the type';
}

interface WaysOut extends Meanings {
  /** What to do where no other key was meant. */
  readonly elsewise: string;
}

function finding(manuscript: Manuscript, path: DataPath, { near, certain, elsewise }: WaysOut): Finding {
  const key = String(path.at(-1));
  const place = placeOf(manuscript, path, 'key');
  const mapping = valueAt(manuscript.data ?? {}, path.slice(0, -1)) as object;
  const meant = (certain === undefined ? near : [certain]).filter((name) => !Object.hasOwn(mapping, name));
  const isThere = certain !== undefined && meant.length === 0;
  return {
    ...place,
    message: `${quoted(key)} is no key that press knows here.`,
    hint: isThere
      ? `${quoted(certain)} is there already: keep one of the two.`
      : (didYouMean(meant) ?? (path.length === 1 ? foreignKeys.get(key) : undefined) ?? elsewise),
    ...choiceOf(meant.map((name) => replacement(place, name, certain === undefined ? 'review' : 'safe'))),
  };
}

/** What other site builders call things. */
const foreignKeys: ReadonlyMap<string, string> = new Map([
  ['draft', 'Take it out: «status» says whether the release is a draft.'],
  ['permalink', 'Write the last part of the address as «slug», and old addresses under «aliases».'],
  ['layout', 'Take it out: press chooses the layout by the type.'],
]);
