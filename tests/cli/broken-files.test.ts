import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { samplePath, sampleRelease } from '../../src/model/sample-release.ts';
import { contentOf, scratchFolder } from '../support/scratch-folder.ts';
import { press } from '../support/world.ts';
import { shippedTaxonomy as taxonomy } from '../support/shipped-taxonomy.ts';

const withFacet = (name: string, property = 'topics', terms = '{}'): string =>
  `version: 1\nfacets:\n  ${name}:\n    property: ${property}\n    terms: ${terms}\n`;

/** What every command says about a repository in which a file is broken, and that it changes nothing. */
async function saidOf(files: Readonly<Record<string, string>>): Promise<string> {
  const folder = scratchFolder({ 'taxonomy.yaml': taxonomy, [samplePath]: sampleRelease(), ...files });
  const before = contentOf(folder);
  const said = new Set<string>();
  for (const command of [
    ['validate'],
    ['list'],
    ['export', '-f', 'csv'],
    ['show', 'observer-course'],
    ['new', 'A title'],
    ['taxonomy', 'tree'],
    ...(Object.hasOwn(files, 'taxonomy.yaml') ? [['taxonomy', 'schema']] : []),
  ]) {
    const { status, out, err } = await press(command, { cwd: folder });
    expect([status, out], command.join(' ')).toEqual([2, '']);
    said.add(err);
  }
  expect(contentOf(folder)).toEqual(before);
  expect([...said]).toHaveLength(1);
  return [...said].join('');
}

