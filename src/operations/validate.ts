/** Runs the rules over an archive: everything that is wrong, in all files, in one run. */
import type { Repository } from '../model/repository.ts';
import { Examination } from './validate-examination.ts';
import type { ValidateOptions, Validation } from './validation.ts';

/** The findings of the given files, or of all. Throws PressError when a path has no release, and for a broken taxonomy.yaml or press.yaml. */
export function validate(repository: Repository, options: ValidateOptions): Validation {
  return new Examination(repository, options).report(options);
}
