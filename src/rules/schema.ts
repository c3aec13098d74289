import { isDate, isEmbargo } from '../model/date-values.ts';
import type { FrontMatter } from '../model/manuscript.ts';
import { placeOf } from '../model/places.ts';
import { didYouMean } from '../model/press-error.ts';
import type { Finding, Rule } from '../model/rule.ts';
import { sampleRelease } from '../model/sample-release.ts';
import { schemaFor } from '../model/schema-for.ts';
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
  why:
    'Lists, feeds and pages rely on every release saying certain things in certain forms. What these are stands in the schema of ' +
    'the release’s type, under schemas/. A release that its schema does not accept is in no output.',
  examples: [
    { wrong: sampleRelease({ status: 'publish' }), right: sampleRelease({ status: 'published' }) },
    { wrong: sampleRelease({ title: undefined }), right: sampleRelease() },
  ],
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
      const hint = [meant(violation, valueAt(data, told.path)), told.hint]
        .filter((part) => part !== undefined)
        .join(' ');
      yield { ...placeOf(manuscript, told.path), message: told.message, ...(hint === '' ? {} : { hint }) };
    }
  },
};

/** The value that a misspelled one of a short list was meant to be. */
function meant({ params }: SchemaViolation, value: unknown): string | undefined {
  const allowed: unknown = params['allowedValues'];
  if (typeof value !== 'string' || !Array.isArray(allowed)) return undefined;
  return didYouMean(
    nearest(
      value,
      allowed.filter((word) => typeof word === 'string'),
    ),
  );
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
