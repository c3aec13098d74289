/** Front matter in YAML: with press's own reader first, and where that refuses, key by key with every leniency said. */
import type { FrontMatter } from '../../../model/manuscript.ts';
import { isEmpty } from '../../record/value-texts.ts';
import { isPlainlyWrong, lenientValue } from './lenient-value.ts';
import type { ReadKeys, WrittenKey } from './written-keys.ts';
import { entriesOf, type YamlEntries } from './yaml-entries.ts';

type ReadYaml = (block: string) => FrontMatter | undefined;

/** Strict readings of parts of one block: after so many, the rest is taken as it stands. */
const MOST_READINGS = 300;
const MOST_BYTES = 256 * 1024;

/** The keys of a block whose first line has the number `firstLine` in its file. */
export function readYamlKeys(block: string, firstLine: number, readYaml: ReadYaml): ReadKeys {
  const read = entriesOf(block.split('\n'));
  const strict = strictly(block, read, readYaml);
  if (strict !== undefined && Object.keys(strict).every(isName)) {
    const keys = Object.entries(strict).map(([key, value]) => ({ key, value, line: undefined }));
    return { keys, changed: [], stray: [] };
  }
  return leniently(block, read, { firstLine, readYaml: patient(readYaml) });
}

/** The strict reader is slow where it refuses: what it refuses for certain it is not asked about. */
function strictly(block: string, { entries }: YamlEntries, readYaml: ReadYaml): FrontMatter | undefined {
  if (block.trim() === '') return {};
  return block.length > MOST_BYTES || entries.some(isPlainlyWrong) ? undefined : readYaml(block);
}

/** Words with a colon at the left edge are a key to YAML, though they are a value that somebody forgot to move in. */
function isName(key: string): boolean {
  return key.length <= 60 && key.split(/\s+/).length <= 4;
}

function patient(readYaml: ReadYaml): ReadYaml {
  let readings = 0;
  return (block) => {
    readings += 1;
    return readings > MOST_READINGS || block.length > MOST_BYTES ? undefined : readYaml(block);
  };
}

function leniently(
  block: string,
  { entries, stray }: YamlEntries,
  { firstLine, readYaml }: { readonly firstLine: number; readonly readYaml: ReadYaml },
): ReadKeys {
  const keys: WrittenKey[] = [];
  const changed: string[] = [];
  for (const entry of entries) {
    const { value, why } = lenientValue(entry, readYaml);
    const line = entry.line + firstLine - 1;
    if (why !== undefined) changed.push(`Line ${line}: the value of «${entry.key}» ${why}.`);
    keys.push({ key: entry.key, value, line });
  }
  return {
    keys: [...withoutRepetitions(keys, changed), ...overlooked(block, { entries, stray }, firstLine)],
    changed,
    stray: stray.map(({ line, text }) => ({ line: line + firstLine - 1, text })),
  };
}

const SWITCH = '["\']?(?:draft|published|unpublished|private|hidden|embargo\\w*)["\']?\\s*';
const AT_THE_EDGE = new RegExp(`^\\s*(?:\\?\\s*)?${SWITCH}(?:[:=]|$)`, 'i');
const INSIDE = new RegExp(`[{,]\\s*${SWITCH}:`, 'i');

/** Lines that would keep the post in, had the reader of them been stricter: what may be a switch is none that is set to «no». */
function overlooked(block: string, { entries }: YamlEntries, firstLine: number): WrittenKey[] {
  const starts = new Map(entries.map(({ line, key }) => [line, key]));
  return block.split('\n').flatMap((text, at) => {
    const isStart = starts.has(at + 1);
    const isSwitch = isStart ? INSIDE.test(text) : AT_THE_EDGE.test(text) || INSIDE.test(text);
    return isSwitch ? [{ key: 'draft', value: text.trim(), line: at + firstLine }] : [];
  });
}

/** A key that stands twice with one value is one; an empty one says nothing beside another. */
function withoutRepetitions(keys: readonly WrittenKey[], changed: string[]): WrittenKey[] {
  const kept: WrittenKey[] = [];
  const known = new Map<string, WrittenKey>();
  for (const key of keys) {
    const before = known.get(key.key);
    if (before !== undefined && (isEmpty(key.value) || JSON.stringify(before.value) === JSON.stringify(key.value)))
      changed.push(
        `Line ${key.line ?? 0}: «${key.key}» stands there again${isEmpty(key.value) ? ', empty' : ' with the same value'}; it was taken once.`,
      );
    else {
      if (before === undefined || isEmpty(before.value)) known.set(key.key, key);
      kept.push(key);
    }
  }
  return kept;
}
