import { facetOfProperty, type Taxonomy } from '../../../model/taxonomy.ts';
import { joinList } from '../../../text/csv-lists.ts';

/**
 * The value of a record as the text of one cell. Facets show their labels and are lists even when there is one term, so is
 * `place`; the parts of an object (a contact, a correction) are joined with commas; nothing is an empty cell.
 */
export function csvCell(column: string, value: unknown, taxonomy: Taxonomy): string {
  if (value === undefined) return '';
  if (!Array.isArray(value)) return column === 'place' ? joinList([plain(value)]) : plain(value);
  const isFacet = facetOfProperty(taxonomy, column) !== undefined;
  return joinList(value.map((item) => (isFacet ? labelOf(item) : plain(item))));
}

function labelOf(item: unknown): string {
  return typeof item === 'object' && item !== null && 'label' in item ? plain(item.label) : plain(item);
}

function plain(value: unknown): string {
  if (typeof value !== 'object' || value === null) return value === null ? '' : String(value);
  return Object.values(value)
    .map(plain)
    .filter((part) => part !== '')
    .join(', ');
}
