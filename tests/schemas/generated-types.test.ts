import { execFile } from 'node:child_process';
import { cp, mkdtemp, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { afterEach, beforeEach, describe, expect, expectTypeOf, it } from 'vitest';
import type { ReleaseFrontMatter } from '../../src/model/generated/release-front-matter.ts';
import type { SettingsFile } from '../../src/model/generated/settings-file.ts';
import type { TaxonomyFile, TermEntry } from '../../src/model/generated/taxonomy-file.ts';
import { projectUrl } from './shipped-schemas.ts';

const run = promisify(execFile);
const project = fileURLToPath(projectUrl);

function generate(root: string, ...options: string[]): Promise<{ stdout: string; stderr: string }> {
  return run(process.execPath, [join(root, 'scripts/generate-types.js'), ...options]);
}

describe('src/model/generated', () => {
  it('is what the schemas say today', async () => {
    await expect(generate(project, '--check')).resolves.toMatchObject({ stderr: '' });
  });

  it('has the types that readers of the files need', () => {
    expectTypeOf<ReleaseFrontMatter['status']>().toEqualTypeOf<
      'draft' | 'approved' | 'published' | 'hold' | 'withdrawn'
    >();
    expectTypeOf<ReleaseFrontMatter['place']>().toEqualTypeOf<string | string[] | undefined>();
    expectTypeOf<TaxonomyFile['facets'][string]['terms'][string]>().toEqualTypeOf<TermEntry>();
    expectTypeOf<NonNullable<TermEntry['narrower']>[string]>().toEqualTypeOf<TermEntry>();
    expectTypeOf<keyof SettingsFile>().toEqualTypeOf<
      | 'publisher'
      | 'baseUrl'
      | 'timezone'
      | 'language'
      | 'releases'
      | 'permalink'
      | 'hub'
      | 'genreCode'
      | 'rules'
      | 'codeLists'
      | 'boilerplates'
      | 'feeds'
    >();
  });
});

describe('scripts/generate-types.js', () => {
  const settings = 'src/model/generated/settings-file.ts';
  let root: string;

  beforeEach(async () => {
    root = await mkdtemp(join(tmpdir(), 'generate-types-'));
    for (const part of ['scripts/generate-types.js', 'schemas', 'package.json']) {
      await cp(join(project, part), join(root, part), { recursive: true });
    }
    await symlink(join(project, 'node_modules'), join(root, 'node_modules'), 'junction');
  });

  afterEach(() => rm(root, { recursive: true, force: true }));

  it('writes every file, the same each time', async () => {
    await generate(root);
    for (const name of ['release-front-matter', 'taxonomy-file', 'settings-file']) {
      const path = `src/model/generated/${name}.ts`;
      expect(await readFile(join(root, path), 'utf8')).toBe(await readFile(join(project, path), 'utf8'));
    }
  });

  it('with --check names a stale file, exits with 1 and leaves the file alone', async () => {
    await generate(root);
    const schema = join(root, 'schemas/press.schema.json');
    const before = await readFile(join(root, settings), 'utf8');
    await writeFile(schema, (await readFile(schema, 'utf8')).replace('"baseUrl"', '"siteUrl"'));
    await expect(generate(root, '--check')).rejects.toMatchObject({
      code: 1,
      stderr: expect.stringContaining(settings),
    });
    expect(await readFile(join(root, settings), 'utf8')).toBe(before);
    await generate(root);
    expect(await readFile(join(root, settings), 'utf8')).toContain('siteUrl?: string;');
    await expect(generate(root, '--check')).resolves.toMatchObject({ stderr: '' });
  });

  it('with --check names missing files', async () => {
    await expect(generate(root, '--check')).rejects.toMatchObject({
      code: 1,
      stderr: expect.stringContaining('taxonomy-file.ts'),
    });
  });
});
