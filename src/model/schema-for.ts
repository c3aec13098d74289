/** Which schema judges front matter whose type nobody knows. */
import { defaultType, typeName } from './make-release.ts';
import type { FrontMatter } from './manuscript.ts';
import type { RuleContext } from './rule.ts';
import type { ReleaseSchema } from './schema-violation.ts';

/** The schema of the type, or that of a press release: an unknown type must not hide everything else that is wrong. */
export function schemaFor(data: FrontMatter, context: RuleContext): ReleaseSchema | undefined {
  return context.schemaOf(typeName(data)) ?? context.schemaOf(defaultType);
}
