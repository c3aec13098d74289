import { cpSync, mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { samplePath, sampleRelease } from '../../src/model/sample-release.ts';
import { packageFolder } from '../../src/repository/package-folder.ts';
import { contentOf, scratchFolder } from '../support/scratch-folder.ts';
import { press, type Outcome } from '../support/world.ts';

const base = { allOf: [{ $ref: '../release.schema.json' }] };

/** A repository with schemas of its own, and one release of the type that they are about. */
function repository(files: Readonly<Record<string, string>>, release: Readonly<Record<string, string>> = {}): string {
  const folder = scratchFolder({ [samplePath]: sampleRelease({ type: 'briefing', ...release }) });
  cpSync(join(packageFolder, 'taxonomy.yaml'), join(folder, 'taxonomy.yaml'));
  cpSync(join(packageFolder, 'schemas'), join(folder, 'schemas'), { recursive: true });
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, 'schemas', path)), { recursive: true });
    writeFileSync(join(folder, 'schemas', path), text);
  }
  return folder;
}

const briefing = 'types/briefing.schema.json';
const own = (schema: object): Record<string, string> => ({ [briefing]: JSON.stringify({ ...base, ...schema }) });

describe("a newsroom's own type", () => {
  it('has properties of its own, which are no unknown keys and go out with the rest', async () => {
    const folder = repository(
      own({
        required: ['room'],
        properties: {
          room: { type: 'string', pattern: '^[A-Z][0-9]+$' },
          seats: { type: 'integer' },
          codes: { type: 'array', items: { type: 'string' } },
        },
      }),
      {
        room: 'A12',
        seats: '40',
        codes: '["007", "NO"]',
      },
    );
    expect(await press(['validate'], { cwd: folder })).toEqual({
      status: 0,
      out: '1 release, nothing wrong.\n',
      err: '',
    });
    expect(JSON.parse((await press(['list', '--type', 'briefing', '-f', 'json'], { cwd: folder })).out)).toMatchObject([
      { type: 'briefing', room: 'A12', seats: 40, codes: ['007', 'NO'] },
    ]);
  });

  it.each([
    [{ seats: 'many' }, '9:8: error: «seats» must be a whole number, not «many».', ''],
    [{ seats: '4', floor: '3' }, '10:1: error: «floor» is no key that press knows here.', 'public'],
    [{}, '1:1: error: The key «seats» is missing.', ''],
  ])('judges %j', async (keys, told, isListed) => {
    const folder = repository(own({ required: ['seats'], properties: { seats: { type: 'integer' } } }), keys);
    const { out, status } = await press(['validate', '--format', 'line'], { cwd: folder });
    expect(out).toContain(`${samplePath}:${told}`);
    expect(status).toBe(1);
    expect((await press(['list'], { cwd: folder })).out === '').toBe(isListed === '');
  });
});

