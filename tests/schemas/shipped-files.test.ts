import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { errorsOf, projectUrl, told } from './shipped-schemas.ts';

function read(name: string): string {
  return readFileSync(new URL(name, projectUrl), 'utf8');
}

/** YAML 1.2 core: dates stay text. */
function data(yaml: string): unknown {
  return parse(yaml, { version: '1.2', schema: 'core' });
}

const releases = readdirSync(fileURLToPath(new URL('releases', projectUrl)), { recursive: true, encoding: 'utf8' })
  .map((name) => name.replaceAll('\\', '/'))
  .filter((name) => /^\d{4}\/.*\.md$/.test(name));

describe('the files that come with the project', () => {
  it.each(['taxonomy', 'press'])('%s.yaml obeys its schema', (name) => {
    expect(told(errorsOf(`${name}.schema.json`, data(read(`${name}.yaml`))))).toEqual([]);
  });

  it('has releases to look at', () => {
    expect(releases.length).toBeGreaterThan(20);
  });

  it.each(releases)('releases/%s obeys the schema of its type', (name) => {
    const [, frontMatter = ''] = read(`releases/${name}`).split(/^---\r?\n/m);
    const release = data(frontMatter) as { type?: string };
    expect(told(errorsOf(`types/${release.type ?? 'press-release'}.schema.json`, release))).toEqual([]);
  });
});
