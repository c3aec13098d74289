/** An archive for what changes: a release with a mistake, one without, and one that refers to it. */
import { sampleRelease } from '../../src/model/sample-release.ts';
import { shippedTaxonomy } from '../support/shipped-taxonomy.ts';

export const wrong = (id: string): string => sampleRelease({ id, fields: '[electoins]' });
export const right = (id: string, related?: string): string =>
  sampleRelease({ id, ...(related === undefined ? {} : { related: `[${related}]` }) });

export const threeReleases = {
  'taxonomy.yaml': shippedTaxonomy,
  'releases/a.md': wrong('a'),
  'releases/b.md': right('b'),
  'releases/2010/c.md': right('c', 'b'),
};
