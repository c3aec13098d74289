/** Slips in the line that opens front matter, and above it. */
import type { Span } from '../model/manuscript.ts';
import { quoted } from '../model/quoting.ts';
import type { FenceFault } from '../text/front-matter.ts';
import { fenceInstead, isLikeFence, unlikeFence, type FenceSlip } from './fence-words.ts';
import { beginsWithKey, breakOf, yamlLines, type YamlLine } from './yaml-lines.ts';

/** How much of a file is looked at for an opening line and the keys below it. */
const NEAR = 4000;

/** What is wrong with how a file begins; undefined where nothing speaks for front matter. */
export function openingSlip(text: string, fault: FenceFault): FenceSlip | undefined {
  // A byte-order mark counts as a blank.
  const lines = yamlLines(text.slice(0, NEAR).replace(/^\uFEFF/, ' '));
  const place = { start: fault.start, end: fault.end };
  const words = text.slice(place.start, place.end);
  return (
    linesAbove(text, place, lines) ??
    language(words, place) ??
    keyOnFence(text, place, lines) ??
    otherFence(text, place, lines) ??
    missingFence(text, place, lines)
  );
}

/** Empty lines above, and blanks before the hyphens. */
function linesAbove(text: string, { start, end }: Span, lines: readonly YamlLine[]): FenceSlip | undefined {
  const first = lines.find((line) => line.at < line.end);
  if (first === undefined || first.at <= start || !isLikeFence(text.slice(first.at, first.end))) return undefined;
  const isAbove = first.start > start;
  return {
    start,
    end: isAbove ? end : first.at,
    message: isAbove ? 'An empty line stands before the front matter.' : 'Blanks stand before the opening «---».',
    hint: 'The first line must be «---»: remove what comes before it.',
    mend: { title: 'Remove what stands before it', safety: 'safe', put: { start, end: first.at, text: '' } },
  };
}

const languages: ReadonlyMap<string, string> = new Map([
  ['+++', 'TOML'],
  [';;;', 'JSON'],
  ['{', 'JSON'],
  ['---json', 'JSON'],
  ['---toml', 'TOML'],
]);

function language(words: string, place: Span): FenceSlip | undefined {
  const plain = words.replaceAll(/[ \t]/g, '').toLowerCase();
  const name = languages.get(plain) ?? (plain.startsWith('{"') ? 'JSON' : undefined);
  if (name !== undefined)
    return {
      ...place,
      message: `${quoted(words)} opens front matter in ${name}, and press reads YAML only.`,
      hint: 'Write «---» above and below, and «key: value» lines between.',
    };
  if (plain !== '---yaml' && plain !== '---yml') return undefined;
  return {
    ...place,
    message: `The opening line is written ${quoted(words)}, and press knows «---» alone.`,
    hint: 'Write «---» alone.',
    mend: fenceInstead(place),
  };
}

/** `--- title: …`: the first key on the line of the fence. */
function keyOnFence(text: string, { start, end }: Span, lines: readonly YamlLine[]): FenceSlip | undefined {
  const [blanks] = /^---[ \t]+/.exec(text.slice(start, end)) ?? [];
  const [line] = lines;
  if (blanks === undefined || line === undefined || !beginsWithKey(text, start + blanks.length, end)) return undefined;
  const put = { start: start + 3, end: start + blanks.length, text: breakOf(text, line) };
  return {
    start: start + blanks.length,
    end,
    message: 'A key stands on the line of the opening «---».',
    hint: 'Write «---» alone, and the key on the line below.',
    mend: { title: 'Move the key to the next line', safety: 'review', put },
  };
}

/** A line that is like a fence, with a key below it. */
function otherFence(text: string, place: Span, lines: readonly YamlLine[]): FenceSlip | undefined {
  const words = text.slice(place.start, place.end);
  if (!isLikeFence(words)) return undefined;
  const below = lines.find((line) => line.start > place.start && line.at < line.end);
  if (below === undefined || !beginsWithKey(text, below.at, below.end)) return undefined;
  return {
    ...place,
    message: unlikeFence(words, 'opens'),
    hint: 'Write «---» alone on the line.',
    mend: fenceInstead(place),
  };
}

/** A file that begins with keys: two of them, or one and a line of hyphens below. */
function missingFence(text: string, place: Span, lines: readonly YamlLine[]): FenceSlip | undefined {
  const [first, second] = lines;
  if (first === undefined || second === undefined || !beginsWithKey(text, place.start, place.end)) return undefined;
  const goesOn = beginsWithKey(text, second.at, second.end) || isLikeFence(text.slice(second.at, second.end));
  if (!goesOn) return undefined;
  return {
    ...place,
    message: 'The line «---» is missing above the first key.',
    hint: 'The first line must be «---», then «key: value» lines, then «---».',
    mend: {
      title: 'Put «---» above the first key',
      safety: 'review',
      put: { start: place.start, end: place.start, text: `---${breakOf(text, first)}` },
    },
  };
}
