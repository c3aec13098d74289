import { describe, expect, it } from 'vitest';
import { sarif } from '../../src/reporters/sarif.ts';
import { areSchemasHere, jsonJudge, missing } from './judges.ts';
import { manyFindings, written } from './hostile-reports.ts';
import { diagnosticAt, reportOf } from './reporting.ts';

const text = '---\nid: a\n🎈 Türkiye: [electoins, youth]\n---\n';
const judge = jsonJudge('sarif/sarif-schema-2.1.0.json');

interface Result {
  readonly ruleId: string;
  readonly level: string;
  readonly partialFingerprints: { readonly primaryLocationLineHash: string };
}

interface Run {
  readonly tool: { readonly driver: { readonly rules: readonly { readonly id: string }[] } };
  readonly results: readonly Result[];
  readonly invocations?: unknown;
}

const runOf = (input: Parameters<typeof written>[1]): Run =>
  (JSON.parse(written(sarif, input)) as { runs: [Run] }).runs[0];
const prints = (input: Parameters<typeof written>[1]): string[] =>
  runOf(input).results.map((result) => result.partialFingerprints.primaryLocationLineHash);

const { range } = diagnosticAt(text, 'electoins');
const finding = diagnosticAt(text, 'electoins', {
  file: 'releases/2009/50% – a:b [x].md',
  hint: 'Did you mean «elections»?',
  fix: { title: 'Replace', safety: 'safe', edits: [{ range, text: 'elections' }] },
  alternatives: [{ title: 'Remove', safety: 'review', edits: [{ range, text: '' }] }],
  related: [{ file: 'releases/b.md', range, message: 'See [x](y).' }],
});

describe('sarif', () => {
  it('says where, what, how it is mended and what else has to do with it', () => {
    const run = runOf(reportOf(text, [finding]));
    const region = { startLine: 3, startColumn: 14, endLine: 3, endColumn: 23 };
    const artifactLocation = { uri: 'releases/2009/50%25%20%E2%80%93%20a%3Ab%20%5Bx%5D.md', uriBaseId: 'SRCROOT' };
    expect(run).toMatchObject({
      columnKind: 'utf16CodeUnits',
      automationDetails: { id: 'press/validate/' },
      tool: { driver: { name: 'press', semanticVersion: '0.1.0' } },
    });
    expect(run.results).toMatchObject([
      {
        ruleId: 'unknown-term',
        level: 'error',
        message: { text: 'Something is wrong. Did you mean «elections»?' },
        locations: [{ physicalLocation: { artifactLocation, region } }],
        relatedLocations: [
          {
            physicalLocation: { artifactLocation: { uri: 'releases/b.md' }, region },
            message: { text: 'See [x\\](y).' },
          },
        ],
        fixes: [
          {
            description: { text: 'Replace' },
            artifactChanges: [
              { artifactLocation, replacements: [{ deletedRegion: region, insertedContent: { text: 'elections' } }] },
            ],
          },
          { description: { text: 'Remove' }, artifactChanges: [{ replacements: [{ insertedContent: { text: '' } }] }] },
        ],
      },
    ]);
  });

  it('describes every rule, and each finding points at its own', () => {
    const { tool, results } = runOf(reportOf(text, [diagnosticAt(text, 'id', { rule: 'schema', severity: 'info' })]));
    const [result] = results as readonly (Result & { ruleIndex: number })[];
    expect(tool.driver.rules[result!.ruleIndex]).toMatchObject({
      id: 'schema',
      name: 'Schema',
      defaultConfiguration: { level: 'error' },
    });
    expect(result!.level).toBe('note');
    expect(tool.driver.rules.find(({ id }) => id === 'unknown-term')).toMatchObject({
      name: 'UnknownTerm',
      shortDescription: { text: expect.stringMatching(/\.$/) as string },
      help: { text: expect.stringContaining('«press explain unknown-term»') as string },
    });
    for (const rule of tool.driver.rules)
      expect(rule).toMatchObject({ name: expect.stringMatching(/^[A-Z][A-Za-z0-9]+$/) as string });
    expect(JSON.stringify(tool)).not.toContain('helpUri');
  });

  it('knows a finding again when lines have moved, and equal ones from each other', () => {
    const moved = `---\nsummary: new\n${text.slice(4)}`;
    const before = prints(reportOf(text, [diagnosticAt(text, 'electoins'), diagnosticAt(text, 'youth')]));
    const after = prints(reportOf(moved, [diagnosticAt(moved, 'electoins'), diagnosticAt(moved, 'youth')]));
    expect(after).toEqual(before);
    expect(before[0]).toMatch(/^[0-9a-f]{32}:1$/);
    expect(before[1]).toBe(before[0]?.replace(':1', ':2'));
    expect(prints(reportOf(text, [diagnosticAt(text, 'id')]))[0]).not.toBe(before[0]);
    expect(prints(reportOf(text, [diagnosticAt(text, 'electoins', { rule: 'schema' })]))[0]).not.toBe(before[0]);
    expect(prints(reportOf(text, [diagnosticAt(text, 'electoins', { file: 'b.md' })]))[0]).not.toBe(before[0]);
  });

  it('holds the 5 000 worst, and says how many are left out', () => {
    const input = manyFindings(6000);
    const run = runOf(input);
    const levels = run.results.map(({ level }) => level);
    expect(levels).toHaveLength(5000);
    expect([levels.indexOf('warning'), levels.indexOf('note')]).toEqual([2000, 4000]);
    expect(JSON.stringify(run.invocations)).toContain('1000 are left out');
    expect(sarif.remark?.(input)).toContain('1000 are left out');
    expect(new Set(prints(input)).size).toBe(5000);
    expect(sarif.remark?.(manyFindings(5000))).toBeUndefined();
    expect(runOf(manyFindings(5000)).invocations).toBeUndefined();
  });

  it.skipIf(!areSchemasHere)(`is valid by its schema${missing}`, () => {
    for (const input of [reportOf(text, []), reportOf(text, [finding]), manyFindings(6000)])
      expect(judge(JSON.parse(written(sarif, input)))).toBe('valid');
    expect(judge({ version: '2.1.0', runs: [{}] })).not.toBe('valid');
  });
});
