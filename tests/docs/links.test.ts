import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { root } from '../support/session.ts';
import { anchorsOf, pages, proseOf, readPage } from './pages.ts';

const manifest = JSON.parse(readFileSync(`${root}package.json`, 'utf8')) as {
  readonly scripts: Readonly<Record<string, string>>;
};

/** Targets of the links in a page that lead to something of this project. */
function ownLinks(text: string): string[] {
  const targets = [...proseOf(text).matchAll(/\]\(([^()\s]+)\)/g)].map(([, target = '']) => target);
  return targets.filter((target) => !/^[a-z]+:/.test(target));
}

/** Whether a link of a page leads somewhere. */
function leadsSomewhere(page: string, target: string): boolean {
  const [path = '', anchor] = target.split('#', 2);
  const file = path === '' ? page : join(dirname(page), path);
  if (!existsSync(root + file)) return false;
  return anchor === undefined || anchorsOf(readPage(file)).has(anchor);
}

/** Paths of this project that a page names, patterns and examples to fill in left out. */
function namedPaths(text: string): string[] {
  const named = proseOf(text).match(/`(?:bin|docs|releases|schemas|scripts|src|tests)\/[^`\s]*`/g) ?? [];
  return named.map((path) => path.slice(1, -1)).filter((path) => !/[*<>]|YYYY|\bmy-/.test(path));
}

describe.each(pages)('%s', (page) => {
  const text = readPage(page);

  it('has links that lead somewhere', () => {
    expect(ownLinks(text).filter((target) => !leadsSomewhere(page, target))).toEqual([]);
  });

  it('names scripts that exist', () => {
    const named = [...text.matchAll(/\bnpm run ([a-z:-]+)/g)].map(([, name = '']) => name);
    expect(named.filter((name) => manifest.scripts[name] === undefined)).toEqual([]);
  });

  it('never lets npx fetch somebody else’s package', () => {
    const lines = text.split('\n').filter((line) => /\bnpx (?:-y |--yes )?press\b/.test(line));
    expect(lines.filter((line) => !line.startsWith('Never type `npx press` '))).toEqual([]);
  });
});

// The tutorial names the reader's files, and the changelog and the page of the archive what lies elsewhere.
describe.each(pages.filter((page) => !['CHANGELOG.md', 'docs/tutorial.md', 'releases/README.md'].includes(page)))(
  '%s',
  (page) => {
    it('names files that exist', () => {
      expect(namedPaths(readPage(page)).filter((path) => !existsSync(root + path))).toEqual([]);
    });
  },
);

describe('the test of links', () => {
  it('would notice a link that leads nowhere', () => {
    expect(leadsSomewhere('README.md', 'docs/missing.md')).toBe(false);
    expect(leadsSomewhere('README.md', 'docs/tutorial.md#no-such-heading')).toBe(false);
    expect(leadsSomewhere('README.md', 'docs/reference/rules.md#unknown-term')).toBe(true);
    expect(ownLinks('a [b](c.md) and [d](https://example.org/)')).toEqual(['c.md']);
    expect(namedPaths('`src/nowhere.ts` and `src/rules/my-rule.ts`')).toEqual(['src/nowhere.ts']);
  });
});
