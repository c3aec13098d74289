import { createHash } from 'node:crypto';
import { symlinkSync, writeFileSync } from 'node:fs';
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

  const label = 'version: 1\nfacets: {a: {property: as, terms: {b: {label: ';
  const turning = 'An invisible character here turns around the order of others on the screen.';
  const takeOut = 'Take it out; Arabic and Hebrew letters find their direction by themselves.';

  it.each<readonly [text: string | Uint8Array, message: string, hint: string]>([
    ['- a\n', ':1:1: The text here is no list of «key: value» lines.', 'Write one «key: value» a line.'],
    [
      '\uFEFFa: b\na: c\n',
      ':2:1: The key «a» stands here a second time.',
      'Keep one of the two; press does not choose.',
    ],
    [`\uFEFF${label}"x\u202ey"}}}}\n`, `:2:49: ${turning}`, takeOut],
    [`${label}"x\\u202ey"}}}}\n`, `:2:47: ${turning}`, takeOut],
    [`${label}"x\\u202Ey"}}}}\n`, `:2:47: ${turning}`, takeOut],
    [
      'version: 1\nfacets:\n  a:\n    property: as\n',
      ':4:5: The key «terms» is missing in «facets.a».',
      "What a release may choose from. Each key is a term's lasting id.",
    ],
    [
      Buffer.from('version: 1\nb: \xe9', 'latin1'),
      ':2: The file is not UTF-8; it looks like ISO 8859-1 or another single-byte encoding.',
      'Save it as UTF-8.',
    ],
  ])('that is not good is told with its place and a way out: %j', async (text, message, hint) => {
    const root = scratchFolder();
    writeFileSync(`${root}/taxonomy.yaml`, text);
    const told = { code: 'broken-taxonomy', message: `taxonomy.yaml${message}`, hint };
    const repository = openRepository(root).then(({ taxonomy }) => taxonomy);
    await expect(repository).rejects.toMatchObject(told);
  });

  it('is no link', async () => {
    const root = scratchFolder();
    symlinkSync('x', `${root}/taxonomy.yaml`);
    await expect(openRepository(root).then(({ taxonomy }) => taxonomy)).rejects.toMatchObject({
      code: 'broken-taxonomy',
      message: 'taxonomy.yaml is a link; press does not follow links.',
      hint: 'Put it there as an ordinary file that you may read.',
    });
  });

  it('may have escapes that turn nothing around, and numbers for texts', async () => {
    const root = scratchFolder({ 'taxonomy.yaml': `${label}"x\\u2014\\u00e9"}, c: {label: 1984}}}}\n` });
    const { data } = (await openRepository(root)).dataFile('taxonomy.yaml') ?? {};
    expect(data).toMatchObject({ facets: { a: { terms: { b: { label: 'x—é' }, c: { label: '1984' } } } } });
  });
});
