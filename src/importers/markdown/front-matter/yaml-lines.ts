/** Lines of YAML as a careless writer's: which of them begin a key, and which can be part of front matter at all. */

const KEY = /^(?:"([^"\n]{1,100})"|'([^'\n]{1,100})'|([\p{L}_$@][\p{L}\p{N}_.$/-]{0,80}))[ \t]*:(?=[ \t]|$)/u;

export interface KeyLine {
  readonly key: string;
  /** What stands behind the colon, as written. */
  readonly rest: string;
}

/** The key with which a line begins, at its left edge; undefined for one that begins with none. */
export function keyOf(line: string): KeyLine | undefined {
  const found = KEY.exec(line);
  if (found === null) return undefined;
  return { key: found[1] ?? found[2] ?? found[3] ?? '', rest: line.slice(found[0].length) };
}

/** A key of a few words, which is a sentence of somebody's text as often. */
export function keyOfWords(line: string): KeyLine | undefined {
  const found = /^(\p{L}[\p{L}\p{N}_-]{0,30}(?: [\p{L}\p{N}_-]{1,30}){1,2}):(?=[ \t]|$)/u.exec(line);
  return found === null ? undefined : { key: found[1] ?? '', rest: line.slice(found[0].length) };
}

/** Whether a line can stand in front matter: a key, a list's item, or something farther in. */
export function looksLikeYaml(line: string): boolean {
  return keyOf(line) !== undefined || /^(?:[ \t]+\S|-(?:[ \t]|$))/.test(line);
}

export function countOfKeys(lines: readonly string[]): number {
  return lines.filter((line) => keyOf(line) !== undefined).length;
}
