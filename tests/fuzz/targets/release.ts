import { readdirSync, readFileSync } from 'node:fs';
import type { Diagnostic } from '../../../src/model/diagnostic.ts';
import { samplePath, sampleRelease } from '../../../src/model/sample-release.ts';
import { validate } from '../../../src/operations/validate.ts';
import { reporters as reporterLoaders } from '../../../src/reporters/index.ts';
import { rules } from '../../../src/rules/index.ts';
import { noPaint, reportOf } from '../../reporters/reporting.ts';
import { requireWords } from '../refusals.ts';
import { smallRepository } from '../small-repository.ts';
import type { FuzzTarget } from '../target.ts';

const repository = await smallRepository();
const reporters = await Promise.all([...reporterLoaders.values()].map(async (load) => load()));
const now = Date.UTC(2026, 5, 1, 12);

/** What each rule finds wrong, as files: mistakes of all kinds to start from. */
const mistakes = new URL('../../fixtures/rules/', import.meta.url);
const examples = readdirSync(mistakes).flatMap((rule) => {
  const folder = new URL(`${rule}/releases/2009/`, mistakes);
  try {
    return readdirSync(folder).map((name) => readFileSync(new URL(name, folder)));
  } catch {
    return [];
  }
});

export const release: FuzzTarget = {
  id: 'release',
  what: 'a release: front matter, body, every rule, every report',
  seeds: [Buffer.from(sampleRelease()), ...examples.filter(({ length }) => length < 6000)],
  cases: 800,
  signs: [
    'embargo: ',
    'status: draft\n',
    'status: published\n',
    'date: 2009-11-16\n',
    'title: ',
    'related: [2009-11-16-other]\n',
    'corrections:\n  - date: 2009-11-17\n    note: x\n',
    'contacts:\n  - name: x\n    email: x@example.org\n',
    'attachments:\n  - href: ../x\n',
    '<!-- press-ignore title-length: x -->\n',
    '[x](other.md)',
    '![](x.jpg)',
    '# ',
    '> ',
    '* * *\n',
    '| a | b |\n|---|---|\n',
    '[^1]',
    'BAKU, 16 November 2009 – ',
    '(OSCE) - ',
  ],
  judge(input) {
    const text = input.toString();
    const unsaved = [repository.manuscriptFrom(samplePath, input)];
    const { diagnostics } = validate(repository, { rules, levels: new Map(), unsaved, paths: [samplePath], now });
    for (const finding of diagnostics) requireFinding(finding);
    const source = unsaved[0]?.text ?? text;
    const report = reportOf(source, diagnostics, { paint: noPaint });
    for (const reporter of reporters) for (const piece of reporter.write(report)) requireVisible(piece, reporter.id);
    return diagnostics.some(({ severity }) => severity === 'error') ? 'refused' : 'accepted';
  },
};

function requireFinding({ rule, message, hint, range, fix }: Diagnostic): void {
  requireWords(message, `the finding of ${rule}`);
  if (hint !== undefined) requireWords(hint, `the way out of ${rule}`);
  for (const { start, end } of [range, ...(fix?.edits ?? []).map((edit) => edit.range)])
    if (!(start.line >= 1 && start.column >= 1 && start.offset >= 0 && end.offset >= start.offset))
      throw new Error(`${rule} points at no place: ${JSON.stringify({ start, end })}`);
}

/** No report hands a terminal or a log anything but text and line ends; what programs read may have what JSON and XML may. */
function requireVisible(piece: string, reporter: string): void {
  const found = (forPeople.has(reporter) ? unseen : controls).exec(piece);
  if (found !== null) throw new Error(`${reporter} prints ${JSON.stringify(found[0])} in ${JSON.stringify(piece)}`);
}

const forPeople = new Set(['pretty', 'line', 'github']);
const unseen = /[\u0000-\u0008\u000B-\u001F\u007F-\u009F\u202A-\u202E\u2066-\u2069]/;
const controls = /[\u0000-\u0008\u000B-\u001F\u007F-\u009F]/;
