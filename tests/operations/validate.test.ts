import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import type { Diagnostic } from '../../src/model/diagnostic.ts';
import type { Repository } from '../../src/model/repository.ts';
import type { Finding, Rule } from '../../src/model/rule.ts';
import { samplePath, sampleRelease } from '../../src/model/sample-release.ts';
import { validate } from '../../src/operations/validate.ts';
import type { ValidateOptions, Validation } from '../../src/operations/validation.ts';
import { levelsOf } from '../../src/operations/validate-levels.ts';
import { repositoryInMemory } from '../../src/repository/in-memory.ts';
import { openRepository } from '../../src/repository/open.ts';
import { rules } from '../../src/rules/index.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));
const taxonomy = readFileSync(`${root}/taxonomy.yaml`, 'utf8');
const now = 1_780_315_200_000;

const secondPath = 'releases/2010/2010-01-02-second.md';
const second = sampleRelease(
  { id: '2010-01-02-second', date: '2010-01-02', place: undefined, fields: '[nonsense]' },
  'Text.\n',
);

const archive = (files: Record<string, string> = {}): Promise<Repository> =>
  repositoryInMemory({
    'taxonomy.yaml': taxonomy,
    [samplePath]: sampleRelease({ status: 'publish' }),
    [secondPath]: second,
    ...files,
  });

function run(repository: Repository, options: Partial<ValidateOptions> = {}): Validation {
  return validate(repository, { rules, levels: new Map(), now, ...options });
}

const told = (diagnostics: readonly Diagnostic[]): string[] => diagnostics.map(({ file, rule }) => `${file} ${rule}`);

describe('which files are judged', () => {
  it('all of them, in one run and in the order of a report', async () => {
    const { diagnostics, files } = run(await archive());
    expect(told(diagnostics)).toEqual([`${samplePath} schema`, `${secondPath} unknown-term`]);
    expect(files).toBe(2);
  });

  it.each([
    [[secondPath], 1, [`${secondPath} unknown-term`]],
    [['releases/2010'], 1, [`${secondPath} unknown-term`]],
    [['releases'], 2, [`${samplePath} schema`, `${secondPath} unknown-term`]],
    [[''], 2, [`${samplePath} schema`, `${secondPath} unknown-term`]],
    [[secondPath, 'releases/2010', samplePath], 2, [`${samplePath} schema`, `${secondPath} unknown-term`]],
  ])('the named ones: %s', async (paths, files, expected) => {
    const found = run(await archive(), { paths });
    expect(told(found.diagnostics)).toEqual(expected);
    expect(found.files).toBe(files);
  });

  it('rules that compare files see the whole archive, and speak of the named files', async () => {
    const copy = 'releases/2009/2009-11-16-copy.md';
    const repository = await archive({ [copy]: sampleRelease() });
    const { diagnostics } = run(repository, { paths: [copy] });
    expect(told(diagnostics)).toEqual([`${copy} duplicate-id`]);
    expect(diagnostics[0]?.related?.[0]?.file).toBe(samplePath);
  });

  it('a Markdown file that lies elsewhere is judged like a release when it is named', async () => {
    const repository = await archive({
      'drafts/x.md': sampleRelease({ fields: '[nonsense]', id: '2009-11-16-x', slug: 'x' }),
    });
    expect(told(run(repository, { paths: ['drafts/x.md'] }).diagnostics)).toEqual(['drafts/x.md unknown-term']);
  });

  it('what lies among the releases and is none is passed over, and said', async () => {
    const repository = await archive({ 'releases/README.md': '# Hello\n', 'releases/2010/map.png': '' });
    const { files, passedOver } = run(repository, {
      paths: ['releases/README.md', 'releases/2010/map.png', 'taxonomy.yaml', secondPath],
    });
    expect(files).toBe(1);
    expect(passedOver).toEqual(['releases/README.md', 'releases/2010/map.png', 'taxonomy.yaml']);
  });

  it.each([
    ['releases/2010/nothing.md', 'unreadable-file', 'does not exist'],
    ['notes.txt', 'usage', 'is no release'],
    ['notes', 'usage', 'is no release'],
  ])('%s stops the run', async (path, code, words) => {
    const repository = await archive({ 'notes.txt': 'x', 'notes/a.txt': 'x' });
    expect(() => run(repository, { paths: [path] })).toThrow(
      expect.objectContaining({ code, message: expect.stringContaining(words) as string }) as Error,
    );
  });

  it('an empty archive has nothing wrong', async () => {
    const repository = await repositoryInMemory({ 'taxonomy.yaml': taxonomy });
    for (const options of [{}, { paths: ['releases'] }, { paths: [''] }]) {
      expect(run(repository, options)).toMatchObject({
        diagnostics: [],
        files: 0,
        judged: [],
        passedOver: [],
        costs: [],
      });
    }
  });

  it('a text that is not saved stands in for its file, or joins the others', async () => {
    const repository = await archive();
    const unsaved = [repository.manuscriptFrom(secondPath, Buffer.from(second.replace('nonsense', 'elections')))];
    expect(told(run(repository, { unsaved }).diagnostics)).toEqual([`${samplePath} schema`]);
    const fresh = [repository.manuscriptFrom('releases/2011/2011-01-01-new.md', Buffer.from(second))];
    const found = run(repository, { unsaved: fresh, paths: ['releases/2011/2011-01-01-new.md'] });
    expect(new Set(found.diagnostics.map(({ rule }) => rule))).toEqual(
      new Set(['duplicate-id', 'file-name-date', 'unknown-term']),
    );
    expect(found.files).toBe(1);
  });
});

