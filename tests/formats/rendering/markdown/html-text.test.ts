import { expect, it } from 'vitest';
import { htmlOf } from '../../../../src/formats/rendering/markdown/html-text.ts';
import { element } from '../../../../src/text/xml.ts';

it('writes texts and attributes that can begin and end nothing', () => {
  const sign = '&<>"\r&';
  const written = '&amp;&lt;&gt;&quot;&#13;&amp;';
  expect(htmlOf([sign, undefined, element('a', { href: sign, id: 1, title: undefined }, sign)])).toBe(
    `${written}<a href="${written}" id="1">${written}</a>`,
  );
});

it('keeps the order of children, and gives an end tag to all but the void', () => {
  const nodes = [element('p', {}, 'a', element('br', {}), element('b', {}, 'c'), 'd'), element('p', {})];
  expect(htmlOf(nodes)).toBe('<p>a<br><b>c</b>d</p><p></p>');
  expect(htmlOf([element('hr', {}, 'x'), element('img', { src: 'a' })])).toBe('<hr><img src="a">');
});