describe('a broken taxonomy.yaml ends every command in one sentence with its place, and nothing is written', () => {
  it.each<[string, string, string, string]>([
    ['nothing', '', '1:1', 'The key «version» is missing.'],
    ['only remarks', '# Words\n', '1:1', 'The key «version» is missing.'],
    ['only dashes', '---\n', '1:1', 'The key «version» is missing.'],
    ['no facets', 'version: 1\n', '1:1', 'The key «facets» is missing.'],
    [
      'facets that are none',
      'version: 1\nfacets: many\n',
      '2:9',
      '«facets» must be a group of «key: value» lines, not «many».',
    ],
    ['a list', '- version: 1\n', '1:1', 'The text here is no list of «key: value» lines.'],
    [
      'another version',
      'version: 2\nfacets: {a: {property: b, terms: {}}}\n',
      '1:10',
      '«2» is not a value that «version» takes.',
    ],
    [
      'a bracket that is not closed',
      'version: 1\nfacets: {a: {property: b, terms: {}}\n',
      '2:9',
      'The map that opens with «{» here is not closed.',
    ],
    [
      'a quote that is not closed',
      'version: 1\nnote: "x\nfacets: {}\n',
      '2:7',
      'The value of «note» opens with a double quote that is not closed.',
    ],
    ['a tab', 'version: 1\nfacets:\n\ta: {}\n', '3:1', 'The line is indented with a tab.'],
    ['a key that stands twice', 'version: 1\nversion: 1\n', '2:1', 'The key «version» stands here a second time.'],
    ['an anchor', 'version: 1\nfacets: &all {}\n', '2:9', '«&all» is read as a YAML anchor, which press does not use.'],
    ['a second document', 'version: 1\n---\nfacets: {}\n', '2:1', 'A second YAML document begins here.'],
    [
      'a misspelled key',
      withFacet('topic').replace('property', 'proprety'),
      '4:5',
      'The key «property» is missing in «facets.topic».',
    ],
    ['an unknown key', `${withFacet('topic')}    langauges: [en]\n`, '6:5', 'The key «langauges» is not known here.'],
    [
      'a term without a label',
      withFacet('topic', 'topics', '{water: {}}'),
      '5:20',
      'The key «label» is missing in «facets.topic.terms.water».',
    ],
    [
      'a term that is empty',
      withFacet('topic', 'topics', '\n      water:'),
      '6:7',
      'The value of «facets.topic.terms.water» is empty.',
    ],
    [
      'an empty label',
      withFacet('topic', 'topics', '{water: {label: ""}}'),
      '5:28',
      'The value of «facets.topic.terms.water.label» is an empty text.',
    ],
    [
      'an id that is none',
      withFacet('topic', 'topics', '{Water: {label: Water}}'),
      '5:13',
      '«Water» cannot be a name in «facets.topic.terms».',
    ],
    [
      'an id of digits with something wrong',
      withFacet('topic', 'topics', '{2020: {label: 1, labl: 2}}'),
      '5:30',
      'The key «labl» is not known here.',
    ],
    [
      'an id that stands twice',
      withFacet('topic', 'topics', '\n      a: {label: A}\n      b: {label: B, narrower: {a: {label: A}}}'),
      '7:32',
      'The id «a» stands a second time in this facet.',
    ],
    [
      'an id that every object has',
      withFacet('topic', 'topics', '{constructor: {label: C}}'),
      '5:13',
      '«constructor» may not be used as a key.',
    ],
    [
      'a date that is none',
      withFacet('topic', 'topics', '{a: {label: A, active: {from: 2000-13}}}'),
      '5:42',
      '«2000-13» is no date.',
    ],
    [
      'a former name with a date that is none',
      withFacet('topic', 'topics', '{a: {label: A, names: [{label: B, until: 2001-02-30}]}}'),
      '5:53',
      '«2001-02-30» is no date.',
    ],
    [
      'a facet that is an option',
      withFacet('limit'),
      '3:3',
      'A facet cannot be called «limit»: it is an option or a query field of press.',
    ],
    [
      'a facet that is a query field',
      withFacet('text'),
      '3:3',
      'A facet cannot be called «text»: it is an option or a query field of press.',
    ],
    [
      'a facet that leaves out',
      withFacet('not-topic'),
      '3:3',
      'A facet cannot be called «not-topic»: an option that begins like that leaves something out.',
    ],
    [
      'a facet with a hyphen at the end',
      withFacet('topic-'),
      '3:3',
      'A facet cannot be called «topic-»: a hyphen stands between two letters or digits.',
    ],
    ['a facet in capitals', withFacet('Topic'), '3:3', '«Topic» cannot be a name in «facets».'],
    [
      'a facet under a key of press',
      withFacet('topic', 'embargo'),
      '4:15',
      '«embargo» is a front-matter key of press itself.',
    ],
    [
      'two facets under one key',
      `${withFacet('topic')}  area: {property: topics, terms: {}}\n`,
      '6:20',
      '«topics» already is the front-matter key of the facet «topic».',
    ],
  ])('%s', async (_, text, place, sentence) => {
    const said = await saidOf({ 'taxonomy.yaml': text });
    expect(said.split('\n')[0]).toBe(`press: taxonomy.yaml:${place}: ${sentence}`);
    expect(said).toMatch(/^press: .*\n {2}\S.*\n$/);
  });

  it('with a byte-order mark or the line ends of Windows the places are the same', async () => {
    const text = 'version: 1\r\nfacets: many\r\n';
    expect(await saidOf({ 'taxonomy.yaml': text })).toContain('taxonomy.yaml:2:9: ');
    expect(await saidOf({ 'taxonomy.yaml': `\uFEFF${text}` })).toContain('taxonomy.yaml:2:9: ');
    expect(await saidOf({ 'taxonomy.yaml': '\uFEFFversoin: 1\n' })).toContain('taxonomy.yaml:1:1: ');
  });

  it('that is too big, no UTF-8, a folder or a link', async () => {
    expect(await saidOf({ 'taxonomy.yaml': `# ${'x'.repeat(1024 * 1024)}` })).toBe(
      'press: taxonomy.yaml has 1048578 bytes; the limit is 1048576 (1 MiB).\n  Put it there as an ordinary file that you may read.\n',
    );
    const folder = scratchFolder({ 'a/taxonomy.yaml': '', 'b/x': '', 'c/real.yaml': taxonomy });
    writeFileSync(join(folder, 'a/taxonomy.yaml'), Buffer.from('version: 1\nnote: Caf\u00e9', 'latin1'));
    mkdirSync(join(folder, 'b/taxonomy.yaml'));
    symlinkSync('real.yaml', join(folder, 'c/taxonomy.yaml'));
    const said = async (name: string): Promise<string> =>
      (await press(['list'], { cwd: join(folder, name) })).err.split('\n')[0] ?? '';
    expect(await said('a')).toBe(
      'press: taxonomy.yaml:2: The file is not UTF-8; it looks like ISO 8859-1 or another single-byte encoding.',
    );
    expect(await said('b')).toBe('press: taxonomy.yaml is a folder.');
    expect(await said('c')).toBe('press: taxonomy.yaml is a link; press does not follow links.');
  });

  it('that would take its reader or its judge too long', async () => {
    expect(await saidOfList({ 'taxonomy.yaml': ']'.repeat(1_000_000) })).toContain(
      'taxonomy.yaml:1:1: The YAML that begins here takes too long to read.',
    );
    const wrong = Array.from({ length: 40_000 }, (_, n) => `      t${n}: {lable: x}`).join('\n');
    expect(await saidOfList({ 'taxonomy.yaml': withFacet('topic', 'topics', `\n${wrong}`) })).toContain(
      'So much is wrong that judging it takes too long.',
    );
  });

  /** The same for a file that takes seconds: one command is enough. */
  async function saidOfList(files: Readonly<Record<string, string>>): Promise<string> {
    const { status, out, err } = await press(['list'], { cwd: scratchFolder(files) });
    expect([status, out]).toEqual([2, '']);
    return err;
  }

  it('without one there is no repository', async () => {
    const cwd = scratchFolder({ 'press.yaml': '', 'releases/a.md': sampleRelease() });
    const { status, err } = await press(['validate'], { cwd });
    expect(status).toBe(2);
    expect(err).toBe(
      'press: There is no press repository here: no taxonomy.yaml in this folder or above it.\n  Go into one, name one with «-C DIR», or make one with «press init».\n',
    );
    expect((await press(['list', '-C', 'nowhere'], { cwd })).err).toContain(
      '«nowhere» has no taxonomy.yaml, so it is no press repository.',
    );
  });
});

