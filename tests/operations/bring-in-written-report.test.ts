import MarkdownIt from 'markdown-it';
import { describe, expect, it } from 'vitest';
import type { SourceRelease } from '../../src/model/importer.ts';
import { reportAsJson } from '../../src/operations/bring-in-json.ts';
import { reportAsMarkdown } from '../../src/operations/bring-in-markdown.ts';
import { makeReport, type ReleaseReport } from '../../src/operations/bring-in-report.ts';
import { errorsOf, told } from '../schemas/shipped-schemas.ts';
import fc from 'fast-check';
import { hostileTexts } from '../support/hostile-text.ts';
import { bring, incoming, label } from './bring-in-fixture.ts';

const at = (value: string): { value: string; origin: string } => ({ value, origin: 'x' });

/** What a reader of GitHub or an editor sees. */
function rendered(markdown: string): string {
  return new MarkdownIt({ html: true, linkify: false }).render(markdown);
}

describe('the report as Markdown', () => {
  it('has the totals first, then each release: what was carried, guessed, changed, left out and why', async () => {
    const { report } = await bring(
      [
        {
          title: { ...at('Course opens'), confidence: 'likely' },
          labels: [...incoming().labels, label('Tags', 'boats')],
          changed: ['A quotation mark was closed.'],
          notes: ['A remark.'],
        },
        {
          title: at('Fine'),
          labels: [label('Source', 'Office in Ankara'), label('Fields', 'Elections'), label('Country', 'Türkiye')],
        },
        {
          title: at('Fine'),
          labels: [label('Source', 'Office in Ankara'), label('Fields', 'Elections'), label('Country', 'Türkiye')],
        },
      ],
      { year: '2009' },
    );
    const unread = [{ source: 'index.html', message: 'It is a list.' }];
    const text = [...reportAsMarkdown({ ...report, unread })].join('');
    expect(text).toBe(`# Import

The releases stand in the archive.

| | |
|---|---:|
| Sources | 3 |
| New releases | 2 |
| of them published | 2 |
| There already | 1 |
| With guesses | 1 |
| To look at | 1 |

## To look at

### Course opens

- Source: \`page-1.txt\` (page-text)
- Came in as \`releases/2009/2009-11-16-course-opens.md\`, published.
- **Left out**: «Tags: boats» (no key and no facet goes by «Tags»)
- **Guess, not written**: countries: azerbaijan, because «Project Co-ordinator in Baku» implies «Azerbaijan». Not written.
- Likely: \`title\` Course opens (x)
- Carried: \`date\` 2009-11-16 (dateline, with --year); \`place\` Baku (dateline); \`source\` baku (list item «Source»); \`fields\` elections, education (list item «Fields of work»); \`type\` press-release (page); \`lang\` en (page); the text 1 paragraph (text)
- Changed: A quotation mark was closed.
- Note: A remark.

## Without anything to look at

### Fine

- Source: \`page-2.txt\` (page-text)
- Came in as \`releases/2009/2009-11-16-fine.md\`, published.
- Carried: \`title\` Fine (x); \`date\` 2009-11-16 (dateline, with --year); \`place\` Baku (dateline); \`source\` ankara (list item «Source»); \`fields\` elections (list item «Fields»); \`countries\` tuerkiye (list item «Country»); \`type\` press-release (page); \`lang\` en (page); the text 1 paragraph (text)

## There already

### Fine

- Source: \`page-3.txt\` (page-text)
- Is the same release as \`page-2.txt\`.

## Not read

- \`index.html\`: It is a list.
`);
    expect(rendered(text)).toContain('<table>');
  });

  const evil = [
    '<script>alert(1)</script>',
    '[x](javascript:alert(1))',
    '![x](https://evil.example/x.png)',
    '&lt;b&gt; <b onclick=x>',
    '*a* _b_ **c** ~~d~~ `e` ``f`` |g| \\*',
    '# heading\n- item\n> quotation\n\n---\n\n1. one',
    '[a]: https://evil.example\n\n[a]',
    '```\ncode',
  ];

  it.each(evil)('lets nothing of a source become markup: %j', (text) => requireHarmless(text));

  it('lets nothing of any source become markup', async () => {
    await fc.assert(fc.asyncProperty(hostileTexts, requireHarmless), { numRuns: 300 });
  });

  async function requireHarmless(text: string): Promise<void> {
    const source: Partial<SourceRelease> = {
      title: at(text),
      notes: [text],
      changed: [text],
      notCarried: [text],
      labels: [...incoming().labels, label(text, text)],
    };
    const { report } = await bring([{ ...source, title: at('Fine') }], { year: '2009' });
    const [release] = report.releases;
    const one: ReleaseReport = {
      ...(release as ReleaseReport),
      source: text,
      read: [{ key: 'title', value: text, origin: text }],
      files: [{ address: text, outcome: 'missing', why: text }],
    };
    const html = rendered(
      [...reportAsMarkdown(makeReport('written', { releases: [one], unread: [{ source: text, message: text }] }))].join(
        '',
      ),
    );
    const tags = new Set([...html.matchAll(/<\/?([a-z0-9]+)/g)].map(([, name]) => name));
    const own = ['h1', 'h2', 'h3', 'p', 'table', 'thead', 'tbody', 'tr', 'th', 'td', 'ul', 'li', 'code', 'strong'];
    expect([...tags].filter((name) => !own.includes(name ?? ''))).toEqual([]);
    expect(html).not.toMatch(
      /<(?!\/?(?:h[123]|p|table|thead|tbody|t[rhd]|ul|li|code|strong)(?: style="text-align:right")?>)/,
    );
  }
});

describe('the report as JSON', () => {
  it('is one document of many pieces, in the form of its schema', async () => {
    const { report } = await bring([{}, { title: at('B'), dayAndMonth: undefined }], { year: '2009' });
    for (const each of [
      report,
      makeReport('written', { releases: [], unread: [] }),
      { ...report, unread: [{ source: 'a', message: 'b' }] },
    ]) {
      const pieces = [...reportAsJson(each)];
      expect(JSON.parse(pieces.join(''))).toEqual(JSON.parse(JSON.stringify(each)));
      expect(pieces.join('')).toBe(`${JSON.stringify(each, undefined, 2)}\n`);
      expect(told(errorsOf('output/import-report.schema.json', JSON.parse(pieces.join(''))))).toEqual([]);
    }
  });
});
