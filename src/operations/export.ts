/** One selection, one format: what `press export` and `press list` do between words and bytes. */
import type { Edition, EditionLook } from '../model/edition.ts';
import type { Chunk, ExportFormat } from '../model/export-format.ts';
import type { Moment } from '../model/embargo.ts';
import { PressError } from '../model/press-error.ts';
import type { Repository } from '../model/repository.ts';
import type { Selection } from '../model/selection.ts';
import { gather, type Gathering } from './gather.ts';

export interface ExportRequest extends EditionLook {
  readonly selection: Selection;
  readonly moment: Moment;
  readonly includeUnpublished: boolean;
  readonly withTombstones: boolean;
  /** As for `gather`. */
  readonly usesMemory?: boolean;
}

export interface Exported extends Pick<
  Gathering,
  'matched' | 'heldBack' | 'unreadable' | 'twins' | 'spokenOf' | 'remember'
> {
  readonly count: number;
  readonly edition: Edition;
  /** How many of them are in the document. */
  countIn(): number;
  /** Why there can be no such document, as a sentence. */
  readonly refusal: string | undefined;
  readonly chunks: Iterable<Chunk>;
}

/** Makes the edition and hands it to the format. Throws PressError when the format cannot be asked for that. */
export function exportReleases(repository: Repository, format: ExportFormat, request: ExportRequest): Exported {
  refuseUnmarked(format, request);
  refuseWithoutBaseUrl(format, repository);
  const gathering = gather(repository, request.selection, request);
  const edition = editionOf(gathering, format, { ...request, repository });
  return {
    count: gathering.releases.length,
    matched: gathering.matched,
    heldBack: gathering.heldBack,
    unreadable: gathering.unreadable,
    twins: gathering.twins,
    get spokenOf() {
      return gathering.spokenOf;
    },
    remember: () => gathering.remember(),
    edition,
    countIn: () => format.countIn?.(edition) ?? gathering.releases.length,
    refusal: format.refuses?.(edition),
    chunks: format.write(edition),
  };
}

/** What a format is given of a gathering. */
export function editionOf(
  gathering: Gathering,
  format: Pick<ExportFormat, 'hasTombstones'>,
  { repository, ...request }: Omit<ExportRequest, 'includeUnpublished'> & { readonly repository: Repository },
): Edition {
  return {
    ...request,
    releases: gathering.releases,
    facts: gathering.facts,
    known: gathering.known,
    get newestPublicUpdate() {
      return gathering.newestPublicUpdate;
    },
    tombstones: format.hasTombstones && request.withTombstones ? gathering.tombstones : [],
    taxonomy: repository.taxonomy,
    settings: repository.settings,
    now: request.moment.now,
    filter: request.selection.filter,
  };
}

function refuseUnmarked(format: ExportFormat, { includeUnpublished }: Pick<ExportRequest, 'includeUnpublished'>): void {
  if (!includeUnpublished || format.marksUnpublished) return;
  throw new PressError('usage', `The format «${format.id}» has no mark for a release that is not public.`, {
    hint: 'Leave --include-unpublished out, or choose a format to work with, such as list, csv, xlsx, json or html.',
  });
}

/** Throws PressError `missing-setting` where the links of a format have nothing to start from. */
export function refuseWithoutBaseUrl(format: ExportFormat, { settings }: Pick<Repository, 'settings'>): void {
  if (!format.needsBaseUrl || settings.baseUrl !== undefined) return;
  throw new PressError('missing-setting', `The format «${format.id}» needs the key «baseUrl» in press.yaml.`, {
    hint: 'Write the address that your releases stand under, such as «baseUrl: https://press.example.org/».',
  });
}
