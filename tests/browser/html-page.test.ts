/** The page as people see it: a real browser opens it from a file, small and wide, light and dark, with the network watched. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { html } from '../../src/formats/html.ts';
import { editionOf, hostileEdition, publicRelease, referenceEdition, staffEdition } from '../support/editions.ts';
import { startChromium } from '../support/chromium.ts';
import { written } from '../support/written.ts';

const chromium = startChromium();

const wideTable = `| ${'column | '.repeat(20)}\n|${'---|'.repeat(20)}\n| ${'cell | '.repeat(20)}\n`;
const awkward = editionOf(
  [
    publicRelease({ id: 'a', title: 'x'.repeat(300), place: 'y'.repeat(200) }, `${wideTable}\n\n${'z'.repeat(500)}`),
    publicRelease({ id: 'b', slug: 'b', lang: 'ar', title: 'بيان صحفي' }, '> نص البيان.\n\n`code`'),
  ],
  { title: 'Awkward' },
);

const editions = [
  ['reference', referenceEdition],
  ['hostile', hostileEdition],
  ['staff', staffEdition],
  ['awkward', awkward],
] as const;

interface Opened {
  readonly page: Page;
  readonly requests: readonly string[];
  readonly complaints: readonly string[];
}

/** Opens a page from a file. Pictures of it are kept where `PRESS_SCREENSHOTS` names a folder. */
async function open(name: string, content: string, width: number): Promise<Opened> {
  const file = join(chromium.folder, `${name}.html`);
  writeFileSync(file, content);
  const page = await chromium.browser.newPage({ viewport: { width, height: 900 } });
  const requests: string[] = [];
  const complaints: string[] = [];
  page.on('request', (request) => requests.push(request.url()));
  page.on('console', (message) => complaints.push(message.text()));
  page.on('pageerror', (error) => complaints.push(error.message));
  page.on('dialog', (dialog) => {
    complaints.push(dialog.message());
    void dialog.dismiss();
  });
  await page.goto(pathToFileURL(file).href, { waitUntil: 'load' });
  const pictures = process.env['PRESS_SCREENSHOTS'];
  if (pictures !== undefined) await page.screenshot({ path: join(pictures, `${name}-${width}.png`), fullPage: true });
  return { page, requests: requests.filter((url) => url !== pathToFileURL(file).href), complaints };
}

/** The poorest contrast (WCAG 2.2, 1.4.3) of a text against what it stands on; runs in the page, as text. */
const poorestContrast = `(() => {
  const channels = (colour) => colour.match(/[0-9.]+/g).map(Number);
  const light = (value) => (value / 255 <= 0.04045 ? value / 255 / 12.92 : ((value / 255 + 0.055) / 1.055) ** 2.4);
  const luminance = ([r, g, b]) => 0.2126 * light(r) + 0.7152 * light(g) + 0.0722 * light(b);
  const ground = (node) => {
    for (let at = node; at; at = at.parentElement) {
      const colour = channels(getComputedStyle(at).backgroundColor);
      if (colour.length === 3 || colour[3] > 0) return colour;
    }
    return [255, 255, 255];
  };
  let poorest = 21;
  for (const node of document.body.querySelectorAll('*')) {
    if (![...node.childNodes].some((child) => child.nodeType === 3 && child.data.trim() !== '')) continue;
    const pair = [luminance(channels(getComputedStyle(node).color)), luminance(ground(node))].sort((a, b) => b - a);
    poorest = Math.min(poorest, (pair[0] + 0.05) / (pair[1] + 0.05));
  }
  return poorest;
})()`;

describe.each(editions)('the page of the %s edition', (name, edition) => {
  const content = written(html, edition);

  it.each([320, 360, 1200])('fetches nothing, complains of nothing and fits a window of %i pixels', async (width) => {
    const { page, requests, complaints } = await open(name, content, width);
    const inner = await page.evaluate<number>('document.documentElement.scrollWidth');
    // The style is on: without it a page has a margin of 8 pixels.
    expect(await page.evaluate<string>('getComputedStyle(document.body).paddingInlineStart')).toBe('20px');
    await page.close();
    expect({ requests, complaints }).toEqual({ requests: [], complaints: [] });
    expect(inner).toBeLessThanOrEqual(width);
  });

  it.each(['light', 'dark'] as const)('can be read by weak eyes: %s', async (colorScheme) => {
    const { page } = await open(`${name}-${colorScheme}`, content, 800);
    await page.emulateMedia({ colorScheme });
    const [ground, contrast] = [
      await page.evaluate<string>('getComputedStyle(document.body).backgroundColor'),
      await page.evaluate<number>(poorestContrast),
    ];
    const pictures = process.env['PRESS_SCREENSHOTS'];
    if (pictures !== undefined) await page.screenshot({ path: join(pictures, `${name}-${colorScheme}.png`) });
    await page.close();
    expect(ground).toBe(colorScheme === 'light' ? 'rgb(255, 253, 249)' : 'rgb(22, 24, 27)');
    expect(contrast).toBeGreaterThanOrEqual(4.5);
  });

  it('can be printed', async () => {
    const { page, complaints } = await open(name, content, 800);
    await page.emulateMedia({ media: 'print' });
    const skip = await page.evaluate<string>('getComputedStyle(document.querySelector(".skip")).display');
    const pdf = await page.pdf();
    await page.close();
    expect([skip, complaints]).toEqual(['none', []]);
    expect(pdf.length).toBeGreaterThan(1000);
  });
});

describe('with the keyboard', () => {
  it('the first stop leads to the releases, and a wide table can be moved', async () => {
    const { page } = await open('keyboard', written(html, awkward), 360);
    await page.keyboard.press('Tab');
    expect(await page.evaluate<string>('document.activeElement.getAttribute("href")')).toBe('#releases');
    expect(await page.evaluate<number>('document.activeElement.getBoundingClientRect().top')).toBeGreaterThanOrEqual(0);
    const moved = `(() => { const frame = document.querySelector('.table'); frame.focus(); frame.scrollLeft = 50;
      return [document.activeElement === frame, frame.scrollLeft]; })()`;
    expect(await page.evaluate<unknown>(moved)).toEqual([true, 50]);
    await page.close();
  });

  it('writes Arabic from the right', async () => {
    const { page } = await open('direction', written(html, awkward), 800);
    const edges = `[...document.querySelectorAll('article h2')].map((heading) => getComputedStyle(heading).direction)`;
    expect(await page.evaluate<unknown>(edges)).toEqual(['ltr', 'rtl']);
    await page.close();
  });
});
