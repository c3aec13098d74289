import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Writable } from 'node:stream';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { describe, expect, it } from 'vitest';
import { validate } from '../../src/cli/commands/validate.ts';
import { samplePath, sampleRelease } from '../../src/model/sample-release.ts';
import { scratchFolder } from '../support/scratch-folder.ts';
import { runCommand, type Circumstances } from './run-command.ts';
import { shippedTaxonomy as taxonomy } from '../support/shipped-taxonomy.ts';

const schema = JSON.parse(
  readFileSync(new URL('../../schemas/output/diagnostics.schema.json', import.meta.url), 'utf8'),
) as object;
const isDiagnostics = new Ajv2020().compile(schema);

const warned = sampleRelease({}, 'A course opened.\n');
const wrong = sampleRelease({ fields: '[electoins]' });

const repository = (text: string, more: Record<string, string> = {}): string =>
  scratchFolder({ 'taxonomy.yaml': taxonomy, [samplePath]: text, ...more });

const run = (cwd: string, circumstances: Partial<Circumstances> = {}): ReturnType<typeof runCommand> =>
  runCommand(validate, { cwd, ...circumstances });

describe('press validate', () => {
  it('ends with 0 and one line when nothing is wrong', async () => {
    expect(await run(repository(sampleRelease()))).toEqual({
      status: 0,
      stdout: '1 release, nothing wrong.\n',
      stderr: '',
    });
  });

  it('ends with 1 at an error, and says it on stdout alone', async () => {
    const { status, stdout, stderr } = await run(repository(wrong));
    expect(status).toBe(1);
    expect(stdout.startsWith(`${samplePath}\n    7 | fields: [electoins]\n 7:10 | `)).toBe(true);
    expect(stdout).toContain('\n1 error in one file.\n');
    expect(stderr).toBe('');
  });

  it.each([
    [{}, 0],
    [{ maxWarnings: '1' }, 0],
    [{ maxWarnings: '0' }, 1],
    [{ rule: ['dateline-missing=error'] }, 1],
    [{ rule: ['dateline-missing=off'], maxWarnings: '0' }, 0],
  ])('ends with a warning and %j at %i', async (options, status) => {
    expect((await run(repository(warned), { options })).status).toBe(status);
  });

  it('takes levels from press.yaml', async () => {
    expect((await run(repository(wrong, { 'press.yaml': 'rules: {unknown-term: "off"}\n' }))).status).toBe(0);
  });

  it('prints what the schema of its output accepts', async () => {
    const { stdout, status } = await run(repository(wrong), { options: { format: 'json' } });
    const report = JSON.parse(stdout) as object;
    expect(isDiagnostics(report), JSON.stringify(isDiagnostics.errors)).toBe(true);
    expect(report).toMatchObject({
      summary: { files: 1, errors: 1, fixable: 1 },
      diagnostics: [{ file: samplePath, rule: 'unknown-term' }],
    });
    expect(status).toBe(1);
  });

  it('shows paths as seen from where the person stands, and takes them so', async () => {
    const root = repository(wrong);
    const folder = join(root, 'releases/2009');
    const name = samplePath.split('/').at(-1) ?? '';
    expect((await run(folder, { arguments: [name] })).stdout).toContain(`${name}\n    7 | fields`);
    expect((await run(folder, { arguments: ['..'] })).stdout).toContain(`${name}\n    7 | fields`);
    expect(JSON.parse((await run(folder, { arguments: ['.'], options: { format: 'json' } })).stdout)).toMatchObject({
      diagnostics: [{ file: samplePath }],
    });
    expect((await run(join(root, '..'), { repo: root, arguments: [join(root, samplePath)] })).status).toBe(1);
  });

  it.each([
    [{ arguments: ['nothing.md'] }, 'unreadable-file', '«nothing.md» does not exist.'],
    [{ arguments: ['../elsewhere.md'] }, 'usage', '«../elsewhere.md» lies outside the repository.'],
    [{ arguments: ['-'] }, 'usage', '«-» needs --stdin-path.'],
    [{ options: { stdinPath: samplePath } }, 'usage', '«--stdin-path» needs «-».'],
    [{ arguments: ['-'], options: { stdinPath: '/x.md' } }, 'usage', '«/x.md» lies outside the repository.'],
    [{ options: { maxWarnings: 'few' } }, 'usage', '«--max-warnings few» is no number.'],
    [{ options: { rule: ['hyppe=off'] } }, 'usage', '«hyppe» in --rule is not a rule of press.'],
    [{ options: { format: 'yaml' } }, 'usage', '«yaml» is no way to print findings.'],
  ])('does not run with %j', async (circumstances, code, message) => {
    await expect(run(repository(wrong), circumstances)).rejects.toMatchObject({ code, message });
  });

  it('reads a text that is not saved as the file at its path', async () => {
    const root = repository(wrong);
    const asSaved = { arguments: ['-'], options: { stdinPath: samplePath } };
    expect((await run(root, { ...asSaved, stdin: sampleRelease() })).stdout).toBe('1 release, nothing wrong.\n');
    const { stdout } = await run(root, { ...asSaved, stdin: sampleRelease({ source: 'bakku' }) });
    expect(stdout).toContain('   6 | source: bakku\n 6:9 |         ^^^^^ error: ');
  });

  it('says on stderr what it passed over', async () => {
    const root = repository(sampleRelease(), { 'releases/README.md': 'Read me.\n' });
    expect(await run(root, { arguments: ['releases/README.md'] })).toEqual({
      status: 0,
      stdout: '0 releases, nothing wrong.\n',
      stderr: '«releases/README.md» is no release: it was not looked at.\n',
    });
  });

  it('prints into a file, and the status stays', async () => {
    const root = repository(wrong);
    expect(await run(root, { options: { output: 'findings.txt' } })).toEqual({ status: 1, stdout: '', stderr: '' });
    expect(readFileSync(join(root, 'findings.txt'), 'utf8')).toContain('1 error in one file.\n');
  });

  it('keeps its status when the reader of the output goes away', async () => {
    const gone = (): Writable =>
      new Writable({ write: (_, __, done) => done(Object.assign(new Error('gone'), { code: 'EPIPE' })) });
    await expect(run(repository(wrong), { stdout: gone() })).rejects.toMatchObject({ reason: 'gone', status: 1 });
    await expect(run(repository(sampleRelease()), { stdout: gone() })).rejects.toMatchObject({
      reason: 'gone',
      status: 0,
    });
  });
});
