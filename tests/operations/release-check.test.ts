import { describe, expect, it } from 'vitest';
import type { Diagnostic } from '../../src/model/diagnostic.ts';
import type { Manuscript } from '../../src/model/manuscript.ts';
import { checkChange, findingLine, type CheckedChange } from '../../src/operations/release-check.ts';
import { levelsOf } from '../../src/operations/validate-levels.ts';
import { rules } from '../../src/rules/index.ts';
import { file, newsroom, now, usualPath } from './verbs/newsroom-file.ts';

interface Change {
  readonly before: string;
  readonly after: string;
  readonly to?: string;
  readonly beside?: Readonly<Record<string, string>>;
}

async function check({ before, after, to = usualPath, beside = {} }: Change): Promise<CheckedChange> {
  const repository = await newsroom(before, { beside });
  const read = (path: string, text: string): Manuscript =>
    repository.manuscriptFrom(path, new TextEncoder().encode(text));
  const levels = levelsOf(repository.settings.rules, [], rules);
  return checkChange(repository, { before: read(usualPath, before), after: read(to, after) }, { rules, levels, now });
}

const named = (found: readonly Diagnostic[]): string[] => found.map(({ rule }) => rule);

const body = '5 January 2026 - Text of some length.\n';
const right = file({}, body);
const unknown = file({ topics: '[wter]' }, body);

describe('a change', () => {
  it('without any error has nothing to say', async () => {
    expect(await check({ before: right, after: file({ status: 'hold' }, body) })).toEqual({ errors: [], fresh: [] });
  });

  it('has the errors of its result, and those that are new', async () => {
    const made = await check({ before: right, after: unknown });
    expect([named(made.errors), named(made.fresh)]).toEqual([['unknown-term'], ['unknown-term']]);
    const kept = await check({ before: unknown, after: file({ topics: '[wter]', status: 'hold' }, body) });
    expect([named(kept.errors), named(kept.fresh)]).toEqual([['unknown-term'], []]);
    const mended = await check({ before: unknown, after: right });
    expect(mended).toEqual({ errors: [], fresh: [] });
  });

  it('counts an error that comes twice', async () => {
    const before = file({ foo: '1', topics: '[wter]' }, body);
    const after = file({ foo: '1', bar: '2', topics: '[wter]' }, body);
    expect((await check({ before, after })).fresh.map(({ message }) => message)).toEqual([
      expect.stringContaining('«bar»'),
    ]);
  });

  it('has new warnings among what is new, and no mere remarks', async () => {
    const made = await check({ before: right, after: file({ date: '2026-01-06' }, body), to: usualPath });
    expect(named(made.errors)).toEqual([]);
    expect(named(made.fresh)).toContain('dateline-date');
    expect(made.fresh.every(({ severity }) => severity !== 'info')).toBe(true);
  });

  it('of place is judged where the file will be, without the one that is gone', async () => {
    const to = 'releases/2026/2026-01-05-y.md';
    expect(await check({ before: right, after: right, to })).toEqual({ errors: [], fresh: [] });
    const beside = { 'releases/2026/2026-01-05-z.md': file({ id: 'z', slug: 'y' }, body) };
    const clash = await check({ before: right, after: right, to, beside });
    expect(named(clash.errors)).toEqual(['duplicate-slug']);
    expect(clash.errors[0]?.file).toBe(to);
  });

  it('does not forgive a twin of the one that is gone', async () => {
    const beside = { 'releases/2026/2026-01-05-z.md': file({ slug: 'other' }, body) };
    const twin = await check({ before: right, after: right, to: 'releases/2026/2026-01-05-y.md', beside });
    expect(named(twin.errors)).toEqual(['duplicate-id']);
    expect(twin.fresh).toEqual([]);
  });
});

describe('a finding as a line', () => {
  it('has place, weight, rule, sentence and way out', async () => {
    const [error] = (await check({ before: right, after: unknown })).errors;
    if (error === undefined) throw new Error('No error');
    expect(findingLine(error)).toMatch(
      /^releases\/2026\/2026-01-05-x\.md:5:10 error unknown-term: «wter» is not a term of topic\. Did you mean «water»\?$/,
    );
    const { hint: _, ...silent } = error;
    expect(findingLine(silent, '../x.md')).toBe('../x.md:5:10 error unknown-term: «wter» is not a term of topic.');
  });
});
