import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Diagnostic } from '../../src/model/diagnostic.ts';
import { press, type Outcome } from '../support/world.ts';
import { root } from '../support/session.ts';
import { errorsOf, told } from '../schemas/shipped-schemas.ts';
import { scratchFolder } from '../support/scratch-folder.ts';
import { areSchemasHere, jsonJudge, missing } from '../reporters/judges.ts';

const vocabulary = (terms: string): string =>
  `version: 1\nfacets:\n  topic:\n    property: topics\n    multiple: true\n    terms:\n${terms}  author:\n    property: author\n    judged: author\n    terms:\n      harbour: {label: Harbour Office, active: {until: 2008}}\n`;
const water = '      water: {label: Water}\n      rivers: {label: Rivers, aliases: [water], related: [watre]}\n';
const release = (id: string, status: string): string =>
  `---\nid: ${id}\ntitle: A course begins\ndate: 2009-11-16\nstatus: ${status}\nauthor: harbour\ntopics: [water]\n---\nA course began.\n`;
const files = {
  'taxonomy.yaml': vocabulary(water),
  'releases/a.md': release('a', 'published'),
  'releases/b-secret.md': release('b-secret', 'draft'),
};

interface Report {
  readonly summary: object;
  readonly diagnostics: readonly Diagnostic[];
}

const run = (args: readonly string[], cwd = scratchFolder(files), env = {}): Promise<Outcome> =>
  press(['taxonomy', 'check', ...args], { cwd, env });
const report = async (args: readonly string[] = [], cwd?: string): Promise<Report> =>
  JSON.parse((await run(['--format', 'json', ...args], cwd)).out) as Report;
const rulesIn = async (args: readonly string[] = [], cwd?: string): Promise<string[]> =>
  (await report(args, cwd)).diagnostics.map(({ rule }) => rule);

