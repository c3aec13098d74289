/** Marks of kramdown, Hugo and MDX that say how a text is to look, and nothing to its readers. */
import { spliced } from '../../../text/spliced.ts';
import { codePlaces } from './code-places.ts';
import { glimpse, type Tally } from './remarks.ts';

interface Mark {
  readonly pattern: RegExp;
  readonly what: string;
}

const MARKS: readonly Mark[] = [
  {
    pattern: /^[ \t]*(?:[-*+]|1\.)[ \t]+[^\n]{0,80}\n\{:[ \t]*toc[^}\n]{0,200}\}[ \t]*\n?/gim,
    what: 'the place of a table of contents',
  },
  { pattern: /^[ \t]*\{:[^}\n]{1,500}\}[ \t]*(?:\n|$)/gm, what: 'kramdown’s attributes' },
  { pattern: /\{:[^}\n]{1,500}\}/g, what: 'kramdown’s attributes' },
  { pattern: /\{::\/?[a-z]{1,20}[^}\n]{0,200}\}/g, what: 'kramdown’s instructions' },
  { pattern: /(?<=^#{1,6}[ \t][^\n]{0,400})[ \t]\{[#.][^{}\n]{1,200}\}[ \t]*$/gm, what: 'the attributes of a heading' },
  { pattern: /^\[\[?_?toc_?\]?\][ \t]*(?:\n|$)/gim, what: 'the place of a table of contents' },
  {
    pattern: /<!--[ \t]{0,9}(?:more|excerpt|break|truncate|end[ -]?excerpt)[ \t]{0,9}-->[ \t]{0,9}\n?/gi,
    what: 'the sign of where a teaser ends',
  },
];

const OF_MDX: readonly Mark[] = [
  {
    pattern: /^(?:import|export)[ \t]+(?:[^\n;]{0,400}[ \t]from[ \t]+)?["'][^"'\n]{1,300}["'];?[ \t]*(?:\n|$)/gm,
    what: 'an import of MDX',
  },
  { pattern: /\{\/\*[^*]{0,300}\*\/\}/g, what: 'a remark of MDX' },
];

/** The text without these marks; `isMdx` for files of that kind. */
export function withoutBuilderMarks(body: string, isMdx: boolean, tally: Tally): string {
  let text = body;
  for (const { pattern, what } of isMdx ? [...MARKS, ...OF_MDX] : MARKS) {
    if (!pattern.test(text)) continue;
    pattern.lastIndex = 0;
    const isCode = codePlaces(text);
    const found = [...text.matchAll(pattern)].filter(({ index }) => !isCode(index));
    for (const [words] of found) tally.change(`«${glimpse(words)}», ${what}, was left out`);
    text = spliced(
      text,
      found.map(({ index, 0: words }) => ({ start: index, end: index + words.length, text: '' })),
    );
  }
  return text;
}
