import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { markdownOfHtml } from '../../../src/importers/html/markdown-of-html.ts';
import { htmlBody } from './html-grammar.ts';
import { shown, wordsOf, wordsOfHtml } from './same-words.ts';

describe('any text of a page', () => {
  it('has the same words when its Markdown is shown, in the same order', () => {
    fc.assert(
      fc.property(htmlBody, ({ html, text }) => {
        const { body } = markdownOfHtml(html, { base: 'https://news.example.org/a/b', name: 'page' });
        expect(wordsOfHtml(shown(body))).toEqual(wordsOf(text));
      }),
      { numRuns: 3000 },
    );
  });

  it('brings no script, handler or address of a harmful scheme', () => {
    fc.assert(
      fc.property(htmlBody, ({ html }) => {
        const { body, links, images } = markdownOfHtml(html, { base: undefined, name: 'page' });
        expect(body).not.toMatch(/evil/);
        expect(shown(body)).not.toMatch(/(?:href|src)="(?!https?:|mailto:)|<script|\son\w+="/);
        for (const href of [...links, ...images.map((image) => image.href)])
          expect(href).not.toMatch(/^\s*(?:javascript|data|vbscript):/i);
      }),
      { numRuns: 1500 },
    );
  });
});
