import { describe, expect, it } from 'vitest';
import { languageNamed } from '../../src/model/language-names.ts';
import { sampleRelease } from '../../src/model/sample-release.ts';
import { proposalFor, wordWithin } from '../../src/model/schema-proposals.ts';
import { repositoryInMemory } from '../../src/repository/in-memory.ts';

const repository = await repositoryInMemory({ 'taxonomy.yaml': 'version: 1\nfacets: {}\n' });

function proposals(changes: Record<string, string | undefined>, path = 'releases/2009-11-16-a.md'): unknown[] {
  const manuscript = repository.manuscriptFrom(path, new TextEncoder().encode(sampleRelease(changes)));
  const violations = repository.releaseSchema('press-release')?.check(manuscript.data ?? {}) ?? [];
  expect(violations.length).toBeGreaterThan(0);
  return violations.map((violation) => proposalFor(violation, manuscript)).filter((words) => words !== undefined);
}

describe('what to write in the place of a refused value', () => {
  it.each<[Record<string, string | undefined>, string]>([
    [{ id: 'Course for clerks' }, 'Write «course-for-clerks».'],
    [{ slug: 'Course for Clérk’s' }, 'Write «course-for-clerks».'],
    [{ id: 'Курс' }, 'The name of the file would do: write «id: 2009-11-16-a».'],
    [{ id: undefined }, 'The name of the file would do: write «id: 2009-11-16-a».'],
    [{ lang: 'English' }, 'Write «en».'],
    [{ contacts: 'Jane' }, 'Write «contacts: [{name: Jane}]».'],
    [{ contacts: '[press@example.org]' }, 'Write «{email: press@example.org}».'],
    [{ contacts: '"+43 1 555"' }, 'Write «contacts: [{phone: "+43 1 555"}]».'],
    [{ attachments: '[photo.jpg]' }, 'Write «{href: photo.jpg}».'],
    [{ translationOf: '2026-10-12-x' }, 'Write «translationOf: {id: 2026-10-12-x}».'],
    [{ corrections: 'No' }, 'Write «corrections: [{date: 2009-11-16, kind: correction, note: "No"}]».'],
  ])('%j', (changes, proposal) => {
    expect(proposals(changes)).toEqual([proposal]);
  });

  it.each<[Record<string, string | undefined>, string?]>([
    [{ slug: 'Курс' }],
    [{ slug: 'Index' }],
    [{ slug: '""' }],
    [{ id: undefined }, 'releases/Курс.md'],
    [{ id: undefined }, 'releases/index.md'],
    [{ translationOf: 'The other' }],
    [{ contacts: `"${'x'.repeat(61)}"` }],
    [{ attachments: '["ftp://x"]' }],
    [{ corrections: 'x', date: 'soon' }],
    [{ lang: 'Elvish tongue' }],
    [{ title: '[a]' }],
    [{ attachments: '[{href: /a.pdf, size: "12"}]' }],
  ])('is left open for %j', (changes, path) => {
    expect(proposals(changes, path)).toEqual([]);
  });

  it('is accepted, where it is a line to copy', () => {
    const changes = {
      contacts: '[{name: Jane}]',
      translationOf: '{id: 2026-10-12-x}',
      corrections: '[{date: 2009-11-16, kind: correction, note: "No"}]',
      attachments: '[{href: photo.jpg}]',
    };
    const bytes = new TextEncoder().encode(sampleRelease(changes));
    const { data = {} } = repository.manuscriptFrom('releases/a.md', bytes);
    const found = repository.releaseSchema('press-release')?.check(data) ?? [];
    expect(found.filter(({ path: [key = ''] }) => Object.hasOwn(changes, key))).toEqual([]);
  });
});

describe('an allowed word among others', () => {
  const allowed = ['draft', 'approved', 'published', 'hold'];
  it.each([
    ['on hold', 'hold'],
    ['Hold!', 'hold'],
    ['not published', undefined],
    ['draft, then published', undefined],
    ['withheld', undefined],
  ])('in %j is %j', (value, word) => {
    expect(wordWithin(value, allowed)).toBe(word);
  });
});

describe('a language by its name', () => {
  it.each([
    ['English', 'en'],
    ['РУССКИЙ', 'ru'],
    ['franc\u0327ais', 'fr'],
    [' Azərbaycan dili ', 'az'],
    ['constructor', undefined],
    ['en', undefined],
  ])('%j is %j', (name, tag) => {
    expect(languageNamed(name)).toBe(tag);
  });
});
