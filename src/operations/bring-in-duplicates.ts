/** Whether an imported release is there already: by its name, by its address here, or by the address that it came from. */
import type { Manuscript } from '../model/manuscript.ts';
import { PressError } from '../model/press-error.ts';
import type { Repository } from '../model/repository.ts';
import { partOf, type Duplicate, type ReleaseReport } from './bring-in-report.ts';
import type { Draft } from './draft.ts';
import { clashOf, identitiesOf } from './identities.ts';

export const duplicatePolicies = ['skip', 'update', 'fail'] as const;
export type DuplicatePolicy = (typeof duplicatePolicies)[number];

/** Everything that is there, and whatever comes in during the run. Reads the repository once. */
export class KnownReleases {
  readonly #repository: Pick<Repository, 'exists'>;
  readonly #ids: Map<string, string>;
  readonly #permalinks: Map<string, string>;
  readonly #urls = new Map<string, string>();
  /** Files that come in during the run. */
  readonly #paths = new Set<string>();

  constructor(repository: Pick<Repository, 'manuscripts' | 'settings' | 'exists'>) {
    this.#repository = repository;
    const noteUrls = (all: Iterable<Manuscript>): Iterable<Manuscript> => this.#noteUrls(all);
    const { ids, permalinks } = identitiesOf({
      settings: repository.settings,
      manuscripts: () => noteUrls(repository.manuscripts()),
    });
    this.#ids = new Map(ids);
    this.#permalinks = new Map(permalinks);
  }

  /** What came from the same page. */
  byUrl(url: string | undefined): Duplicate | undefined {
    const path = url === undefined ? undefined : this.#urls.get(url);
    return url === undefined || path === undefined ? undefined : { by: 'url', name: url, path };
  }

  /** What has the same name or the same address. */
  byDraft(draft: Draft): Duplicate | undefined {
    const clash = clashOf(draft, { ids: this.#ids, permalinks: this.#permalinks });
    if (clash !== undefined) return { by: clash.kind, name: clash.name, path: clash.path };
    const isTaken = this.#paths.has(draft.path) || this.#repository.exists(draft.path);
    return isTaken ? { by: 'path', name: draft.path, path: draft.path } : undefined;
  }

  add(draft: Draft, url: string | undefined): void {
    this.#ids.set(draft.id, draft.path);
    this.#permalinks.set(draft.permalink, draft.path);
    this.#paths.add(draft.path);
    if (url !== undefined) this.#urls.set(url, draft.path);
  }

  *#noteUrls(all: Iterable<Manuscript>): Iterable<Manuscript> {
    for (const manuscript of all) {
      const origin = manuscript.data?.['origin'];
      const url = typeof origin === 'object' && origin !== null ? Reflect.get(origin, 'url') : undefined;
      if (typeof url === 'string') this.#urls.set(url, manuscript.path);
      yield manuscript;
    }
  }
}

const words: Readonly<Record<Duplicate['by'], string>> = {
  id: 'has the name',
  permalink: 'stands or stood at the address',
  url: 'came from',
  path: 'is',
};

const SHOWN = 5;

/** The refusal when releases are there already and the policy is not to skip them; undefined when nothing is to be refused. */
export function refuseDuplicates(
  duplicates: readonly ReleaseReport[],
  policy: DuplicatePolicy,
): PressError | undefined {
  const [first] = duplicates;
  if (first === undefined || policy === 'skip') return undefined;
  const lines = duplicates
    .slice(0, SHOWN)
    .map(
      ({ source, part, duplicateOf }) =>
        `  «${partOf(source, part)}»: ${duplicateOf?.path} ${words[duplicateOf?.by ?? 'id']} «${duplicateOf?.name}»`,
    );
  const more = duplicates.length > SHOWN ? [`  and ${duplicates.length - SHOWN} more`] : [];
  const count =
    duplicates.length === 1
      ? `«${partOf(first.source, first.part)}» is there already`
      : `${duplicates.length} releases are there already`;
  const why = policy === 'update' ? ' and import never changes a file that somebody may have worked on' : '';
  return new PressError('already-there', `${count}${why === '' ? '' : `,${why}`}. Nothing was written.`, {
    hint: ['--on-duplicate skip leaves them out and brings in the rest.', ...lines, ...more].join('\n'),
  });
}
