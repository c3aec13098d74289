/** Slips in the line that closes front matter. */
import type { Span } from '../model/manuscript.ts';
import { frontMatterLimits, type FenceFault } from '../text/front-matter.ts';
import { fenceInstead, fenceSentences, isLikeFence, unlikeFence, type FenceSlip } from './fence-words.ts';
import { beginsWithKey, isBlank, isIdle, yamlLines, type YamlLine } from './yaml-lines.ts';
import { readFrontMatter } from './front-matter-reader.ts';

/** What is wrong with the end of front matter; undefined where nothing better is known than the kind of fault. */
export function closingSlip(text: string, { kind, start, end }: FenceFault): FenceSlip | undefined {
  const place = { start, end };
  if (kind === 'stray') return isLikeFence(text.slice(start, end)) ? meantAsClosing(text, place) : undefined;
  const limit = Math.min(text.length, end + frontMatterLimits.bytes);
  const lines = yamlLines(text.slice(0, limit)).filter((line) => line.start > end);
  const meant = lines.find((line) => isMeantAsClosing(text, line));
  if (meant !== undefined) return meantAsClosing(text, { start: meant.at, end: meant.end }, meant);
  return neverClosed(text, place, lines);
}

function isMeantAsClosing(text: string, { at, end, column }: YamlLine): boolean {
  const words = text.slice(at, end);
  if (words === '...' || words === '+++') return true;
  // Further in, only hyphens cannot be text.
  return isLikeFence(words) && (column === 0 || words === '---');
}

function meantAsClosing(text: string, place: Span, line?: YamlLine): FenceSlip {
  const words = text.slice(place.start, place.end);
  return {
    ...place,
    // With nothing before it, it would have closed the front matter.
    message:
      words === '---'
        ? 'Blanks stand before the closing «---».'
        : words === '...'
          ? 'Front matter closes with «---», not with «...».'
          : unlikeFence(words, 'closes'),
    hint: 'Write «---» alone at the beginning of the line.',
    mend: fenceInstead({ start: line?.start ?? place.start, end: place.end }),
  };
}

/** No line was meant: it belongs below the last key, if what stands above reads, or can be mended. */
function neverClosed(text: string, place: Span, lines: readonly YamlLine[]): FenceSlip | undefined {
  const after = lines.findIndex((line) => !isPartOfBlock(text, line));
  const below = lines[after === -1 ? lines.length : after];
  const last = lines[(after === -1 ? lines.length : after) - 1];
  const first = lines[0];
  if (first === undefined || last === undefined || below === first) return undefined;
  const block = text.slice(first.start, last.next);
  const reading = readFrontMatter(block, first.start);
  const canBeRead = reading.data !== undefined || reading.faults.every(({ fix }) => fix !== undefined);
  const isSound = canBeRead && block.includes(':');
  const lineBreak = text.startsWith('\r\n', place.end) ? '\r\n' : '\n';
  const isAtEnd = text.charAt(last.next - 1) !== '\n';
  const put = { start: last.next, end: last.next, text: `${isAtEnd ? lineBreak : ''}---${lineBreak}` };
  if (!isSound) return undefined;
  return {
    ...place,
    ...fenceSentences.unclosed,
    mend: { title: 'Put «---» below the last key', safety: 'review', put },
  };
}

/** A key, an item, a remark, or what belongs to one. An empty line ends the block that nothing else ends. */
function isPartOfBlock(text: string, line: YamlLine): boolean {
  if (line.at >= line.end) return false;
  const isItem = text.charAt(line.at) === '-' && isBlank(text, line.at + 1);
  return line.column > 0 || isItem || isIdle(text, line) || beginsWithKey(text, line.at, line.end);
}
