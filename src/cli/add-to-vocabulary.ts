/** What of a vocabulary from elsewhere is missing here, put into taxonomy.yaml like every other change of the vocabulary. */
import type { Invocation } from '../model/command.ts';
import type { NamedFacet } from '../operations/import-facets.ts';
import { bringIn } from '../operations/refactor/bring-in.ts';
import { tellAdditions } from '../operations/tell-additions.ts';
import type { Additions } from '../operations/vocabulary-additions.ts';
import { terminalSafe } from '../text/terminal-safe.ts';
import { refactor } from './refactor.ts';

export interface Added extends Pick<Additions, 'remarks'> {
  /** A line for each thing that is new. */
  readonly lines: readonly string[];
}

/** Adds what is missing, or shows the patch. Rejects with a PressError, and then nothing has changed. */
export async function addToVocabulary(facets: readonly NamedFacet[], invocation: Invocation): Promise<Added> {
  const { environment, options } = invocation;
  let heard: Additions = { additions: [], remarks: [] };
  const verb = bringIn(facets, (additions) => {
    heard = additions;
    const isSilent = options['format'] === 'json' || options['dryRun'] === true;
    if (!isSilent) for (const line of tellAdditions(additions.additions)) environment.say(terminalSafe(line));
  });
  await refactor(options['format'] === 'json' ? withoutProduct(invocation) : invocation, verb);
  return { remarks: heard.remarks, lines: tellAdditions(heard.additions) };
}

/** The report is the product, and stands alone. */
function withoutProduct(invocation: Invocation): Invocation {
  return { ...invocation, environment: { ...invocation.environment, out: async () => undefined } };
}
