import type { Command, Invocation } from '../../model/command.ts';
import type { Environment } from '../../model/environment.ts';
import type { Manuscript } from '../../model/manuscript.ts';
import { PressError } from '../../model/press-error.ts';
import { correct as correctVerb } from '../../operations/verbs/correct.ts';
import { editorial } from '../../operations/verbs/editorial.ts';
import { changeRelease, namedManuscript } from '../change-release.ts';
import { dryRun, noteForReaders, releaseArgument } from '../options/note-option.ts';

/** `press correct`: readers are told what was put right. */
export const correct: Command = {
  name: 'correct',
  summary: 'Tell readers what was put right in a release that is out.',
  details: [
    'Adds the note with the moment under «corrections», and the moment as «updated»: feeds show the release as changed, and pages and agencies show the note. The text itself is put right by hand.',
    'A change that says nothing new, such as a comma, needs no correction. --editorial tells press so: translations that fitted the text before it still do.',
  ],
  arguments: [releaseArgument],
  options: [
    { flags: '--note <words>', summary: 'what was put right, for readers; needed' },
    {
      flags: '--kind <kind>',
      summary: 'correction of a mistake (the default), or update',
      choices: ['correction', 'update'],
    },
    { flags: '--editorial', summary: 'the change says nothing new: readers are told nothing, translations still fit' },
    dryRun,
  ],
  writes: true,
  examples: [
    {
      line: 'correct chisinau-lesson-exchange --note "42 teachers took part, not 24." -n',
      summary: 'what would change',
    },
    { line: 'correct chisinau-lesson-exchange --editorial -n', summary: 'translations stay as they are' },
  ],
  async run(invocation) {
    const { options } = invocation;
    const manuscript = await namedManuscript(invocation);
    if (options['editorial'] === true) return renewTranslations(invocation, manuscript);
    const note = await noteForReaders(invocation, 'What was put right? Readers will see this');
    const kind = options['kind'] === 'update' ? 'update' : 'correction';
    return changeRelease(invocation, manuscript.path, correctVerb({ kind, note }));
  },
};

async function renewTranslations(invocation: Invocation, manuscript: Manuscript): ReturnType<Command['run']> {
  const { options, environment } = invocation;
  if (options['note'] !== undefined || options['kind'] !== undefined)
    throw new PressError('usage', '«--editorial» says that readers need to know nothing, and has no note.', {
      hint: 'Leave --note and --kind out, or leave --editorial out.',
    });
  const repository = await environment.repository();
  const former = await formerText(manuscript, environment);
  const verb = editorial({ former, digestOfText: (text) => repository.digestOfText(text) });
  return changeRelease(invocation, manuscript.path, verb);
}

/** The release as it was committed last; undefined where git cannot say, or where nothing has changed since. */
async function formerText({ path }: Manuscript, environment: Environment): Promise<Manuscript | undefined> {
  try {
    const { former } = await environment.versionControl.changedSince(undefined);
    const bytes = former.get(path);
    return bytes === undefined ? undefined : (await environment.repository()).manuscriptFrom(path, bytes);
  } catch (error) {
    if (error instanceof PressError && error.code === 'no-version-control') return undefined;
    throw error;
  }
}
