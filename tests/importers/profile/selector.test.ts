import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseHtml } from '../../../src/importers/html/parse-html.ts';
import { attributeOf, elementsIn } from '../../../src/importers/html/tree.ts';
import { select } from '../../../src/importers/profile/select.ts';
import { parseSelector } from '../../../src/importers/profile/selector.ts';

const page = elementsIn(
  parseHtml(
    `<body n=body class="Press page"><div n=1 id=a class="box wide" lang="en-GB"><p n=2><b n=3 class=x>a</b></p>
     <div n=4 class=box data-k="one two"><p n=5 class="x y">b</p></div></div><p n=6 id="ä-1" title='">"'>c</p></body>`,
    'page',
  ),
)[0]!;

/** The names of the elements that a selector names. */
function found(written: string): string {
  const selector = parseSelector(written);
  if (typeof selector === 'string') return selector;
  return select(page, selector)
    .map((element) => attributeOf(element, 'n') ?? element.tagName)
    .join(' ');
}

describe('a selector', () => {
  it.each([
    ['p', '2 5 6'],
    ['P', '2 5 6'],
    ['*', 'html head body 1 2 3 4 5 6'],
    ['#a', '1'],
    ['.box', '1 4'],
    ['.wide.box', '1'],
    ['div.box[data-k]', '4'],
    ['.X', ''],
    ['[lang]', '1'],
    ['[lang=en]', ''],
    ['[lang="en-GB"]', '1'],
    ["[ lang = 'en-GB' ]", '1'],
    ['[lang^=en]', '1'],
    ['[lang$=GB]', '1'],
    ['[lang*=n-]', '1'],
    ['[lang*=""]', ''],
    ['[data-k~=two]', '4'],
    ['[data-k~="one two"]', ''],
    [`[title='">"']`, '6'],
    ['#ä-1', '6'],
    ['div p', '2 5'],
    ['div > p', '2 5'],
    ['body>p', '6'],
    ['#a > p .x', '3'],
    ['#a .x', '3 5'],
    ['.box .box', '4'],
    ['.box > .box > .x', '5'],
    ['body > .x', ''],
    ['#ä-1, b , #a', '1 3 6'],
    ['p,p', '2 5 6'],
    ['html body div div p', '5'],
  ])('%s names %s', (selector, names) => {
    expect(found(selector)).toBe(names);
  });

  it.each([
    ['', 'It is empty.'],
    ['p:first-child', '«:first-child» is a pseudo-class, which press does not know.'],
    ['p::before', '«::before» is a pseudo-class, which press does not know.'],
    ['p + p', '«+ p» is nothing that press knows in a selector.'],
    ['> p', '«> p» is nothing that press knows in a selector.'],
    ['p >', 'Nothing follows the «>».'],
    ['p,', 'Nothing follows the «,».'],
    ['p,,q', '«,q» is nothing that press knows in a selector.'],
    ['.', '«.» is nothing that press knows in a selector.'],
    ['[a=b', '«[a=b» is nothing that press knows in a selector.'],
    ['#1', '«#1» is nothing that press knows in a selector.'],
    ['a'.repeat(501), 'It is longer than 500 characters.'],
    ['p '.repeat(21), 'It has more than 20 steps.'],
  ])('%j is refused', (selector, why) => {
    expect(parseSelector(selector)).toBe(why);
  });

  it('finds in a deep page what it finds in a flat one', () => {
    const deep = elementsIn(parseHtml(`${'<div class=a>'.repeat(20_000)}<p class=b n=1>`, 'page'))[0]!;
    const selector = parseSelector('.a .a > .a .a .a > .b');
    expect(typeof selector === 'object' && select(deep, selector).length).toBe(1);
  });

  it('is read, or refused with a sentence, whatever it is', () => {
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom('p', '.a', '#b', '[c]', '[d="e"]', ' ', '>', ',', ':x', '*', '"', ']', '\\', 'é'), {
          maxLength: 12,
        }),
        (parts) => {
          const selector = parseSelector(parts.join(''));
          if (typeof selector === 'string') expect(selector).toMatch(/\.$/);
          else expect(parseSelector(selector.written)).toEqual(selector);
        },
      ),
    );
  });
});
