import { describe, expect, it } from 'vitest';
import { explain } from '../../src/cli/commands/explain.ts';
import { errorCodes } from '../../src/model/press-error.ts';
import { rules } from '../../src/rules/index.ts';
import { runCommand, type Ran } from './run-command.ts';

// No repository is needed to ask what a word means.
const run = (name?: string, format?: string): Promise<Ran> =>
  runCommand(explain, {
    cwd: '/',
    arguments: name === undefined ? [] : [name],
    options: format === undefined ? {} : { format },
  });

describe('press explain', () => {
  it.each(rules.map((rule) => [rule.id, rule] as const))(
    'tells what %s means and shows examples',
    async (id, { summary, why }) => {
      const { status, stdout } = await run(id);
      expect(status).toBe(0);
      for (const part of [`${id} (`, summary, why, 'Wrong:\n', 'Right:\n', `press validate --rule ${id}=`])
        expect(stdout).toContain(part);
      expect(stdout).not.toMatch(/[\u0000-\u0009\u000B-\u001F\u007F-\u009F\u202A-\u202E\u2066-\u2069\uFEFF]/);
      expect(stdout.split('\n').length).toBeLessThan(160);
    },
  );

  it.each(Object.entries(errorCodes))('tells what the code %s means', async (code, summary) => {
    expect((await run(code)).stdout).toContain(summary);
  });

  it('lists everything without a name', async () => {
    const { stdout } = await run();
    for (const { id } of rules) expect(stdout).toMatch(new RegExp(`^  ${id} `, 'm'));
    for (const code of Object.keys(errorCodes)) expect(stdout).toMatch(new RegExp(`^  ${code} `, 'm'));
  });

  it('is JSON for programs', async () => {
    expect(JSON.parse((await run('duplicate-id', 'json')).stdout)).toMatchObject({
      rule: { id: 'duplicate-id', severity: 'error', scope: 'archive' },
    });
    expect(JSON.parse((await run('unknown-term', 'json')).stdout)).toMatchObject({
      rule: { id: 'unknown-term' },
      code: { code: 'unknown-term' },
    });
    expect(JSON.parse((await run(undefined, 'json')).stdout)).toMatchObject({
      rules: rules.map(({ id }) => ({ id })),
      codes: errorCodes,
    });
  });

  it.each([
    ['unknwon-term', 'Did you mean «unknown-term»?'],
    ['constructor', '«press explain» lists them all.'],
  ])('does not know %s', async (name, hint) => {
    await expect(run(name)).rejects.toMatchObject({ code: 'usage', hint });
    await expect(run(name, 'json')).rejects.toMatchObject({ code: 'usage', hint });
  });
});
