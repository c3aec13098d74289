/** What `JSON.parse` lets pass in silence or would choke on: a key that stands twice, nesting without end. */

export interface JsonFault {
  /** Line counted from 1. */
  readonly line: number;
  /** What is wrong, as the rest of a sentence. */
  readonly what: string;
}

const DEEPEST = 64;
// Empty objects take fifty times as much memory as room in the file.
const MANY = 1_000_000;
const LEAST_CHARACTERS = 12;

/** Names that an object has had so far; undefined inside a list. */
interface Level {
  readonly keys: Set<string> | undefined;
  expectsKey: boolean;
}

/** The first fault of a text that is JSON or nearly so; undefined when there is none. Linear, and no recursion. */
export function faultOfJson(text: string): JsonFault | undefined {
  const levels: Level[] = [];
  let opened = 0;
  const signs = /["{}[\],]/g;
  for (let found = signs.exec(text); found !== null; found = signs.exec(text)) {
    const [sign] = found;
    const level = levels.at(-1);
    if (sign === '"') {
      const end = endOfString(text, found.index);
      const key = level?.expectsKey === true ? keyOf(text.slice(found.index, end)) : undefined;
      if (key !== undefined && level?.keys?.has(key) === true)
        return faultAt(text, found.index, `has the key «${key}» twice in one object`);
      if (key !== undefined) level?.keys?.add(key);
      if (level !== undefined) level.expectsKey = false;
      signs.lastIndex = end;
    } else if (sign === '{' || sign === '[') {
      if (levels.length === DEEPEST) return faultAt(text, found.index, `is nested more than ${DEEPEST} levels deep`);
      opened += 1;
      if (opened > MANY && opened * LEAST_CHARACTERS > found.index)
        return faultAt(text, found.index, 'has millions of brackets with next to nothing in them');
      levels.push({ keys: sign === '{' ? new Set() : undefined, expectsKey: sign === '{' });
    } else if (sign === ',') {
      if (level?.keys !== undefined) level.expectsKey = true;
    } else levels.pop();
  }
  return undefined;
}

/** The offset behind the quote that ends a string; the end of the text where none does. */
function endOfString(text: string, start: number): number {
  for (let at = text.indexOf('"', start + 1); at !== -1; at = text.indexOf('"', at + 1)) {
    let backslashes = 0;
    while (text.charAt(at - 1 - backslashes) === '\\') backslashes += 1;
    if (backslashes % 2 === 0) return at + 1;
  }
  return text.length;
}

function keyOf(token: string): string | undefined {
  try {
    const key: unknown = JSON.parse(token);
    return typeof key === 'string' ? key : undefined;
  } catch {
    return undefined;
  }
}

function faultAt(text: string, at: number, what: string): JsonFault {
  return { line: lineAt(text, at), what };
}

/** The line of an offset, counted from 1. */
export function lineAt(text: string, offset: number): number {
  let line = 1;
  for (let at = text.indexOf('\n'); at !== -1 && at < offset; at = text.indexOf('\n', at + 1)) line += 1;
  return line;
}
