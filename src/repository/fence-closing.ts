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
  const lines = yamlLines(text).filter((line) => line.start > end);
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
    message: words === '---' ? 'Blanks stand before the closing «---».' : unlikeFence(words, 'closes'),
    hint: 'Write «---» alone at the beginning of the line.',
    mend: fenceInstead({ start: line?.start ?? place.start, end: place.end }),
  };
}

/** No line was meant: it belongs below the last key, if what stands above reads, or can be mended. */
function neverClosed(text: string, place: Span, lines: readonly YamlLine[]): FenceSlip | undefined {
  const [first] = lines;
  if (first === undefined) return undefined;
  const end = lines.find((line) => !isPartOfBlock(text, line))?.start ?? text.length;
  const block = text.slice(first.start, end);
  // What is too long is no front matter with a line below it either.
  if (block.length > frontMatterLimits.bytes || !block.includes(':')) return undefined;
  if (!readFrontMatter(block, first.start).faults.every(({ fix }) => fix !== undefined)) return undefined;
  const lineBreak = text.startsWith('\r\n', place.end) ? '\r\n' : '\n';
  const put = { start: end, end, text: `${block.endsWith('\n') ? '' : lineBreak}---${lineBreak}` };
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
