import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { diskFiles } from '../../../src/repository/file-source.ts';
import { factsKey } from '../../../src/repository/cache/facts-key.ts';
import { Witness } from '../../../src/repository/cache/witness.ts';
import { repositoryInMemory } from '../../../src/repository/in-memory.ts';
import { openRepository, openRepositoryOn } from '../../../src/repository/open.ts';
import { scratchFolder } from '../../support/scratch-folder.ts';

const files = {
  'taxonomy.yaml': 'version: 1\nfacets: {}\n',
  'press.yaml': 'timezone: Europe/Vienna\n',
  'releases/x.md': 'no release\n',
};

/** What a run that reads these files takes facts to depend on. */
function keyOf(root: string, ...paths: string[]): string | undefined {
  const witness = new Witness();
  const source = witness.beside(diskFiles(root), (path) => !path.startsWith('releases/'));
  for (const path of paths) source.read(path, 1_000_000);
  return factsKey(witness);
}

describe('what facts depend on', () => {
  it('is the vocabulary and the settings, and no release', () => {
    const root = scratchFolder(files);
    const key = keyOf(root, 'taxonomy.yaml', 'press.yaml');
    writeFileSync(join(root, 'releases/x.md'), 'another\n');
    expect(keyOf(root, 'press.yaml', 'releases/x.md', 'taxonomy.yaml')).toBe(key);
    expect(keyOf(root, 'taxonomy.yaml')).not.toBe(key);
    writeFileSync(join(root, 'press.yaml'), 'timezone: Asia/Bishkek\n');
    expect(keyOf(root, 'taxonomy.yaml', 'press.yaml')).not.toBe(key);
  });

  it('is unknown where a file was another one when it was read again', () => {
    const root = scratchFolder(files);
    const witness = new Witness();
    const source = witness.beside(diskFiles(root), () => true);
    source.read('press.yaml', 1_000);
    source.read('press.yaml', 1_000);
    expect(factsKey(witness)).toBeDefined();
    writeFileSync(join(root, 'press.yaml'), '{}\n');
    source.read('press.yaml', 1_000);
    expect(factsKey(witness)).toBeUndefined();
  });
});

describe('the memory of a repository', () => {
  it('is there for the files of a folder as they are, and for no others', async () => {
    const root = scratchFolder(files);
    const repository = await openRepository(root);
    expect(repository.memory()).toBeDefined();
    expect(repository.withTexts(new Map()).memory()).toBeUndefined();
    expect((await openRepositoryOn(root, diskFiles(root))).memory()).toBeUndefined();
    expect((await repositoryInMemory(files)).memory()).toBeUndefined();
  });

  it('reads the files that it meets as the repository does', async () => {
    const repository = await openRepository(
      scratchFolder({ ...files, 'releases/y.md/z': '', 'releases/z.markdown': '' }),
    );
    const memory = repository.memory();
    const read = [...(memory?.survey() ?? [])].map((file) => memory!.read(file));
    const plain = ({ path, text, faults }: (typeof read)[number]): unknown => [path, text, faults];
    expect(read.map(plain)).toEqual([...repository.manuscripts()].map(plain));
    expect(read).toHaveLength(3);
  });
});
