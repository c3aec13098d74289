import { ownTexts, type FrontMatterText } from '../model/front-matter-texts.ts';
import { fenceOf, type Manuscript, type OffsetFix, type Span } from '../model/manuscript.ts';
import { placeOf } from '../model/places.ts';
import { codePoint } from '../model/quoting.ts';
import type { Finding, Rule } from '../model/rule.ts';
import { sampleRelease } from '../model/sample-release.ts';
import {
  ligatures,
  mayBeWrittenOtherwise,
  notComposed,
  softHyphens,
  zeroWidths,
  type Stretch,
} from '../text/unicode-form.ts';

export const unicodeForm: Rule = {
  id: 'unicode-form',
  topic: 'text',
  severity: 'warning',
  scope: 'vocabulary',
  summary: 'A text holds characters that look right, or are invisible, and that no search finds.',
  mends: {
    safe: 'Stores a letter and its accent as one character, parts letters that were joined for print, takes out invisible spaces.',
    review: 'Does the same in the body and in addresses, and takes out soft hyphens.',
  },
  why:
    'Text copied from a PDF file or from a Mac looks as it should, but its letters may be stored otherwise than a keyboard types ' +
    'them. Whoever searches for the word, filters by it or types the link finds nothing.',
  examples: [
    {
      wrong: sampleRelease({ title: 'Cafe\u0301 talk with first-time voters' }),
      right: sampleRelease({ title: 'Caf\u00E9 talk with first-time voters' }),
    },
    {
      wrong: sampleRelease({ title: '\uFB01rst course for election\u200B observers' }),
      right: sampleRelease({ title: 'first course for election observers' }),
    },
  ],
  needs: { words: ['\\u'], characters: mayBeWrittenOtherwise },
  *check(manuscript, context): Generator<Finding> {
    const { text, path, bodyStart } = manuscript;
    if (BEYOND_LATIN.test(path)) yield* inFileName(manuscript);
    const front = text.slice(0, bodyStart);
    if (isStrange(front) || front.includes('\\u'))
      for (const each of ownTexts(manuscript, context)) yield* inValue(manuscript, each);
    yield* inBody(manuscript);
  },
};

// Plain Latin text, which most is, needs no second look.
const BEYOND_LATIN = /\u00AD|[\u0300-\uFFFF]/;
const MOST_EDITS = 1000;

interface Kind {
  readonly find: (text: string) => Generator<Stretch>;
  readonly isSafe: boolean;
  readonly isHonestInBody?: true;
  readonly message: (first: Stretch) => string;
  readonly hint: (first: Stretch) => string;
  readonly title: string;
}

const kinds: readonly Kind[] = [
  {
    find: notComposed,
    isSafe: true,
    message: ({ found, text }) =>
      found.length === 1
        ? `«${found}» is stored as ${codePoints(found)} instead of ${codePoints(text)}`
        : `«${found}» is stored in parts (${codePoints(found)}) instead of as one character (${codePoints(text)})`,
    hint: () => 'It looks the same, but searches and links as people type them do not find it.',
    title: 'Store letters as one character',
  },
  {
    find: ligatures,
    isSafe: true,
    message: ({ found }) => `«${found}» is a single character, ${codePoints(found)}, that was joined for print`,
    hint: ({ text }) => `Write «${text}»: a search for the word does not find it as it stands.`,
    title: 'Part letters that were joined for print',
  },
  {
    find: zeroWidths,
    isSafe: true,
    message: ({ found }) => `There is an invisible ${codePoints(found)} (${namesOfInvisible.get(found) ?? 'sign'})`,
    hint: () => 'Take it out: for a search it ends the word.',
    title: 'Take out what nobody sees',
  },
  {
    find: softHyphens,
    isSafe: false,
    isHonestInBody: true,
    message: () => 'There is an invisible U+00AD (soft hyphen)',
    hint: () => 'Take it out: a search for the word does not find it, and some programs show it.',
    title: 'Take out soft hyphens',
  },
];

const namesOfInvisible: ReadonlyMap<string, string> = new Map([
  ['\u200B', 'zero-width space'],
  ['\uFEFF', 'byte-order mark'],
]);

function* inFileName(manuscript: Manuscript): Generator<Finding> {
  for (const { find, message } of kinds) {
    const [first] = find(manuscript.path);
    if (first === undefined) continue;
    const hint = 'Rename the file, with the name typed anew: other computers may take the two for different files.';
    yield { ...fenceOf(manuscript), message: `In the name of this file: ${message(first)}.`, hint };
  }
}

/** One finding of a kind in a value, at the first place; its fix mends them all. */
function* inValue(manuscript: Manuscript, { value, path }: FrontMatterText): Generator<Finding> {
  if (!isStrange(value)) return;
  const place = placeOf(manuscript, path);
  const isAddress = /^(?:\/|https?:)/.test(value) || path.at(-1) === 'href';
  for (const kind of kinds) {
    const [meant] = kind.find(value);
    if (meant === undefined) continue;
    const written = within(manuscript.text, place, kind);
    // Written as an escape, such as "\u200B", it stands nowhere: then the value is the place.
    if (written.count === 0) yield { ...place, ...told(kind, meant, 1) };
    else yield findingOf(kind, written, isAddress ? 'review' : 'safe');
  }
}

/** Once for each kind: it mostly comes in hundreds. Code and addresses stand in the body, too, so a person looks. */
function* inBody({ text, bodyStart }: Manuscript): Generator<Finding> {
  if (!isStrange(text.slice(bodyStart))) return;
  for (const kind of kinds) {
    if (kind.isHonestInBody === true) continue;
    const written = within(text, { start: bodyStart, end: text.length }, kind);
    if (written.count > 0) yield { ...findingOf(kind, written, 'review'), severity: 'info' };
  }
}

function isStrange(text: string): boolean {
  return BEYOND_LATIN.test(text) && kinds.some(({ find }) => find(text).next().done !== true);
}

interface Written {
  /** The first ones, as many as a fix may have. */
  readonly stretches: readonly Stretch[];
  readonly count: number;
}

/** What is strange in a stretch of a file, with offsets into the file. */
function within(text: string, { start, end }: Span, { find }: Kind): Written {
  const stretches: Stretch[] = [];
  let count = 0;
  for (const each of find(text.slice(start, end))) {
    count += 1;
    if (count <= MOST_EDITS) stretches.push({ ...each, start: each.start + start, end: each.end + start });
  }
  return { stretches, count };
}

function findingOf(kind: Kind, { stretches, count }: Written, safety: OffsetFix['safety']): Finding {
  const [first] = stretches;
  if (first === undefined) throw new Error('Nothing was found.');
  const { start, end } = first;
  const edits = stretches.map((each) => ({ start: each.start, end: each.end, text: each.text }));
  const fix: OffsetFix = { title: kind.title, safety: kind.isSafe ? safety : 'review', edits };
  return { start, end, ...told(kind, first, count), ...(count > MOST_EDITS ? {} : { fix }) };
}

function told({ message, hint }: Kind, first: Stretch, count: number): Pick<Finding, 'message' | 'hint'> {
  const others = count - 1;
  const more = others === 0 ? '' : `, and ${others} more ${others === 1 ? 'follows' : 'follow'}`;
  return { message: `${message(first)}${more}.`, hint: hint(first) };
}

function codePoints(text: string): string {
  return Array.from(text, codePoint).join(' ');
}
