import { describe, expect, it } from 'vitest';
import { sampleRelease } from '../../src/model/sample-release.ts';
import { scratchFolder } from '../support/scratch-folder.ts';
import { shippedTaxonomy } from '../support/shipped-taxonomy.ts';
import { press } from '../support/world.ts';

const text = "VIENNA, 16 November 2009 - Dans l'Azerbaïdjan voisin. Ukraine's people and the OSCE’s office.\n";
const files = {
  'taxonomy.yaml': shippedTaxonomy,
  'press.yaml': 'feeds: [{id: others, where: "NOT source:secretariat"}]\n',
  'releases/2009/a.md': sampleRelease({ id: 'a', title: 'First', lang: 'zh-Hant-TW', place: 'Washington, D.C.' }, text),
  'releases/2009/b.md': sampleRelease({ id: 'b', title: 'Second', lang: 'en', source: 'conflict-prevention-centre' }),
  'releases/2009/c.md': sampleRelease({ id: 'c', title: 'Third', lang: 'ru', source: 'baku' }),
};
const ids = async (...args: string[]): Promise<string[]> => {
  const { out } = await press(['list', ...args], { cwd: scratchFolder(files) });
  return out
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => line.split('\t')[0] ?? '')
    .sort();
};

describe('what is chosen', () => {
  it.each([
    [['--text', 'Ukraine'], ['a']],
    [['--text', "Ukraine's"], ['a']],
    [['--text', 'OSCE office'], ['a']],
    [['--text', 'Azerbaïdjan'], ['a']],
    [['--where', '"l’Azerbaïdjan voisin"'], ['a']],
    [['--lang', 'zh-Hant'], ['a']],
    [['--lang', 'zh'], ['a']],
    [
      ['--lang', 'en,ru'],
      ['b', 'c'],
    ],
    [['--place', 'Washington, D.C.'], ['a']],
    [
      ['--status', 'published,draft'],
      ['a', 'b', 'c'],
    ],
  ])('by %j is %j', async (args, expected) => {
    expect(await ids(...args)).toEqual(expected);
  });

  it('by a saved feed is never more than the feed has, whatever is asked besides', async () => {
    const cwd = scratchFolder(files);
    const feed = async (...more: string[]): Promise<string> =>
      (await press(['export', '--feed', 'others', '-f', 'ndjson', '--columns', 'id', ...more], { cwd })).out;
    expect(await feed('--exact')).toBe(await feed());
  });

  it.each([
    [['--text', 'people -office'], '--text «-office»: the sign leaves nothing out.'],
    [['--text', 'peop*'], '--text «peop*»: there is no wildcard.'],
  ])('by %j is refused rather than turned round', async (args, message) => {
    const { err, status } = await press(['list', ...args], { cwd: scratchFolder(files) });
    expect(status).toBe(2);
    expect(err).toContain(message);
  });

  it('and cut to nothing is not called nothing', async () => {
    const cwd = scratchFolder(files);
    for (const command of ['list', 'export'])
      expect((await press([command, '--offset', '5'], { cwd })).err).toContain(
        '3 releases answer that, but --limit or --offset leaves nothing of it.',
      );
  });
});
