/** A new file of a release, judged beside all others, then shown or made: what `press new` and `press translate` do with it. */
import type { Environment } from '../model/environment.ts';
import { PressError } from '../model/press-error.ts';
import type { Repository } from '../model/repository.ts';
import { checkDraft } from '../operations/check-draft.ts';
import type { Draft } from '../operations/draft.ts';
import { levelsOf } from '../operations/validate-levels.ts';

export interface DraftPlace {
  readonly repository: Repository;
  readonly environment: Environment;
  /** What to do about a file of that name, and about an id or an address that another release has. */
  readonly wayOut: { readonly ofPath: string; readonly ofName: string };
}

/** Prints the file that would be made. Rejects with a PressError for one that could not be. */
export async function showDraft(draft: Draft, place: DraftPlace): Promise<void> {
  const { environment } = place;
  await check(draft, place);
  await environment.out(draft.creation.text);
  environment.say(`This would be written to ${environment.files.display(draft.path)}.`);
}

/** Makes the file, under the lock. Rejects with a PressError, and then nothing is written. */
export async function writeDraft(draft: Draft, command: string, place: DraftPlace): Promise<void> {
  const { repository, environment } = place;
  const work = async (): Promise<void> => {
    await check(draft, place);
    repository.apply({ purpose: command, changes: [draft.creation] });
  };
  await repository.whileLocked(command, work, environment.signal);
}

async function check(draft: Draft, { repository, environment, wayOut }: DraftPlace): Promise<void> {
  if (repository.exists(draft.path)) {
    throw new PressError('already-there', `«${environment.files.display(draft.path)}» exists already.`, {
      hint: `Nothing was overwritten. ${wayOut.ofPath}`,
    });
  }
  const { rules } = await import('../rules/index.ts');
  const levels = levelsOf(repository.settings.rules, [], rules);
  checkDraft(repository, draft, { rules, levels, now: environment.now, wayOut: wayOut.ofName });
}
