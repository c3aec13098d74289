import type { Command, Invocation, OptionValues } from '../../model/command.ts';
import type { Foundation } from '../../model/environment.ts';
import { PressError } from '../../model/press-error.ts';
import { planFounding, type FoundingPlan } from '../../operations/found-repository.ts';
import { minimalTaxonomy } from '../../operations/new-repository-texts.ts';
import { dayInZone } from '../../text/day-in-zone.ts';
import { packageName, version } from '../version.ts';

interface Start {
  readonly taxonomy: string;
  /** Terms of the first draft; a person's own vocabulary gets none, and `validate` says what is missing. */
  readonly draftTerms: readonly string[];
}

/** `press init`: a repository to begin with. */
export const init: Command = {
  name: 'init',
  summary: 'Make a new repository: vocabulary, schemas, settings, a first draft, CI workflow.',
  details: [
    'Files that exist are kept as they are. The workflow installs this press as a dependency of the repository and runs «npx --no-install press validate --cache content».',
    'Never build a website from releases/ itself: site builders publish drafts and embargoed texts. Build it from what «press export» writes.',
  ],
  arguments: [{ name: 'dir', summary: 'the folder; without it, this one', required: false, variadic: false }],
  options: [
    {
      flags: '--taxonomy <name>',
      summary: 'minimal, osce (the shipped sample), or a file of your own; without it: minimal',
    },
    { flags: '-n, --dry-run', summary: 'list the files that would be made, make none' },
  ],
  examples: [
    { line: 'init newsroom', summary: 'a repository in the new folder newsroom' },
    { line: 'init --taxonomy osce --dry-run', summary: 'look first' },
  ],
  async run(invocation) {
    const { environment, options } = invocation;
    const folder = invocation.arguments[0] ?? '.';
    const foundation = await environment.foundation(folder);
    const { taxonomy, draftTerms } = startFrom(options, foundation, invocation);
    const schemas = new Map(foundation.schemas.map((path) => [path, foundation.shipped(path)]));
    const today = dayInZone(environment.now, 'UTC');
    const plan = planFounding(
      { taxonomy, draftTerms, schemas, today, program: { name: packageName, version } },
      (path) => foundation.exists(path),
    );
    if (options['dryRun'] !== true && plan.changes.changes.length > 0) foundation.apply(plan.changes);
    await report(invocation, plan, folder);
    return 0;
  },
};

function startFrom(options: OptionValues, foundation: Foundation, { environment }: Invocation): Start {
  const choice = String(options['taxonomy'] ?? 'minimal');
  if (choice === 'minimal')
    return { taxonomy: minimalTaxonomy, draftTerms: ['source: press-office', 'fields: [general]'] };
  if (choice === 'osce')
    return {
      taxonomy: foundation.shipped('taxonomy.yaml'),
      draftTerms: ['source: secretariat', 'fields: [education]'],
    };
  return { taxonomy: ownTaxonomy(choice, foundation, readOwn(choice, environment)), draftTerms: [] };
}

/** A vocabulary of the person's own, as it stands in its file. Throws PressError for one that press could not use afterwards. */
function ownTaxonomy(name: string, foundation: Foundation, bytes: Uint8Array): string {
  try {
    const taxonomy = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
    foundation.checkTaxonomy(taxonomy);
    return taxonomy;
  } catch (error) {
    if (error instanceof TypeError)
      throw new PressError('unreadable-file', `«${name}» is not UTF-8 text.`, {
        hint: 'Save it as UTF-8, then run the command again.',
      });
    if (!(error instanceof PressError)) throw error;
    throw new PressError(error.code, `«${name}» cannot be the vocabulary. ${error.message}`, { hint: error.hint });
  }
}

/** A word that is neither a shipped vocabulary nor a file was meant for one of the two. */
function readOwn(choice: string, { files }: Invocation['environment']): Uint8Array {
  try {
    return files.read(choice);
  } catch (error) {
    if (!(error instanceof PressError)) throw error;
    throw new PressError(error.code, error.message, {
      hint: 'Name «minimal», «osce», or a file of your own that you may read.',
    });
  }
}

async function report(
  { environment, options }: Invocation,
  { changes, kept }: FoundingPlan,
  folder: string,
): Promise<void> {
  const prefix = folder === '.' ? '' : `${folder.replace(/\/$/, '')}/`;
  for (const { path } of changes.changes) await environment.out(`${prefix}${path}\n`);
  if (kept.length > 0) environment.say(`Kept as they are: ${kept.join(', ')}.`);
  if (options['dryRun'] === true) environment.say('Nothing was made: --dry-run.');
  else if (changes.changes.length === 0) environment.say('Everything is there already; nothing was made.');
  else
    environment.say(
      `Next: ${folder === '.' ? '' : `cd ${folder}, then `}«press new» writes a release, «press validate» checks them all.`,
    );
}
