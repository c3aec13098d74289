import { textsIn } from '../model/front-matter-texts.ts';
import { fenceOf, type Manuscript } from '../model/manuscript.ts';
import { placeOf } from '../model/places.ts';
import { codePoint } from '../model/quoting.ts';
import type { Finding, Rule } from '../model/rule.ts';
import { sampleRelease } from '../model/sample-release.ts';
import { TURNING } from '../text/turning-characters.ts';

const EVERY_CONTROL = new RegExp(TURNING, 'g');
const ESCAPE = /\\u/i;

const hint = 'Take it out; Arabic and Hebrew letters find their direction by themselves.';

export const bidiControl: Rule = {
  id: 'bidi-control',
  topic: 'reading',
  severity: 'error',
  scope: 'manuscript',
  summary: 'The text holds a character that turns the order of others around on the screen.',
  mends: { review: 'Takes the character out.' },
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
  needs: {
    words: ['\\u'],
    characters: [
      [0x202a, 0x202e],
      [0x2066, 0x2069],
    ],
  },
  *check(manuscript): Generator<Finding> {
    const { text, bodyStart, path } = manuscript;
    const [inName] = TURNING.exec(path) ?? [];
    if (inName !== undefined)
      yield { ...fenceOf(manuscript), message: sentence(inName, 'the name of this file'), hint: 'Rename the file.' };
    for (const { 0: character, index } of text.matchAll(EVERY_CONTROL)) {
      const place = { start: index, end: index + 1 };
      const severity = index < bodyStart ? 'error' : 'warning';
      const fix = { title: 'Take it out', safety: 'review', edits: [{ ...place, text: '' }] } as const;
      yield { ...place, message: sentence(character, 'the text'), hint, severity, fix };
    }
    if (ESCAPE.test(text.slice(0, bodyStart))) yield* escaped(manuscript);
  },
};

/** Characters that stand in the file as an escape, such as "\u202E". */
function* escaped(manuscript: Manuscript): Generator<Finding> {
  for (const { value, path } of textsIn(manuscript.data)) {
    const [character] = TURNING.exec(value) ?? [];
    if (character === undefined) continue;
    const place = placeOf(manuscript, path);
    if (TURNING.test(manuscript.text.slice(place.start, place.end))) continue;
    yield { ...place, message: sentence(character, 'the value'), hint, severity: 'error' };
  }
}

const namesOfControls: ReadonlyMap<string, string> = new Map([
  ['\u202A', 'left-to-right embedding'],
  ['\u202B', 'right-to-left embedding'],
  ['\u202C', 'end of an embedding or override'],
  ['\u202D', 'left-to-right override'],
  ['\u202E', 'right-to-left override'],
  ['\u2066', 'left-to-right isolate'],
  ['\u2067', 'right-to-left isolate'],
  ['\u2068', 'first strong isolate'],
  ['\u2069', 'end of an isolate'],
]);

function sentence(character: string, where: string): string {
  const name = namesOfControls.get(character) ?? 'control';
  return `An invisible ${codePoint(character)} (${name}) in ${where} turns around the order of characters on the screen.`;
}
