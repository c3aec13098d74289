/** What an export did to files, in a sentence on stderr; or, for a dry run, what it would do, a line for each file on stdout. */
import type { Environment } from '../../model/environment.ts';
import type { FolderOutcome } from '../../model/output-folder.ts';
import { counted } from '../../text/counted.ts';
import { folderName } from '../../text/folder-name.ts';
import { terminalSafe } from '../../text/terminal-safe.ts';

/** `14 files in public/feeds: 2 added, 1 changed, 11 unchanged, 3 removed.` */
export function sayFolder(environment: Pick<Environment, 'say' | 'warn'>, path: string, outcome: FolderOutcome): void {
  const { added, changed, unchanged, removed, kept } = outcome;
  const total = added.length + changed.length + unchanged.length;
  const parts = [
    partOf(added, 'added'),
    partOf(changed, 'changed'),
    partOf(unchanged, 'unchanged'),
    partOf(removed, 'removed'),
  ].filter((part) => part !== undefined);
  const folder = terminalSafe(folderName(path));
  environment.say(`${counted(total, 'file')} in ${folder}${parts.length === 0 ? '' : `: ${parts.join(', ')}`}.`);
  // How many, never which: what is no longer part of it may not be public any more, and logs are.
  if (kept.length > 0) {
    environment.warn(
      `${counted(kept.length, 'file')} in ${folder} should be gone, but somebody has changed what press wrote there. «--dry-run» shows which; look at ${kept.length === 1 ? 'it' : 'them'}, then remove ${kept.length === 1 ? 'it' : 'them'}.`,
    );
  }
}

/** One line a file, as it would be: `add`, `change`, `same`, `remove`, `keep`. */
export function dryLines(path: string, outcome: FolderOutcome): string {
  const folder = folderName(path);
  const rows = [
    ...rowsOf('add', outcome.added),
    ...rowsOf('change', outcome.changed),
    ...rowsOf('same', outcome.unchanged),
    ...rowsOf('remove', outcome.removed),
    ...rowsOf('keep', outcome.kept),
  ].sort((a, b) => (a.name < b.name ? -1 : 1));
  return rows.map(({ verb, name }) => dryLine(verb, `${folder}/${name}`)).join('');
}

/** What would become of one file. */
export function dryLine(verb: string, path: string): string {
  return `${verb.padEnd(6)} ${terminalSafe(path)}\n`;
}

function partOf({ length }: readonly string[], word: string): string | undefined {
  return length === 0 ? undefined : `${length} ${word}`;
}

function rowsOf(verb: string, names: readonly string[]): { readonly verb: string; readonly name: string }[] {
  return names.map((name) => ({ verb, name }));
}
