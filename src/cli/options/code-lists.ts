/** Lists of the codes that exist elsewhere, from options and press.yaml. */
import type { OptionValues } from '../../model/command.ts';
import type { Environment } from '../../model/environment.ts';
import { PressError } from '../../model/press-error.ts';
import type { Repository } from '../../model/repository.ts';
import type { CodeKind, CodeList } from '../../model/code-list.ts';
import type { VocabularyContext } from '../../model/vocabulary-rule.ts';
import { readCodeList } from '../../operations/code-list.ts';

const kinds: readonly { readonly kind: CodeKind; readonly option: string; readonly form: string }[] = [
  { kind: 'iso3166', option: 'isoCodes', form: 'two capital letters' },
  { kind: 'medtop', option: 'mediaTopics', form: 'medtop: and eight digits' },
];

// The media topics with all their translations are some megabytes.
const LARGEST_LIST = 64 * 1024 * 1024;

/** The lists that somebody gave, an option before press.yaml. Throws PressError for a file that cannot be read or has no code. */
export function codeLists(
  options: OptionValues,
  repository: Repository,
  { files }: Pick<Environment, 'files'>,
): VocabularyContext['codes'] {
  const lists: Partial<Record<CodeKind, CodeList>> = {};
  for (const { kind, option, form } of kinds) {
    const given = options[option];
    const source = typeof given === 'string' ? given : repository.settings.codeLists.get(kind);
    if (source === undefined) continue;
    const text = typeof given === 'string' ? decoded(files.read(given, LARGEST_LIST)) : textIn(repository, source);
    const codes = readCodeList(text, kind);
    if (codes.size === 0) throw noCodes(source, form);
    lists[kind] = { source, codes };
  }
  return lists;
}

function textIn(repository: Repository, path: string): string {
  const isInside = !path.split('/').includes('..');
  const text = isInside ? repository.fileAt(path)?.text : undefined;
  if (text !== undefined) return text;
  throw new PressError('broken-settings', `«codeLists» in press.yaml names «${path}», which cannot be read.`, {
    hint: isInside ? 'Put the file there, or take the entry out.' : 'Name a file in the repository.',
  });
}

function decoded(bytes: Uint8Array): string {
  return new TextDecoder().decode(bytes);
}

function noCodes(source: string, form: string): PressError {
  return new PressError('unreadable-file', `«${source}» holds no code: ${form}.`, {
    hint: 'Give plain text with one code a line, a CSV table, or JSON.',
  });
}
