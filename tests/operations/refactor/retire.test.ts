import { describe, expect, it } from 'vitest';
import { retire } from '../../../src/operations/refactor/retire.ts';
import { differences, planned, refactored, refusalOf, release, vocabulary } from '../../support/refactoring.ts';

const texts = { 'taxonomy.yaml': vocabulary };
const retired = (term: string, on: string, ...replacedBy: string[]): ReturnType<typeof retire> =>
  retire({ term, on, replacedBy });

describe('taxonomy retire', () => {
  it('writes the last day and who came after', async () => {
    const after = await refactored(texts, retired('north', '2020-05-06', 'south'));
    expect(differences(vocabulary, after['taxonomy.yaml'] ?? '')).toEqual([
      '- north: {label: Northern Office, active: {from: 2001-02-03}, implies: [topic/water]}',
      '+ north: {label: Northern Office, active: {from: 2001-02-03, until: 2020-05-06}, implies: [topic/water], replacedBy: [south]}',
    ]);
  });

  it('makes a period where there is none, and quotes a year', async () => {
    const after = await refactored(texts, retired('south', '2021', 'north'));
    expect(differences(vocabulary, after['taxonomy.yaml'] ?? '')).toEqual([
      '+ active: {until: "2021"}',
      '+ replacedBy: [north]',
    ]);
  });

  it('touches no release', async () => {
    const all = { ...texts, 'releases/2010/2010-03-04-a.md': release('a', 'author: north') };
    await expect(planned(all, retired('north', '2020'))).resolves.toMatchObject({
      counts: { releases: 0 },
      files: [{ path: 'taxonomy.yaml' }],
    });
  });

  it('changes a day that was there, and says which', async () => {
    const once = await refactored(texts, retired('north', '2020', 'south'));
    await expect(planned(once, retired('north', '2020', 'south'))).resolves.toMatchObject({ kind: 'nothing' });
    const plan = await planned(once, retired('north', '2021-07'));
    expect(plan).toMatchObject({ told: [expect.stringContaining('Its last day was 2020 so far.'), expect.anything()] });
    expect((await refactored(once, retired('north', '2021-07')))['taxonomy.yaml']).toContain('until: "2021-07"');
  });

  it('adds to those who came after', async () => {
    const more = vocabulary.replace(
      '      south:\n',
      '      east: {label: Eastern Office}\n      west: {label: Western Office}\n      south:\n',
    );
    const once = await refactored({ 'taxonomy.yaml': more }, retired('north', '2020', 'south'));
    const twice = await refactored(once, retired('north', '2020', 'south', 'east', 'west'));
    expect(twice['taxonomy.yaml']).toContain('replacedBy: [south, east, west]');
  });

  it.each([
    [retired('north', '2001-02-02'), '«north» began on 2001-02-03, after 2001-02-02.'],
    [retired('north', '2000'), '«north» began on 2001-02-03, after 2000.'],
    [retired('north', '2020', 'north'), '«north» cannot follow itself.'],
    [retired('north', '2020', 'water'), '«water» is a term of topic'],
  ])('is refused: %#', async (verb, sentence) => {
    await expect(refusalOf(texts, verb)).resolves.toContain(sentence);
  });

  it('may end in the month that it began in', async () => {
    await expect(planned(texts, retired('north', '2001-02'))).resolves.toMatchObject({ kind: 'change' });
  });

  it('does not let two follow each other', async () => {
    const once = await refactored(texts, retired('north', '2020', 'south'));
    await expect(refusalOf(once, retired('south', '2021', 'north'))).resolves.toContain(
      '«north» is followed by «south».',
    );
  });

  it('is refused when the author has releases of a later day', async () => {
    const all = { ...texts, 'releases/2010/2010-03-04-a.md': release('a', 'author: north') };
    await expect(refusalOf(all, retired('north', '2010-03-03'))).resolves.toMatch(
      /2010-03-04-a\.md:5:9 error retired-term/,
    );
    await expect(planned(all, retired('north', '2010-03-04'))).resolves.toMatchObject({ kind: 'change' });
  });
});
