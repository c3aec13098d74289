import { cpSync, symlinkSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import type { ChangeSet } from '../../src/model/change-set.ts';
import { makeRelease } from '../../src/model/make-release.ts';
import type { Manuscript } from '../../src/model/manuscript.ts';
import type { Repository } from '../../src/model/repository.ts';
import { sampleRelease } from '../../src/model/sample-release.ts';
import { repositoryInMemory } from '../../src/repository/in-memory.ts';
import { openRepository } from '../../src/repository/open.ts';
import { packageFolder } from '../../src/repository/package-folder.ts';
import { contentOf, scratchFolder } from '../support/scratch-folder.ts';

const taxonomy =
  'version: 1\nfacets:\n  field: {property: fields, multiple: true, terms: {elections: {label: Elections}, education: {label: Education}}}\n  source: {property: source, terms: {baku: {label: Baku}}}\n';
const files = {
  'taxonomy.yaml': taxonomy,
  'press.yaml': 'timezone: Asia/Baku\nreleases: news\n',
  'news/2009/a.md': sampleRelease(),
  'news/b.md': sampleRelease({ id: 'b', seats: '040' }),
  'news/README.md': 'x',
  'news/x.txt': 'x',
};

const told = ({ path, faults }: Manuscript): string =>
  `${path}: ${faults.map(({ rule, message }) => `${rule}, ${message}`).join(' ')}`;

describe.each([
  ['a folder', async (): Promise<Repository> => openRepository(scratchFolder(files))],
  ['memory', async (): Promise<Repository> => repositoryInMemory(files)],
])('a repository in %s', (_, open) => {
  let repository: Repository;

  beforeEach(async () => {
    repository = await open();
  });

  const apply = async (changes: ChangeSet): Promise<void> =>
    repository.whileLocked('press test', () => repository.apply(changes));

  it('has settings, a vocabulary, and the types of the shipped schemas', () => {
    expect(repository.settings).toMatchObject({ timezone: 'Asia/Baku', releases: 'news' });
    expect([...repository.taxonomy.facets.keys()]).toEqual(['field', 'source']);
    expect([...repository.releaseTypes()].sort()).toContain('statement');
    expect(repository.releaseSchema('nowhere')).toBeUndefined();
  });

  it('gives its releases in the order of their paths', () => {
    const manuscripts = [...repository.manuscripts()];
    expect(manuscripts.map(told)).toEqual(['news/2009/a.md: ', 'news/b.md: ']);
    expect(makeRelease(manuscripts[0]!, repository)).toMatchObject({
      id: '2009-11-16-observer-course',
      terms: new Map([
        ['fields', ['elections', 'education']],
        ['source', ['baku']],
      ]),
    });
    expect(manuscripts[1]?.data?.['seats']).toBe('040');
  });

  it('gives the releases that are asked for, and says what is not there', () => {
    expect([...repository.manuscripts(['news/b.md', 'news/nothing.md'])].map(told)).toEqual([
      'news/b.md: ',
      'news/nothing.md: file-kind, The file does not exist.',
    ]);
  });

  it('reads a text as if it were a file, and files as they are', () => {
    expect(repository.manuscriptFrom('news/new.md', Buffer.from(sampleRelease({ id: '0042' }))).data?.['id']).toBe(
      '0042',
    );
    expect(repository.fileAt('press.yaml')).toEqual({
      text: files['press.yaml'],
      digest: expect.stringMatching(/^[0-9a-f]{64}$/) as string,
    });
    for (const path of ['nothing', 'news', 'press.yaml/x']) expect(repository.fileAt(path), path).toBeUndefined();
    expect(['news', 'news/2009', 'press.yaml', 'nothing'].map((path) => repository.exists(path))).toEqual([
      true,
      true,
      true,
      false,
    ]);
  });

  it('makes and changes files, all or none of them', async () => {
    const { digest } = repository.fileAt('press.yaml')!;
    await apply({
      purpose: 'test',
      changes: [
        { kind: 'create', path: 'news/new.md', text: sampleRelease({ id: 'new' }) },
        {
          kind: 'edit',
          path: 'press.yaml',
          digest,
          edits: [
            { start: 0, end: 8, text: '# zone\ntimezone' },
            { start: 10, end: 19, text: 'UTC' },
          ],
        },
      ],
    });
    expect(repository.fileAt('press.yaml')?.text).toBe('# zone\ntimezone: UTC\nreleases: news\n');
    expect([...repository.manuscripts()].map(({ path }) => path)).toContain('news/new.md');
    await expect(
      apply({
        purpose: 'test',
        changes: [
          { kind: 'create', path: 'news/c.md', text: 'x' },
          { kind: 'create', path: 'news/b.md', text: 'x' },
        ],
      }),
    ).rejects.toThrow(expect.objectContaining({ code: 'already-there' }));
    expect(repository.exists('news/c.md')).toBe(false);
  });

  it('moves a release to a name that is free, edited on the way', async () => {
    const moved = {
      kind: 'move',
      path: 'news/b.md',
      digest: repository.digestOfText(files['news/b.md']),
      edits: [],
    } as const;
    for (const to of ['news/2009/a.md', 'news/b.md'])
      await expect(apply({ purpose: 'test', changes: [{ ...moved, to }] })).rejects.toThrow(
        expect.objectContaining({ code: 'already-there' }),
      );
    await expect(apply({ purpose: 'test', changes: [{ ...moved, digest: '0', to: 'news/x/b.md' }] })).rejects.toThrow(
      expect.objectContaining({ code: 'changed-meanwhile' }),
    );
    await apply({
      purpose: 'test',
      changes: [{ ...moved, to: 'news/x/b.md', edits: [{ start: 0, end: 0, text: '!' }] }],
    });
    expect(repository.exists('news/b.md')).toBe(false);
    expect(repository.fileAt('news/x/b.md')?.text).toBe(`!${files['news/b.md']}`);
  });

  it('composes a release that reads back', () => {
    const text = repository.compose(
      [
        ['id', 'x'],
        ['title', 'NO: 12:30'],
      ],
      'Body.\n',
    );
    expect(repository.manuscriptFrom('x.md', Buffer.from(text)).data).toMatchObject({ id: 'x', title: 'NO: 12:30' });
  });

  it('lends itself to one at a time', async () => {
    expect(await repository.whileLocked('test', () => 5)).toBe(5);
  });
});

describe('a folder as a repository', () => {
  it('is changed only while it is locked', async () => {
    const root = scratchFolder(files);
    const changes: ChangeSet = { purpose: 'test', changes: [{ kind: 'create', path: 'news/c.md', text: 'x' }] };
    const repository = await openRepository(root);
    expect(() => repository.apply(changes)).toThrow('while the repository is locked');
    expect(repository.exists('news/c.md')).toBe(false);
  });

  it('is opened also through a link, and by its real path then', async () => {
    const root = scratchFolder(files);
    const around = scratchFolder();
    symlinkSync(root, join(around, 'link'));
    expect((await openRepository(join(around, 'link'))).root).toBe(root);
  });

  it('reads nothing before it is asked for', async () => {
    const root = scratchFolder({ 'taxonomy.yaml': ']', 'press.yaml': '[' });
    const repository = await openRepository(root);
    expect(() => repository.taxonomy).toThrow(expect.objectContaining({ code: 'broken-taxonomy' }));
    expect(() => repository.settings).toThrow(expect.objectContaining({ code: 'broken-settings' }));
    await expect(repositoryInMemory({ 'taxonomy.yaml': ']' })).rejects.toMatchObject({ code: 'broken-taxonomy' });
  });

  it('tells of every file that it cannot read, and what to do', async () => {
    const root = scratchFolder({ ...files, 'news/folder.md/x': '', 'news/big.md': '' });
    truncateSync(join(root, 'news/big.md'), 10 * 1024 * 1024 + 1);
    symlinkSync('b.md', join(root, 'news/link.md'));
    writeFileSync(join(root, 'news/utf16.md'), Buffer.from(`\uFEFF${sampleRelease()}`, 'utf16le'));
    const manuscripts = [...(await openRepository(root)).manuscripts()].filter(({ faults }) => faults.length > 0);
    expect(manuscripts.map(told)).toEqual([
      'news/big.md: size-limit, The file has 10485761 bytes; the limit is 10485760 (10 MiB).',
      'news/folder.md: file-kind, This has the name of a release, but it is no file with text in it: a folder, a device or the like.',
      'news/link.md: file-kind, This is a link, and press does not follow links.',
      'news/utf16.md: encoding, The file is UTF-16, not UTF-8.',
    ]);
    for (const { faults } of manuscripts) expect(faults[0]?.hint).toMatch(/\.$/);
  });

  it('is not changed by being read', async () => {
    const root = scratchFolder(files);
    cpSync(join(packageFolder, 'schemas'), join(root, 'schemas'), { recursive: true });
    const before = contentOf(root);
    const repository = await openRepository(root);
    expect([...repository.manuscripts()]).toHaveLength(2);
    expect(contentOf(root)).toEqual(before);
  });
});
