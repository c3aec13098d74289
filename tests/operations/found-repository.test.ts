import { describe, expect, it } from 'vitest';
import { planFounding } from '../../src/operations/found-repository.ts';
import { minimalTaxonomy, textsOfNewRepository } from '../../src/operations/new-repository-texts.ts';
import { makeRelease } from '../../src/model/make-release.ts';
import { repositoryInMemory } from '../../src/repository/in-memory.ts';

const first = {
  draftTerms: ['source: press-office', 'fields: [general]'],
  today: '2026-11-23',
  program: { name: 'some-name', version: '1.2.3' },
};
const wish = { ...first, taxonomy: minimalTaxonomy, schemas: new Map([['schemas/release.schema.json', '{}']]) };
const paths = [
  'taxonomy.yaml',
  'schemas/release.schema.json',
  'press.yaml',
  'releases/2026/2026-11-23-first-release.md',
  'package.json',
  '.github/workflows/press.yml',
  '.vscode/settings.json',
  '.gitignore',
];

describe('the plan of a new repository', () => {
  it('makes every file where there is nothing', () => {
    const { changes, kept } = planFounding(wish, () => false);
    expect(changes.changes.map(({ kind, path }) => `${kind} ${path}`)).toEqual(paths.map((path) => `create ${path}`));
    expect(kept).toEqual([]);
  });

  it('leaves alone what is there', () => {
    const { changes, kept } = planFounding(wish, (path) => path === 'press.yaml' || path === '.gitignore');
    expect(kept).toEqual(['press.yaml', '.gitignore']);
    expect(changes.changes.map(({ path }) => path)).toEqual(paths.filter((path) => !kept.includes(path)));
    expect(planFounding(wish, () => true).changes.changes).toEqual([]);
  });
});

describe('what a new repository begins with', () => {
  const texts = Object.fromEntries(textsOfNewRepository(first));

  it('is sound: settings and vocabulary are read, and the one release is a valid draft', async () => {
    const repository = await repositoryInMemory({ ...texts, 'taxonomy.yaml': minimalTaxonomy });
    const [manuscript, ...others] = [...repository.manuscripts()];
    expect(others).toEqual([]);
    expect(makeRelease(manuscript!, repository)).toMatchObject({
      id: '2026-11-23-first-release',
      status: 'draft',
      terms: new Map([
        ['fields', ['general']],
        ['source', ['press-office']],
      ]),
    });
    expect(repository.settings.feeds).toMatchObject([{ id: 'general' }]);
  });

  it('keeps this program for a dependency, and what is private out of version control', () => {
    expect(JSON.parse(texts['package.json'] ?? '')).toEqual({
      private: true,
      devDependencies: { 'some-name': '1.2.3' },
    });
    expect(texts['.github/workflows/press.yml']).toContain('npx --no-install press validate');
    expect(texts['.gitignore']).toContain('.press/\n');
    expect(
      Object.keys((JSON.parse(texts['.vscode/settings.json'] ?? '') as Record<string, object>)['yaml.schemas'] ?? {}),
    ).toHaveLength(2);
  });
});
