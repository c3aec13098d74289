/**
 * Hostile releases side by side in one repository, each beside an honest neighbour, judged in one run.
 *
 * Each has a word of its own in everything that it says. So it shows whether a release that is refused has got out anywhere, and
 * whether an honest one is missing somewhere.
 */
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { newsroom, put, release, type Content } from './newsroom.ts';
import { press } from './running.ts';

export interface ReleaseCase {
  readonly name: string;
  /** The file; `word` stands in its title and text. */
  readonly make: (word: string) => Content;
  /** What a finding says about it; without it, the file is honest. */
  readonly says?: RegExp;
  /** The line that the finding names. */
  readonly line?: number;
  readonly level?: 'error' | 'warning';
  /** Whether it goes out all the same: its keys can be read, and say so. */
  readonly isPublic?: boolean;
}

interface Finding {
  readonly rule: string;
  readonly severity: string;
  readonly file: string;
  readonly range: { readonly start: { readonly line: number } };
  readonly message: string;
  readonly hint?: string;
}

/** What writes releases out in a way of its own; the first two are enough where the gate is not the matter. */
export const fewOutputs = ['list', 'export -f json'];
export const allOutputs = [
  ...fewOutputs,
  ...'list csv ndjson markdown html rss atom json-feed ninjs newsml-g2 json-ld sitemap'
    .split(' ')
    .map((format) => `export -f ${format}`),
];

/** Makes a test of every case, and one for each export of them all. */
export function judgeReleases(kind: string, cases: readonly ReleaseCase[], outputs = fewOutputs): void {
  const placed = cases.map((one, index) => ({ ...one, word: wordOf(index) }));
  const isWrong = ({ says, level = 'error' }: ReleaseCase): boolean => says !== undefined && level === 'error';
  const goesOut = (one: ReleaseCase): boolean => one.isPublic ?? !isWrong(one);
  let findings: readonly Finding[] = [];
  const exported = new Map<string, string>();

  // The folder goes after the first test; all that is wanted of it is read before.
  beforeAll(async () => {
    const folder = newsroom();
    for (const { word, make } of placed) put(join(folder, fileOf(word)), make(word));
    put(join(folder, fileOf('neighbour')), release('neighbour'));
    const validated = await press(['validate', '--format', 'json'], { cwd: folder, seconds: 30 });
    expect(validated.status, validated.err).toBe(placed.some(isWrong) ? 1 : 0);
    findings = JSON.parse(validated.out).diagnostics;
    for (const output of outputs)
      exported.set(output, (await press(output.split(' '), { cwd: folder, seconds: 30 })).out);
  });

  describe(`the table of ${kind}`, () => {
    it.each(placed)('$name', ({ word, says, line, level = 'error' }) => {
      const own = findings.filter(({ file }) => file === fileOf(word));
      const told = own.map(tell);
      if (says === undefined) return expect(own.filter(({ severity }) => severity === 'error').map(tell)).toEqual([]);
      const meant = own.filter((finding) => says.test(tell(finding)) && finding.severity === level);
      expect(meant.length, `no ${level} says ${says.source}: ${told.join('\n').slice(0, 2000)}`).toBeGreaterThan(0);
      expect(
        meant.every(({ hint = '' }) => hint !== ''),
        `no way out: ${told.join('\n')}`,
      ).toBe(true);
      if (line !== undefined) expect(meant.map(({ range }) => range.start.line)).toContain(line);
    });

    it.each(outputs)('%s has what is honest, and nothing else', (output) => {
      const text = exported.get(output) ?? '';
      const shown = placed.filter(({ word }) => text.includes(word)).map(({ name }) => name);
      expect(shown).toEqual(placed.filter(goesOut).map(({ name }) => name));
      expect(text).toContain('neighbour');
    });
  });
}

function tell({ rule, message, hint = '' }: Finding): string {
  return `${rule}: ${message} ${hint}`;
}

function fileOf(word: string): string {
  return `releases/2009/2009-11-16-${word}.md`;
}

/** A word that no other case has, and no text that is no case. */
function wordOf(index: number): string {
  return `qz${String(index).padStart(3, '0')}x`;
}
