import { plainLine } from '../plain-text.ts';

/** The type of a release in words: `media-advisory` becomes «Media advisory». */
export function genreName(type: string): string {
  const words = plainLine(type.replaceAll('-', ' '));
  return words.slice(0, 1).toUpperCase() + words.slice(1);
}
