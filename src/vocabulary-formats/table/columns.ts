/** The columns of a vocabulary as a table: one row a term. docs/recipes/vocabulary-exchange.md says what stands in them. */
import type { Localized } from '../../model/taxonomy.ts';
import type { VocabularyEdition } from '../../model/vocabulary-format.ts';
import { matchRelations } from '../skos/sound-matches.ts';

/** Columns that hold lists of ids, `facet/id` for terms of another facet. */
export const linkColumns = ['replacedBy', 'implies', 'related'] as const;

const afterLabels = ['aliases', 'names', 'roles', 'active.from', 'active.until', 'memberOf', 'assignable', 'members'];
const lastOnes = ['deprecated', ...linkColumns, 'formerIds', 'iso3166', ...matchRelations, 'note'];

/** Every column that has one name. */
export const plainColumns: readonly string[] = ['facet', 'id', 'broader', ...afterLabels, ...lastOnes];

/** The headings of the table; labels and descriptions have a column for each language. */
export function columnsOf(languages: readonly string[]): string[] {
  const labels = languages.map((lang) => `label.${lang}`);
  const descriptions = languages.map((lang) => `description.${lang}`);
  return ['facet', 'id', 'broader', ...labels, ...afterLabels, ...descriptions, ...lastOnes];
}

/** The languages of the vocabulary, the main one first, then those that are used besides. */
export function languagesOf({ taxonomy, facets }: VocabularyEdition): string[] {
  const used = facets.flatMap((facet) =>
    [...facet.terms.values()].flatMap(({ label, description, names, aliases, roles }) =>
      [label, description, ...aliases, ...[...names, ...roles].map((name) => name.label)].flatMap(tagsOf),
    ),
  );
  return [...new Set([...taxonomy.languages, ...facets.flatMap(({ languages }) => languages), ...used])];
}

function tagsOf(text: Localized | undefined): string[] {
  return [...(text?.keys() ?? [])];
}
