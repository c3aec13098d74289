/** What a feed reader does that trusts every feed: it puts the HTML of each item into a page. A real browser is the judge. */
import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { rss } from '../../src/formats/rss.ts';
import { hostileEdition, referenceEdition } from '../support/editions.ts';
import { xmlTexts } from '../support/rss-reading.ts';
import { startChromium } from '../support/chromium.ts';
import { written } from '../support/written.ts';

/** What happened to a page that shows some HTML. */
interface Seen {
  readonly dialogs: readonly string[];
  readonly requests: readonly string[];
  readonly links: readonly string[];
  readonly scriptable: number;
}

const chromium = startChromium();

/** Shows HTML in a page of its own, clicks every link there is, and tells what happened. */
async function show(html: string): Promise<Seen> {
  const page = await chromium.browser.newPage();
  const dialogs: string[] = [];
  const requests: string[] = [];
  page.on('dialog', (dialog) => {
    dialogs.push(dialog.message());
    void dialog.dismiss();
  });
  await page.route('**/*', (route) => {
    requests.push(route.request().url());
    return route.abort();
  });
  await page.setContent(`<!doctype html><body>${html}</body>`, { waitUntil: 'load' });
  const links = await page.$$eval('[href], [src]', (nodes) =>
    nodes.map((node) => node.getAttribute('href') ?? node.getAttribute('src') ?? ''),
  );
  const scriptable = await page.$$eval('body *', countScriptable);
  await clickAll(page);
  await page.close();
  // What is asked for is a page; the place in it (`#…`) is the browser's own business.
  const followed = new Set(links.map((link) => link.split('#')[0]));
  return { dialogs, requests: requests.filter((url) => !followed.has(url.split('#')[0])), links, scriptable };
}

/** Elements and attributes that can run or fetch something; runs in the page. */
function countScriptable(nodes: readonly { localName: string; getAttributeNames(): string[] }[]): number {
  const active = new Set([
    'script',
    'style',
    'iframe',
    'object',
    'embed',
    'svg',
    'math',
    'form',
    'link',
    'meta',
    'base',
  ]);
  return nodes.filter(
    (node) => active.has(node.localName) || node.getAttributeNames().some((name) => /^on|^style$/.test(name)),
  ).length;
}

async function clickAll(page: Page): Promise<void> {
  await page.$$eval('a', (anchors: { click(): void }[]) => {
    for (const anchor of anchors) anchor.click();
  });
  // A script behind a link runs after the click, but before what is asked of the page next.
  await page.evaluate('new Promise((resolve) => setTimeout(resolve, 0))').catch(() => undefined);
}

const quiet = { dialogs: [], requests: [], scriptable: 0 };

describe.each([
  ['hostile', hostileEdition],
  ['reference', referenceEdition],
])('the texts of the %s edition, shown as HTML', (_, edition) => {
  const xml = written(rss, edition);

  it.each(['content:encoded', 'description', 'title', 'dc:creator', 'category'])(
    '%s runs nothing and fetches nothing unasked',
    async (name) => {
      const html = xmlTexts(xml, `/rss/channel/item/${name}`).join('\n<hr>\n');
      const seen = await show(html);
      expect(seen).toMatchObject(quiet);
      for (const link of seen.links) expect(link).toMatch(/^(?:https?:\/\/|mailto:)/);
    },
  );
});

describe('the judge', () => {
  it('sees what runs and what is fetched', async () => {
    const seen = await show(
      '<img src="x:y" onerror="alert(1)"><script>alert(2)</script><iframe src="https://evil.example/"></iframe>',
    );
    expect([...seen.dialogs].sort()).toEqual(['1', '2']);
    expect(seen.scriptable).toBe(3);
    const clicked = await show(
      '<a href="javascript:alert(3)">x</a><style>body { background: url(https://evil.example/x.png) }</style>',
    );
    expect(clicked).toMatchObject({ dialogs: ['3'], requests: ['https://evil.example/x.png'], scriptable: 1 });
  });
});
