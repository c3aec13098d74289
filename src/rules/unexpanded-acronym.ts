import { bodyDateline } from '../model/body-dateline.ts';
import { paragraphsOf } from '../model/body-paragraphs.ts';
import { isInCapitals, isKnownAcronym, type House } from '../model/known-acronyms.ts';
import type { Manuscript } from '../model/manuscript.ts';
import { quoted } from '../model/quoting.ts';
import type { Finding, Rule } from '../model/rule.ts';
import { sampleRelease } from '../model/sample-release.ts';
import { acronymsIn, spelledOut } from '../text/acronyms.ts';

const CONTEXT = 40;
const LONG_WORD = 4;
const LONGEST_CODE = 3;

const dateline = 'BAKU, 16 November 2009 - ';

export const unexpandedAcronym: Rule = {
  id: 'unexpanded-acronym',
  topic: 'style',
  severity: 'info',
  isOffByDefault: true,
  scope: 'vocabulary',
  summary: 'An acronym is used in the text and nowhere spelled out.',
  why:
    'An acronym that everybody in the house knows says nothing to a reader outside of it, or something else. Spelled out once, at its first ' +
    'use, it may stand alone after that. Known to all are a short list (UN, EU, NGO …), whatever the vocabulary’s terms are called, and the ' +
    'publisher’s own name. Specialist newsrooms whose readers know more leave the rule off, as it is at first.',
  examples: [
    {
      wrong: sampleRelease(
        {},
        `${dateline}The course for election observers was opened by the head of the CECAZ today.\n`,
      ),
      right: sampleRelease(
        {},
        `${dateline}The course was opened by the head of the Central Election Commission (CECAZ) today. The CECAZ keeps the lists.\n`,
      ),
    },
  ],
  *check(manuscript, house): Generator<Finding> {
    if (manuscript.data === undefined) return;
    const text = proseOf(manuscript);
    const first = firstUses(text, house);
    if (first.size === 0) return;
    const known = spelledOut(text, new Set(first.keys()));
    const small = new Set(text.match(/(?<!\p{L})\p{Ll}{2,6}(?!\p{L})/gu));
    for (const [word, start] of first) {
      // Capitals may be nothing but stress: «do NOT open».
      if (known.has(word) || small.has(word.toLowerCase())) continue;
      const message = `${quoted(word)} is nowhere spelled out.`;
      const hint = `Write the whole name here and ${quoted(word)} in brackets behind it, or do without the acronym.`;
      yield { start, end: start + word.length, message, hint };
    }
  },
};

/** The words of the body behind the dateline, at their places in the file; everything else is ends of lines. */
function proseOf(manuscript: Manuscript): string {
  const found = bodyDateline(manuscript);
  const from = found === undefined ? manuscript.bodyStart : found.inFile(found.dateline).end;
  const parts: string[] = [];
  let at = 0;
  for (const { start, end, prose } of paragraphsOf(manuscript)) {
    if (start < at) continue;
    const hidden = Math.min(Math.max(0, from - start), end - start);
    parts.push('\n'.repeat(start - at + hidden), prose.slice(hidden));
    at = end;
  }
  return parts.join('');
}

function firstUses(text: string, house: House): Map<string, number> {
  const first = new Map<string, number>();
  for (const { word, index } of acronymsIn(text)) {
    if (first.has(word) || isKnownAcronym(word, house)) continue;
    if (isShouted(text, index, word) || isCode(text, index, word)) continue;
    first.set(word, index);
  }
  return first;
}

/** Among capitals alone (`FOR IMMEDIATE RELEASE – NOW`), beside a long word in capitals, or a call that begins a sentence (`UPDATE: …`). */
function isShouted(text: string, index: number, word: string): boolean {
  const [before = ''] = text
    .slice(Math.max(0, index - CONTEXT), index)
    .split('\n')
    .slice(-1);
  const [after = ''] = text.slice(index + word.length, index + word.length + CONTEXT).split('\n');
  if (/\p{Lu}{2}/u.test(before + after) && !/\p{Ll}/u.test(before + after)) return true;
  if (/(?:^|[.!?:])[\s#*_]*$/.test(before) && /^[*_]*:/.test(after)) return true;
  const beside = [/(\p{L}{2,})\s+$/u.exec(before)?.[1], /^\s+(\p{L}{2,})/u.exec(after)?.[1]].filter(
    (other) => other !== undefined && isInCapitals(other),
  );
  return beside.length === 2 || beside.some((other = '') => other.length >= LONG_WORD);
}

/** A unit beside its number (`10 MB`); two letters in a list or behind a comma (`Portland, OR`), or before a name (`JW Marriott`). */
function isCode(text: string, index: number, word: string): boolean {
  if (word.length > LONGEST_CODE) return false;
  const before = text.slice(Math.max(0, index - CONTEXT), index);
  const after = text.slice(index + word.length, index + CONTEXT);
  if (/\p{N}\s$/u.test(before) || /^\s\p{N}/u.test(after)) return true;
  if (word.length === LONGEST_CODE) return false;
  return /,\s*$|\p{Lu}{2}\s\p{L}{1,3}\s$/u.test(before) || /^(?:,\s*\p{Lu}{2}(?!\p{L})|\s\p{Lu})/u.test(after);
}
