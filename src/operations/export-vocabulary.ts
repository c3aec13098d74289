/** The vocabulary in a format, with a list of everything that the format cannot hold. */
import { requiredBaseUrl } from '../model/links.ts';
import { PressError } from '../model/press-error.ts';
import { quoted } from '../model/quoting.ts';
import type { Repository } from '../model/repository.ts';
import type { Facet, Term } from '../model/taxonomy.ts';
import type { VocabularyEdition, VocabularyFormat, VocabularyLoss } from '../model/vocabulary-format.ts';
import { strictAddress } from '../text/strict-address.ts';

export interface VocabularyWish extends Pick<VocabularyEdition, 'facets' | 'withNotes' | 'rawCells' | 'bom'> {
  /** What the addresses of terms begin with, instead of `baseUrl`. */
  readonly base: string | undefined;
}

export interface ExportedVocabulary {
  readonly chunks: Iterable<string>;
  readonly terms: number;
  readonly losses: readonly VocabularyLoss[];
  /** Terms of one facet that a reader cannot tell apart: two or more of one name, in use, in one language. */
  readonly twins: readonly (readonly Term[])[];
}

/** Throws PressError where the format needs an address and there is none. */
export function exportVocabulary(
  repository: Pick<Repository, 'taxonomy' | 'settings' | 'fileAt'>,
  format: VocabularyFormat,
  { base, ...wish }: VocabularyWish,
): ExportedVocabulary {
  const { taxonomy } = repository;
  const edition: VocabularyEdition = {
    taxonomy,
    ...wish,
    base: format.needsBase ? baseFrom(repository, format, base) : '',
  };
  return {
    chunks: format.write(edition),
    terms: wish.facets.reduce((count, { terms }) => count + terms.size, 0),
    losses: [...format.losses(edition), ...commentLoss(repository)],
    twins: format.needsBase ? wish.facets.flatMap(twinsIn) : [],
  };
}

function baseFrom(
  { settings }: Pick<Repository, 'settings'>,
  { id }: VocabularyFormat,
  base: string | undefined,
): string {
  if (base === undefined) return requiredBaseUrl(settings, id);
  const whole = base.endsWith('/') ? base : `${base}/`;
  const address = URL.canParse(whole) ? new URL(whole) : undefined;
  if (address !== undefined && /^https?:$/.test(address.protocol) && address.search === '' && address.hash === '')
    return strictAddress(address.href);
  throw new PressError('usage', `${quoted(base)} is no address that terms can begin with.`, {
    hint: 'Write it as in --base-iri https://press.example.org/.',
  });
}

/** Comments are text of the file, not of the vocabulary. A sign inside of quotation marks may be taken for one: that says too much, never too little. */
function commentLoss(repository: Pick<Repository, 'fileAt'>): VocabularyLoss[] {
  const text = repository.fileAt('taxonomy.yaml')?.text ?? '';
  const reason = 'Comments in taxonomy.yaml are for those who open the file.';
  return /(?:^|[ \t])#/m.test(text) ? [{ facet: undefined, term: undefined, key: 'comments', reason }] : [];
}

function twinsIn({ terms }: Facet): (readonly Term[])[] {
  const byName = new Map<string, Term[]>();
  for (const term of terms.values()) {
    if (term.deprecated) continue;
    for (const [lang, label] of term.label) {
      const key = `${lang.toLowerCase()} ${label}`;
      byName.set(key, [...(byName.get(key) ?? []), term]);
    }
  }
  const found = [...byName.values()].filter(({ length }) => length > 1);
  return [...new Map(found.map((twins) => [twins.map(({ id }) => id).join(' '), twins])).values()];
}
