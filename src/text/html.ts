/** Writing HTML: a template in which every value is escaped, unless it is markup that this or another writer made. */
import { withoutControls } from './control-characters.ts';

/** HTML that may stand in a page as it is. */
export class Markup {
  readonly text: string;

  constructor(text: string) {
    this.text = text;
  }
}

/** What a template can be filled with; nothing where something optional is missing. */
export type Filling = string | number | Markup | undefined | readonly Filling[];

const SPECIAL = /[&<>"']/g;
const REFERENCES: ReadonlyMap<string, string> = new Map([
  ['&', '&amp;'],
  ['<', '&lt;'],
  ['>', '&gt;'],
  ['"', '&quot;'],
  ["'", '&#39;'],
]);

/** Markup of a template: values become text, or the value of an attribute in double quotes, and can begin no tag. */
export function markup(pieces: TemplateStringsArray, ...values: readonly Filling[]): Markup {
  let text = pieces[0] ?? '';
  for (const [at, value] of values.entries()) text += filled(value) + (pieces[at + 1] ?? '');
  return new Markup(text);
}

/**
 * A text that is HTML already, made by a writer that escapes; characters that a page must not hold are taken out. So is the reference
 * to a carriage return, which feeds may hold and pages may not.
 */
export function madeMarkup(text: string): Markup {
  return new Markup(fitForPage(text).replaceAll('&#13;', '\n'));
}

/** Text without the characters that HTML forbids (controls, halves of pairs, noncharacters: HTML standard, 13.1.4). */
export function fitForPage(text: string): string {
  return withoutControls(text).replace(/\p{Noncharacter_Code_Point}/gu, '');
}

function filled(value: Filling): string {
  if (value === undefined) return '';
  if (value instanceof Markup) return value.text;
  if (typeof value === 'object') return value.map(filled).join('');
  return fitForPage(String(value)).replace(SPECIAL, (character) => REFERENCES.get(character) ?? character);
}
