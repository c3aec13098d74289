import type { OptionValues } from '../../model/command.ts';
import type { Environment } from '../../model/environment.ts';
import type { Repository } from '../../model/repository.ts';
import type { Rule } from '../../model/rule.ts';
import { redactFindings } from '../../operations/redact-findings.ts';
import type { Validation } from '../../operations/validation.ts';
import { wantsRedaction } from '../options/build-machine.ts';
import { sha256, type Findings } from './report-input.ts';

export interface Onlookers {
  readonly options: OptionValues;
  readonly environment: Environment;
  readonly repository: Repository;
  readonly rules: readonly Rule[];
}

/** The findings as those may see them who read what is printed; says on stderr when some lost their text. */
export function shownFindings(
  found: Validation,
  { options, environment, repository, rules }: Onlookers,
): Pick<Findings, 'diagnostics' | 'isHidden'> {
  if (!wantsRedaction(options, environment)) return { diagnostics: found.diagnostics, isHidden: () => false };
  const moment = { now: environment.now, timezone: repository.settings.timezone };
  const { redacted, ...shown } = redactFindings(found, { rules, moment, digest: sha256 });
  if (redacted > 0)
    environment.say(
      'Findings that concern releases that are not public stand without their text, because others may read this. ' +
        '«press validate» on your own computer shows it.',
    );
  return shown;
}
