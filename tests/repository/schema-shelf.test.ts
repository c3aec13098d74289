import { cpSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import type { FrontMatter } from '../../src/model/manuscript.ts';
import { compileSchemas } from '../../src/repository/compile-schemas.ts';
import { isShipped, judges as shippedJudges } from '../../src/repository/generated/shipped-judges.js';
import { packageFolder } from '../../src/repository/package-folder.ts';
import { readManuscript } from '../../src/repository/read-manuscript.ts';
import { diskFiles } from '../../src/repository/file-source.ts';
import { readSchemaFiles } from '../../src/repository/schema-files.ts';
import type { JsonSchema } from '../../src/repository/schema-lookup.ts';
import { openRepository } from '../../src/repository/open.ts';
import { openSchemaShelf, SchemaShelf } from '../../src/repository/schema-shelf.ts';
import type { Judges, RawViolation } from '../../src/repository/schema-violations.ts';
import { scratchFolder } from '../support/scratch-folder.ts';
import { reservedProperties } from '../../src/model/reserved-names.ts';

const texts = readSchemaFiles(diskFiles(packageFolder));
const schemas = new Map([...texts].map(([name, text]) => [name, JSON.parse(text) as JsonSchema]));
const names = [...texts.keys()];

const releases = readdirSync(join(packageFolder, 'releases'), { recursive: true, encoding: 'utf8' })
  .filter((name) => /^\d{4}.*\.md$/.test(name))
  .map(
    (name) =>
      readManuscript(name, readFileSync(join(packageFolder, 'releases', name)), () => undefined).data as Record<
        string,
        unknown
      >,
  );

const bare = (data: object): FrontMatter => Object.assign(Object.create(null) as object, data) as FrontMatter;

describe('the judges that were made from the shipped schemas', () => {
  let compiled: Judges;

  beforeAll(() => {
    compiled = compileSchemas(schemas, texts);
  });

  /** What both find, for every schema; the order of what they find is of no account. */
  function verdicts(data: unknown): { readonly made: string[]; readonly fresh: string[] } {
    const told = (raw: readonly RawViolation[]): string[] =>
      raw.map(({ instancePath, keyword, params }) => `${instancePath} ${keyword} ${JSON.stringify(params)}`).sort();
    const both = { made: [] as string[], fresh: [] as string[] };
    for (const name of names) {
      const judge = shippedJudges[name]!;
      both.made.push(name, ...told(judge(data) ? [] : (judge.errors ?? [])));
      both.fresh.push(name, ...told(compiled(name)?.(data) ?? ['no judge' as never]));
    }
    return both;
  }

  it('are there for every schema, as it stands', () => {
    for (const [name, text] of texts) expect(isShipped(name, text), name).toBe(true);
    expect(Object.keys(shippedJudges).sort()).toEqual([...names].sort());
  });

  it('are known by every letter of the schema', () => {
    for (const [name, text] of texts) {
      const changed = [0, 1, 100, text.length - 1].flatMap((at) => [
        `${text.slice(0, at)}${text.slice(at + 1)}`,
        `${text.slice(0, at)} ${text.slice(at)}`,
        `${text.slice(0, at)}${text[at] === 'x' ? 'y' : 'x'}${text.slice(at + 1)}`,
        `${text.slice(0, at)}${text[at + 1] ?? ''}${text[at] ?? ''}${text.slice(at + 2)}`,
      ]);
      for (const other of changed) expect(isShipped(name, other)).toBe(other === text);
    }
    expect(isShipped('toString', '')).toBe(false);
  });

  it('agree with schemas compiled now, on every shipped release', () => {
    expect(releases.length).toBeGreaterThan(30);
    for (const data of releases) {
      const { made, fresh } = verdicts(data);
      expect(made).toEqual(fresh);
    }
  });

  const junk = fc.oneof(
    fc.constantFrom<unknown>(
      null,
      '',
      ' ',
      0,
      1,
      true,
      [],
      {},
      'x'.repeat(301),
      'draft',
      '2009-11-16',
      '2009-11-16T00:00:00Z',
      'en_GB',
      'a\nb',
      'a\u2028b',
      '-a',
      'A',
      [1, 1],
      [''],
      { date: 'x' },
      'https://example.org',
      '\uD800',
    ),
    fc.string({ unit: 'binary', maxLength: 20 }),
    fc.anything({ withNullPrototype: true, maxDepth: 2 }),
  );
  const keys = fc.oneof(fc.constantFrom(...reservedProperties, 'toString', 'extra'), fc.string({ maxLength: 6 }));
  const mutated = fc
    .tuple(
      fc.constantFrom(...releases),
      fc.array(fc.tuple(keys, junk), { maxLength: 4 }),
      fc.array(keys, { maxLength: 2 }),
    )
    .map(([data, changes, gone]) => {
      const changed = Object.fromEntries(
        [...Object.entries(data), ...changes].filter(([key]) => !gone.includes(key) && key !== '__proto__'),
      );
      return bare(changed);
    });

  it('agree with schemas compiled now, on two thousand that somebody has spoilt', () => {
    fc.assert(
      fc.property(mutated, (data) => {
        const { made, fresh } = verdicts(data);
        expect(made).toEqual(fresh);
      }),
      { numRuns: 2000 },
    );
  });

  it('are set aside as soon as a schema differs by a letter, and only then', async () => {
    const folder = scratchFolder();
    cpSync(join(packageFolder, 'schemas'), join(folder, 'schemas'), { recursive: true });
    const sample = bare({ id: 'a', title: 'T', date: '2009-11-16', status: 'published', extra: 5 });
    const violations = async (files: Record<string, string>): Promise<unknown> => {
      const root = scratchFolder(files);
      return (await openSchemaShelf(diskFiles(root))).release('press-release')?.check(sample);
    };
    const own = texts.get('types/press-release.schema.json')!;
    expect(await violations({})).toEqual([]);
    expect(await violations({ 'schemas/types/press-release.schema.json': own.replaceAll('\n', '\r\n') })).toEqual([]);
    expect(
      await violations({
        'schemas/types/press-release.schema.json': own.replace(
          '"properties": {',
          '"properties": {"extra": {"type": "string"},',
        ),
      }),
    ).toMatchObject([{ path: ['extra'], keyword: 'type' }]);
  });
});

describe('a shelf of schemas', () => {
  const shelfOf = (more: Record<string, JsonSchema>): SchemaShelf => {
    const all = new Map([...schemas, ...Object.entries(more)]);
    return new SchemaShelf(all, compileSchemas(all, new Map()));
  };
  const base = { allOf: [{ $ref: '../release.schema.json' }] };
  const checked = (own: JsonSchema, data: object): unknown[] => [
    ...(shelfOf({ 'types/own.schema.json': { ...base, ...own } })
      .release('own')
      ?.check(bare({ id: 'a', title: 'T', status: 'draft', ...data })) ?? ['no schema']),
  ];

  it('has the types by the names of their files, and none that every object has', async () => {
    const shelf = await openSchemaShelf(diskFiles(packageFolder));
    expect([...shelf.types].sort()).toEqual([
      'daily-report',
      'media-advisory',
      'press-release',
      'spot-report',
      'statement',
    ]);
    for (const type of ['nowhere', 'toString', '__proto__', 'constructor', '', '../release'])
      expect(shelf.release(type), type).toBeUndefined();
    expect(shelf.fileOf('statement')).toBe('types/statement.schema.json');
    expect(shelf.fileOf('nowhere')).toBe('release.schema.json');
  });

  it('takes the base for the usual type where a repository has only others', () => {
    const all = new Map([
      ['release.schema.json', schemas.get('release.schema.json')!],
      ['types/own.schema.json', base as JsonSchema],
    ]);
    const shelf = new SchemaShelf(all, compileSchemas(all, new Map()));
    expect(shelf.release('press-release')?.check(bare({ id: 'a', title: 'T', status: 'draft' }))).toEqual([]);
    expect(shelf.release('statement')).toBeUndefined();
  });

  it('knows the properties of a type and of all that it includes', () => {
    const own = shelfOf({
      'types/own.schema.json': { ...base, properties: { room: {} }, if: {}, then: { properties: { later: {} } } },
    }).release('own');
    expect(['room', 'title', 'later', 'toString'].map((name) => own?.properties.has(name))).toEqual([
      true,
      true,
      true,
      false,
    ]);
  });

  it('judges patterns each by itself', () => {
    const own = { properties: { a: { type: 'string', pattern: '^a$' }, b: { type: 'string', pattern: '^b$' } } };
    expect(checked(own, { a: 'a', b: 'b' })).toEqual([]);
    expect(checked(own, { a: 'b', b: 'a' })).toMatchObject([{ path: ['a'] }, { path: ['b'] }]);
  });

  it.each([
    ['^\\u00e9\\u{1F600}$', 'é😀', 'é'],
    ['^\\p{Script=Greek}+$', 'αβγ', 'abc'],
    ['^\\P{sc=Greek}+$', 'abc', 'αβγ'],
    ['^\\p{Lu}\\d+$', 'A1', 'a1'],
    ['^(?<year>[0-9]{4})$', '2009', '209'],
    ['\\\\u0041', '\\u0041', 'A'],
    ['^[^\\p{Cc}]*$', 'a b', 'a\tb'],
  ])('reads the pattern %s as ECMA-262 does', (pattern, good, bad) => {
    const own = { properties: { x: { type: 'string', pattern } } };
    expect(checked(own, { x: good })).toEqual([]);
    expect(checked(own, { x: bad })).toMatchObject([{ path: ['x'], keyword: 'pattern' }]);
  });

  it('runs a pattern that would run away in time that grows with the text', () => {
    const own = { properties: { x: { type: 'string', pattern: '^(a+)+$' } } };
    expect(checked(own, { x: `${'a'.repeat(30_000)}!` })).toMatchObject([{ keyword: 'pattern' }]);
    expect(checked(own, { x: 'a'.repeat(30_000) })).toEqual([]);
  });

  it('takes nothing from the prototype: what is required has to be there', () => {
    expect(checked({ required: ['toString'], properties: { toString: { type: 'string' } } }, {})).toMatchObject([
      { keyword: 'required', params: { missingProperty: 'toString' } },
    ]);
    expect(checked({ properties: { toString: { type: 'string' } } }, { toString: 5 })).toMatchObject([
      { path: ['toString'], keyword: 'type' },
    ]);
  });

  it('tells of each key that is not evaluated, and words what it tells', () => {
    const found = checked(
      {
        unevaluatedProperties: false,
        properties: { room: { title: 'Room', description: 'Where it is.', type: 'string' } },
      },
      { foo: 1, bar: 2, room: 3 },
    );
    expect(found).toMatchObject([
      { path: ['room'], title: 'Room', description: 'Where it is.' },
      { params: { unevaluatedProperty: 'foo' } },
      { params: { unevaluatedProperty: 'bar' } },
    ]);
    expect((found[1] as { known: string[] }).known).toContain('room');
  });

  it('tells a name of digits from the place in a list', () => {
    const own = {
      properties: {
        years: {
          type: 'object',
          additionalProperties: { type: 'object', required: ['n'], properties: { n: { type: 'integer' } } },
        },
        list: { type: 'array', items: { type: 'string' } },
      },
    };
    expect(checked(own, { years: { 2020: {}, 'a/b~c': { n: 'x' } }, list: ['a', 5] })).toMatchObject([
      { path: ['years', '2020'] },
      { path: ['years', 'a/b~c', 'n'] },
      { path: ['list', 1] },
    ]);
  });

  it('gives up on data that is wrong in a thousand places', () => {
    const own = { properties: { list: { type: 'array', items: { type: 'string' } } } };
    expect(checked(own, { list: Array.from({ length: 5000 }, () => 5) })).toHaveLength(1000);
  });

  it('answers about the same data once', () => {
    const schema = shelfOf({ 'types/own.schema.json': base }).release('own');
    const data = bare({ title: 5 });
    expect(schema?.check(data)).toBe(schema?.check(data));
  });
});

describe('the spelling of numbers', () => {
  const shelf = new SchemaShelf(
    new Map<string, JsonSchema>([
      [
        'types/x.schema.json',
        {
          allOf: [
            { $ref: '../base.schema.json#/$defs/common' },
            { $ref: '#/$defs/nothing' },
            { $ref: 'https://example.org/x' },
          ],
          properties: {
            text: { type: 'string' },
            count: { type: 'integer' },
            either: { type: ['string', 'number'] },
            flag: { type: 'boolean' },
            three: { const: 3 },
            few: { enum: ['a', 1] },
            list: { items: { type: 'number' } },
            rest: { additionalProperties: { type: 'integer' } },
            self: { $ref: '#' },
          },
        },
      ],
      [
        'base.schema.json',
        {
          $defs: {
            common: { anyOf: [{ properties: { inherited: { type: 'number' } } }], oneOf: [{ $ref: '#/$defs/common' }] },
          },
        },
      ],
    ]),
    () => undefined,
  );

  it.each([
    [['text'], '007'],
    [['unknown'], '007'],
    [['toString'], '007'],
    [['count'], undefined],
    [['either'], undefined],
    [['flag'], undefined],
    [['three'], undefined],
    [['few'], undefined],
    [['list', 0], undefined],
    [['list'], '007'],
    [['rest', '2020'], undefined],
    [['inherited'], undefined],
    [['self', 'self', 'count'], undefined],
    [['self', 'text'], '007'],
  ])('at %j', (path, expected) => {
    const given: string[] = [];
    shelf.untext('types/x.schema.json', [{ path, source: '007', set: (value) => given.push(value) }]);
    expect(given[0]).toBe(expected);
  });
});

describe('schemas of a house that say nothing', () => {
  it('leave numbers and switches what the shipped ones make of them', async () => {
    const empty = '{"$schema":"https://json-schema.org/draft/2020-12/schema"}';
    const names = ['taxonomy', 'press', 'release'].map((name) => [`schemas/${name}.schema.json`, empty]);
    const root = scratchFolder({
      ...Object.fromEntries(names),
      'taxonomy.yaml': 'version: 1\nfacets: {field: {property: fields, multiple: false, terms: {a: {label: A}}}}\n',
      'press.yaml': 'feeds: [{id: a, title: A, limit: 3}]\n',
    });
    const { taxonomy, settings } = await openRepository(root);
    expect([taxonomy.facets.get('field')?.multiple, settings.feeds[0]?.limit]).toEqual([false, 3]);
  });
});
