/** A real browser for the tests of one file, started before the first and gone after the last. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import chromium from '@sparticuz/chromium';
import { chromium as playwright, type Browser } from 'playwright-core';
import { afterAll, beforeAll } from 'vitest';

export interface Chromium {
  readonly browser: Browser;
  /** A folder of the tests' own, removed with the browser. */
  readonly folder: string;
}

// One process for everything dies with its first page; the other two take away what a reader's browser would have.
const unwanted = new Set(['--single-process', '--disable-web-security', '--allow-running-insecure-content']);

/** The browser can be had as soon as the first test runs. */
export function startChromium(): Chromium {
  const folder = mkdtempSync(join(tmpdir(), 'press-browser-'));
  const usualTemp = process.env['TMPDIR'];
  let browser: Browser | undefined;
  beforeAll(async () => {
    // The browser unpacks itself into the temporary folder: into one of its own, so that nothing is left behind.
    process.env['TMPDIR'] = folder;
    const executablePath = await chromium.executablePath();
    const args = chromium.args.filter((arg) => !unwanted.has(arg));
    browser = await playwright.launch({ args: [...args, '--no-sandbox'], executablePath, headless: true });
  });
  afterAll(async () => {
    await browser?.close();
    if (usualTemp === undefined) delete process.env['TMPDIR'];
    else process.env['TMPDIR'] = usualTemp;
    rmSync(folder, { recursive: true, force: true });
  });
  return {
    folder,
    get browser() {
      if (browser === undefined) throw new Error('The browser has not started');
      return browser;
    },
  };
}
