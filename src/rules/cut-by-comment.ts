import type { DataPath, Manuscript, OffsetFix, Span } from '../model/manuscript.ts';
import { quoted } from '../model/quoting.ts';
import type { Finding, Rule } from '../model/rule.ts';
import { sampleRelease } from '../model/sample-release.ts';
import { oneWordKeys } from '../model/one-word-keys.ts';
import { endOfLine } from '../text/line-ends.ts';

/** What stands behind a blank and «#» is lost without a word, and «#1» or «#MeToo» was hardly meant as a remark. */
export const cutByComment: Rule = {
  id: 'cut-by-comment',
  topic: 'keys',
  severity: 'warning',
  scope: 'manuscript',
  summary: 'A text without quotes is cut off at a «#».',
  mends: { review: 'Puts the whole text in quotes, with what stood behind the «#».' },
  why:
    'Behind a blank, «#» begins a remark: of «Observer course #1 opens» only «Observer course» is left, in every output, and no other check ' +
    'can see that something is missing. A remark of the house has a blank behind the sign: «# checked by the desk».',
  examples: [
    {
      wrong: sampleRelease({ title: 'Course for election observers #1 opens in Baku' }),
      right: sampleRelease({ title: '"Course for election observers #1 opens in Baku"' }),
    },
    {
      wrong: sampleRelease({ summary: 'What #MeToo means for observers' }),
      right: sampleRelease({ summary: "'What #MeToo means for observers'" }),
    },
  ],
  needs: { words: [' #', '\t#'] },
  *check(manuscript): Generator<Finding> {
    const { data, text, block } = manuscript;
    if (data === undefined || !/[ \t]#[\p{L}\p{N}]/u.test(text.slice(block.start, block.end))) return;
    for (const leaf of leaves(data, [])) {
      const finding = judge(manuscript, leaf);
      if (finding !== undefined) yield finding;
    }
  },
};

interface Leaf {
  readonly path: DataPath;
  readonly value: string | null;
}

/** The texts and the empty values of front matter. */
function* leaves(value: unknown, path: DataPath): Generator<Leaf> {
  if (typeof value === 'string' || value === null) yield { path, value };
  else if (Array.isArray(value)) for (const [index, item] of value.entries()) yield* leaves(item, [...path, index]);
  else if (typeof value === 'object')
    for (const [key, item] of Object.entries(value)) yield* leaves(item, [...path, key]);
}

function judge(manuscript: Manuscript, leaf: Leaf): Finding | undefined {
  const { text } = manuscript;
  const value = manuscript.locate(leaf.path);
  if (value === undefined || '"\'|>'.includes(text.charAt(value.start))) return undefined;
  const remark = remarkBehind(text, value, leaf.value === null);
  const words = remark === undefined ? '' : text.slice(remark.start, remark.end);
  if (remark === undefined || !continuesText(leaf, words)) return undefined;
  const name = quoted(String(leaf.path.findLast((step) => typeof step === 'string')));
  const whole = { start: leaf.value === null ? remark.start : value.start, end: remark.end };
  const fix = inQuotes(text, whole);
  return {
    ...remark,
    message:
      leaf.value === null
        ? `${name} has no value: behind a blank, «#» begins a remark, here ${quoted(words)}.`
        : `The text of ${name} ends before ${quoted(words)}: behind a blank, «#» begins a remark.`,
    hint: 'Put the whole text in quotes; if it is a remark, write a blank behind «#».',
    ...(fix === undefined ? {} : { fix }),
  };
}

/** «#» and what follows it on the line, when it stands right behind the value. */
function remarkBehind(text: string, value: Span, isEmpty: boolean): Span | undefined {
  let start = value.end;
  // The place of an empty value is its key.
  if (isEmpty) start = text.indexOf(':', start) + 1;
  const blanks = start;
  while (' \t'.includes(text.charAt(start) || '\n')) start += 1;
  if (start === blanks || text.charAt(start) !== '#') return undefined;
  let end = endOfLine(text, start);
  while (' \t\r'.includes(text.charAt(end - 1))) end -= 1;
  return { start, end };
}

const proseKeys: ReadonlySet<string> = new Set(['title', 'summary', 'boilerplate']);

/** Whether a remark is more likely a part of the text: a number or a tag in prose, without a blank behind «#». */
function continuesText({ path, value }: Leaf, words: string): boolean {
  if (!/^#[\p{L}\p{N}]/u.test(words)) return false;
  const last = String(path.at(-1));
  if (proseKeys.has(last)) return true;
  if (oneWordKeys.has(last) || value === null) return false;
  return value.includes(' ');
}

/** Quotes around a stretch, where no letter in it has to change. */
function inQuotes(text: string, { start, end }: Span): OffsetFix | undefined {
  const words = text.slice(start, end);
  const quote = /["\\]/.test(words) ? (words.includes("'") ? undefined : "'") : '"';
  if (quote === undefined) return undefined;
  const edits = [start, end].map((at) => ({ start: at, end: at, text: quote }));
  return { title: 'Put the whole text in quotes', safety: 'review', edits };
}
