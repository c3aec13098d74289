import { readFileSync } from 'node:fs';

/** The text of the vocabulary that the project ships. */
export const shippedTaxonomy = readFileSync(new URL('../../taxonomy.yaml', import.meta.url), 'utf8');
