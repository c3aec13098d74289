/** The commands, in the order that help shows them. Each is loaded when it is named. */
import type { Command } from '../../model/command.ts';

const commands: ReadonlyMap<string, () => Promise<Command>> = new Map([
  ['init', async () => (await import('./init.ts')).init],
  ['new', async () => (await import('./new.ts')).newRelease],
  ['validate', async () => (await import('./validate.ts')).validate],
  ['explain', async () => (await import('./explain.ts')).explain],
  ['list', async () => (await import('./list.ts')).list],
  ['show', async () => (await import('./show.ts')).show],
  ['why', async () => (await import('./why.ts')).why],
  ['next', async () => (await import('./next.ts')).next],
  ['export', async () => (await import('./export.ts')).exportCommand],
  ['audit', async () => (await import('./audit.ts')).audit],
  ['publish', async () => (await import('./publish.ts')).publish],
  ['hold', async () => (await import('./hold.ts')).hold],
  ['embargo', async () => (await import('./embargo.ts')).embargo],
  ['withdraw', async () => (await import('./withdraw.ts')).withdraw],
  ['correct', async () => (await import('./correct.ts')).correct],
  ['move', async () => (await import('./move.ts')).move],
  ['translate', async () => (await import('./translate.ts')).translate],
  ['import', async () => (await import('./import.ts')).importCommand],
  ['recover', async () => (await import('./recover.ts')).recover],
  ['completion', async () => (await import('./completion.ts')).completion],
  ['taxonomy list', async () => (await import('./taxonomy-list.ts')).taxonomyList],
  ['taxonomy tree', async () => (await import('./taxonomy-tree.ts')).taxonomyTree],
  ['taxonomy show', async () => (await import('./taxonomy-show.ts')).taxonomyShow],
  ['taxonomy find', async () => (await import('./taxonomy-find.ts')).taxonomyFind],
  ['taxonomy check', async () => (await import('./taxonomy-check.ts')).taxonomyCheck],
  ['taxonomy add', async () => (await import('./taxonomy-add.ts')).taxonomyAdd],
  ['taxonomy label', async () => (await import('./taxonomy-label.ts')).taxonomyLabel],
  ['taxonomy rename', async () => (await import('./taxonomy-rename.ts')).taxonomyRename],
  ['taxonomy merge', async () => (await import('./taxonomy-merge.ts')).taxonomyMerge],
  ['taxonomy split', async () => (await import('./taxonomy-split.ts')).taxonomySplit],
  ['taxonomy move', async () => (await import('./taxonomy-move.ts')).taxonomyMove],
  ['taxonomy retire', async () => (await import('./taxonomy-retire.ts')).taxonomyRetire],
  ['taxonomy undo', async () => (await import('./taxonomy-undo.ts')).taxonomyUndo],
  ['taxonomy export', async () => (await import('./taxonomy-export.ts')).taxonomyExport],
  ['taxonomy import', async () => (await import('./taxonomy-import.ts')).taxonomyImport],
  ['taxonomy schema', async () => (await import('./taxonomy-schema.ts')).taxonomySchema],
]);

export const commandNames: readonly string[] = [...commands.keys()];

/** The card of a command by its name. */
export async function loadCommand(name: string): Promise<Command> {
  const load = commands.get(name);
  if (load === undefined) throw new Error(`There is no command «${name}».`);
  return load();
}
