import { describe, expect, it } from 'vitest';
import { scratchFolder } from '../support/scratch-folder.ts';
import { press, type Outcome } from '../support/world.ts';

const taxonomy = `version: 1
languages: [en, de]
facets:
  topic:
    label: {en: Topic, de: Thema}
    property: topics
    multiple: true
    required: true
    terms:
      environment:
        label: {en: Environment, de: Umwelt}
        assignable: false
        narrower:
          water: {label: {en: Water, de: Wasser}, aliases: [rivers]}
          air: {label: Air, formerIds: [atmosphere]}
      to-string: {label: toString}
  ministry:
    property: ministry
    required: true
    judged: author
    terms:
      health: {label: Ministry of Health, active: {from: 2000, until: 2010-12-31}, replacedBy: [welfare]}
      welfare: {label: Ministry of Welfare, active: {from: 2011}}
  value-of:
    property: valueOf
    terms: {x: {label: Anything}}
`;
const release = (id: string, lines: string): string =>
  `---\nid: ${id}\ntitle: About ${id}\ndate: 2020-01-02\nplace: Vienna\nstatus: published\n${lines}\n---\nVIENNA, 2 January 2020 – Text.\n`;
const repository = (): string =>
  scratchFolder({
    'taxonomy.yaml': taxonomy,
    'releases/2020/2020-01-02-rivers.md': release('rivers', 'topics: [water]\nministry: welfare'),
    'releases/2020/2020-01-02-smoke.md': release(
      'smoke',
      'topics: [atmosphere, to-string]\nministry: welfare\nvalueOf: x',
    ),
  });
const run = (args: readonly string[], cwd = repository()): Promise<Outcome> => press(args, { cwd });
const listed = async (...args: string[]): Promise<string> =>
  (await run(['list', ...args])).out
    .split('\n')
    .map((line) => line.split('\t')[0])
    .join(' ')
    .trim();

describe("a newsroom's own facets, without a line of code", () => {
  it('are options that choose', async () => {
    expect(await listed('--topic', 'water')).toBe('rivers');
    expect(await listed('--topic', 'Wasser')).toBe('rivers');
    expect(await listed('--topic', 'RIVERS,air')).toBe('rivers smoke');
    expect(await listed('--topic', 'environment')).toBe('rivers smoke');
    expect(await listed('--topic', 'environment', '--exact')).toBe('');
    expect(await listed('--not-topic', 'water')).toBe('smoke');
    expect(await listed('--ministry', 'Ministry of Welfare', '--topic', 'atmosphere')).toBe('smoke');
    expect(await listed('--topic', 'toString', '--value-of', 'anything')).toBe('smoke');
    expect(await listed('--not-value-of', 'x')).toBe('rivers');
  });

  it('are fields of a query, by name and by key', async () => {
    expect(await listed('--where', 'topic:water OR valueOf:x')).toBe('rivers smoke');
    expect(await listed('--where', 'topics:air AND NOT value-of:x')).toBe('');
  });

  it('are no others: those of the shipped vocabulary are unknown', async () => {
    expect(await run(['list', '--field', 'x'])).toMatchObject({
      status: 2,
      err: expect.stringContaining('Unknown option «--field».') as string,
    });
    expect((await run(['list', '--topic', 'watr'])).err).toBe(
      'press: «watr» is not a term of topic.\n  Did you mean «water»?\n',
    );
    expect((await run(['list', '--where', 'field:x'])).err).toContain('The fields are topic, ministry, value-of, date');
    const help = (await run(['list', '--help'])).out;
    for (const option of ['--topic <term>', '--not-topic <term>', '--ministry <term>', '--value-of <term>'])
      expect(help).toContain(option);
  });

  it('are judged', async () => {
    const sound = scratchFolder({
      'taxonomy.yaml': taxonomy,
      'releases/2020/2020-01-02-rivers.md': release('rivers', 'topics: [water]\nministry: welfare'),
    });
    expect(await press(['validate'], { cwd: sound })).toMatchObject({ status: 0 });
    const wrong = scratchFolder({
      'taxonomy.yaml': taxonomy,
      'releases/a.md': release('a', 'topics: [wotar]\nministry: health'),
      'releases/b.md': release('b', 'topics: [environment]\nministry: welfare\ntopic: water'),
      'releases/c.md': release('c', 'topics: [water]'),
    });
    const { out, status } = await press(['validate', '--format', 'json'], { cwd: wrong });
    const rules = (JSON.parse(out) as { diagnostics: { file: string; rule: string }[] }).diagnostics.map(
      ({ file, rule }) => `${file.slice(9, 10)} ${rule}`,
    );
    expect(status).toBe(1);
    for (const rule of ['a unknown-term', 'a retired-term', 'b unassignable-term', 'b unknown-key', 'c missing-facet'])
      expect(rules).toContain(rule);
  });

  it('go out under their keys, in tables and in records', async () => {
    expect((await run(['export', '-f', 'csv'])).out).toContain('topics,ministry');
    expect((await run(['export', '-f', 'csv', '--columns', 'id,topics,valueOf'])).out).toBe(
      'id,topics,valueOf\r\nrivers,Water,\r\nsmoke,Air; toString,Anything\r\n',
    );
    const [rivers, smoke] = JSON.parse((await run(['export', '-f', 'json'])).out) as Record<string, unknown>[];
    expect(rivers).toMatchObject({
      topics: [{ id: 'water', label: 'Water' }],
      ministry: [{ id: 'welfare', label: 'Ministry of Welfare' }],
    });
    expect(smoke).toMatchObject({
      topics: [
        { id: 'air', label: 'Air' },
        { id: 'to-string', label: 'toString' },
      ],
      valueOf: [{ id: 'x', label: 'Anything' }],
    });
    expect((await run(['export', '-f', 'json', '--label-lang', 'de'])).out).toContain('"label":"Wasser"');
  });

  it('are asked for when a release is made, and offered to editors', async () => {
    const cwd = repository();
    const made = await run(
      [
        'new',
        'A title',
        '--date',
        '2020-01-03',
        '--place',
        'Vienna',
        '--topic',
        'Wasser',
        '--ministry',
        'welfare',
        '--value-of',
        'Anything',
      ],
      cwd,
    );
    expect(made).toMatchObject({ status: 0, out: 'releases/2020/2020-01-03-a-title.md\n' });
    expect((await run(['new', 'B', '--date', '2020-01-03'], cwd)).err).toContain('--topic');
    expect((await run(['taxonomy', 'schema', '-n'], cwd)).out).toContain('"valueOf"');
    expect((await run(['taxonomy', 'tree', 'topic'], cwd)).out).toContain('Topic (--topic)');
  });
});

