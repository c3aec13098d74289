import { readFileSync } from 'node:fs';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { describe, expect, it } from 'vitest';
import { json } from '../../src/reporters/json.ts';
import { reporters } from '../../src/reporters/index.ts';
import { diagnosticAt, reportOf } from './reporting.ts';

const schema = JSON.parse(
  readFileSync(new URL('../../schemas/output/diagnostics.schema.json', import.meta.url), 'utf8'),
) as object;
const isDiagnostics = new Ajv2020().compile(schema);

const text = '---\nid: a\nfields: [electoins, youth]\n---\n';
const { range } = diagnosticAt(text, 'electoins');

function parsed(findings: Parameters<typeof reportOf>[1]): unknown {
  return JSON.parse([...json.write(reportOf(text, findings))].join(''));
}

describe('json', () => {
  it('is what its schema says, with everything that a finding can have', () => {
    const finding = diagnosticAt(text, 'electoins', {
      hint: 'Did you mean «elections»?',
      fix: { title: 'Replace by elections', safety: 'safe', edits: [{ range, text: 'elections' }] },
      related: [{ file: 'releases/b.md', range, message: 'Here too.' }],
    });
    const report = parsed([finding, diagnosticAt(text, 'youth', { severity: 'warning' })]);
    expect(isDiagnostics(report), JSON.stringify(isDiagnostics.errors)).toBe(true);
    expect(report).toMatchObject({
      version: 1,
      summary: { files: 31, errors: 1, warnings: 1, infos: 0, fixable: 1 },
      diagnostics: [finding, { rule: 'unknown-term', severity: 'warning', range: { start: { line: 3, column: 21 } } }],
    });
  });

  it('is a whole document without findings', () => {
    const report = parsed([]);
    expect(isDiagnostics(report)).toBe(true);
    expect(report).toEqual({
      version: 1,
      summary: { files: 31, errors: 0, warnings: 0, infos: 0, fixable: 0 },
      diagnostics: [],
    });
  });

  it('keeps every character of a message', () => {
    const message = '«\u202E\u0000"\\\uD800» is wrong.';
    expect(parsed([diagnosticAt(text, 'id', { message })])).toMatchObject({ diagnostics: [{ message }] });
  });
});

describe('the list of reporters', () => {
  it.each([...reporters])('has %s under its own name', async (id, load) => {
    const reporter = await load();
    expect(reporter.id).toBe(id);
    expect(reporter.summary).toMatch(/^[A-Z]/);
  });
});
