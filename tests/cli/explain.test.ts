import { describe, expect, it } from 'vitest';
import { explain } from '../../src/cli/commands/explain.ts';
import { errorCodes } from '../../src/model/press-error.ts';
import { ruleTopics } from '../../src/model/rule.ts';
import { vocabularyTopics } from '../../src/model/vocabulary-rule.ts';
import { rules as releaseRules } from '../../src/rules/index.ts';
import { vocabularyRules } from '../../src/vocabulary-rules/index.ts';
import { runCommand, type Ran } from './run-command.ts';

const rules = [...releaseRules, ...vocabularyRules];
const command = (rule: (typeof rules)[number]): string =>
  rule.scope === 'taxonomy' ? 'press taxonomy check' : 'press validate';

// No repository is needed to ask what a word means.
const run = (name?: string, format?: string): Promise<Ran> =>
  runCommand(explain, {
    cwd: '/',
    arguments: name === undefined ? [] : [name],
    options: format === undefined ? {} : { format },
  });

describe('press explain', () => {
  it.each(rules.map((rule) => [rule.id, rule] as const))('tells what %s means and shows examples', async (id, rule) => {
    const { summary, why } = rule;
    const { status, stdout } = await run(id);
    expect(status).toBe(0);
    for (const part of [`${id} (`, summary, why, 'Wrong:\n', 'Right:\n', `${command(rule)} --rule ${id}=`])
      expect(stdout).toContain(part);
    expect(stdout).not.toMatch(/[\u0000-\u0009\u000B-\u001F\u007F-\u009F\u202A-\u202E\u2066-\u2069\uFEFF]/);
    expect(stdout.split('\n').length).toBeLessThan(160);
  });

  it.each(rules.map((rule) => [rule.id, rule] as const))('says what can be done about %s', async (id, rule) => {
    const { stdout } = await run(id);
    expect(stdout.includes(`${command(rule)} --fix\n`)).toBe(rule.mends?.safe !== undefined);
    expect(stdout.includes(`${command(rule)} --fix-review\n`)).toBe(rule.mends?.review !== undefined);
    expect(stdout.includes(`# press-ignore ${id}: why`)).toBe(
      rule.isBinding !== true && rule.scope !== 'ignore' && rule.scope !== 'taxonomy',
    );
    expect(stdout.includes('No remark in a file silences it')).toBe(rule.isBinding === true);
    expect(stdout).toContain(rule.isOffByDefault === true ? `rules: {${id}: ${rule.severity}}` : `rules: {${id}: `);
  });

  it('orders the rules by what they are about', async () => {
    const { stdout } = await run();
    const shown = [...stdout.matchAll(/^ {2}([a-z0-9.-]+) +[A-Z]/gm)].map(([, id]) => id);
    const byTopic = (topics: object, cards: typeof rules): typeof rules =>
      Object.keys(topics).flatMap((topic) => cards.filter((rule) => rule.topic === topic));
    const wanted = [...byTopic(ruleTopics, [...releaseRules]), ...byTopic(vocabularyTopics, [...vocabularyRules])];
    expect(shown.slice(0, rules.length)).toEqual(wanted.map(({ id }) => id));
    for (const heading of [...Object.values(ruleTopics), ...Object.values(vocabularyTopics)])
      expect(stdout).toContain(`\n${heading}:\n`);
  });

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
