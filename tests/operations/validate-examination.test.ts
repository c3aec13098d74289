import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Diagnostic } from '../../src/model/diagnostic.ts';
import type { Rule } from '../../src/model/rule.ts';
import { sampleRelease } from '../../src/model/sample-release.ts';
import { Examination } from '../../src/operations/validate-examination.ts';
import { openRepository } from '../../src/repository/open.ts';
import { write } from '../support/git-repository.ts';
import { scratchFolder } from '../support/scratch-folder.ts';
import { shippedTaxonomy as taxonomy } from '../support/shipped-taxonomy.ts';

const facts = { topic: 'text', severity: 'warning', summary: '', why: '', examples: [] } as const;

/** Two rules that tell what they are shown: one file, and all of them in their order. */
function witnesses(): { readonly rules: readonly Rule[]; readonly seen: string[] } {
  const seen: string[] = [];
  const alone: Rule = {
    ...facts,
    id: 'alone',
    scope: 'manuscript',
    *check({ path }) {
      seen.push(path);
      yield { start: 0, end: 1, message: 'x' };
    },
  };
  const together: Rule = {
    ...facts,
    id: 'together',
    scope: 'archive',
    *check(entries) {
      const message = entries.map(({ facts }) => facts.path.replace(/^releases\//, '')).join(' ');
      for (const entry of entries) yield { in: entry, tell: () => ({ start: 1, end: 2, message }) };
    },
  };
  return { rules: [alone, together], seen };
}

async function examined(): Promise<{ root: string; examination: Examination; seen: string[] }> {
  const root = scratchFolder({
    'taxonomy.yaml': taxonomy,
    'releases/b.md': sampleRelease({ id: 'b' }),
    'releases/d.md': sampleRelease({ id: 'd' }),
  });
  const { rules, seen } = witnesses();
  const examination = new Examination(await openRepository(root), { rules, levels: new Map(), now: 0 });
  return { root, examination, seen };
}

const told = (examination: Examination, options: Parameters<Examination['report']>[0] = {}): string[] =>
  examination.report(options).diagnostics.map(({ file, rule, message }) => `${file} ${rule} ${message}`);

describe('an archive under examination', () => {
  it('judges again what was read again, and compares all files anew, in path order', async () => {
    const { root, examination, seen } = await examined();
    told(examination);
    expect(seen.splice(0)).toEqual(['releases/b.md', 'releases/d.md']);
    for (const name of ['a', 'c', 'd']) write(root, `releases/${name}.md`, sampleRelease({ id: name }));
    examination.readAgain(['releases/d.md', 'releases/c.md', 'releases/a.md']);
    expect(told(examination)).toContain('releases/b.md together a.md b.md c.md d.md');
    expect(seen.splice(0).sort()).toEqual(['releases/a.md', 'releases/c.md', 'releases/d.md']);
    rmSync(join(root, 'releases/b.md'));
    examination.readAgain(['releases/b.md', 'releases/never.md']);
    expect(told(examination)).toContain('releases/a.md together a.md c.md d.md');
    expect(seen).toEqual([]);
  });

  it('judges the wanted among the named files', async () => {
    const isWanted = (path: string): boolean => path === 'releases/b.md';
    const { examination, seen } = await examined();
    const [b, d] = ['releases/b.md', 'releases/d.md'];
    expect(told(examination, { isWanted })).toEqual([`${b} alone x`, `${b} together b.md d.md`]);
    expect(told(examination, { isWanted, paths: [d] })).toEqual([]);
    expect(seen).toEqual([b]);
    expect(told(examination, { isWanted, comparesAll: true })).toEqual([
      `${b} alone x`,
      `${b} together b.md d.md`,
      `${d} together b.md d.md`,
    ]);
    expect(told(examination, { isWanted, comparesAll: true, paths: [d] })).toEqual([`${d} together b.md d.md`]);
  });
});

describe('a text that is too much', () => {
  const long = sampleRelease({}, `BAKU, 16 November 2009 - A course opened.\n\n${'Нет. \n'.repeat(200_000)}END\n`);
  const examine = async (text: string, rule: Rule, isUnlimited = false): Promise<readonly Diagnostic[]> => {
    const root = scratchFolder({ 'taxonomy.yaml': taxonomy, 'releases/2009/2009-11-16-a.md': text });
    const examination = new Examination(await openRepository(root), { rules: [rule], levels: new Map(), now: 0 });
    return examination.report({ isUnlimited }).diagnostics;
  };
  const seeing = (seen: string[]): Rule => ({
    ...facts,
    id: 'seeing',
    scope: 'manuscript',
    check({ text, data, locate }) {
      seen.push(text, String(data?.['id']), JSON.stringify(locate(['id'])));
      return [];
    },
  });

  it('is shown to rules up to 1 MiB, and that is said', async () => {
    const seen: string[] = [];
    const [finding, ...others] = await examine(long, seeing(seen));
    const [shown = '', id, place] = seen;
    expect([long.startsWith(shown), shown.endsWith('\n'), shown.includes('END'), id]).toEqual([
      true,
      true,
      false,
      '2009-11-16-observer-course',
    ]);
    expect(shown.length).toBeGreaterThan(1024 * 1024 - 10);
    expect(JSON.parse(place ?? '')).toEqual({ start: 8, end: 34 });
    expect([finding?.rule, finding?.severity, finding?.range.start.offset, others]).toEqual([
      'size-limit',
      'warning',
      shown.length,
      [],
    ]);
  });

  it('is looked at as a whole below that', async () => {
    const seen: string[] = [];
    const text = sampleRelease();
    expect(await examine(text, seeing(seen))).toEqual([]);
    expect(seen[0]).toBe(text);
  });

  it('gives a thousand findings of a rule at most', async () => {
    let asked = 0;
    const endless: Rule = {
      ...facts,
      id: 'endless',
      scope: 'manuscript',
      *check() {
        for (;;) {
          asked += 1;
          yield { start: 0, end: 1, message: 'x' };
        }
      },
    };
    expect(await examine(sampleRelease(), endless, true)).toHaveLength(1000);
    expect(asked).toBe(1000);
    expect(await examine(sampleRelease(), endless)).toHaveLength(100);
  });

  it('keeps nobody from hearing what other rules say when a rule runs out of room', async () => {
    const deep: Rule = {
      ...facts,
      id: 'deep',
      scope: 'manuscript',
      *check() {
        yield { start: 0, end: 1, message: 'Before.' };
        throw new RangeError('Maximum call stack size exceeded');
      },
    };
    expect(
      (await examine(sampleRelease(), deep)).map(({ rule, severity, message }) => [rule, severity, message]),
    ).toEqual([
      ['deep', 'warning', 'Before.'],
      ['size-limit', 'error', 'The rule «deep» could not look at this file: something in it is too long.'],
    ]);
  });
});
