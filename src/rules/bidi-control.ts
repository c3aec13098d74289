import type { DataPath, Manuscript } from '../model/manuscript.ts';
import { placeOf } from '../model/places.ts';
import { codePoint } from '../model/quoting.ts';
import type { Finding, Rule } from '../model/rule.ts';
import { sampleRelease } from '../model/sample-release.ts';

// Embeddings, overrides and isolates. Letters that run from right to left need none of them, and marks (U+200E, U+200F) turn nothing.
const CONTROL = /[\u202A-\u202E\u2066-\u2069]/;
const EVERY_CONTROL = new RegExp(CONTROL, 'g');
const ESCAPE = /\\u/i;

const hint = 'Take it out; Arabic and Hebrew letters find their direction by themselves.';

export const bidiControl: Rule = {
  id: 'bidi-control',
  topic: 'reading',
  severity: 'error',
  scope: 'manuscript',
  summary: 'The text holds a character that turns the order of others around on the screen.',
  why:
    'Such characters are invisible and make a text look different from what it says: a status can look published and be something ' +
    'else. In the body it is a warning, because a quotation may need one.',
  examples: [
    {
      wrong: sampleRelease({ title: 'Course for \u202Eobservers opens' }),
      right: sampleRelease({ title: 'Course for observers opens' }),
    },
    {
      wrong: sampleRelease({ summary: '"A course\\u2066 opens"' }),
      right: sampleRelease({ summary: '"A course opens"' }),
    },
  ],
  *check(manuscript): Generator<Finding> {
    const { text, bodyStart, data } = manuscript;
    for (const { 0: character, index } of text.matchAll(EVERY_CONTROL)) {
      const severity = index < bodyStart ? 'error' : 'warning';
      yield { start: index, end: index + 1, message: sentence(character), hint, severity };
    }
    if (data !== undefined && ESCAPE.test(text.slice(0, bodyStart))) yield* escaped(manuscript, data, []);
  },
};

/** Characters that stand in the file as an escape, such as "\u202E". */
function* escaped(manuscript: Manuscript, value: unknown, path: DataPath): Generator<Finding> {
  if (typeof value === 'string') {
    const [character] = CONTROL.exec(value) ?? [];
    if (character === undefined) return;
    const place = placeOf(manuscript, path);
    if (CONTROL.test(manuscript.text.slice(place.start, place.end))) return;
    yield { ...place, message: sentence(character), hint, severity: 'error' };
  } else if (Array.isArray(value)) {
    for (const [index, item] of value.entries()) yield* escaped(manuscript, item, [...path, index]);
  } else if (typeof value === 'object' && value !== null) {
    for (const [key, item] of Object.entries(value)) yield* escaped(manuscript, item, [...path, key]);
  }
}

function sentence(character: string): string {
  return `There is an invisible ${codePoint(character)}, which turns around the order of characters on the screen.`;
}
