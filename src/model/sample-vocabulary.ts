/** The small vocabulary that the examples of rules about taxonomy.yaml are made of. */

/** taxonomy.yaml with one facet that has the given terms, a line each; `before` is what stands above the facets. */
export function sampleVocabulary(terms: string, before = ''): { readonly 'taxonomy.yaml': string } {
  return {
    'taxonomy.yaml': `version: 1\n${before}facets:\n  topic:\n    property: topics\n    multiple: true\n${under(terms)}`,
  };
}

/** The same with a facet of those that issue releases. */
export function sampleOffices(terms: string): { readonly 'taxonomy.yaml': string } {
  return {
    'taxonomy.yaml': `version: 1\nfacets:\n  source:\n    property: source\n    judged: author\n${under(terms)}`,
  };
}

function under(terms: string): string {
  const lines = terms.split('\n').map((line) => `      ${line}\n`);
  return `    terms:\n${lines.join('')}`;
}
