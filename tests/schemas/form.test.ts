import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { RE2JS } from 're2js';
import { describe, expect, it } from 'vitest';
import {
  inputSchemas,
  loadShippedSchemas,
  schemasUrl,
  shippedSchemas,
  told,
  errorsOf,
  type Json,
} from './shipped-schemas.ts';
import { subschemasOf, type Subschema } from './walk-schema.ts';

const DIALECT = 'https://json-schema.org/draft/2020-12/schema';

const every = [...shippedSchemas.entries()];

/** All subschemas of the given files that pass a test, as `file#pointer`. */
function places(names: readonly string[], wanted: (place: Subschema) => boolean): string[] {
  return names.flatMap((name) =>
    subschemasOf(shippedSchemas.get(name) ?? {})
      .filter(wanted)
      .map(({ pointer }) => `${name}#${pointer}`),
  );
}

const all = [...shippedSchemas.keys()];

function typesIn(schema: Json): unknown[] {
  return [schema['type']].flat();
}

describe('the set of schemas', () => {
  it('has a schema for each file, each shipped type and each output', () => {
    expect(all).toEqual([
      'output/audit.schema.json',
      'output/diagnostics.schema.json',
      'output/import-report.schema.json',
      'output/manifest.schema.json',
      'output/next.schema.json',
      'output/releases.schema.json',
      'output/taxonomy-terms.schema.json',
      'output/why.schema.json',
      'press.schema.json',
      'release.schema.json',
      'taxonomy.schema.json',
      'types/daily-report.schema.json',
      'types/media-advisory.schema.json',
      'types/press-release.schema.json',
      'types/spot-report.schema.json',
      'types/statement.schema.json',
    ]);
  });

  it.each(every)('%s is written in the one dialect and obeys it', (_, schema) => {
    const ajv = loadShippedSchemas();
    expect(schema['$schema']).toBe(DIALECT);
    expect(ajv.validateSchema(schema), ajv.errorsText()).toBe(true);
  });

  it.each(all)('%s compiles in strict mode', (name) => {
    expect(loadShippedSchemas().getSchema(name)).toBeTypeOf('function');
  });
});

describe('references', () => {
  it('carry no $id: a schema is known by its path, so that a copy under another name is another schema', () => {
    expect(places(all, ({ schema }) => '$id' in schema || '$anchor' in schema)).toEqual([]);
  });

  it.each(every)('of %s lead to files on disk, as an editor follows them', (name, schema) => {
    for (const { schema: place } of subschemasOf(schema)) {
      if (typeof place['$ref'] !== 'string') continue;
      const target = new URL(place['$ref'], new URL(name, schemasUrl));
      expect(target.href.startsWith(schemasUrl.href)).toBe(true);
      expect(existsSync(fileURLToPath(target)), place['$ref']).toBe(true);
    }
  });

  it('keep shared definitions the same in every file that has them', () => {
    const seen = new Map<string, unknown>();
    for (const name of inputSchemas) {
      for (const [key, definition] of Object.entries((shippedSchemas.get(name)?.['$defs'] ?? {}) as Json)) {
        if (seen.has(key)) expect(definition, `${name}#/$defs/${key}`).toEqual(seen.get(key));
        else seen.set(key, definition);
      }
    }
    expect([...seen.keys()]).toContain('line');
  });
});

describe('words for people', () => {
  const speaks = ({ title, description }: Json): boolean =>
    typeof title === 'string' &&
    typeof description === 'string' &&
    /^[\p{L}«0-9]/u.test(title) &&
    /[.:]$/.test(description);

  it('every property and every definition has a title and a description of whole sentences', () => {
    const met = (place: Subschema): boolean =>
      place.isProperty || /^\/\$defs\/[^/]+$/.test(place.pointer) || place.pointer === '';
    expect(places(all, met).length).toBeGreaterThan(150);
    expect(places(all, (place) => met(place) && !speaks(place.schema))).toEqual([]);
  });

  it('every property of a file that people write shows an example', () => {
    const bare = places(inputSchemas, ({ isProperty, schema }) => isProperty && !Array.isArray(schema['examples']));
    expect(bare).toEqual([]);
  });

  it('every example is valid where it stands', () => {
    for (const [name, schema] of every) {
      for (const { pointer, schema: place } of subschemasOf(schema)) {
        for (const example of (place['examples'] ?? []) as unknown[]) {
          expect(told(errorsOf(`${name}#${pointer}`, example)), `${name}#${pointer}`).toEqual([]);
        }
      }
    }
  });

  it('every choice says what its values mean', () => {
    for (const [name, schema] of every) {
      for (const { pointer, schema: place } of subschemasOf(schema)) {
        if (!Array.isArray(place['enum']) || typeof place['type'] !== 'string') continue;
        const silent = place['enum'].filter(
          (value) => !new RegExp(`\\b${String(value)}[:,]`).test(String(place['description'])),
        );
        expect(silent, `${name}#${pointer}`).toEqual([]);
      }
    }
  });
});

describe('bounds', () => {
  const patterns = every.flatMap(([name, schema]) =>
    subschemasOf(schema).flatMap(({ pointer, schema: place }) =>
      typeof place['pattern'] === 'string' ? [[`${name}#${pointer}`, place['pattern']] as const] : [],
    ),
  );

  it.each(patterns)('%s: the pattern runs in linear time', (_, pattern) => {
    expect(pattern.length).toBeLessThan(1000);
    // RE2 knows neither look-around nor back-references, and refuses what it does not know.
    expect(() => RE2JS.compile(pattern)).not.toThrow();
    expect(() => new RegExp(pattern, 'u')).not.toThrow();
  });

  it('a list without doubles is short and of plain values, or comparing all pairs would take for ever', () => {
    const doubtful = places(all, ({ schema }) => {
      if (schema['uniqueItems'] !== true) return false;
      const items = (schema['items'] ?? {}) as Json;
      return typeof schema['maxItems'] !== 'number' || items['type'] !== 'string';
    });
    expect(doubtful).toEqual([]);
  });

  it('every text and every list in a file that people write has a longest length', () => {
    const endless = places(inputSchemas, ({ schema }) => {
      const isChoice = 'enum' in schema || 'const' in schema || '$ref' in schema;
      if (typesIn(schema).includes('string') && !isChoice && typeof schema['maxLength'] !== 'number') return true;
      return typesIn(schema).includes('array') && 'items' in schema && typeof schema['maxItems'] !== 'number';
    });
    expect(endless).toEqual([]);
  });

  it('every mapping but the release itself is closed, or says what it holds', () => {
    const open = places(
      all.filter((name) => !name.startsWith('types/')),
      ({ schema, pointer }) => schema['type'] === 'object' && !('additionalProperties' in schema) && pointer !== '',
    );
    expect(open).toEqual([]);
    expect(shippedSchemas.get('release.schema.json')).not.toHaveProperty('additionalProperties');
  });
});
