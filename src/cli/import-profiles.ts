/** `--profile`: files that say where on the pages of a site things stand. */
import { readProfile } from '../importers/profile/read-profile.ts';
import type { Files } from '../model/environment.ts';
import type { SiteProfile } from '../model/site-profile.ts';

/** The profiles of the files that a person names, in their order. Rejects with PressError for one that cannot be used. */
export async function profilesFrom(names: unknown, files: Pick<Files, 'readData'>): Promise<readonly SiteProfile[]> {
  const profiles: SiteProfile[] = [];
  for (const name of Array.isArray(names) ? names : [])
    if (typeof name === 'string') profiles.push(readProfile(await files.readData(name)));
  return profiles;
}
