import { jsonForSight } from '../../text/sight-escapes.ts';

/** A value as indented JSON with a line break at the end. */
export function jsonText(value: unknown): string {
  return `${jsonForSight(JSON.stringify(value, null, 2))}\n`;
}
