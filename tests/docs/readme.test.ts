import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { textsOfNewRepository } from '../../src/operations/new-repository-texts.ts';
import { root } from '../support/session.ts';
import { blocksOf, readPage } from './pages.ts';
import { expectReplay } from './replay-page.ts';

const text = readPage('README.md');
const blocks = blocksOf(text);
const manifest = JSON.parse(readFileSync(`${root}package.json`, 'utf8')) as Record<'name' | 'version', string> & {
  readonly engines: { readonly node: string };
};

describe('README.md', () => {
  it('shows what press shows', async () => {
    expect(blocks.filter(({ kind }) => kind === 'console').length).toBeGreaterThan(4);
    await expectReplay('README.md', 'shipped');
  });

  it.each(['npm ci && node bin/press.js export --field elections', 'npm ci && npm test'])(
    'has the line «%s»',
    (line) => {
      expect(text.split('\n')).toContain(line);
    },
  );

  it('calls the package by its name and version, and says which Node.js it needs', () => {
    expect(text).toContain(`npm install --save-dev --save-exact ./vendor/${manifest.name}-${manifest.version}.tgz`);
    for (const version of manifest.engines.node.match(/\d+\.\d+/g) ?? []) expect(text).toContain(version);
  });

  it('shows the workflow that press init writes', () => {
    const files = new Map(textsOfNewRepository({ draftTerms: [], today: '2026-11-23', program: manifest }));
    const shown = blocks.find(({ kind }) => kind === 'yaml');
    expect(files.get('.github/workflows/press.yml')).toContain(shown?.lines.join('\n'));
  });
});
