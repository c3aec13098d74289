import type { Edition } from '../../../model/edition.ts';
import { didYouMean, PressError } from '../../../model/press-error.ts';
import { nearest } from '../../../text/nearest.ts';
import { facetsInOrder, isUsualColumn } from '../labels.ts';

const beforeFacets = ['id', 'title', 'date', 'updated', 'place'];
const afterFacets = ['lang', 'type', 'status', 'summary', 'url'];
const marks = ['status', 'embargo', 'public'];
const computed = ['body', 'path', 'public'];
const seldom = [
  'contacts',
  'embargo',
  'corrections',
  'slug',
  'aliases',
  'boilerplate',
  'translationOf',
  'related',
  'attachments',
  'origin',
];

/** The columns of a table: those asked for (`chosenColumns`), else the usual ones and, where it matters, what is not public. */
export function tableColumns(edition: Edition): string[] {
  return chosenColumns(edition) ?? withMarks(edition, usualColumns(edition));
}

/**
 * The columns that somebody asked for; undefined when nobody did. Where something unpublished is shown, the columns that say so
 * are there whatever was asked for.
 *
 * @throws PressError `usage` for a column that is no key of any release.
 */
export function chosenColumns(edition: Edition): string[] | undefined {
  if (edition.columns === undefined) return undefined;
  refuseUnknown(edition, edition.columns);
  return withMarks(edition, edition.columns);
}

function withMarks({ facts }: Edition, columns: readonly string[]): string[] {
  return facts.hasUnpublished ? [...new Set([...columns, ...marks])] : [...columns];
}

/** The whole text has a column only where somebody asked for it; without any text there is no summary either. */
function usualColumns({ taxonomy, content }: Edition): string[] {
  const facets = facetsInOrder(taxonomy).filter(isUsualColumn);
  const columns = [...beforeFacets, ...facets.map(({ property }) => property), ...afterFacets];
  if (content === 'none') return columns.filter((column) => column !== 'summary');
  return content === 'full' ? [...columns, 'body'] : columns;
}

function refuseUnknown(edition: Edition, columns: readonly string[]): void {
  const properties = facetsInOrder(edition.taxonomy).map(({ property }) => property);
  const known = new Set([...beforeFacets, ...properties, ...afterFacets, ...computed, ...seldom]);
  const isForeign = (column: string): boolean => !known.has(column) && !edition.facts.keys.has(column);
  const unknown = columns.find(isForeign);
  // Of an empty table nobody can say which keys of their own its releases would have had.
  if (unknown === undefined || edition.releases.length === 0) return;
  throw new PressError('usage', `«${unknown}» is not a column: no release has a key of that name.`, {
    hint: didYouMean(nearest(unknown, known)) ?? `The columns are ${[...known].join(', ')}.`,
  });
}
