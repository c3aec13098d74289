/** What is wrong with the lines above and below front matter, and with what stands between them, all in one run. */
import type { Fault } from '../model/manuscript.ts';
import { splitFrontMatter, type FenceFault } from '../text/front-matter.ts';
import { closingSlip } from './fence-closing.ts';
import { openingSlip } from './fence-opening.ts';
import { fenceSentences, type FenceSlip } from './fence-words.ts';
import { readFrontMatter } from './front-matter-reader.ts';
import { applyPuts } from './text-puts.ts';

/** An opening, a closing, and blank lines before. */
const MOST_FENCES = 3;

/**
 * The faults of a file whose front matter has no sound fences, with those of the lines between once the fences are mended; empty
 * when nothing but a second byte-order mark stands in the way.
 */
export function explainFences(text: string): readonly Fault[] {
  const faults: Fault[] = [];
  let current = withoutSecondMark(text);
  for (let fence = 0; fence < MOST_FENCES; fence++) {
    const split = splitFrontMatter(current.text);
    if ('block' in split) {
      const { start, end } = split.block;
      const { faults: inside } = readFrontMatter(current.text.slice(start, end), start);
      return [...faults, ...inside.map((fault) => movedBack(fault, current))];
    }
    const slip = slipOf(current.text, split.fault);
    const next = mended(current, slip);
    faults.push(movedBack(faultOf(slip, split.fault, next !== undefined), current));
    if (next === undefined) break;
    current = next;
  }
  return faults;
}

/** A text in which some fences are mended, with the way back. */
interface Current {
  readonly text: string;
  before(offset: number): number;
}

/** A second byte-order mark is a fault of its own, which is reported elsewhere. */
function withoutSecondMark(text: string): Current {
  const hasTwo = text.charCodeAt(0) === 0xfeff && text.charCodeAt(1) === 0xfeff;
  return applyPuts(text, hasTwo ? [{ start: 1, end: 2, text: '' }] : []) ?? { text, before: (offset) => offset };
}

function slipOf(text: string, fault: FenceFault): FenceSlip {
  const found =
    fault.kind === 'too-long'
      ? undefined
      : fault.kind === 'unclosed' || fault.kind === 'stray'
        ? closingSlip(text, fault)
        : openingSlip(text, fault);
  if (found !== undefined) return found;
  return { start: fault.start, end: fault.end, ...fenceSentences[fault.kind] };
}

/** The text with the slip mended; undefined when that leads nowhere. */
function mended(current: Current, { mend }: FenceSlip): Current | undefined {
  const next = mend === undefined ? undefined : applyPuts(current.text, [mend.put]);
  if (next === undefined || next.text === current.text) return undefined;
  return { text: next.text, before: (offset) => current.before(next.before(offset)) };
}

/** The fault of a slip, with a fix where mending it leads somewhere. */
function faultOf(slip: FenceSlip, { kind }: FenceFault, isMended: boolean): Fault {
  const { start, end, message, hint, mend } = slip;
  const rule = kind === 'too-long' ? 'size-limit' : 'front-matter';
  const fault: Fault = { rule, start, end, message, hint };
  if (mend === undefined || !isMended) return fault;
  return { ...fault, fix: { title: mend.title, safety: mend.safety, edits: [mend.put] } };
}

function movedBack(fault: Fault, { before }: Current): Fault {
  const back = <Place extends { readonly start: number; readonly end: number }>(place: Place): Place => ({
    ...place,
    start: before(place.start),
    end: before(place.end),
  });
  const { fix, related } = fault;
  return {
    ...back(fault),
    ...(fix === undefined ? {} : { fix: { ...fix, edits: fix.edits.map(back) } }),
    ...(related === undefined ? {} : { related: related.map(back) }),
  };
}
