import { XmlDocument, type XmlElement } from 'libxml2-wasm';
import { describe, expect, it } from 'vitest';
import { junit } from '../../src/reporters/junit.ts';
import { areSchemasHere, missing, xmlJudge } from './judges.ts';
import { manyFindings, written } from './hostile-reports.ts';
import { diagnosticAt, reportOf } from './reporting.ts';

const text = '---\nid: a\nfields: [electoins, youth]\n---\n';
const judge = xmlJudge('junit/JUnit.xsd');
const files = ['releases/2009/a.md', 'releases/2009/b.md', 'releases/c & d.md'];
const findings = [
  diagnosticAt(text, 'electoins', { hint: 'Did you mean «elections»?' }),
  diagnosticAt(text, 'youth', { severity: 'warning' }),
  diagnosticAt(text, 'id', { file: 'releases/c & d.md', rule: 'schema', message: 'A ]]> <b>.' }),
  diagnosticAt(text, 'youth', { file: 'releases/c & d.md' }),
];
const report = reportOf(text, findings, { files });

/** What an XPath finds in a report: texts of attributes and elements. */
function texts(xml: string, path: string): string[] {
  const document = XmlDocument.fromString(xml);
  const found = document.find(path).map((node) => (node as XmlElement).content);
  document.dispose();
  return found;
}

describe('junit', () => {
  it('has a test for each file, which fails when the file has an error', () => {
    const xml = written(junit, report);
    expect(texts(xml, '//testcase/@name')).toEqual(files);
    expect(texts(xml, '//testcase[failure]/@name')).toEqual([files[0], files[2]]);
    expect(texts(xml, '//failure/@message')).toEqual(['Something is wrong.', '2 errors.']);
    expect(texts(xml, '//failure/@type')).toEqual(['unknown-term', 'several']);
    expect(texts(xml, '//failure')).toEqual([
      'releases/2009/a.md:3:10: error: Something is wrong. Did you mean «elections»? [unknown-term]\n',
      'releases/c & d.md:2:1: error: A ]]> <b>. [schema]\nreleases/c & d.md:3:21: error: Something is wrong. [unknown-term]\n',
    ]);
  });

  it('tells of warnings and remarks without failing', () => {
    expect(texts(written(junit, report), '//system-out')).toEqual([
      'releases/2009/a.md:3:21: warning: Something is wrong. [unknown-term]\n',
    ]);
  });

  it('gives the counts, the moment of the run, and nothing of the machine', () => {
    const xml = written(junit, report);
    expect(xml).toContain(
      '<testsuite package="press" id="0" name="press validate" timestamp="2026-11-23T12:00:00" hostname="press" tests="3" failures="2" errors="0" time="0">',
    );
    expect(texts(xml, '//property/@value')).toEqual(['0.1.0']);
  });

  it('counts a file that was not judged when something is found in it', () => {
    const xml = written(junit, { ...report, files: [] });
    expect(texts(xml, '//testsuite/@tests')).toEqual(['2']);
  });

  it('is a suite in which every test passes when nothing is wrong', () => {
    const xml = written(junit, reportOf(text, [], { files }));
    expect(texts(xml, '//testcase')).toEqual(['', '', '']);
    expect(texts(xml, '//failure')).toEqual([]);
  });

  it.skipIf(!areSchemasHere)(`is valid by its schema${missing}`, () => {
    for (const input of [report, reportOf(text, [], { files }), reportOf(text, [], { files: [] }), manyFindings(6000)])
      expect(judge(written(junit, input))).toBe('valid');
    expect(judge('<testsuites><testsuite/></testsuites>')).not.toBe('valid');
  });
});
