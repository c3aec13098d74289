import { describe, expect, it } from 'vitest';
import type { Diagnostic } from '../../src/model/diagnostic.ts';
import { samplePath, sampleRelease } from '../../src/model/sample-release.ts';
import { redactFindings, type Redaction } from '../../src/operations/redact-findings.ts';
import { validate } from '../../src/operations/validate.ts';
import { repositoryInMemory } from '../../src/repository/in-memory.ts';
import { rules } from '../../src/rules/index.ts';
import { shippedTaxonomy as taxonomy } from '../support/shipped-taxonomy.ts';

const draftPath = 'releases/2010/draft.md';
const draft = sampleRelease({ id: 'draft', status: 'draft' });
const moment = { now: Date.UTC(2026, 10, 23, 12), timezone: 'UTC' };

const range = { start: { line: 2, column: 5, offset: 8 }, end: { line: 2, column: 9, offset: 12 } };
const about = (changes: Partial<Diagnostic>): Diagnostic => ({
  rule: 'schema',
  severity: 'error',
  file: samplePath,
  range,
  message: 'It is wrong.',
  hint: 'Mend it.',
  ...changes,
});

async function redact(diagnostics: readonly Diagnostic[], files: Record<string, string>): Promise<Redaction> {
  const repository = await repositoryInMemory({ 'taxonomy.yaml': taxonomy, ...files });
  const { archive } = validate(repository, { rules, levels: new Map(), now: moment.now });
  return redactFindings(
    { diagnostics, archive },
    { rules, moment, digest: (text) => Buffer.from(text).toString('hex') },
  );
}

const both = { [samplePath]: sampleRelease(), [draftPath]: draft };

describe('redactFindings', () => {
  it('leaves a public release as it is, whatever lies beside it', async () => {
    const finding = about({});
    const { diagnostics, redacted, isHidden } = await redact([finding], both);
    expect(diagnostics).toEqual([finding]);
    expect(redacted).toBe(0);
    expect([isHidden(samplePath), isHidden(draftPath)]).toEqual([false, true]);
  });

  it.each([
    ['in a draft', about({ file: draftPath }), both],
    ['in a file that the archive does not know', about({ file: 'releases/else.md' }), both],
    ['in a file that cannot be read', about({}), { [samplePath]: `x\n${sampleRelease()}` }],
    ['in a release that its schema does not accept', about({}), { [samplePath]: sampleRelease({ date: 'soon' }) }],
    [
      'in a release under an embargo that cannot be read',
      about({}),
      { [samplePath]: sampleRelease({ embargo: 'soon' }) },
    ],
    ['that names a place in a draft', about({ related: [{ file: draftPath, range, message: 'There.' }] }), both],
    ['of a rule that compares, where one of many is a draft', about({ rule: 'dangling-reference' }), both],
  ])('takes the text from a finding %s', async (_, finding, files) => {
    const { diagnostics, redacted } = await redact([finding, finding], files);
    expect(redacted).toBe(2);
    for (const each of diagnostics) {
      expect(Object.keys(each).sort()).toEqual(['file', 'message', 'range', 'rule', 'severity']);
      expect(each).toMatchObject({ rule: finding.rule, severity: 'error', file: finding.file });
      expect(each.range).toEqual({ start: range.start, end: range.start });
      expect(each.message).not.toContain('wrong.');
    }
  });

  it('leaves what a rule says that compares public releases alone', async () => {
    const finding = about({ rule: 'dangling-reference' });
    expect((await redact([finding], { [samplePath]: sampleRelease() })).diagnostics).toEqual([finding]);
  });
});