describe('a broken press.yaml', () => {
  it.each<[string, string, string, string]>([
    ['a zone that is none', 'language: en\ntimezone: Mars/Phobos\n', '2:11', '«Mars/Phobos» is no time zone.'],
    ['a zone that nobody can reckon with', 'timezone: PST\n', '1:11', '«PST» is no time zone.'],
    ['an unknown key', 'timzone: UTC\n', '1:1', 'The key «timzone» is not known here.'],
    ['an unknown key further in', 'publisher:\n  nme: Desk\n', '2:3', 'The key «nme» is not known here.'],
    [
      'a text for a group',
      'publisher: Desk\n',
      '1:12',
      '«publisher» must be a group of «key: value» lines, not «Desk».',
    ],
    ['a list at the top', '[]\n', '1:1', 'The text here is no list of «key: value» lines.'],
    ['a folder outside', 'releases: ../elsewhere\n', '1:11', '«../elsewhere» leads out of the repository.'],
    [
      'an absolute folder',
      'releases: /srv/releases\n',
      '1:11',
      '«/srv/releases» is not a value that «releases» takes.',
    ],
    [
      'the repository for a folder',
      'releases: ./\n',
      '1:11',
      'The folder of the releases cannot be the repository itself.',
    ],
    ['a level that is none', 'rules: {schema: fatal}\n', '1:17', '«fatal» is not a value that «rules.schema» takes.'],
    [
      'an address that is none',
      'baseUrl: press.example.org\n',
      '1:10',
      '«press.example.org» is not a value that «baseUrl» takes.',
    ],
    ['a feed without an id', 'feeds: [{title: All}]\n', '1:9', 'The key «id» is missing in «feeds[1]».'],
    ['a language that is none', 'language: en_GB\n', '1:11', '«en_GB» is not a value that «language» takes.'],
  ])('%s', async (_, text, place, sentence) => {
    expect((await saidOf({ 'press.yaml': text })).split('\n')[0]).toBe(`press: press.yaml:${place}: ${sentence}`);
  });

  it('says what may have been meant', async () => {
    expect(await saidOf({ 'press.yaml': 'timzone: UTC\n' })).toContain('\n  Did you mean «timezone»?\n');
    expect(await saidOf({ 'press.yaml': 'rules: {schema: fatal}\n' })).toContain(
      '\n  It takes «off», «info», «warning», «error».\n',
    );
  });

  it.each(['', '# nothing yet\n', '---\n', '{}\n', '\uFEFFtimezone: Europe/Vienna\r\n', 'timezone: utc\n'])(
    'may be %j',
    async (text) => {
      const cwd = scratchFolder({ 'taxonomy.yaml': taxonomy, 'press.yaml': text, [samplePath]: sampleRelease() });
      expect((await press(['validate'], { cwd })).status).toBe(0);
    },
  );
});
