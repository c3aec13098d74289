/**
 * A number for a text, in which two different texts are hardly ever the same: below 2^30, which JavaScript engines keep without an object. FNV-1a,
 * of UTF-16 units.
 */
const OFFSET_BASIS = 0x811c_9dc5;
const PRIME = 0x0100_0193;
const BITS = 0x3fff_ffff;

export function textKey(text: string): number {
  let hash = OFFSET_BASIS;
  for (let at = 0; at < text.length; at += 1) hash = Math.imul(hash ^ text.charCodeAt(at), PRIME);
  return (hash ^ (hash >>> 30)) & BITS;
}
