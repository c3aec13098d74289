import type { Command, ExitStatus, Invocation, OptionValues } from '../../model/command.ts';
import { PressError } from '../../model/press-error.ts';
import { findingOptions, mostWarningsOf, reporterNamed } from '../options/finding-options.ts';

/** `press taxonomy check`: everything that is wrong with the vocabulary. */
export const taxonomyCheck: Command = {
  name: 'taxonomy check',
  summary: 'Check the vocabulary: circles, clashes, dates, links, codes, and what releases use.',
  details: [
    'Looks at taxonomy.yaml as whoever looks after it would, and says everything in one go, each finding at its place. What releases use is ' +
      'said as a mere info. «press explain RULE» tells more about a finding; «press validate» looks at the releases.',
    'press.yaml says for everybody how serious each rule is, such as «rules: {unused-term: off}», and names the lists of codes under «codeLists:». ' +
      'A list is plain text with one code a line, a CSV table, or the JSON of the IPTC.',
    'Exit status: 0 when there is no error, 1 when there is one or there are more warnings than --max-warnings, 2 when taxonomy.yaml cannot be ' +
      'read at all.',
  ],
  arguments: [],
  options: [
    ...findingOptions,
    { flags: '--iso-codes <file>', summary: 'the country codes that there are (ISO 3166-1)' },
    { flags: '--media-topics <file>', summary: 'the media topics that there are (IPTC)' },
    { flags: '--fix', summary: 'mend links that are one slip away from the id that is meant, or use a former one' },
    { flags: '-n, --dry-run', summary: 'with --fix: print what would change as a diff, and write nothing' },
    { flags: '--redact-unpublished', summary: 'name no release that is not public' },
    {
      flags: '--no-redact-unpublished',
      summary: 'name them; the default, except in builds on GitHub of what is not private',
    },
  ],
  examples: [
    { line: 'taxonomy check', summary: 'the whole vocabulary' },
    { line: 'taxonomy check --rule unused-term=off --max-warnings 0', summary: 'as a gate in a build' },
    { line: 'taxonomy check --format json', summary: 'for a program' },
  ],
  run: runCheck,
};

async function runCheck({ options, environment }: Invocation): Promise<ExitStatus> {
  const mostWarnings = mostWarningsOf(options);
  const reporter = await reporterNamed(options['format']);
  refuseConflicts(options);
  const { checkAndPrint } = await import('../check-vocabulary.ts');
  return checkAndPrint({ options, reporter, mostWarnings }, environment);
}

/** Throws a PressError `usage` for options that cannot stand together. */
function refuseConflicts(options: OptionValues): void {
  if (options['dryRun'] !== true) return;
  if (options['fix'] !== true)
    throw new PressError('usage', '«--dry-run» shows what «--fix» would change, and goes with it alone.', {
      hint: 'Write: press taxonomy check --fix --dry-run.',
    });
  if (options['format'] !== undefined || options['output'] !== undefined)
    throw new PressError('usage', '«--dry-run» prints a diff on standard output, and no findings.', {
      hint: 'Leave out --format and --output.',
    });
}
