import { isDate, isEmbargo } from '../model/date-values.ts';
import type { FrontMatter, Manuscript } from '../model/manuscript.ts';
import { placeOf } from '../model/places.ts';
import { didYouMean } from '../model/press-error.ts';
import { choiceOf } from '../model/replacement.ts';
import type { Finding, Rule } from '../model/rule.ts';
import { sampleRelease } from '../model/sample-release.ts';
import { schemaFixes } from '../model/schema-fixes.ts';
import { schemaFor } from '../model/schema-for.ts';
import { proposalFor, wordWithin } from '../model/schema-proposals.ts';
import { explainViolation, valueAt, type Explained } from '../model/schema-sentences.ts';
import type { SchemaViolation } from '../model/schema-violation.ts';
import { nearest } from '../text/nearest.ts';

/** What the schema of the release's type says; dates, embargoes and unknown keys have rules of their own that say it better. */
export const schema: Rule = {
  id: 'schema',
  topic: 'keys',
  severity: 'error',
  isBinding: true,
  scope: 'manuscript',
  summary: 'A value is not what its key takes, or a key is missing.',
  mends: {
    safe: 'Puts a value in the form that its key takes: a list of one value, one value of a list of one, a word for its slip; takes an item out that stands twice.',
    review: 'Puts a status in the place of the misspelled one; takes out a key that has no value.',
  },
  why:
    'Lists, feeds and pages rely on every release saying certain things in certain forms. What these are stands in the schema of ' +
    'the release’s type, under schemas/. A release that its schema does not accept is in no output.',
  examples: [
    { wrong: sampleRelease({ status: 'publish' }), right: sampleRelease({ status: 'published' }) },
    { wrong: sampleRelease({ title: undefined }), right: sampleRelease() },
  ],
  mayFind: ({ data }, context) => data !== undefined && (schemaFor(data, context)?.check(data).length ?? 0) > 0,
  *check(manuscript, context): Generator<Finding> {
    const { data } = manuscript;
    if (data === undefined) return;
    const places = new Set<string>();
    for (const violation of schemaFor(data, context)?.check(data) ?? []) {
      const told = explainViolation(violation, data);
      // One sentence about a value is enough; several keys may be missing from one mapping.
      const place = violation.keyword === 'required' ? `${told.path.join('/')} ${told.message}` : told.path.join('/');
      if (places.has(place) || hasRuleOfItsOwn(told, data, context.releaseTypes)) continue;
      places.add(place);
      const hint = hintOf(violation, told, manuscript);
      const fixes = choiceOf(schemaFixes(violation, manuscript));
      yield { ...placeOf(manuscript, told.path), message: told.message, ...(hint === '' ? {} : { hint }), ...fixes };
    }
  },
};

/** What was meant, what to write, and what the key wants. */
function hintOf(violation: SchemaViolation, { path, hint }: Explained, manuscript: Manuscript): string {
  const proposal = proposalFor(violation, manuscript);
  // How a list is written is told by a line to copy.
  const wanted = proposal !== undefined && violation.keyword === 'type' ? violation.description : hint;
  const parts = [meant(violation, valueAt(manuscript.data ?? {}, path)), proposal, wanted];
  return parts.filter((part) => part !== undefined).join(' ');
}

/** The value that a misspelled one of a short list was meant to be. */
function meant({ params }: SchemaViolation, value: unknown): string | undefined {
  const allowed: unknown = params['allowedValues'];
  if (typeof value !== 'string' || !Array.isArray(allowed)) return undefined;
  const words = allowed.filter((word) => typeof word === 'string');
  const near = nearest(value, words);
  return didYouMean(near.length > 0 ? near : [wordWithin(value, words) ?? []].flat());
}

/** Left to unknown-key, unknown-type, embargo-format and date-format. */
function hasRuleOfItsOwn({ path, atKey }: Explained, data: FrontMatter, types: readonly string[]): boolean {
  const value = valueAt(data, path);
  const [key] = path;
  if (atKey) return true;
  if (path.length === 1 && key === 'type') return typeof value === 'string' && !types.includes(value);
  if (path.length === 1 && key === 'embargo') return !isEmbargo(value);
  if (typeof value !== 'string' || value === '') return false;
  const isDateKey =
    (path.length === 1 && (key === 'date' || key === 'updated')) || (key === 'corrections' && path[2] === 'date');
  return isDateKey && !isDate(value);
}
