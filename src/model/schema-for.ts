/** Which schema judges front matter whose type nobody knows. */
import { defaultType, isKnownKey, typeName } from './make-release.ts';
import type { FrontMatter } from './manuscript.ts';
import type { RuleContext } from './rule.ts';
import type { ReleaseSchema } from './schema-violation.ts';

/** The schema of the type, or that of a press release: an unknown type must not hide everything else that is wrong. */
export function schemaFor(data: FrontMatter, context: RuleContext): ReleaseSchema | undefined {
  return context.schemaOf(typeName(data)) ?? context.schemaOf(defaultType);
}

/** Whether there is a key of the first level that neither the schema nor the vocabulary knows. */
export function hasStranger(data: FrontMatter, context: RuleContext): boolean {
  const schema = schemaFor(data, context);
  return schema !== undefined && Object.keys(data).some((key) => !isKnownKey(key, schema, context.taxonomy));
}
