import { readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { contentOf, scratchFolder } from '../support/scratch-folder.ts';
import { press } from '../support/world.ts';
import { shippedTaxonomy as osce } from '../support/shipped-taxonomy.ts';

const own = 'version: 1\r\nfacets:\r\n  topic: {property: topics, terms: {water: {label: Water}}}\r\n';

describe('a new repository', () => {
  it.each([[[]], [['--taxonomy', 'minimal']], [['--taxonomy', 'osce']]])(
    'made with %j is sound from the first minute',
    async (options) => {
      const cwd = scratchFolder();
      const made = await press(['init', 'newsroom', ...options], { cwd });
      const folder = join(cwd, 'newsroom');
      expect(made.status).toBe(0);
      expect(
        made.out
          .split('\n')
          .filter((line) => line !== '')
          .sort(),
      ).toEqual(
        Object.keys(contentOf(folder))
          .filter((path) => !path.endsWith('/') && !path.startsWith('.press'))
          .map((path) => `newsroom/${path}`),
      );
      expect(await press(['validate'], { cwd: folder })).toMatchObject({ status: 0 });
      expect(await press(['list'], { cwd: folder })).toMatchObject({ status: 0, out: '' });
      expect((await press(['list', '--include-unpublished'], { cwd: folder })).out).toContain('\tdraft\n');
      expect(contentOf(folder)['taxonomy.yaml'] === osce).toBe(options.includes('osce'));
    },
  );

  it('may have a vocabulary of one’s own, kept to the byte', async () => {
    for (const text of [own, `\uFEFF${own}`]) {
      const cwd = scratchFolder({ 'words.yaml': text });
      expect((await press(['init', '.', '--taxonomy', 'words.yaml'], { cwd })).status).toBe(0);
      expect(readFileSync(join(cwd, 'taxonomy.yaml'), 'utf8')).toBe(text);
      expect((await press(['taxonomy', 'list'], { cwd })).out).toBe('topic/water\tWater\n');
    }
  });

  it('is not made of a vocabulary that could not be used', async () => {
    const cwd = scratchFolder({
      'broken.yaml': 'version: 1\nfacets: 5\n',
      'big.yaml': `# ${'x'.repeat(1024 * 1024)}\n${own}`,
      'option.yaml': own.replace('topic', 'limit'),
    });
    writeFileSync(join(cwd, 'latin.yaml'), Buffer.from(`${own}# Caf\u00e9\n`, 'latin1'));
    symlinkSync('broken.yaml', join(cwd, 'link.yaml'));
    const said = async (name: string): Promise<string> => {
      const before = contentOf(cwd);
      const { status, out, err } = await press(['init', 'new', '--taxonomy', name], { cwd });
      expect([status, out]).toEqual([2, '']);
      expect(contentOf(cwd)).toEqual(before);
      return err.split('\n')[0] ?? '';
    };
    expect(await said('broken.yaml')).toBe(
      'press: «broken.yaml» cannot be the vocabulary. taxonomy.yaml:2:9: «facets» must be a group of «key: value» lines, not «5».',
    );
    expect(await said('option.yaml')).toContain('A facet cannot be called «limit»');
    expect(await said('big.yaml')).toMatch(
      /^press: «big\.yaml» cannot be the vocabulary\. It has \d+ bytes; the limit is 1048576 \(1 MiB\)\./,
    );
    expect(await said('latin.yaml')).toBe('press: «latin.yaml» is not UTF-8 text.');
    expect(await said('link.yaml')).toContain('«link.yaml» is a link');
    expect(await said('oscee')).toContain('«oscee»');
  });

  it('overwrites nothing, and says what it kept', async () => {
    const cwd = scratchFolder({ 'press.yaml': '# mine\n', 'taxonomy.yaml': own });
    const { out, err } = await press(['init'], { cwd });
    expect(contentOf(cwd)).toMatchObject({ 'press.yaml': '# mine\n', 'taxonomy.yaml': own });
    expect(out).not.toContain('press.yaml\n');
    expect(err).toContain('Kept as they are: taxonomy.yaml, press.yaml.');
    const again = await press(['init'], { cwd });
    expect(again).toMatchObject({ status: 0, out: '', err: expect.stringContaining('nothing was made') as string });
  });

  it('is only listed when one looks first', async () => {
    const cwd = scratchFolder();
    const looked = await press(['init', 'new', '-n'], { cwd });
    expect(contentOf(cwd)).toEqual({});
    expect((await press(['init', 'new'], { cwd })).out).toBe(looked.out);
  });

  it('cannot stand where a file is', async () => {
    const cwd = scratchFolder({ file: '' });
    for (const folder of ['file', 'file/below']) {
      const { status, err } = await press(['init', folder], { cwd });
      expect([status, err.split('\n')[0]]).toEqual([
        2,
        `press: «${join(cwd, folder)}» is a file, or lies below one: no repository can be made there.`,
      ]);
    }
  });
});
