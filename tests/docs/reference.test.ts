import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { afterAll, describe, expect, it } from 'vitest';
import { openRepository } from '../../src/repository/open.ts';
import { copyOf, root } from '../support/session.ts';
import { commandsPage, errorsPage, rulesPage } from './reference-pages.ts';

const folder = copyOf('shipped');
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Expects a page of docs/reference/ to be what the cards say, or writes it when UPDATE_GOLDEN=1. */
function expectPage(name: string, text: string): void {
  const file = `${root}docs/reference/${name}`;
  if (process.env['UPDATE_GOLDEN'] === '1') {
    mkdirSync(`${root}docs/reference`, { recursive: true });
    writeFileSync(file, text);
  }
  expect(existsSync(file), `docs/reference/${name} does not exist; UPDATE_GOLDEN=1 writes it`).toBe(true);
  expect(readFileSync(file, 'utf8'), `docs/reference/${name} is stale; UPDATE_GOLDEN=1 writes it anew`).toBe(text);
}

describe('docs/reference', () => {
  it('has every command', async () => {
    const { taxonomy } = await openRepository(folder);
    expectPage('commands.md', await commandsPage([...taxonomy.facets.values()]));
  });

  it('has every rule', () => {
    expectPage('rules.md', rulesPage());
  });

  it('has every error', () => {
    expectPage('errors.md', errorsPage());
  });
});