describe('a schema that cannot be used ends the run in a sentence with its name', () => {
  it.each<[string, string, string]>([
    ['no JSON', '{"type": "object",\n}', 'schemas/types/briefing.schema.json:2:1 is no JSON: '],
    ['nothing', '', 'schemas/types/briefing.schema.json is no JSON: '],
    ['no object', '[]', 'schemas/types/briefing.schema.json is no JSON object.'],
    [
      'another dialect',
      '{"$schema": "http://json-schema.org/draft-07/schema#"}',
      'its $schema is «http://json-schema.org/draft-07/schema#»',
    ],
    ['no text for a dialect', '{"$schema": 7}', 'its $schema is «7»'],
    ['an unknown keyword', '{"properites": {}}', '«properites» is no keyword of JSON Schema'],
    [
      'an unknown keyword further in',
      '{"properties": {"a": {"maxLenght": 5}}}',
      '«maxLenght» is no keyword of JSON Schema',
    ],
    ['an unknown format', '{"type": "string", "format": "telephone"}', 'unknown format "telephone"'],
    ['an unknown type', '{"type": "strin"}', 'schemas/types/briefing.schema.json'],
    [
      'a reference to the web',
      '{"$ref": "https://example.org/release.json"}',
      "can't resolve reference https://example.org/release.json",
    ],
    ['a reference to a file', '{"$ref": "file:///etc/passwd"}', "can't resolve reference file:///etc/passwd"],
    ['a reference out of the folder', '{"$ref": "../../package.json"}', "can't resolve reference ../../package.json"],
    ['a reference to nothing', '{"$ref": "#/$defs/nothing"}', "can't resolve reference #/$defs/nothing"],
    [
      'a reference to another dialect',
      '{"$ref": "http://json-schema.org/draft-07/schema#"}',
      "can't resolve reference http://json-schema.org/draft-07/schema#",
    ],
    ['itself without end', '{"$ref": "#"}', 'it is nested too deeply, or refers to itself without end'],
    ['an answer that is a promise', '{"$async": true}', 'it has the keyword $async'],
    [
      'a look ahead',
      '{"type": "string", "pattern": "^(?=a)"}',
      'the pattern «^(?=a)» is not understood; look-around and back-references are not allowed',
    ],
    ['a look behind', '{"patternProperties": {"(?<!a)b": {}}}', 'the pattern «(?<!a)b» is not understood'],
    ['a back-reference', '{"type": "string", "pattern": "(a)\\\\1"}', 'the pattern «(a)\\1» is not understood'],
    ['a pattern that is none', '{"type": "string", "pattern": "("}', 'the pattern «(» is not understood'],
    [
      'a pattern that is too long',
      JSON.stringify({ type: 'string', pattern: 'a'.repeat(1001) }),
      'a pattern has 1001 characters; the limit is 1000',
    ],
    [
      'the name of another',
      '{"$id": "release.schema.json"}',
      'schema with key or id "release.schema.json" already exists',
    ],
    [
      'more than a file may hold',
      `{"description": "${'x'.repeat(1024 * 1024)}"}`,
      'schemas/types/briefing.schema.json has 1048595 bytes; the limit is 1048576 (1 MiB).',
    ],
  ])('%s', async (_, text, sentence) => {
    const folder = repository({ [briefing]: text });
    const before = contentOf(folder);
    for (const command of [['list'], ['validate']]) {
      const { status, out, err } = await press(command, { cwd: folder });
      expect(err).toContain('schemas/types/briefing.schema.json');
      expect(err).toContain(sentence);
      expect(err).toMatch(/^press: .*\n {2}.*\n$/);
      expect([status, out]).toEqual([2, '']);
    }
    expect(contentOf(folder)).toEqual(before);
  });

  it('that grows without end while it judges', async () => {
    const level = (n: number): object => ({ allOf: [{ $ref: `#/$defs/d${n + 1}` }, { $ref: `#/$defs/d${n + 1}` }] });
    const $defs = {
      ...Object.fromEntries(Array.from({ length: 40 }, (_, n) => [`d${n}`, level(n)])),
      d40: { type: 'object' },
    };
    const folder = repository({ [briefing]: JSON.stringify({ $ref: '#/$defs/d0', $defs }) });
    const { status, err } = await press(['list'], { cwd: folder });
    expect(err).toContain('schemas/types/briefing.schema.json cannot be used: it takes too long');
    expect(status).toBe(2);
  });

  it('in any other place: the base, a folder for a file, a link', async () => {
    expect((await press(['list'], { cwd: repository({ 'release.schema.json': '{' }) })).err).toContain(
      'schemas/release.schema.json:1:2 is no JSON',
    );
    expect((await press(['list'], { cwd: repository({ 'taxonomy.schema.json': '{"foo": 1}' }) })).err).toContain(
      'schemas/taxonomy.schema.json',
    );
    expect((await press(['list'], { cwd: repository({ 'types/x.schema.json/y': '' }) })).err).toContain(
      'schemas/types/x.schema.json is a folder.',
    );
    const folder = scratchFolder({ 'elsewhere/types/a.schema.json': '{}' });
    cpSync(join(packageFolder, 'taxonomy.yaml'), join(folder, 'taxonomy.yaml'));
    symlinkSync('elsewhere', join(folder, 'schemas'));
    expect(await press(['list'], { cwd: folder })).toMatchObject({
      status: 2,
      err: 'press: «schemas» is no folder.\n  Put the schemas there in a folder, not behind a link.\n',
    });
  });

  it('but not a byte-order mark, or a pattern that would keep others busy', async () => {
    const fast = async (files: Record<string, string>, keys: Record<string, string> = {}): Promise<Outcome> =>
      press(['validate', '--format', 'line'], { cwd: repository(files, keys) });
    expect(await fast({ [briefing]: `\uFEFF${JSON.stringify(base)}` })).toMatchObject({ status: 0 });
    const catastrophic = own({ properties: { code: { type: 'string', pattern: '^([a-z]+)*$' } } });
    expect((await fast(catastrophic, { code: `${'a'.repeat(20_000)}!` })).out).toContain(
      'is not a value that «code» takes.',
    );
  });
});