describe('press taxonomy check', () => {
  it('gives programs every finding with its exact place', async () => {
    const { summary, diagnostics, ...rest } = await report();
    expect(told(errorsOf('output/diagnostics.schema.json', { summary, diagnostics, ...rest }))).toEqual([]);
    expect(summary).toEqual({ files: 1, errors: 1, warnings: 2, infos: 1, fixable: 1 });
    expect(diagnostics.map(({ file, rule, range }) => [file, rule, range.start.line, range.start.column])).toEqual([
      ['taxonomy.yaml', 'unused-term', 8, 7],
      ['taxonomy.yaml', 'alias-shadows-label', 8, 41],
      ['taxonomy.yaml', 'unknown-reference', 8, 59],
      ['taxonomy.yaml', 'use-outside-life', 13, 48],
    ]);
    const text = vocabulary(water);
    expect(diagnostics.map(({ range }) => text.slice(range.start.offset, range.end.offset))).toEqual([
      'rivers',
      'water',
      'watre',
      '{until: 2008}',
    ]);
  });

  it('has a place after a byte-order mark and Windows line ends, too', async () => {
    const text = `\uFEFF${vocabulary(water).replaceAll('\n', '\r\n')}`;
    const { diagnostics } = await report([], scratchFolder({ 'taxonomy.yaml': text }));
    expect(diagnostics.map(({ range }) => text.slice(range.start.offset, range.end.offset))).toEqual([
      'water',
      'watre',
    ]);
  });

  it.skipIf(!areSchemasHere)(`writes a valid report for code scanning${missing}`, async () => {
    const { out, status } = await run(['--format', 'sarif']);
    expect(status).toBe(1);
    expect(jsonJudge('sarif/sarif-schema-2.1.0.json')(JSON.parse(out))).toBe('valid');
  });

  it('names taxonomy.yaml and itself in the reports of machines', async () => {
    const sarif = JSON.parse((await run(['--format', 'sarif'])).out) as {
      runs: {
        automationDetails: { id: string };
        results: { ruleId: string; ruleIndex: number; locations: object[] }[];
      }[];
    };
    expect(sarif.runs[0]?.automationDetails.id).toBe('press/taxonomy-check/');
    expect(sarif.runs[0]?.results.every(({ ruleIndex }) => ruleIndex >= 0)).toBe(true);
    expect(JSON.stringify(sarif.runs[0]?.results[0]?.locations)).toContain('"uri":"taxonomy.yaml"');
    expect((await run(['--format', 'github'])).out).toContain(
      '::error file=taxonomy.yaml,line=8,endLine=8,col=59,endColumn=64,title=unknown-reference::',
    );
    const junit = (await run(['--format', 'junit'])).out;
    expect(junit).toContain('name="press taxonomy check"');
    expect(junit).toContain('classname="press.taxonomy.check"');
    expect((await run(['--format', 'checkstyle'])).out).toContain('<file name="taxonomy.yaml">');
  });

  it('writes into a file, and ends with the same status', async () => {
    const cwd = scratchFolder(files);
    expect(await run(['--format', 'line', '-o', 'found.txt'], cwd)).toMatchObject({ status: 1, out: '' });
    expect(readFileSync(join(cwd, 'found.txt'), 'utf8')).toContain('taxonomy.yaml:8:59: error: ');
  });

  it('fails on errors, and on more warnings than are allowed', async () => {
    const off = ['--rule', 'unknown-reference=off'];
    expect((await run([])).status).toBe(1);
    expect((await run(off)).status).toBe(0);
    expect((await run([...off, '--max-warnings', '2'])).status).toBe(0);
    expect((await run([...off, '--max-warnings', '1'])).status).toBe(1);
    expect((await run([...off, '--rule', 'alias-shadows-label=error'])).status).toBe(1);
  });

  it('takes levels from press.yaml, where those of releases stand as well; press validate does the same', async () => {
    const settings = 'rules: {unused-term: off, alias-shadows-label: error, hype: warning}\n';
    const cwd = scratchFolder({ ...files, 'press.yaml': settings });
    const { diagnostics } = await report([], cwd);
    expect(diagnostics.map(({ rule, severity }) => `${severity} ${rule}`)).toEqual([
      'error alias-shadows-label',
      'error unknown-reference',
      'warning use-outside-life',
    ]);
    expect((await press(['validate', '--rule', 'retired-term=off'], { cwd })).status).toBe(0);
    expect(await rulesIn(['--rule', 'alias-shadows-label=off'], cwd)).not.toContain('alias-shadows-label');
    const wrong = scratchFolder({ ...files, 'press.yaml': 'rules: {unused-trem: off}\n' });
    for (const command of [['validate'], ['taxonomy', 'check']])
      expect(await press(command, { cwd: wrong })).toMatchObject({
        status: 2,
        err: expect.stringContaining('«unused-trem» in press.yaml is not a rule of press.') as string,
      });
  });

  it('does not read the releases when nobody wants to know what they use', async () => {
    const cwd = scratchFolder({ ...files, 'releases/a.md': '\u0000' });
    const off = ['unused-term', 'term-used-once', 'use-outside-life'].flatMap((id) => ['--rule', `${id}=off`]);
    expect((await run(off, cwd)).status).toBe(1);
  });

  it.each([
    ['no YAML', 'version: 1\nfacets: {topic: [\n', 'taxonomy.yaml:'],
    ['a key twice in one mapping', vocabulary('      water: {label: A}\n      water: {label: B}\n'), '«water»'],
    ['what the schema refuses', vocabulary('      water: {lable: Water}\n'), 'taxonomy.yaml:7:14: '],
    [
      'an impossible date',
      vocabulary('      water: {label: Water, active: {from: 2000-13}}\n'),
      '«2000-13» is no date.',
    ],
    ['a facet called like an option', 'version: 1\nfacets: {from: {property: x, terms: {}}}\n', '«from»'],
  ])('cannot look at a vocabulary with %s', async (_, text, words) => {
    const { status, err, out } = await run([], scratchFolder({ 'taxonomy.yaml': text }));
    expect({ status, out }).toEqual({ status: 2, out: '' });
    expect(err).toContain(words);
  });

  it('compares codes with lists from press.yaml or an option', async () => {
    const text = vocabulary(
      '      uk: {label: United Kingdom, iso3166: UK, match: {exactMatch: ["medtop:20000574"]}}\n      finland: {label: Finland, iso3166: FI}\n',
    );
    const cwd = scratchFolder({
      'taxonomy.yaml': text,
      'press.yaml': 'codeLists: {iso3166: lists/countries.txt}\n',
      'lists/countries.txt': 'FI\nGB\n',
      'mine.csv': 'code;name\nUK;mine\nFI;mine\n',
      'topics.json': '{"conceptSet":[{"qcode":"medtop:05000000"}]}',
      'none.txt': 'nothing\n',
    });
    expect(await rulesIn([], cwd)).toEqual(['country-code']);
    expect(await rulesIn(['--iso-codes', 'mine.csv'], cwd)).toEqual([]);
    expect(await rulesIn(['--iso-codes', 'mine.csv', '--media-topics', 'topics.json'], cwd)).toEqual([
      'media-topic-code',
    ]);
    expect(await run(['--iso-codes', 'none.txt'], cwd)).toMatchObject({
      status: 2,
      err: expect.stringContaining('«none.txt» holds no code') as string,
    });
    for (const path of ['missing.txt', 'lists/../../x.txt']) {
      writeFileSync(join(cwd, 'press.yaml'), `codeLists: {iso3166: ${path}}\n`);
      expect(await run([], cwd)).toMatchObject({ status: 2, err: expect.stringContaining(`«${path}»`) as string });
    }
  });

  it('names no release that is not public where others read along', async () => {
    const lines = (await run(['--format', 'json', '--redact-unpublished'])).out;
    expect(lines).toContain('2 releases name «harbour»');
    expect(lines).toContain('releases/a.md');
    expect(lines).not.toContain('secret');
    const github = await run(['--format', 'json'], undefined, { GITHUB_ACTIONS: 'true' });
    expect(github.out).not.toContain('secret');
    expect((await run(['--format', 'json'])).out).toContain('releases/b-secret.md');
    const once = scratchFolder({ ...files, 'releases/a.md': '' });
    expect((await run(['--redact-unpublished', '--format', 'json'], once)).out).not.toContain('secret');
  });

  it('mends the links that are sure, and nothing else', async () => {
    const cwd = scratchFolder(files);
    const dry = await run(['--fix', '--dry-run'], cwd);
    expect(dry).toMatchObject({ status: 1, err: '1 finding would be mended. Nothing was written.\n' });
    expect(dry.out).toContain('+      rivers: {label: Rivers, aliases: [water], related: [water]}');
    expect(readFileSync(join(cwd, 'taxonomy.yaml'), 'utf8')).toBe(files['taxonomy.yaml']);
    expect(await run(['--fix', '--format', 'line'], cwd)).toMatchObject({ status: 0 });
    expect(readFileSync(join(cwd, 'taxonomy.yaml'), 'utf8')).toBe(files['taxonomy.yaml'].replace('watre', 'water'));
    expect(await run(['--fix', '--format', 'line'], cwd)).toMatchObject({ status: 0, err: '' });
  });

  it('never mends a list into one that names a term twice', async () => {
    const terms =
      '      water: {label: Water}\n      a: {label: A, related: [watre, wateer, water], implies: [wtaer, watre], memberOf: [{term: watre, from: 2004}, {term: watre, until: 2001}]}\n';
    const cwd = scratchFolder({ 'taxonomy.yaml': vocabulary(terms) });
    expect((await run(['--fix'], cwd)).status).toBe(1);
    expect((await press(['taxonomy', 'list'], { cwd })).status).toBe(0);
    expect(readFileSync(join(cwd, 'taxonomy.yaml'), 'utf8')).toContain(
      'related: [watre, wateer, water], implies: [water, watre]',
    );
  });

  it('finds neither error nor warning in what press ships', async () => {
    const { out, status } = await press(['taxonomy', 'check', '--max-warnings', '0', '--format', 'json'], {
      cwd: root,
    });
    expect(status).toBe(0);
    expect((JSON.parse(out) as Report).summary).toMatchObject({ files: 1, errors: 0, warnings: 0 });
    for (const taxonomy of ['osce', 'minimal']) {
      const cwd = scratchFolder();
      await press(['init', '--taxonomy', taxonomy], { cwd });
      expect((await run(['--max-warnings', '0'], cwd)).status, taxonomy).toBe(0);
    }
  });
});
