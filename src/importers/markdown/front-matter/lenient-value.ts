/** The value of one key that the strict reader refuses: mended where the mistake is a known one, else the words as they stand. */
import type { FrontMatter } from '../../../model/manuscript.ts';
import { keyOf } from './yaml-lines.ts';
import { entriesOf, type YamlEntry } from './yaml-entries.ts';

export interface LenientValue {
  readonly value: unknown;
  /** What was wrong, as the end of a sentence that begins with the key; undefined where nothing was. */
  readonly why: string | undefined;
}

type ReadYaml = (block: string) => FrontMatter | undefined;

const DEEPEST = 3;

/** Reads the value of an entry. `readYaml` is the strict reader. */
export function lenientValue(entry: YamlEntry, readYaml: ReadYaml, depth = 0): LenientValue {
  if (isPlainlyWrong(entry)) return scalarOf(entry.rest.trim());
  const strict = strictly(entry, readYaml);
  if (strict !== undefined) return { value: strict.value, why: undefined };
  return mended(entry, readYaml) ?? byHand(entry, readYaml, depth);
}

/** The commonest mistake needs no parser: words on one line, in no quotation marks, with a colon or a sign that YAML keeps for itself. */
export function isPlainlyWrong({ rest, more }: YamlEntry): boolean {
  const text = rest.trim();
  return (
    more.every((line) => line.trim() === '') &&
    (/^[@`%]/.test(text) || (/^[\p{L}\p{N}(«“]/u.test(text) && /: /.test(text) && !text.includes(' #')))
  );
}

function strictly(
  { rest, more }: Pick<YamlEntry, 'rest' | 'more'>,
  readYaml: ReadYaml,
): { value: unknown } | undefined {
  const data = readYaml([`value:${rest}`, ...more].join('\n'));
  const isAlone = data !== undefined && Object.keys(data).join() === 'value';
  return isAlone ? { value: data['value'] } : undefined;
}

/** Mistakes of layout, after which the strict reader takes the value. */
function mended({ rest, more }: YamlEntry, readYaml: ReadYaml): LenientValue | undefined {
  const spaced = { rest: rest.replace(/^[ \t]+/, ' '), more: more.map(withoutTabs) };
  const hasTabs = spaced.rest !== rest || spaced.more.some((line, at) => line !== more[at]);
  const tabless = hasTabs ? strictly(spaced, readYaml) : undefined;
  if (tabless !== undefined) return { ...tabless, why: 'is written with tabs, which YAML does not take for blanks' };
  const isAtEdge = more.some((line) => /^[^\s-]/.test(line));
  const indented = { rest: spaced.rest, more: spaced.more.map((line) => (line === '' ? '' : `  ${line}`)) };
  const inside = isAtEdge ? strictly(indented, readYaml) : undefined;
  return inside === undefined ? undefined : { ...inside, why: 'goes on below without being moved in' };
}

function withoutTabs(line: string): string {
  const blanks = /^[ \t]*/.exec(line)?.[0] ?? '';
  return blanks.replaceAll('\t', '  ') + line.slice(blanks.length);
}

function byHand(entry: YamlEntry, readYaml: ReadYaml, depth: number): LenientValue {
  const rest = entry.rest.trim();
  const more = entry.more.map(withoutTabs);
  if (rest === '' && depth < DEEPEST) {
    const first = more.find((line) => line.trim() !== '') ?? '';
    if (/^\s*-(?:\s|$)/.test(first)) return listOf(more, readYaml, depth);
    if (keyOf(first.trimStart()) !== undefined && /^\s/.test(first)) return groupOf(more, readYaml, depth);
  }
  if (/^[|>][-+]?\d?$/.test(rest))
    return { value: foldedText(more, rest.startsWith('|')), why: 'goes on below without being moved in' };
  return scalarOf(foldedText([rest, ...more], false));
}

/** Each item is read by itself. */
function listOf(lines: readonly string[], readYaml: ReadYaml, depth: number): LenientValue {
  const items: { rest: string; more: string[] }[] = [];
  const indent = /^\s*/.exec(lines.find((line) => line.trim() !== '') ?? '')?.[0].length ?? 0;
  for (const line of lines) {
    const item = /^(\s*)-(?:\s|$)/.exec(line);
    if (item !== null && (item[1]?.length ?? 0) <= indent)
      items.push({ rest: line.slice((item[1]?.length ?? 0) + 1), more: [] });
    else items.at(-1)?.more.push(line);
  }
  const values = items.map(({ rest, more }) => itemOf({ key: '', rest, more, line: 0 }, readYaml, depth));
  return { value: values.map(({ value }) => value), why: values.find(({ why }) => why !== undefined)?.why };
}

function itemOf(item: YamlEntry, readYaml: ReadYaml, depth: number): LenientValue {
  const data = readYaml(['value:', `  -${item.rest}`, ...item.more.map((line) => `  ${line}`)].join('\n'));
  const list: unknown = data?.['value'];
  if (Array.isArray(list) && list.length === 1) return { value: list[0], why: undefined };
  const text = item.rest.trim();
  if (keyOf(text) !== undefined && item.more.length > 0)
    return groupOf([text, ...item.more.map((line) => line.trim())], readYaml, depth);
  return lenientValue(
    { ...item, rest: ` ${text}`, more: item.more.map((line) => `  ${line.trim()}`) },
    readYaml,
    DEEPEST,
  );
}

function groupOf(lines: readonly string[], readYaml: ReadYaml, depth: number): LenientValue {
  const indent = Math.min(
    ...lines.filter((line) => line.trim() !== '').map((line) => /^\s*/.exec(line)?.[0].length ?? 0),
  );
  const { entries } = entriesOf(lines.map((line) => line.slice(indent)));
  const values = entries.map((entry) => ({ key: entry.key, ...lenientValue(entry, readYaml, depth + 1) }));
  return {
    value: Object.fromEntries(values.filter(({ key }) => key !== '__proto__').map(({ key, value }) => [key, value])),
    why: values.find(({ why }) => why !== undefined)?.why,
  };
}

/** Lines as one text: a line break is a blank, an empty line a break, as YAML folds them. */
function foldedText(lines: readonly string[], keepsBreaks: boolean): string {
  const trimmed = lines.map((line) => line.trim());
  if (keepsBreaks) return trimmed.join('\n').trim();
  let text = '';
  for (const line of trimmed) text += line === '' ? '\n' : `${text === '' || text.endsWith('\n') ? '' : ' '}${line}`;
  return text.trim();
}

function scalarOf(text: string): LenientValue {
  const sign = text.charAt(0);
  if (sign === '"' || sign === "'") return quotedText(text, sign);
  if (sign === '[' && !text.startsWith('[[')) return flowList(text);
  const begins = /^[@`%&*!|>{}[\],?]/.test(text);
  const why = begins
    ? `begins with «${sign}», which YAML keeps for itself`
    : /:(?:\s|$)/.test(text)
      ? 'holds a colon, and stands in no quotation marks'
      : 'is not written as YAML wants it';
  return { value: text, why: `${why}: it was taken as it stands` };
}

function quotedText(text: string, sign: string): LenientValue {
  const last = text.lastIndexOf(sign);
  const behind = text.slice(last + 1).trim();
  if (last === 0)
    return {
      value: unescaped(text.slice(1), sign),
      why: `begins with ${sign} that nothing closes: the sign was left out`,
    };
  if (behind !== '' && !behind.startsWith('#'))
    return { value: text, why: 'has words outside its quotation marks: it was taken as it stands' };
  return {
    value: unescaped(text.slice(1, last), sign),
    why: `has signs of quotation or backslashes inside ${sign} … ${sign} that YAML reads otherwise: the words between the outer ones were taken`,
  };
}

function unescaped(text: string, sign: string): string {
  if (sign === "'") return text.replaceAll("''", "'");
  return text.replaceAll('\\"', '"').replaceAll('\\\\', '\\');
}

function flowList(text: string): LenientValue {
  const inner = text.slice(1).replace(/\][^\]]*$/, '');
  const items = inner.split(',').map((item) => item.trim().replace(/^(["'])(.*)\1$/s, '$2'));
  return {
    value: items.filter((item) => item !== ''),
    why: 'is a list in brackets that YAML cannot read: it was divided at its commas',
  };
}
