/** Lines that are indented with other signs than blanks, and keys and dashes that do not stand below those beside them. */
import { quoted } from '../model/quoting.ts';
import { tabWidth, type YamlLine } from './yaml-lines.ts';
import type { Mend, Slot, YamlSlip } from './yaml-slip.ts';

/** Tabs and no-break spaces before the text of a line. `areKeysAtEdge`: the line should not be indented at all. */
export function judgeIndentation(text: string, line: YamlLine, areKeysAtEdge: boolean): YamlSlip | undefined {
  const { start, at, end } = line;
  if (at >= end) return undefined;
  const blanks = text.slice(start, at);
  const isTab = blanks.includes('\t');
  if (!isTab && !blanks.includes('\u00A0')) return undefined;
  const plain = areKeysAtEdge ? '' : blanks.replaceAll('\t', ' '.repeat(tabWidth)).replaceAll('\u00A0', ' ');
  const from = start + blanks.search(/[\t\u00A0]/);
  return {
    start: from,
    end: at,
    message: isTab
      ? 'The line is indented with a tab.'
      : 'The line is indented with a no-break space (U+00A0), which YAML takes for a letter.',
    hint: isTab ? 'Use blanks: YAML does not allow tabs before a value.' : 'Use plain blanks.',
    mend: { title: 'Indent with blanks', puts: [{ start, end: at, text: plain }], isLiteral: false },
  };
}

/** A key that is further in, or less, than the keys beside it. */
export function misalignedKey(slot: Slot, target: number, hasKeyAbove: boolean): YamlSlip {
  const { line, name = '', at } = slot;
  return {
    start: at,
    end: at + name.length,
    message: `The key ${quoted(name)} is indented ${howMisaligned(line.column > target, hasKeyAbove)}.`,
    hint: 'Let keys that belong together begin in the same column; if the line continues a text, put that text in quotes.',
    mend: indentTo(line, target, 'Put it below the keys beside it'),
  };
}

function howMisaligned(isTooMuch: boolean, hasKeyAbove: boolean): string {
  if (!isTooMuch) return 'less than the keys beside it';
  return hasKeyAbove ? 'as if it belonged to the value above' : 'more than the keys below it';
}

/** A dash that is less far in than those of the items above. */
export function misalignedDash(line: YamlLine, target: number): YamlSlip {
  return {
    start: line.at,
    end: line.at + 1,
    message: 'The dash is indented less than those of the items above.',
    hint: 'Let the dashes of a list begin in the same column.',
    mend: indentTo(line, target, 'Put it below the dashes above'),
  };
}

function indentTo({ start, at }: YamlLine, column: number, title: string): Mend {
  return { title, puts: [{ start, end: at, text: ' '.repeat(column) }], isLiteral: false };
}
