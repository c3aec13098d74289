import { describe, expect, it } from 'vitest';
import { parseTaxonomyFacts } from './skos-checks.ts';
import { hasShapes, jsonldStatements, shapeObjections, turtleStatements } from './judges.ts';
import { shipped, small, taxonomyOf, written } from './vocabularies.ts';

const base = 'https://press.example.org/';
const prefixes: Readonly<Record<string, string>> = {
  skos: 'http://www.w3.org/2004/02/skos/core#',
  dct: 'http://purl.org/dc/terms/',
  dc: 'http://purl.org/dc/elements/1.1/',
  owl: 'http://www.w3.org/2002/07/owl#',
  rdf: 'http://www.w3.org/1999/02/22-rdf-syntax-ns#',
  schema: 'https://schema.org/',
  xsd: 'http://www.w3.org/2001/XMLSchema#',
};

/** A statement in full, from one that people can read: `topics/water skos:notation "water"`. */
function whole(line: string): string {
  const [, subject = '', predicate = '', object = ''] = /^(\S+) (\S+) (.*)$/.exec(line) ?? [];
  return `<${base}${subject}> <${address(predicate)}> ${wholeObject(object)}`;
}

function address(name: string): string {
  return name.replace(/^(\w+):(?!\/\/)/, (_, prefix: string) => prefixes[prefix] ?? `${prefix}:`);
}

function wholeObject(object: string): string {
  if (!object.startsWith('"'))
    return `<${/^(?:skos|schema):|^https?:/.test(object) ? address(object) : base + object}>`;
  const [, text = '', rest = ''] = /^(".*")(@\w+|\^\^\S+)?$/.exec(object) ?? [];
  return text + (rest.startsWith('@') ? rest : `^^${address(rest === '' ? 'xsd:string' : rest.slice(2))}`);
}

const expected = `
topics rdf:type skos:ConceptScheme
topics dct:identifier "topic"
topics skos:prefLabel "Topic"@en
topics skos:prefLabel "Тема"@ru
topics dct:language "en"
topics dct:language "ru"
topics dct:description "What a text is about."@en
topics skos:editorialNote "Agreed in 2021."
topics skos:hasTopConcept topics/water
topics skos:hasTopConcept topics/ice
topics/water rdf:type skos:Concept
topics/water skos:inScheme topics
topics/water skos:topConceptOf topics
topics/water skos:notation "water"
topics/water skos:narrower topics/rivers
topics/water skos:prefLabel "Water"@en
topics/water skos:prefLabel "Вода"@ru
topics/water skos:altLabel "H2O"@en
topics/water skos:altLabel "водица"@ru
topics/water skos:exactMatch http://cv.iptc.org/newscodes/mediatopic/20000574
topics/water skos:relatedMatch https://example.org/wet
topics/water skos:scopeNote "Rivers and lakes."@en
topics/water skos:editorialNote "A \\"note\\" with \\\\ in it."
topics/rivers rdf:type skos:Concept
topics/rivers skos:inScheme topics
topics/rivers skos:notation "rivers"
topics/rivers skos:broader topics/water
topics/rivers skos:prefLabel "Rivers"@en
topics/rivers skos:related topics/ice
topics/rivers dct:replaces topics/streams
topics/ice rdf:type skos:Concept
topics/ice skos:inScheme topics
topics/ice skos:topConceptOf topics
topics/ice skos:notation "ice"
topics/ice skos:prefLabel "Ice"@en
topics/ice owl:deprecated "true"^^xsd:boolean
topics/ice dct:isReplacedBy topics/water
topics/ice skos:changeNote "No longer used; see Water."@en
office rdf:type skos:ConceptScheme
office dct:identifier "office"
office skos:prefLabel "office"@en
office dct:language "en"
office skos:hasTopConcept office/field-offices
office skos:hasTopConcept office/partners
office/field-offices rdf:type skos:Concept
office/field-offices skos:inScheme office
office/field-offices skos:topConceptOf office
office/field-offices skos:notation "field-offices"
office/field-offices dc:type "heading"
office/field-offices skos:narrower office/baku
office/field-offices skos:prefLabel "Field offices"@en
office/baku rdf:type skos:Concept
office/baku skos:inScheme office
office/baku skos:notation "baku"
office/baku dct:identifier "AZ"^^dct:ISO3166
office/baku skos:broader office/field-offices
office/baku skos:prefLabel "Project Office in Baku"@en
office/baku skos:altLabel "Office in Baku"@en
office/baku skos:altLabel "Mission to Baku"@en
office/baku schema:foundingDate "2000"^^xsd:gYear
office/baku schema:dissolutionDate "unknown"
office/baku dct:relation topics/water
office/baku skos:historyNote office/baku#name-1
office/baku skos:historyNote office/baku#name-2
office/baku skos:note office/baku#role-1
office/baku schema:memberOf office/baku#membership-1
office/baku#name-1 rdf:value "Office in Baku"@en
office/baku#name-1 schema:startDate "2000-07"^^xsd:gYearMonth
office/baku#name-1 schema:endDate "2013-12-31"^^xsd:date
office/baku#name-2 rdf:value "Mission to Baku"@en
office/baku#name-2 schema:startDate "unknown"
office/baku#name-2 schema:endDate "1999"^^xsd:gYear
office/baku#role-1 rdf:type schema:Role
office/baku#role-1 schema:roleName "Chair"@en
office/baku#role-1 schema:startDate "2010"^^xsd:gYear
office/baku#role-1 schema:endDate "2010"^^xsd:gYear
office/baku#membership-1 rdf:type schema:Role
office/baku#membership-1 schema:memberOf office/partners
office/baku#membership-1 schema:startDate "2004"^^xsd:gYear
office/partners rdf:type skos:Concept
office/partners skos:inScheme office
office/partners skos:topConceptOf office
office/partners skos:notation "partners"
office/partners skos:prefLabel "Partners"@en`;

