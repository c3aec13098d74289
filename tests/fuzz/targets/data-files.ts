import { readdirSync, readFileSync } from 'node:fs';
import { checkVocabulary } from '../../../src/operations/check-vocabulary.ts';
import { validate } from '../../../src/operations/validate.ts';
import { rules } from '../../../src/rules/index.ts';
import { vocabularyRules } from '../../../src/vocabulary-rules/index.ts';
import { refusedOrLater, requireWords } from '../refusals.ts';
import { otherPath, smallRepository, smallSettings, smallTaxonomy } from '../small-repository.ts';
import { bytesOf, type FuzzTarget } from '../target.ts';

const now = Date.UTC(2026, 5, 1, 12);
const wrong = new URL('../../fixtures/vocabulary/', import.meta.url);
const examples = readdirSync(wrong).map((rule) => readFileSync(new URL(`${rule}/taxonomy.yaml`, wrong)));

export const taxonomy: FuzzTarget = {
  id: 'taxonomy',
  what: 'taxonomy.yaml, every rule about it, and a release judged by it',
  seeds: [...bytesOf(smallTaxonomy), ...examples],
  cases: 400,
  signs: [
    'narrower: {}',
    'label: ',
    'names:\n',
    'broader: water\n',
    'replacedBy: [water]\n',
    'memberOf: [{term: water}]\n',
    'members: closed\n',
    'deprecated: true\n',
    'active: {from: 2009, until: 1999}\n',
    'facets:\n',
    'property: title\n',
    'property: fields\n',
    'iso3166: XX\n',
    'languages: [xx]\n',
  ],
  judge: async (input) =>
    refusedOrLater(async () => {
      const repository = await smallRepository({ 'taxonomy.yaml': input });
      void repository.taxonomy;
      const file = repository.dataFile('taxonomy.yaml');
      if (file === undefined) throw new Error('taxonomy.yaml is there');
      const usage = { releases: 0, uses: new Map(), outside: new Map() };
      const found = checkVocabulary(file, { rules: vocabularyRules, levels: new Map(), codes: {}, usage: () => usage });
      for (const { message, rule } of found) requireWords(message, `the finding of ${rule}`);
      validate(repository, { rules, levels: new Map(), paths: [otherPath], now });
    }, /taxonomy\.yaml/),
};

export const settings: FuzzTarget = {
  id: 'settings',
  what: 'press.yaml, and a release judged by it',
  seeds: bytesOf(smallSettings, 'baseUrl: https://a.example/\n', 'timezone: UTC\nlanguage: fr\n'),
  cases: 400,
  signs: [
    'timezone: Europe/Nowhere\n',
    'timezone: ',
    'releases: ../x\n',
    'releases: /etc\n',
    'permalink: /:lang/:year/:slug/\n',
    'permalink: ',
    'feeds:\n',
    'where: "((((a"\n',
    'rules:\n  no-such-rule: off\n',
    'language: []\n',
    'baseUrl: javascript:x\n',
    'id: __proto__\n',
    'boilerplates: ',
    'publisher: ',
  ],
  judge: async (input) =>
    refusedOrLater(async () => {
      const repository = await smallRepository({ 'press.yaml': input });
      void repository.settings;
      validate(repository, { rules, levels: new Map(), paths: [otherPath], now });
    }, /press\.yaml|releases|taxonomy\.yaml/),
};

const smallSchema = JSON.stringify({
  $schema: 'https://json-schema.org/draft/2020-12/schema',
  $id: 'release.schema.json',
  type: 'object',
  required: ['id', 'title', 'date'],
  properties: {
    id: { type: 'string', pattern: '^[a-z0-9.-]+$' },
    title: { type: 'string', minLength: 1, maxLength: 200 },
    date: { type: 'string', format: 'date' },
    place: { type: 'array', maxItems: 9, items: { $ref: '#/$defs/place' } },
    status: { enum: ['draft', 'published'] },
  },
  $defs: { place: { type: 'string' } },
});

export const schema: FuzzTarget = {
  id: 'schema',
  what: 'a JSON Schema of releases, and a release judged by it',
  seeds: bytesOf(smallSchema),
  cases: 200,
  signs: [
    '"$ref": "#"',
    '"$ref": "#/$defs/place"',
    '"$ref": "https://example.org/x.json"',
    '"$ref": "../../etc/passwd"',
    '"$dynamicRef": "#x"',
    '"$data": "1/x"',
    '"pattern": "(a+)+$"',
    '"pattern": "(?<=a)b"',
    '"pattern": "(a)\\\\1"',
    '"pattern": "["',
    '"patternProperties": {"(.*)*x": true}',
    '"allOf": [{"$ref": "#"}]',
    '"not": {}',
    '"format": "no-such"',
    '"$schema": "http://json-schema.org/draft-07/schema#"',
    '"uniqueItems": true',
    '"default": 1',
    '"type": "nothing"',
    'false',
    '"x": ',
  ],
  judge: async (input) =>
    refusedOrLater(async () => {
      const repository = await smallRepository({ 'schemas/release.schema.json': input });
      validate(repository, { rules, levels: new Map(), paths: [otherPath], now });
    }, /schemas?\//),
};
