/** taxonomy.yaml: without a sound one nothing runs, for a broken vocabulary would let everything pass. */
import type { TaxonomyFile, TermEntry } from '../model/generated/taxonomy-file.ts';
import { makeTaxonomy } from '../model/make-taxonomy.ts';
import type { DataPath } from '../model/manuscript.ts';
import { PressError } from '../model/press-error.ts';
import { reservedFacetNames, reservedProperties } from '../model/reserved-names.ts';
import type { Taxonomy } from '../model/taxonomy.ts';
import { parseDataFile, readDataFile, type DataFile, type DataFileKind } from './data-file.ts';
import type { SchemaShelf } from './schema-shelf.ts';

const kind: DataFileKind = { name: 'taxonomy.yaml', schema: 'taxonomy.schema.json', code: 'broken-taxonomy' };

/** The vocabulary of a repository. Throws PressError with file and line. */
export function readTaxonomy(root: string, shelf: SchemaShelf): Taxonomy {
  const file = readDataFile(root, kind, shelf);
  if (file === undefined) throw new PressError('no-repository', 'There is no taxonomy.yaml.', { hint: 'Make one with «press init».' });
  return taxonomyFrom(file);
}

/** The same from a text. */
export function parseTaxonomy(text: string, shelf: SchemaShelf): Taxonomy {
  return taxonomyFrom(parseDataFile(text, kind, shelf));
}

function taxonomyFrom(file: DataFile): Taxonomy {
  const data = file.data as unknown as TaxonomyFile;
  checkFacets(file, data);
  return makeTaxonomy(data);
}

/** What a schema cannot see: clashes of names, and an id that stands twice. */
function checkFacets(file: DataFile, data: TaxonomyFile): void {
  const properties = new Map<string, string>();
  for (const [name, facet] of Object.entries(data.facets)) {
    const path = ['facets', name];
    if (reservedFacetNames.has(name)) {
      file.fail(path, `A facet cannot be called «${name}»: it is an option or a query field of press.`, 'Choose another name.');
    }
    const other = properties.get(facet.property);
    if (other !== undefined) {
      file.fail([...path, 'property'], `«${facet.property}» already is the front-matter key of the facet «${other}».`, 'Choose another key.');
    }
    if (reservedProperties.has(facet.property)) {
      file.fail([...path, 'property'], `«${facet.property}» is a front-matter key of press itself.`, 'Choose another key.');
    }
    properties.set(facet.property, name);
    const seen = new Set<string>();
    checkIds(facet.terms ?? {}, [...path, 'terms'], { file, seen });
  }
}

interface IdCheck {
  readonly file: DataFile;
  readonly seen: Set<string>;
}

function checkIds(terms: Readonly<Record<string, TermEntry>>, path: DataPath, { file, seen }: IdCheck): void {
  for (const [id, term] of Object.entries(terms)) {
    if (seen.has(id)) file.fail([...path, id], `The id «${id}» stands a second time in this facet.`, 'An id names one term: choose another for one of the two.');
    seen.add(id);
    checkIds(term.narrower ?? {}, [...path, id, 'narrower'], { file, seen });
  }
}
