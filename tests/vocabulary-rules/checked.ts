/** Checks the vocabulary of files as `press taxonomy check` would. */
import { codeLists } from '../../src/cli/options/code-lists.ts';
import type { Diagnostic } from '../../src/model/diagnostic.ts';
import type { DataText } from '../../src/model/data-file.ts';
import type { Repository } from '../../src/model/repository.ts';
import { checkVocabulary } from '../../src/operations/check-vocabulary.ts';
import { measureUsage } from '../../src/operations/measure-usage.ts';
import type { Levels } from '../../src/operations/validate-levels.ts';
import { openRepository } from '../../src/repository/open.ts';
import { scratchFolder } from '../support/scratch-folder.ts';
import { vocabularyRules } from '../../src/vocabulary-rules/index.ts';

/** The findings in a folder that is a repository. */
export async function checkedFolder(root: string, levels: Levels = new Map()): Promise<readonly Diagnostic[]> {
  return checkedRepository(await openRepository(root), levels);
}

/** The findings of files by path. */
export async function checked(
  files: Readonly<Record<string, string>>,
  levels: Levels = new Map(),
): Promise<readonly Diagnostic[]> {
  return checkedFolder(scratchFolder(files), levels);
}

/** What releases use is no matter here. */
export const withoutUse: Levels = new Map([
  ['unused-term', 'off'],
  ['term-used-once', 'off'],
]);

function checkedRepository(repository: Repository, levels: Levels): readonly Diagnostic[] {
  return checkVocabulary(repository.dataFile('taxonomy.yaml') as DataText, {
    rules: vocabularyRules,
    levels,
    codes: codeLists({}, repository, { files: undefined as never }),
    usage: ({ taxonomy }) => measureUsage(repository.manuscripts(), { taxonomy, mayShow: () => true }),
  });
}