describe('a small vocabulary in SKOS', () => {
  it('says this, and nothing else, to a parser of Turtle', async () => {
    const statements = turtleStatements(await written(await taxonomyOf(small), 'turtle'));
    expect(statements).toEqual(expected.trim().split('\n').map(whole).sort());
  });

  it('says the same to a reader of JSON-LD that may fetch nothing', async () => {
    const statements = await jsonldStatements(await written(await taxonomyOf(small), 'jsonld'));
    expect(statements).toEqual(expected.trim().split('\n').map(whole).sort());
  });

  it.each(['turtle', 'jsonld'])('is written as the same bytes each time, with LF at the end (%s)', async (id) => {
    const [first, second] = [await written(await taxonomyOf(small), id), await written(await taxonomyOf(small), id)];
    expect(first).toBe(second);
    expect(first.endsWith('\n')).toBe(true);
    expect(first).not.toContain('\r');
  });

  it('is written without the remarks of the house when they are to stay', async () => {
    const text = await written(await taxonomyOf(small), 'turtle', { withNotes: false });
    expect(text).not.toContain('editorialNote');
    expect(text).toContain('scopeNote');
  });

  it('is written facet by facet, and then links nowhere else', async () => {
    const taxonomy = await taxonomyOf(small);
    const text = await written(taxonomy, 'turtle', { facets: [...taxonomy.facets.values()].slice(1) });
    expect(text).not.toContain('topics');
  });

  it('is an empty document, and no broken one, when there is no facet', async () => {
    const nothing = await taxonomyOf('version: 1\nfacets: {}\n');
    expect(turtleStatements(await written(nothing, 'turtle'))).toEqual([]);
    expect(await jsonldStatements(await written(nothing, 'jsonld'))).toEqual([]);
  });
});

describe('the shipped vocabulary in SKOS', () => {
  it('has a scheme for each facet and a concept for each term', async () => {
    const taxonomy = await shipped();
    const facts = parseTaxonomyFacts(await written(taxonomy, 'turtle'));
    expect(facts.schemes).toEqual([...taxonomy.facets.values()].map(({ property }) => base + property));
    const terms = [...taxonomy.facets.values()].flatMap(({ property, terms }) =>
      [...terms.keys()].map((id) => `${base}${property}/${id}`),
    );
    expect(facts.concepts).toEqual(terms);
    expect(terms.length).toBeGreaterThan(150);
  });

  it('says the same in both forms', async () => {
    const taxonomy = await shipped();
    const turtle = turtleStatements(await written(taxonomy, 'turtle'));
    expect(turtle.length).toBeGreaterThan(1000);
    expect(await jsonldStatements(await written(taxonomy, 'jsonld'))).toEqual(turtle);
  });

  it('keeps the conditions of the norm', async () => {
    expect(parseTaxonomyFacts(await written(await shipped(), 'turtle')).objections).toEqual([]);
  });

  it.skipIf(!hasShapes)('fits the shapes', async () => {
    expect(await shapeObjections(await written(await shipped(), 'turtle'))).toEqual([]);
  });

  it.skipIf(!hasShapes)('would not fit them with a label too many', async () => {
    const text = await written(await shipped(), 'turtle');
    const broken = text.replace('skos:altLabel "electoral process"@en', 'skos:altLabel "Elections"@en');
    expect(broken).not.toBe(text);
    expect(await shapeObjections(broken)).toHaveLength(1);
  });

  it('does not deprecate a body that was closed', async () => {
    const text = await written(await shipped(), 'turtle');
    expect(text).not.toContain('deprecated');
    expect(text).toContain('schema:dissolutionDate "2015-07-04"^^xsd:date');
  });
});
