import { readFileSync } from 'node:fs';
import { Ajv2020 } from 'ajv/dist/2020.js';
import fc from 'fast-check';
import { XmlDocument } from 'libxml2-wasm';
import { describe, expect, it } from 'vitest';
import type { ReportInput } from '../../src/model/reporter.ts';
import { reporters } from '../../src/reporters/index.ts';
import { piecesWithoutOrders } from '../../src/text/build-log.ts';
import { obeyed } from '../support/github-runner.ts';
import { hostileReports, manyFindings, written } from './hostile-reports.ts';
import { areSchemasHere, jsonJudge, missing, xmlJudge } from './judges.ts';

const cards = await Promise.all([...reporters.values()].map((load) => load()));
const named = (...ids: string[]): typeof cards => cards.filter(({ id }) => ids.includes(id));
const each = (input: ReportInput, check: (id: string, report: string) => void): void => {
  for (const card of cards) check(card.id, written(card, input));
};
const runs = { numRuns: 300 };

const diagnosticsSchema = JSON.parse(
  readFileSync(new URL('../../schemas/output/diagnostics.schema.json', import.meta.url), 'utf8'),
) as object;
const isDiagnostics = new Ajv2020().compile(diagnosticsSchema);

describe('reports of hostile files', () => {
  it('give the runner of GitHub no order', () => {
    fc.assert(
      fc.property(hostileReports, (input) => {
        for (const card of cards.filter(({ givesOrders }) => givesOrders !== true)) {
          const report = [...piecesWithoutOrders(card.write(input))].join('');
          expect(obeyed(report), card.id).toEqual([]);
        }
      }),
      runs,
    );
  });

  it('are the same in a log of GitHub when a program is to read them', () => {
    fc.assert(
      fc.property(hostileReports, (input) => {
        for (const card of named('json', 'sarif', 'gitlab', 'junit', 'checkstyle', 'rdjson'))
          expect([...piecesWithoutOrders(card.write(input))].join(''), card.id).toBe(written(card, input));
      }),
      runs,
    );
  });

  it('can be read, and hold every finding', () => {
    fc.assert(
      fc.property(hostileReports, (input) => {
        const count = input.diagnostics.length;
        const data = new Map(
          named('json', 'sarif', 'gitlab', 'rdjson').map((card) => [card.id, JSON.parse(written(card, input))]),
        );
        expect(isDiagnostics(data.get('json')), JSON.stringify(isDiagnostics.errors)).toBe(true);
        expect(data.get('json')).toMatchObject({
          diagnostics: input.diagnostics.map(({ message, file }) => ({ message, file })),
        });
        expect(data.get('sarif')).toMatchObject({ runs: [{ results: { length: count } }] });
        expect(data.get('gitlab')).toHaveLength(count);
        expect(data.get('rdjson')).toMatchObject({ diagnostics: { length: count } });
        for (const card of named('junit', 'checkstyle')) XmlDocument.fromString(written(card, input)).dispose();
        expect(written(named('checkstyle')[0]!, input).match(/<error /g) ?? []).toHaveLength(count);
        expect(written(named('line')[0]!, input).split('\n')).toHaveLength(count + 1);
      }),
      runs,
    );
  });

  it('let nothing through to a terminal that it would obey', () => {
    fc.assert(
      fc.property(hostileReports, (input) => {
        for (const card of named('pretty', 'line', 'github'))
          expect(written(card, input), card.id).not.toMatch(
            /(?!\n)\p{Cc}|[\u202A-\u202E\u2066-\u2069\u2028]|\p{Surrogate}/u,
          );
      }),
      runs,
    );
  });

  it.skipIf(!areSchemasHere)(`are valid by their schemas${missing}`, () => {
    const judges: Record<string, (report: string) => string> = {
      sarif: asData(jsonJudge('sarif/sarif-schema-2.1.0.json')),
      gitlab: asData(jsonJudge('gitlab/code-quality.json')),
      rdjson: asData(jsonJudge('rdjson/DiagnosticResult.json')),
      junit: xmlJudge('junit/JUnit.xsd'),
      checkstyle: xmlJudge('checkstyle/checkstyle.rng'),
    };
    fc.assert(
      fc.property(hostileReports, (input) => {
        each(input, (id, report) => expect(judges[id]?.(report) ?? 'valid', id).toBe('valid'));
      }),
      { numRuns: 100 },
    );
  });

  it('hold 6 000 findings', () => {
    each(manyFindings(6000), (id, report) => expect(report.length, id).toBeGreaterThan(200_000));
  });
});

function asData(judge: (report: unknown) => string): (report: string) => string {
  return (report) => judge(JSON.parse(report));
}
