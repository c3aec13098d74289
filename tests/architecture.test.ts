import { readdirSync } from 'node:fs';
import { cruise } from 'dependency-cruiser';
import { beforeAll, describe, expect, it } from 'vitest';
import { commandNames, loadCommand } from '../src/cli/commands/index.ts';
import { importRules } from './support/import-rules.ts';
import { root } from './support/session.ts';

interface Broken {
  readonly from: string;
  readonly to: string;
  readonly rule: { readonly name: string };
}

describe('the house', () => {
  let modules: readonly { readonly source: string }[] = [];
  let broken: readonly Broken[] = [];

  beforeAll(async () => {
    const { output } = await cruise(
      ['src'],
      { ...importRules.options, baseDir: root, validate: true, ruleSet: { forbidden: importRules.forbidden } } as never,
      { extensions: ['.ts', '.js'] } as never,
    );
    const result = output as { modules: typeof modules; summary: { violations: Broken[] } };
    modules = result.modules;
    broken = result.summary.violations;
  });

  it('is read whole: every source file is a module of the graph', () => {
    const files = readdirSync(`${root}src`, { recursive: true, encoding: 'utf8' }).filter((name) =>
      name.endsWith('.ts'),
    );
    const seen = new Set(modules.map((module) => module.source));
    const unread = files
      .map((name) => `src/${name.replaceAll('\\', '/')}`)
      .filter((name) => !seen.has(name) && !name.endsWith('.d.ts'));
    expect(unread).toEqual([]);
    expect(files.length).toBeGreaterThan(100);
  });

  it('has imports that point the way docs/architecture.md says', () => {
    const sentences = new Map(importRules.forbidden.map((rule) => [rule.name, rule.comment]));
    expect(broken.map(({ from, to, rule }) => `${from} → ${to}: ${sentences.get(rule.name) ?? rule.name}`)).toEqual([]);
  });

  it('would notice an import that points the wrong way', async () => {
    const wrong = {
      name: 'probe',
      comment: 'probe',
      severity: 'error',
      from: { path: '^src/cli/' },
      to: { path: '^src/model/' },
    };
    const { output } = await cruise(
      ['src/cli'],
      { ...importRules.options, baseDir: root, validate: true, ruleSet: { forbidden: [wrong] } } as never,
      { extensions: ['.ts', '.js'] } as never,
    );
    expect((output as { summary: { violations: Broken[] } }).summary.violations.length).toBeGreaterThan(10);
  });
});

describe('the list of commands', () => {
  it('holds every card of the folder under the name on the card', async () => {
    const files = readdirSync(`${root}src/cli/commands`).filter((name) => name !== 'index.ts');
    const cards = await Promise.all(commandNames.map(loadCommand));
    expect(cards.map((card) => card.name)).toEqual([...commandNames]);
    expect(files.map((name) => name.replace('.ts', '')).sort()).toEqual(
      commandNames.map((name) => name.replace(' ', '-')).sort(),
    );
  });

  it('gives every command a summary and an example', async () => {
    for (const card of await Promise.all(commandNames.map(loadCommand))) {
      expect(card.summary, card.name).toMatch(/^[A-Z].*\.$/);
      expect(card.examples.length, card.name).toBeGreaterThan(0);
      for (const { line } of card.examples) expect(line.startsWith(card.name), line).toBe(true);
    }
  });
});
