/** Lays the files of an example out in a folder and judges them as `press validate` would. */
import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Diagnostic, Severity } from '../../src/model/diagnostic.ts';
import type { ExampleFile, ExampleFiles, Rule } from '../../src/model/rule.ts';
import { samplePath } from '../../src/model/sample-release.ts';
import { validate } from '../../src/operations/validate.ts';
import { openRepository } from '../../src/repository/open.ts';
import { rules as allRules } from '../../src/rules/index.ts';
import { scratchFolder } from '../support/scratch-folder.ts';
import { shippedTaxonomy } from '../support/shipped-taxonomy.ts';

/** 2026-06-01T12:00:00Z */
export const testNow = 1_780_315_200_000;

/** Levels that let the named rules run, also those that are off by default. */
export function levelsWith(...ids: readonly string[]): Map<string, Severity> {
  return new Map(
    allRules.flatMap(({ id, severity, isOffByDefault }) =>
      isOffByDefault && ids.includes(id) ? [[id, severity]] : [],
    ),
  );
}

/** The findings of files in a repository with the shipped vocabulary; `on` names rules that are off by default. */
export async function findingsIn(
  files: ExampleFiles,
  rules: readonly Rule[] = allRules,
  on: readonly string[] = [],
): Promise<readonly Diagnostic[]> {
  const root = scratchFolder();
  const given = typeof files === 'string' ? { [samplePath]: files } : files;
  for (const [path, file] of Object.entries({ 'taxonomy.yaml': shippedTaxonomy, ...given }))
    put(join(root, path), file);
  const repository = await openRepository(root);
  return validate(repository, { rules, levels: levelsWith(...on), now: testNow }).diagnostics;
}

function put(path: string, file: ExampleFile): void {
  mkdirSync(dirname(path), { recursive: true });
  if (typeof file === 'string') writeFileSync(path, file);
  else if ('linkTo' in file) symlinkSync(file.linkTo, path);
  else writeFileSync(path, Buffer.from(file.windows1252, 'latin1'));
}
