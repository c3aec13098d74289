/** Patterns of profiles, on an engine whose time grows with the text alone, whatever somebody wrote. */
import { RE2JS } from 're2js';

const LONGEST = 1000;
const LONGEST_TEXT = 20_000;

/** Finds the part of a text that the group of a pattern is; undefined where it does not fit. */
export type FoundPart = (text: string) => string | undefined;

/** Compiles a pattern; a sentence where it is none that press takes. */
export function compiledPattern(pattern: string): FoundPart | string {
  if (pattern.length > LONGEST) return `It is longer than ${LONGEST} characters.`;
  const compiled = compile(pattern);
  if (compiled === undefined) return 'It is no regular expression, or uses look-around or back-references.';
  if (compiled.groupCount() !== 1) return `It has ${compiled.groupCount()} groups.`;
  return (text) => {
    const matcher = compiled.matcher(text.slice(0, LONGEST_TEXT));
    return matcher.find() ? (matcher.group(1) ?? undefined) : undefined;
  };
}

function compile(pattern: string): RE2JS | undefined {
  try {
    return RE2JS.compile(pattern);
  } catch {
    return undefined;
  }
}
