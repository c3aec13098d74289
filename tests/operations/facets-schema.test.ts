import { Ajv2020 } from 'ajv/dist/2020.js';
import { describe, expect, it } from 'vitest';
import { facetsSchema, planFacetsSchema } from '../../src/operations/facets-schema.ts';
import { repositoryInMemory } from '../../src/repository/in-memory.ts';
import { vocabulary } from '../model/newsroom.ts';

const isAccepted = (data: object): boolean =>
  new Ajv2020({ strict: true, allowUnionTypes: true, strictTypes: false }).compile(facetsSchema(vocabulary))(data);

describe('the schema of the facets', () => {
  it.each<[object, boolean]>([
    [{}, true],
    [{ title: 'anything else' }, true],
    [{ fields: ['elections', 'torture'] }, true],
    [{ fields: 'elections' }, true],
    [{ source: 'baku' }, true],
    [{ source: ['baku'] }, false],
    [{ fields: ['elections', 'elections'] }, false],
    [{ fields: ['human-dimension'] }, false],
    [{ fields: ['Elections'] }, false],
    [{ fields: ['voting'] }, false],
    [{ source: 'press-house' }, false],
    [{ countries: ['toString'] }, false],
  ])('on %j says %s', (data, accepted) => {
    expect(isAccepted(data)).toBe(accepted);
  });

  it('shows editors the labels', () => {
    expect(facetsSchema(vocabulary)).toMatchObject({
      properties: {
        source: {
          title: 'source',
          oneOf: expect.arrayContaining([{ const: 'secretariat', title: 'OSCE Secretariat' }]),
        },
      },
    });
  });

  it('is a schema where there are no terms yet: nothing fits', async () => {
    const { taxonomy } = await repositoryInMemory({
      'taxonomy.yaml':
        'version: 1\nfacets: {a: {property: a, terms: {}}, b: {property: b, multiple: true, terms: {}}}\n',
    });
    const accepts = new Ajv2020({ strict: true }).compile(facetsSchema(taxonomy));
    expect([accepts({}), accepts({ a: 'x' }), accepts({ b: ['x'] }), accepts({ b: [] })]).toEqual([
      true,
      false,
      false,
      true,
    ]);
  });
});

describe('the plan to write it', () => {
  const path = 'schemas/facets.schema.json';
  const taxonomy = 'version: 1\nfacets: {a: {property: a, terms: {x: {label: X}}}}\n';

  it('makes the file, changes it as a whole, or leaves it alone', async () => {
    const fresh = planFacetsSchema(await repositoryInMemory({ 'taxonomy.yaml': taxonomy }));
    expect(fresh).toMatchObject({ path, changes: { changes: [{ kind: 'create', path, text: fresh.text }] } });
    const repository = await repositoryInMemory({ 'taxonomy.yaml': taxonomy, [path]: '{"old": true}' });
    const stale = planFacetsSchema(repository);
    expect(stale.changes?.changes).toMatchObject([{ kind: 'edit', edits: [{ start: 0, end: 13, text: fresh.text }] }]);
    repository.apply(stale.changes!);
    expect(repository.fileAt(path)?.text).toBe(fresh.text);
    expect(planFacetsSchema(repository).changes).toBeUndefined();
  });
});
