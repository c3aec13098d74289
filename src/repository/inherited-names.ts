/**
 * Words of a schema that mean something to the engine itself.
 *
 * ajv looks keywords and the steps of a reference up in plain objects. So it finds `toString` and `#/__proto__` there although no
 * schema has them, and a value that they judge always passes.
 */
const inherited: ReadonlySet<string> = new Set(Object.getOwnPropertyNames(Object.prototype));

// Below these stand names that people give, and schemas below the names.
const ofNames: ReadonlySet<string> = new Set([
  'properties',
  'patternProperties',
  '$defs',
  'definitions',
  'dependentSchemas',
  'dependentRequired',
]);
// And these hold data.
const ofData: ReadonlySet<string> = new Set(['const', 'enum', 'default', 'examples']);

/** The first keyword, or reference, that only the engine knows; undefined where there is none. */
export function inheritedName(schema: unknown): string | undefined {
  // No recursion: a schema may be nested as deep as its file is long.
  const waiting = [schema];
  for (let node = waiting.pop(); node !== undefined; node = waiting.pop()) {
    if (Array.isArray(node)) for (const each of node) waiting.push(each);
    if (typeof node !== 'object' || node === null || Array.isArray(node)) continue;
    for (const [keyword, value] of Object.entries(node)) {
      if (inherited.has(keyword)) return keyword;
      if (isInheritedReference(keyword, value)) return String(value);
      if (ofNames.has(keyword) && typeof value === 'object' && value !== null)
        for (const each of Object.values(value)) waiting.push(each);
      else if (!ofData.has(keyword)) waiting.push(value);
    }
  }
  return undefined;
}

function isInheritedReference(keyword: string, value: unknown): boolean {
  if (typeof value !== 'string' || (keyword !== '$ref' && keyword !== '$dynamicRef')) return false;
  return value
    .slice(value.indexOf('#') + 1)
    .split('/')
    .some((step) => inherited.has(step));
}