describe('a repository without a vocabulary, with a schema of its own', () => {
  const schema = JSON.stringify({
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    title: 'Post',
    type: 'object',
    required: ['title', 'layout'],
    properties: {
      title: { type: 'string', maxLength: 300 },
      layout: { enum: ['post', 'page'] },
      permalink: { type: 'string', maxLength: 300 },
    },
  });
  const posts = (text: string): string =>
    scratchFolder({
      'taxonomy.yaml': 'version: 1\nfacets: {}\n',
      'press.yaml': 'releases: _posts\n',
      'schemas/release.schema.json': schema,
      '_posts/2014-06-27-a.md': text,
    });

  it('is judged by that schema', async () => {
    const sound = posts('---\ntitle: A hearing\nlayout: post\n---\n# A hearing\n\nIt was held.\n');
    expect(await run(['validate', '--rule', 'heading-level=off'], sound)).toMatchObject({ status: 0, err: '' });
    const { out, status } = await run(
      ['validate', '--format', 'line'],
      posts('---\ntitle: A hearing\nlayout: pots\npermalink: null\nlayuot: post\n---\nIt was held.\n'),
    );
    expect(status).toBe(1);
    expect(out.split('\n').map((line) => line.replace(/: .*\[/, ' ['))).toEqual([
      '_posts/2014-06-27-a.md:3:9 [schema]',
      '_posts/2014-06-27-a.md:4:12 [schema]',
      '_posts/2014-06-27-a.md:5:1 [unknown-key]',
      '',
    ]);
  });

  it('can be listed, shown and exported: nothing in it is public', async () => {
    const cwd = posts('---\ntitle: A hearing\nlayout: post\n---\nIt was held.\n');
    expect(await run(['list'], cwd)).toMatchObject({ out: '', status: 0 });
    expect(await run(['export', '--format', 'json'], cwd)).toMatchObject({ out: '[]\n', status: 0 });
    expect(await run(['taxonomy', 'list'], cwd)).toMatchObject({ status: 0 });
  });
});
