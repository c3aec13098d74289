/** Marks of kramdown, Hugo and MDX that say how a text is to look, and nothing to its readers. */
import { spliced } from '../../../text/spliced.ts';
import { codePlaces } from './code-places.ts';
import { glimpse, type Tally } from './remarks.ts';

interface Mark {
  /** Without these characters there is nothing to look for. */
  readonly sign: string;
  /** What goes is what it matches behind its first group. */
  readonly pattern: RegExp;
  readonly what: string;
}

const TEASER = 'the sign of where a teaser ends';

const MARKS: readonly Mark[] = [
  {
    sign: '{:',
    pattern: /^()[ \t]*(?:[-*+]|1\.)[ \t]+[^\n]{0,80}\n\{:[ \t]*toc[^}\n]{0,200}\}[ \t]*(?:\n[ \t]*(?=\n|$))?\n?/gim,
    what: 'the place of a table of contents',
  },
  { sign: '{:', pattern: /^()[ \t]*\{:[^}\n]{1,500}\}[ \t]*(?:\n|$)/gm, what: 'kramdown’s attributes' },
  { sign: '{:', pattern: /()\{:[^:}\n][^}\n]{0,500}\}/g, what: 'kramdown’s attributes' },
  { sign: '{::', pattern: /()\{::\/?[a-z]{1,20}[^}\n]{0,200}\}/g, what: 'kramdown’s instructions' },
  {
    sign: '{',
    pattern: /^(#{1,6}[ \t][^\n{]{0,400})\{[#.][^{}\n]{1,200}\}[ \t]*$/gm,
    what: 'the attributes of a heading',
  },
  { sign: '[', pattern: /^()\[\[?_?toc_?\]?\][ \t]*(?:\n|$)/gim, what: 'the place of a table of contents' },
  {
    sign: '<!--',
    pattern:
      /^()[ \t]{0,9}<!--[ \t]{0,9}(?:more|excerpt|break|truncate|end[ -]?excerpt)[ \t]{0,9}-->[ \t]*(?:\n[ \t]*(?=\n))?\n?/gim,
    what: TEASER,
  },
  {
    sign: '<!--',
    pattern: /()<!--[ \t]{0,9}(?:more|excerpt|break|truncate|end[ -]?excerpt)[ \t]{0,9}-->/gi,
    what: TEASER,
  },
];

const OF_MDX: readonly Mark[] = [
  {
    sign: 'port',
    pattern: /^()(?:import|export)[ \t]+(?:[^\n;]{0,400}[ \t]from[ \t]+)?["'][^"'\n]{1,300}["'];?[ \t]*(?:\n|$)/gm,
    what: 'an import of MDX',
  },
  { sign: '{/*', pattern: /()\{\/\*[^*]{0,300}\*\/\}/g, what: 'a remark of MDX' },
];

/** The text without these marks; `isMdx` for files of that kind. */
export function withoutBuilderMarks(body: string, isMdx: boolean, tally: Tally): string {
  let text = body;
  for (const mark of isMdx ? [...MARKS, ...OF_MDX] : MARKS)
    if (text.includes(mark.sign)) text = withoutMark(text, mark, tally);
  return text;
}

function withoutMark(text: string, { pattern, what }: Mark, tally: Tally): string {
  const found = [...text.matchAll(pattern)];
  if (found.length === 0) return text;
  const isCode = codePlaces(text);
  const edits = found.flatMap(({ index, 0: whole, 1: kept = '' }) => {
    const start = index + kept.trimEnd().length;
    return isCode(index) ? [] : [{ start, end: index + whole.length, text: '' }];
  });
  for (const { start, end } of edits) tally.change(`«${glimpse(text.slice(start, end))}», ${what}, was left out`);
  return spliced(text, edits);
}
