/** How long a text is to the people who read it. */
import { graphemesOf } from './display-width.ts';

/**
 * The number of characters that people see, when there are more of them than a bound; undefined otherwise. A letter with its
 * accents is one, and so is an emoji of several parts.
 */
export function lengthBeyond(text: string, bound: number): number | undefined {
  // No character takes less than one code unit, and the segmenter is slow to make.
  if (text.length <= bound) return undefined;
  const { length } = graphemesOf(text);
  return length > bound ? length : undefined;
}
