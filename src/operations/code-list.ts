/**
 * Lists of codes as people have them: plain text with one code a line and perhaps its name behind it, a table, or JSON such as the
 * IPTC gives out. Whatever has the form of a code in a place of its own is one.
 */
import type { CodeKind } from '../model/code-list.ts';

const forms: Readonly<Record<CodeKind, (words: string) => string | undefined>> = {
  iso3166: (words) => (/^[A-Z]{2}$/.test(words) ? words : undefined),
  medtop(words) {
    const match = /^(?:medtop:|https?:\/\/cv\.iptc\.org\/newscodes\/mediatopic\/)?(\d{8})$/.exec(words);
    return match === null ? undefined : `medtop:${match[1]}`;
  },
};

/** The codes of a list; none when the text holds nothing that has their form. */
export function readCodeList(text: string, kind: CodeKind): ReadonlySet<string> {
  const codes = new Set<string>();
  for (const words of jsonTexts(text) ?? lineTexts(text)) {
    const code = forms[kind](words);
    if (code !== undefined) codes.add(code);
  }
  return codes;
}

/** Each cell of each line, and the first word of the line. */
function* lineTexts(text: string): Generator<string> {
  for (const line of text.replace(/^\uFEFF/, '').split(/\r?\n/)) {
    for (const cell of line.split(/[,;\t]/)) yield cell.trim().replace(/^"|"$/g, '');
    const [first = ''] = line.trim().split(/\s/, 1);
    yield first;
  }
}

/** Every text and key of a JSON document; what the IPTC has retired is left out. Undefined for what is no JSON. */
function jsonTexts(text: string): string[] | undefined {
  const start = text.replace(/^\uFEFF/, '').trimStart();
  if (!start.startsWith('{') && !start.startsWith('[')) return undefined;
  try {
    return textsIn(JSON.parse(start));
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}

function textsIn(document: unknown): string[] {
  const texts: string[] = [];
  const open = [document];
  while (open.length > 0) {
    const value = open.pop();
    if (typeof value === 'string') texts.push(value);
    if (typeof value !== 'object' || value === null || Object.hasOwn(value, 'retired')) continue;
    if (!Array.isArray(value)) for (const key of Object.keys(value)) texts.push(key);
    for (const part of Object.values(value)) open.push(part);
  }
  return texts;
}
