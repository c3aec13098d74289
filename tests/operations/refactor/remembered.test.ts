/** What earlier runs learned of an archive spares reading, and changes nothing of what a refactoring does. */
import { appendFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { followingReleases, type FollowingReleases } from '../../../src/operations/refactor/releases.ts';
import { openRepository } from '../../../src/repository/open.ts';
import type { Facet, Term } from '../../../src/model/taxonomy.ts';
import { generatedReleases } from '../../support/generated-releases.ts';
import { look, remembering } from '../../support/remembering.ts';
import { scratchFolder } from '../../support/scratch-folder.ts';

const taxonomy = `version: 1
facets:
  topic:
    property: topics
    multiple: true
    terms:
      water: {label: Water, formerIds: [wells]}
      soil: {label: Soil}
      air: {label: Air}
      forests: {label: Forests}
      birds: {label: Birds}
  author: {property: author, terms: {north: {label: North}}}
`;
const releases = generatedReleases(120, 3);

async function archive(): Promise<string> {
  const files = Object.fromEntries(releases.map(({ path, text }) => [path, text]));
  const odd = {
    'releases/2010/label.md': '---\nid: label\ntitle: A\ndate: 2010-01-02\ntopics: [Water]\n---\nText.\n',
    'releases/2010/former.md':
      '---\nid: former\ntitle: A\ndate: 2010-01-02\ntopics: wells\nstatus: published\n---\nText.\n',
    'releases/2010/broken.md': '---\nid: broken\ntopics: [water\n---\nText.\n',
    'releases/2010/invalid.md': '---\nid: invalid\ntopics: [water]\n---\nText.\n',
    'releases/2010/remark.md':
      '---\nid: remark\ntitle: "A <!-- x -->"\ndate: 2010-01-02\ntopics: [water]\n---\nText.\n',
  };
  const root = scratchFolder({ 'taxonomy.yaml': taxonomy, ...files, ...odd });
  await look(root);
  return root;
}

function shifted(found: FollowingReleases): unknown {
  return { ...found, after: found.after.map(({ text }) => text), unmatched: found.unmatched.map(({ path }) => path) };
}

const read: string[] = [];

async function bothWays(root: string): Promise<readonly [remembered: unknown, plain: unknown]> {
  read.length = 0;
  const [first, second] = [await remembering(root, read), await openRepository(root)];
  return [first, second].map((repository) => {
    const facet = repository.taxonomy.facets.get('topic') as Facet;
    const shift = {
      facet,
      terms: new Set([facet.terms.get('water') as Term]),
      to: [],
      isOfIds: false,
      targetsIn: () => ['rivers'],
    };
    return shifted(followingReleases({ repository, taxonomy: repository.taxonomy, shift }));
  }) as [unknown, unknown];
}

describe('a refactoring of an archive that is remembered', () => {
  it('finds what reading all files finds, and reads only what may have the term', async () => {
    const root = await archive();
    const [remembered, plain] = await bothWays(root);
    expect(remembered).toEqual(plain);
    expect(plain).toMatchObject({ unreadable: ['releases/2010/broken.md'] });
    const without = releases.filter(({ topics }) => !topics.includes('water'));
    expect(without.length).toBeGreaterThan(20);
    expect(without.filter(({ path }) => read.includes(path)).length).toBeLessThan(without.length / 2);
  });

  it('reads what has changed since', async () => {
    const root = await archive();
    for (const { path } of releases.slice(0, 40)) appendFileSync(join(root, path), 'More.\n');
    const [remembered, plain] = await bothWays(root);
    expect(remembered).toEqual(plain);
    expect(read).toEqual(expect.arrayContaining(releases.slice(0, 40).map(({ path }) => path)));
  });
});
