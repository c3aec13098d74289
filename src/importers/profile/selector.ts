/**
 * CSS selectors, as far as somebody needs them to say where something stands on a page: names of elements, `*`, `#id`, `.class`,
 * `[attribute]`, `[attribute=value]` with `~=`, `^=`, `$=` and `*=`, one inside another (a blank) or right inside it (`>`), and several
 * with commas between (Selectors Level 4, §3, §6, §14). There are no pseudo-classes: with `:has` and the like a page could keep a
 * machine busy for hours.
 */

/** What one element must be. */
export interface Compound {
  readonly tagName: string | undefined;
  readonly id: string | undefined;
  readonly classes: readonly string[];
  readonly attributes: readonly AttributeTest[];
}

export interface AttributeTest {
  readonly name: string;
  readonly operator: '' | '=' | '~=' | '^=' | '$=' | '*=';
  readonly value: string;
}

/** Elements one around the other, the outermost first. */
export interface Step {
  readonly compound: Compound;
  /** Whether the element of the step before is right around this one, or anywhere. */
  readonly isChild: boolean;
}

export interface Selector {
  readonly written: string;
  readonly alternatives: readonly (readonly Step[])[];
}

const LONGEST = 500;
const MOST_STEPS = 20;

const NAME = String.raw`[A-Za-z_\u0080-\uFFFF-][\w\u0080-\uFFFF-]*`;
const SIMPLE = new RegExp(
  String.raw`(?<tag>${NAME}|\*)|#(?<id>${NAME})|\.(?<class>${NAME})|\[\s*(?<attribute>${NAME})\s*(?:(?<operator>[~^$*]?=)\s*(?:"(?<double>[^"]*)"|'(?<single>[^']*)'|(?<bare>[\w\u0080-\uFFFF-]+))\s*)?\]`,
  'y',
);
const BETWEEN = /\s*([>,])\s*|\s+/y;

/** Reads a selector; a sentence where it is none that press knows. */
export function parseSelector(written: string): Selector | string {
  const text = written.trim();
  if (text === '') return 'It is empty.';
  if (text.length > LONGEST) return `It is longer than ${LONGEST} characters.`;
  const alternatives: Step[][] = [[]];
  let isChild = false;
  let at = 0;
  while (at < text.length) {
    const { compound, end } = compoundAt(text, at);
    const steps = alternatives.at(-1);
    if (compound === undefined || steps === undefined) return unknownAt(text, at);
    steps.push({ compound, isChild });
    if (steps.length > MOST_STEPS) return `It has more than ${MOST_STEPS} steps.`;
    const { sign, end: next } = signAt(text, end);
    if (next === end && end < text.length) return unknownAt(text, end);
    if (sign !== '' && next === text.length) return `Nothing follows the «${sign}».`;
    if (sign === ',') alternatives.push([]);
    isChild = sign === '>';
    at = next;
  }
  return { written: text, alternatives };
}

function unknownAt(text: string, at: number): string {
  const rest = text.slice(at, at + 20);
  if (rest.startsWith(':')) return `«${rest}» is a pseudo-class, which press does not know.`;
  return `«${rest}» is nothing that press knows in a selector.`;
}

function signAt(text: string, at: number): { readonly sign: string; readonly end: number } {
  BETWEEN.lastIndex = at;
  const found = BETWEEN.exec(text);
  return found === null ? { sign: '', end: at } : { sign: found[1] ?? '', end: at + found[0].length };
}

function compoundAt(text: string, start: number): { readonly compound: Compound | undefined; readonly end: number } {
  let tagName: string | undefined;
  let id: string | undefined;
  const classes: string[] = [];
  const attributes: AttributeTest[] = [];
  let at = start;
  for (;;) {
    SIMPLE.lastIndex = at;
    const found = SIMPLE.exec(text);
    const parts = found?.groups;
    // The name of an element can only stand first.
    if (found === null || parts === undefined || (parts['tag'] !== undefined && at > start)) break;
    if (parts['tag'] !== undefined) tagName = parts['tag'].toLowerCase();
    else if (parts['id'] !== undefined) id = parts['id'];
    else if (parts['class'] !== undefined) classes.push(parts['class']);
    else attributes.push(attributeTest(parts));
    at += found[0].length;
  }
  const compound = { tagName: tagName === '*' ? undefined : tagName, id, classes, attributes };
  return { compound: at === start ? undefined : compound, end: at };
}

const operators: ReadonlySet<string> = new Set(['', '=', '~=', '^=', '$=', '*=']);

function isOperator(sign: string): sign is AttributeTest['operator'] {
  return operators.has(sign);
}

function attributeTest(parts: Readonly<Record<string, string | undefined>>): AttributeTest {
  const operator = parts['operator'] ?? '';
  return {
    name: (parts['attribute'] ?? '').toLowerCase(),
    operator: isOperator(operator) ? operator : '',
    value: parts['double'] ?? parts['single'] ?? parts['bare'] ?? '',
  };
}
