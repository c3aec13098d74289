/** Values of a ninjs item, which anybody may have written: whatever has another form than the standard's is absent. */

/** An item, or an object in one. Its keys are looked up here alone. */
export type NinjsObject = object;

/** The text under a key; undefined for what is empty or no text. */
export function textAt(object: NinjsObject | undefined, key: string): string | undefined {
  const value = valueAt(object, key);
  return typeof value === 'string' && value.trim() !== '' ? value : undefined;
}

/** The objects of the list under a key. */
export function objectsAt(object: NinjsObject | undefined, key: string): NinjsObject[] {
  const value = valueAt(object, key);
  return Array.isArray(value) ? value.filter((item) => typeof item === 'object' && item !== null) : [];
}

/** The number under a key. */
export function numberAt(object: NinjsObject, key: string): number | undefined {
  const value = valueAt(object, key);
  return typeof value === 'number' ? value : undefined;
}

/** Of the objects under a key the first with that role; where none has it, the first. */
export function roleAt(object: NinjsObject, key: string, role: string): NinjsObject | undefined {
  const all = objectsAt(object, key);
  return all.find((each) => textAt(each, 'role') === role) ?? all[0];
}

/** Whether a key holds anything. */
export function hasAt(object: NinjsObject, key: string): boolean {
  const value = valueAt(object, key);
  return value !== undefined && value !== null && value !== '' && !(Array.isArray(value) && value.length === 0);
}

function valueAt(object: NinjsObject | undefined, key: string): unknown {
  return object !== undefined && Object.hasOwn(object, key) ? Reflect.get(object, key) : undefined;
}
