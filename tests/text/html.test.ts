import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fitForPage, madeMarkup, markup } from '../../src/text/html.ts';
import { elementsOf, parseErrorsOf } from '../support/html-reading.ts';
import { hostileTexts } from '../support/hostile-text.ts';

describe('a template', () => {
  it.each([
    [markup`<p>${'<b> & "c" \'d\''}</p>`, '<p>&lt;b&gt; &amp; &quot;c&quot; &#39;d&#39;</p>'],
    [markup`${1}${undefined}${[markup`<br>`, 'x', ['<']]}`, '1<br>x&lt;'],
    [markup`a\u0000${'b\u0000\uFFFE\uD800\t'}`, 'a\u0000b\t'],
  ])('escapes all but markup', (made, text) => {
    expect(made.text).toBe(text);
  });

  it('shows any text as itself, between tags and in an attribute', () => {
    fc.assert(
      fc.property(hostileTexts, (text) => {
        const page = markup`<!DOCTYPE html><html><head><title>x</title></head><body><p title="${text}">${text}</p></body></html>`;
        expect(parseErrorsOf(page.text)).toEqual([]);
        const paragraph = elementsOf(page.text).find(({ name }) => name === 'p');
        const seen = fitForPage(text).replace(/\r\n?/g, '\n');
        expect([paragraph?.text, paragraph?.attributes.get('title')]).toEqual([seen, seen]);
      }),
    );
  });
});

it('takes out of markup what a page must not hold', () => {
  expect(madeMarkup('<p>a\u0008&#13;b\uFFFF\uFFFE</p>').text).toBe('<p>a\nb</p>');
});
