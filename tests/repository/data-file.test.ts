import { createHash } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { Repository } from '../../src/model/repository.ts';
import { repositoryInMemory } from '../../src/repository/in-memory.ts';
import { openRepository } from '../../src/repository/open.ts';
import { scratchFolder } from '../support/scratch-folder.ts';

const taxonomy =
  '\uFEFFversion: 1\r\nfacets:\r\n  topic:\r\n    property: topics\r\n    terms: {water: {label: Wässer}, air: {label: Air}}\r\n';

const open: readonly (readonly [string, (files: Record<string, string>) => Promise<Repository>])[] = [
  ['on the disk', (files) => openRepository(scratchFolder(files))],
  ['in memory', repositoryInMemory],
];

describe.each(open)('a data file %s', (_, repositoryOf) => {
  it('has its text, its digest and the place of each value', async () => {
    const repository = await repositoryOf({ 'taxonomy.yaml': taxonomy });
    const file = repository.dataFile('taxonomy.yaml');
    expect(file).toMatchObject({
      name: 'taxonomy.yaml',
      text: taxonomy,
      digest: createHash('sha256').update(taxonomy).digest('hex'),
    });
    const path = ['facets', 'topic', 'terms', 'water', 'label'];
    const shown = (place?: { start: number; end: number }): string | undefined =>
      place && taxonomy.slice(place.start, place.end);
    expect(shown(file?.locate(path))).toBe('Wässer');
    expect(shown(file?.locate(path, 'key'))).toBe('label');
    expect(shown(file?.locate(path.slice(0, 4), 'key'))).toBe('water');
    expect(file?.locate(['facets', 'topic', 'terms', 'fire'])).toBeUndefined();
    expect(file?.locate(['facets', 'topic', 'terms', 'water', 0])).toBeUndefined();
  });

  it('may be missing', async () => {
    expect((await repositoryOf({ 'taxonomy.yaml': taxonomy })).dataFile('press.yaml')).toBeUndefined();
    const settings = { 'taxonomy.yaml': taxonomy, 'press.yaml': 'language: ru\n' };
    expect((await repositoryOf(settings)).dataFile('press.yaml')?.data).toEqual({ language: 'ru' });
  });
});

describe('a data file', () => {
  it('is read anew each time, and given although an id stands twice in it', async () => {
    const root = scratchFolder({
      'taxonomy.yaml': 'version: 1\nfacets: {a: {property: as, terms: {b: {label: B, narrower: {b: {label: B}}}}}}\n',
    });
    const repository = await openRepository(root);
    const first = repository.dataFile('taxonomy.yaml');
    expect(first?.data).toMatchObject({ version: 1 });
    expect(() => repository.taxonomy).toThrow('The id «b» stands a second time in this facet.');
    writeFileSync(`${root}/taxonomy.yaml`, 'version: 1\nfacets: {}\n');
    expect(repository.dataFile('taxonomy.yaml')?.digest).not.toBe(first?.digest);
  });

  it.each([
    ['version: 1\nfacets: {from: {property: x, terms: {}}}\n', 'A facet cannot be called «from»'],
    [
      'version: 1\nfacets: {a: {property: as, terms: {b: {label: B, active: {until: 2001-13}}}}}\n',
      '«2001-13» is no date.',
    ],
    ['version: 2\nfacets: {}\n', 'taxonomy.yaml:1:10'],
  ])('throws for what nobody can work with: %j', async (text, message) => {
    const repository = await openRepository(scratchFolder({ 'taxonomy.yaml': text }));
    expect(() => repository.dataFile('taxonomy.yaml')).toThrow(message);
  });
});
