import type { Environment } from '../model/environment.ts';
import { tagAuthority } from '../model/identity.ts';
import type { Repository } from '../model/repository.ts';

/** Subscribers know a release by its identity, and that is made of two settings: says so where they are not there yet. */
export function sayIfIdentityMayChange(
  environment: Pick<Environment, 'say'>,
  { settings }: Pick<Repository, 'settings'>,
): void {
  if (tagAuthority(settings.publisher) !== undefined) return;
  environment.say(
    'Without publisher.authority and publisher.since in press.yaml, identities are made of the id alone; setting the two later changes them.',
  );
}
