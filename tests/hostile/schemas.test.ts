/** Schemas that would run for ever, call home, or switch off what they are for. */
import { mkdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { release, withSchemas } from './newsroom.ts';
import { judgeRefusals, type Refusal } from './refusals.ts';

const dialect = 'https://json-schema.org/draft/2020-12/schema';

/** The schema of one type beside the shipped ones, and a release of that type. */
const type = (content: string | Uint8Array): Pick<Refusal, 'files' | 'prepare'> => ({
  files: {
    'releases/2009/2009-11-16-judged.md': release('judged', {
      keys: { type: 'judged' },
      more: `note: ${'a'.repeat(50)}!\n`,
    }),
  },
  prepare: (folder) => {
    withSchemas(folder);
    writeFileSync(join(folder, 'schemas/types/judged.schema.json'), content);
  },
});
const schema = (keywords: object): Pick<Refusal, 'files' | 'prepare'> =>
  type(
    JSON.stringify(
      { $schema: dialect, title: 'Judged', allOf: [{ $ref: '../release.schema.json' }], ...keywords },
      undefined,
      1,
    ),
  );
const note = (keywords: object): Pick<Refusal, 'files' | 'prepare'> => schema({ properties: { note: keywords } });
const judged = /schemas\/types\/judged\.schema\.json/;

const nested = (levels: number): string =>
  `{"$schema": "${dialect}", "title": "Judged", "properties": {"note": ${'{"not":'.repeat(levels)}{}${'}'.repeat(levels)}}}`;
const definitions = (levels: number): object =>
  Object.fromEntries(
    Array.from({ length: levels }, (_, i) => [
      `d${i}`,
      i === 0 ? { type: 'string' } : { allOf: Array.from({ length: 10 }, () => ({ $ref: `#/$defs/d${i - 1}` })) },
    ]),
  );
const onShelf = (prepare: (folder: string) => void): Pick<Refusal, 'prepare'> => ({
  prepare: (folder) => {
    withSchemas(folder);
    prepare(folder);
  },
});

/** Every key stays known, and may hold anything. */
function loosen(path: string): void {
  const { properties } = JSON.parse(readFileSync(path, 'utf8')) as { properties: object };
  const anything = Object.fromEntries(Object.keys(properties).map((key) => [key, {}]));
  writeFileSync(path, JSON.stringify({ $schema: dialect, title: 'Anything', type: 'object', properties: anything }));
}

function oddRelease(folder: string, word: string, more: string): void {
  writeFileSync(join(folder, `releases/2009/2009-11-16-${word}.md`), release(word, { more }));
}

judgeRefusals({
  kind: 'schemas',
  command: ['validate', '--no-cache'],
  cases: [
    { name: 'honest: a type of the house', ...note({ type: 'string' }) },
    { name: 'honest: a pattern', ...note({ type: 'string', pattern: '^a+!$' }) },
    { name: 'honest: a pattern that runs away elsewhere', ...note({ type: 'string', pattern: '^(a+)+!?$' }) },
    {
      name: 'honest: a pattern with scripts and code points',
      ...note({ type: 'string', pattern: '^[\\p{Script=Latin}\\u0021]+$' }),
    },
    {
      name: 'honest: a byte-order mark',
      ...type(
        `\uFEFF${JSON.stringify({ $schema: dialect, title: 'Judged', allOf: [{ $ref: '../release.schema.json' }], properties: { note: {} } })}`,
      ),
    },
    {
      name: 'honest: recursion that ends',
      ...schema({
        properties: { note: { $ref: '#/$defs/tree' } },
        $defs: { tree: { anyOf: [{ type: 'string' }, { type: 'array', items: { $ref: '#/$defs/tree' } }] } },
      }),
    },
    { name: 'is empty', ...type(''), says: judged, status: 2 },
    { name: 'is no JSON', ...type('{title: x}'), says: judged, status: 2 },
    { name: 'is cut off', ...type('{"$schema": "https:'), says: judged, status: 2 },
    { name: 'is a list', ...type('[]'), says: judged, status: 2 },
    { name: 'is a word', ...type('"x"'), says: judged, status: 2 },
    { name: 'is null', ...type('null'), says: judged, status: 2 },
    { name: 'is UTF-16', ...type(Buffer.from('{}', 'utf16le')), says: judged, status: 2 },
    { name: 'is Latin-1', ...type(Buffer.from('{"title": "\xe9t\xe9"}', 'latin1')), says: judged, status: 2 },
    { name: 'has more than a MiB', ...type(`{"title": "${'x'.repeat(1024 * 1024)}"}`), says: judged, status: 2 },
    {
      name: 'has brackets nested 100,000 deep',
      isAlone: true,
      ...type('{"a":'.repeat(100_000)),
      says: judged,
      status: 2,
    },
    { name: 'is nested 5,000 deep', isAlone: true, ...type(nested(5000)), says: judged, status: 2 },
    { name: 'looks around', ...note({ pattern: '^(?=a)a+$' }), says: /judged\.schema\.json.*look-around/, status: 2 },
    { name: 'looks behind', ...note({ pattern: '(?<!a)b' }), says: /judged\.schema\.json.*look-around/, status: 2 },
    {
      name: 'refers back',
      ...note({ pattern: '^(a+)\\1$' }),
      says: /judged\.schema\.json.*back-references/,
      status: 2,
    },
    { name: 'refers back by name', ...note({ pattern: '^(?<x>a+)\\k<x>$' }), says: /judged\.schema\.json/, status: 2 },
    { name: 'has a broken pattern', ...note({ pattern: '(((' }), says: /judged\.schema\.json/, status: 2 },
    { name: 'has a broken pattern of names', ...schema({ patternProperties: { '[': {} } }), says: judged, status: 2 },
    { name: 'looks around in names', ...schema({ patternProperties: { '^(?!x)': {} } }), says: judged, status: 2 },
    {
      name: 'has a pattern of 1,001 characters',
      ...note({ pattern: 'a'.repeat(1001) }),
      says: /judged\.schema\.json.*1000/,
      status: 2,
    },
    {
      name: 'counts to a million',
      isAlone: true,
      ...note({ pattern: '(a{1,1000}){1,1000}' }),
      says: judged,
      status: 2,
    },
    {
      name: 'has a pattern that runs away',
      isAlone: true,
      ...note({ type: 'string', pattern: '^(a+)+$' }),
      says: /judged\.md/,
      status: 1,
    },
    {
      name: 'has another one',
      isAlone: true,
      ...note({ type: 'string', pattern: '^(a|a)*$' }),
      says: /judged\.md/,
      status: 1,
    },
    { name: 'has a third', ...note({ type: 'string', pattern: '^([a-z]+)*[0-9]$' }), says: /judged\.md/, status: 1 },
    { name: 'calls home', ...note({ $ref: 'http://127.0.0.1:9/x.json' }), says: judged, status: 2 },
    { name: 'calls home by TLS', ...note({ $ref: 'https://example.org/x.json' }), says: judged, status: 2 },
    { name: 'opens a file', ...note({ $ref: 'file:///etc/passwd' }), says: judged, status: 2 },
    { name: 'climbs out', ...note({ $ref: '../../../../etc/passwd' }), says: judged, status: 2 },
    { name: 'climbs to the settings', ...note({ $ref: '../../press.yaml' }), says: judged, status: 2 },
    { name: 'refers to what is not there', ...note({ $ref: '#/$defs/nothing' }), says: judged, status: 2 },
    { name: 'refers to __proto__', ...note({ $ref: '#/__proto__' }), says: judged, status: 2 },
    { name: 'refers to a constructor', ...note({ $ref: '#/constructor/prototype' }), says: judged, status: 2 },
    { name: 'refers to itself and nothing else', ...note({ $ref: '#/properties/note' }), says: judged, status: 2 },
    {
      name: 'goes round in a circle',
      isAlone: true,
      ...schema({
        properties: { note: { $ref: '#/$defs/a' } },
        $defs: { a: { $ref: '#/$defs/b' }, b: { $ref: '#/$defs/a' } },
      }),
      says: judged,
      status: 2,
    },
    { name: 'refers to its own type', ...schema({ allOf: [{ $ref: 'judged.schema.json' }] }), says: judged, status: 2 },
    {
      name: 'refers ten times ten times',
      isAlone: true,
      ...schema({ properties: { note: { $ref: '#/$defs/d14' } }, $defs: definitions(15) }),
      says: judged,
      status: 2,
    },
    {
      name: 'is draft-07',
      ...type('{"$schema": "http://json-schema.org/draft-07/schema#"}'),
      says: /judged\.schema\.json.*\$schema/s,
      status: 2,
    },
    {
      name: 'is draft 2019-09',
      ...schema({ $schema: 'https://json-schema.org/draft/2019-09/schema' }),
      says: judged,
      status: 2,
    },
    { name: 'has a dialect of __proto__', ...schema({ $schema: '__proto__' }), says: judged, status: 2 },
    { name: 'has a dialect of a number', ...schema({ $schema: 5 }), says: judged, status: 2 },
    { name: 'has an id on the web', ...schema({ $id: 'https://evil.example/release.schema.json' }), says: judged },
    { name: 'takes the id of another', ...schema({ $id: 'release.schema.json' }), says: judged },
    { name: 'has an unknown keyword', ...note({ tpye: 'string' }), says: /judged\.schema\.json.*tpye/, status: 2 },
    {
      name: 'has a keyword of an Object',
      ...note({ toString: 'x' }),
      says: /judged\.schema\.json.*toString/,
      status: 2,
    },
    {
      name: 'has an unknown format',
      ...note({ type: 'string', format: 'datum' }),
      says: /judged\.schema\.json.*datum/,
      status: 2,
    },
    { name: 'has a format of an Object', ...note({ type: 'string', format: 'constructor' }), says: judged, status: 2 },
    { name: 'has a format of __proto__', ...note({ type: 'string', format: '__proto__' }), says: judged, status: 2 },
    { name: 'has an unknown type', ...note({ type: 'strnig' }), says: judged, status: 2 },
    {
      name: 'reads its bounds from the data',
      ...note({ type: 'string', const: { $data: '1/title' } }),
      says: /judged\.md|judged\.schema/,
    },
    { name: 'has $async', ...schema({ $async: true }), says: judged, status: 2 },
    { name: 'has a negative length', ...note({ type: 'string', maxLength: -1 }), says: judged, status: 2 },
    { name: 'has properties as a list', ...schema({ properties: [] }), says: judged, status: 2 },
    {
      name: 'has __proto__ as a property',
      ...type(
        `{"$schema": "${dialect}", "title": "J", "allOf": [{"$ref": "../release.schema.json"}], "properties": {"__proto__": {"type": "x"}}}`,
      ),
      says: judged,
      status: 2,
    },
    {
      name: 'is a folder',
      ...onShelf((folder) => mkdirSync(join(folder, 'schemas/types/judged.schema.json'))),
      says: judged,
      status: 2,
    },
    {
      name: 'is a link',
      ...onShelf((folder) => symlinkSync('/etc/passwd', join(folder, 'schemas/types/judged.schema.json'))),
      says: judged,
      status: 2,
    },
    {
      name: 'is a link to a device',
      isAlone: true,
      ...onShelf((folder) => symlinkSync('/dev/zero', join(folder, 'schemas/types/judged.schema.json'))),
      says: judged,
      status: 2,
    },
    {
      name: 'the folder is a link',
      prepare: (folder) => symlinkSync('/etc', join(folder, 'schemas')),
      says: /schemas/,
      status: 2,
    },
    { name: 'the folder is a file', files: { schemas: 'x' }, says: /schemas/, status: 2 },
    {
      name: 'the folder of types is a link',
      ...onShelf((folder) => {
        rmSync(join(folder, 'schemas/types'), { recursive: true });
        symlinkSync('/etc', join(folder, 'schemas/types'));
      }),
      says: /schemas\/types/,
      status: 2,
    },
    {
      name: 'the base lets everything pass',
      ...onShelf((folder) => {
        writeFileSync(join(folder, 'schemas/release.schema.json'), 'true');
      }),
      says: /release\.schema\.json/,
      status: 2,
    },
    {
      name: 'that of the vocabulary lets everything pass',
      ...onShelf((folder) => {
        writeFileSync(join(folder, 'schemas/taxonomy.schema.json'), '{}');
        writeFileSync(join(folder, 'taxonomy.yaml'), 'facets: 5\n');
      }),
      says: /taxonomy/,
      status: 2,
    },
    {
      name: 'that of the settings lets everything pass',
      ...onShelf((folder) => {
        writeFileSync(join(folder, 'schemas/press.schema.json'), '{}');
        writeFileSync(
          join(folder, 'press.yaml'),
          'timezone: 5\nreleases: [a]\nfeeds: {a: b}\nrules: 7\npublisher: x\npermalink: {}\n',
        );
      }),
      says: /press\.yaml|press\.schema/,
      status: 2,
    },
    ...[
      'csv',
      'json',
      'html',
      'rss',
      'atom',
      'ninjs',
      'newsml-g2',
      'markdown',
      'json-ld',
      'sitemap',
      'xlsx',
      'validate',
    ].map((format): Refusal => ({
      name: `that of releases lets everything pass, as ${format}`,
      ...onShelf((folder) => {
        loosen(join(folder, 'schemas/release.schema.json'));
        oddRelease(
          folder,
          'flat',
          'contacts: 5\ncorrections: x\nattachments: {a: b}\nrelated: {a: b}\nsummary: [x]\naliases: 7\n',
        );
        oddRelease(
          folder,
          'lists',
          'contacts: [5, null, [a]]\ncorrections: [null, x, {date: 5}]\nattachments: [x, null, {href: [1]}]\nrelated: [5]\n',
        );
      }),
      command: format === 'validate' ? ['validate'] : ['export', '-f', format],
      isTaken: true,
      says: /honest|xl\/|PK|flat\.md/,
    })),
    {
      name: 'that of releases forgets the date',
      ...onShelf((folder) => {
        const path = join(folder, 'schemas/release.schema.json');
        const base = JSON.parse(readFileSync(path, 'utf8')) as { properties: Record<string, unknown> };
        base.properties['status'] = {};
        base.properties['title'] = {};
        base.properties['date'] = {};
        writeFileSync(path, JSON.stringify(base));
        writeFileSync(
          join(folder, 'releases/2009/2009-11-16-odd.md'),
          release('odd', { keys: { status: '[published]', title: '{a: b}', date: '5' } }),
        );
      }),
      command: ['export', '-f', 'json'],
      status: 1,
      says: /honest/,
    },
    {
      name: 'a type that leads upwards',
      files: { 'releases/2009/2009-11-16-x.md': release('x', { keys: { type: '../../x' } }) },
      says: /2009-11-16-x\.md/,
      status: 1,
    },
    ...['__proto__', 'constructor', 'toString', 'hasOwnProperty', '../release'].map((name): Refusal => ({
      name: `the type ${name}`,
      files: { 'releases/2009/2009-11-16-x.md': release('x', { keys: { type: name } }) },
      says: /2009-11-16-x\.md/,
      status: 1,
    })),
  ],
});