describe('how rules are run', () => {
  const spy = (scope: 'manuscript' | 'release', seen: string[]): Rule => ({
    id: `spy-${scope}`,
    topic: 'text',
    severity: 'info',
    scope,
    summary: '',
    why: '',
    examples: [],
    check: (first: { readonly path: string }): Finding[] => {
      seen.push(first.path);
      return [];
    },
  });

  it('release rules do not see what the schema or the reader refuses', async () => {
    const [manuscripts, releases] = [[], []] as string[][];
    const unreadable = 'releases/2010/2010-01-03-broken.md';
    run(await archive({ [unreadable]: '---\na: b: c\n---\n' }), {
      rules: [spy('manuscript', manuscripts ?? []), spy('release', releases ?? [])],
    });
    expect(manuscripts).toEqual([samplePath, secondPath, unreadable]);
    expect(releases).toEqual([secondPath]);
  });

  it('a level replaces the severity of the card and of the finding', async () => {
    const draft = { [samplePath]: sampleRelease({ status: 'draft', source: undefined }), [secondPath]: second };
    const repository = await archive(draft);
    const severitiesWith = (words: string[]): string[] =>
      run(repository, { levels: levelsOf(new Map(), words, rules) }).diagnostics.map(
        ({ rule, severity }) => `${rule} ${severity}`,
      );
    expect(severitiesWith([])).toEqual(['missing-facet warning', 'unknown-term error']);
    expect(severitiesWith(['missing-facet=error', 'unknown-term=info'])).toEqual([
      'missing-facet error',
      'unknown-term info',
    ]);
    expect(severitiesWith(['missing-facet=off', 'unknown-term=off'])).toEqual([]);
  });
});

describe('levelsOf', () => {
  it('lets no rule be off that decides whether a release may go out', () => {
    const error = {
      code: 'usage',
      message: '«embargo-format» cannot be off: it decides whether a release may go out.',
    };
    expect(() => levelsOf(new Map(), ['embargo-format=off'], rules)).toThrow(expect.objectContaining(error));
    expect(() => levelsOf(new Map([['embargo-format', 'off']]), [], rules)).toThrow(expect.objectContaining(error));
    expect([...levelsOf(new Map([['embargo-format', 'off']]), ['embargo-format=info'], rules)]).toEqual([
      ['embargo-format', 'info'],
    ]);
  });

  it('takes the command line over press.yaml, and the last word over the first', () => {
    const settings = new Map([
      ['schema', 'warning'],
      ['hype', 'off'],
    ] as const);
    const levels = levelsOf(settings, ['schema=info', 'duplicate-slug=warning', 'duplicate-slug=off'], rules);
    expect([...levels]).toEqual([
      ['schema', 'info'],
      ['hype', 'off'],
      ['duplicate-slug', 'off'],
    ]);
  });

  it.each([
    [['unkown-term=off'], '«unkown-term» in --rule is not a rule of press.', 'Did you mean «unknown-term»?'],
    [['zzz=off'], '«zzz» in --rule is not a rule of press.', '«press explain» lists the rules.'],
    [
      ['schema=fatal'],
      '«--rule schema=fatal» does not say how serious the rule is.',
      'Write the rule and one of off, info, warning and error: --rule schema=error.',
    ],
    [
      ['schema'],
      '«--rule schema» does not say how serious the rule is.',
      'Write the rule and one of off, info, warning and error: --rule schema=error.',
    ],
    [['__proto__=off'], '«__proto__» in --rule is not a rule of press.', '«press explain» lists the rules.'],
    [
      ['schema=constructor'],
      '«--rule schema=constructor» does not say how serious the rule is.',
      'Write the rule and one of off, info, warning and error: --rule schema=error.',
    ],
  ])('refuses %s', (words, message, hint) => {
    expect(() => levelsOf(new Map(), words, rules)).toThrow(
      expect.objectContaining({ code: 'usage', message, hint }) as Error,
    );
  });

  it('refuses a rule in press.yaml that does not exist', () => {
    expect(() => levelsOf(new Map([['dateline-dat', 'off']]), [], rules)).toThrow(
      '«dateline-dat» in press.yaml is not a rule of press.',
    );
  });
});

describe('a file with very many findings', () => {
  const words = Array.from({ length: 250 }, (_, i) => `xyzzy${i}x${i}`);
  const crowded = sampleRelease({ fields: `[${words.join(', ')}]`, place: 'Ganja' });

  it('shows a hundred, the errors first, and says how many others there are', async () => {
    const { diagnostics } = run(await archive({ [samplePath]: crowded }), { paths: [samplePath] });
    expect(diagnostics).toHaveLength(100);
    expect(diagnostics.at(-1)).toMatchObject({
      rule: 'size-limit',
      severity: 'error',
      message: '152 more findings of this file are not shown.',
    });
    expect(diagnostics.at(-1)?.range.start).toEqual(diagnostics.at(-2)?.range.end);
    expect(new Set(diagnostics.slice(0, -1).map(({ rule }) => rule))).toEqual(new Set(['unknown-term']));
  });

  it('is as serious as the worst that is not shown', async () => {
    const levels = levelsOf(new Map(), ['unknown-term=info', 'dateline-place=warning'], rules);
    const { diagnostics } = run(await archive({ [samplePath]: crowded }), { paths: [samplePath], levels });
    expect(diagnostics.filter(({ rule }) => rule === 'dateline-place')).toHaveLength(1);
    expect(diagnostics.find(({ rule }) => rule === 'size-limit')?.severity).toBe('info');
  });
});

describe('the shipped repository', () => {
  it('has nothing wrong', async () => {
    const repository = await openRepository(root);
    const { diagnostics, files } = run(repository, { levels: levelsOf(repository.settings.rules, [], rules) });
    expect(diagnostics).toEqual([]);
    expect(files).toBeGreaterThanOrEqual(24);
  });
});
