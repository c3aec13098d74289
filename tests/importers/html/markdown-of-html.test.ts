import { describe, expect, it } from 'vitest';
import { markdownOfHtml } from '../../../src/importers/html/markdown-of-html.ts';

const read = (html: string, base?: string): ReturnType<typeof markdownOfHtml> =>
  markdownOfHtml(html, { base, name: 'a.html' });

describe('a piece of HTML as Markdown', () => {
  it('keeps words and marks, and makes links absolute', () => {
    const { body, links } = read('<p>We <b>met</b> <a href="../b">them</a>.</p>', 'https://press.example.org/a/c');
    expect(body).toBe('We **met** [them](https://press.example.org/b).');
    expect(links).toEqual(['https://press.example.org/b']);
  });

  it('says what it dropped', () => {
    const { body, changed, notCarried } = read('<p>a<script>x()</script> <a href="javascript:x()">b</a><img alt="c">');
    expect(body).toBe('a b');
    expect(changed).toEqual(['1 link led to no web or mail address; the words stayed.']);
    expect(notCarried).toEqual(['picture «c»']);
  });

  it('makes nothing of nothing', () => {
    expect(read('').body).toBe('');
  });
});
