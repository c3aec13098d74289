/** The names that releases go by already: ids, and the addresses at which they stand or stood. */
import { listOf, permalinkOf, slugOf } from '../model/make-release.ts';
import type { FrontMatter } from '../model/manuscript.ts';
import type { Repository } from '../model/repository.ts';
import type { Settings } from '../model/settings.ts';
import { parseReleaseDate } from '../text/dates.ts';
import type { Draft } from './draft.ts';

/** Each name with the path of the release that has it. */
export interface Identities {
  readonly ids: ReadonlyMap<string, string>;
  readonly permalinks: ReadonlyMap<string, string>;
}

/** What a new release would share with an existing one. */
export interface Clash {
  readonly kind: 'id' | 'permalink';
  readonly name: string;
  /** Path of the release that has it. */
  readonly path: string;
}

/** The ids and addresses of all releases whose front matter can be read, valid or not. */
export function identitiesOf(repository: Pick<Repository, 'manuscripts' | 'settings'>): Identities {
  const ids = new Map<string, string>();
  const permalinks = new Map<string, string>();
  for (const { path, data } of repository.manuscripts()) {
    if (data === undefined) continue;
    const [id] = listOf(data, 'id');
    if (id !== undefined) ids.set(id, path);
    for (const address of addressesOf(path, data, repository.settings)) permalinks.set(address, path);
  }
  return { ids, permalinks };
}

function addressesOf(path: string, data: FrontMatter, settings: Settings): string[] {
  const [lang = settings.language] = listOf(data, 'lang');
  const [day = ''] = listOf(data, 'date');
  const date = parseReleaseDate(day);
  // Readers of an old address are sent on; a new release there would take them away.
  return [permalinkOf({ lang, slug: slugOf(path, data), date }, settings), ...listOf(data, 'aliases')];
}

/** The first name of a draft that another release has; undefined when it is free to come. */
export function clashOf(draft: Pick<Draft, 'id' | 'permalink'>, identities: Identities): Clash | undefined {
  const sameId = identities.ids.get(draft.id);
  if (sameId !== undefined) return { kind: 'id', name: draft.id, path: sameId };
  const samePlace = identities.permalinks.get(draft.permalink);
  return samePlace === undefined ? undefined : { kind: 'permalink', name: draft.permalink, path: samePlace };
}
