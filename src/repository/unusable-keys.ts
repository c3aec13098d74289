/** Keys that no YAML of this house may have: the engine gives them a meaning of its own, and `<<` merges. */
export const unusableKeys: ReadonlySet<string> = new Set(['__proto__', 'constructor', 'prototype', '<<']);
