/** taxonomy.yaml: without a sound one nothing runs, for a broken vocabulary would let everything pass. */
import type { PartialDate, TaxonomyFile, TermEntry } from '../model/generated/taxonomy-file.ts';
import { makeTaxonomy } from '../model/make-taxonomy.ts';
import type { DataPath } from '../model/manuscript.ts';
import { PressError } from '../model/press-error.ts';
import { reservedProperties, unfitFacetName } from '../model/reserved-names.ts';
import type { Taxonomy } from '../model/taxonomy.ts';
import { parsePartialDate } from '../text/dates.ts';
import { parseDataFile, readDataFile, type DataFile, type DataFileKind } from './data-file.ts';
import type { FileSource } from './file-source.ts';
import type { SchemaShelf } from './schema-shelf.ts';

const kind: DataFileKind = { name: 'taxonomy.yaml', schema: 'taxonomy.schema.json', code: 'broken-taxonomy' };

/** The vocabulary of a repository. Throws PressError with file and line. */
export function readTaxonomy(files: FileSource, shelf: SchemaShelf): Taxonomy {
  return taxonomyFrom(readTaxonomyFile(files, shelf));
}

/** The file of the vocabulary, as its schema accepts it. Throws PressError with file and line. */
export function readTaxonomyFile(files: FileSource, shelf: SchemaShelf): DataFile {
  const file = readDataFile(files, kind, shelf);
  if (file !== undefined) return file;
  throw new PressError('no-repository', 'There is no taxonomy.yaml.', { hint: 'Make one with «press init».' });
}

/** The same from a text. */
export function parseTaxonomy(text: string, shelf: SchemaShelf): Taxonomy {
  return taxonomyFrom(parseTaxonomyFile(text, shelf));
}

/** The file from a text. */
export function parseTaxonomyFile(text: string, shelf: SchemaShelf): DataFile {
  return parseDataFile(text, kind, shelf);
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
    const unfit = unfitFacetName(name, properties.values());
    if (unfit !== undefined)
      file.fail({ key: path }, `A facet cannot be called «${name}»: ${unfit}.`, 'Choose another name.');
    const other = properties.get(facet.property);
    if (other !== undefined) {
      file.fail(
        { value: [...path, 'property'] },
        `«${facet.property}» already is the front-matter key of the facet «${other}».`,
        'Choose another key.',
      );
    }
    if (reservedProperties.has(facet.property)) {
      file.fail(
        { value: [...path, 'property'] },
        `«${facet.property}» is a front-matter key of press itself.`,
        'Choose another key.',
      );
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
    if (seen.has(id))
      file.fail(
        { key: [...path, id] },
        `The id «${id}» stands a second time in this facet.`,
        'An id names one term: choose another for one of the two.',
      );
    seen.add(id);
    checkDates(file, term, [...path, id]);
    checkIds(term.narrower ?? {}, [...path, id, 'narrower'], { file, seen });
  }
}

/** A month 13 has the form of a date and is none. */
function checkDates(file: DataFile, term: TermEntry, path: DataPath): void {
  const lists = { names: term.names, roles: term.roles, memberOf: term.memberOf };
  if (term.active !== undefined) checkPeriod(file, term.active, [...path, 'active']);
  for (const [key, list] of Object.entries(lists))
    list?.forEach((entry, index) => checkPeriod(file, entry, [...path, key, index]));
}

function checkPeriod(file: DataFile, period: { from?: PartialDate; until?: PartialDate }, path: DataPath): void {
  for (const key of ['from', 'until'] as const) {
    const date = period[key];
    if (date === undefined || parsePartialDate(String(date)) !== undefined) continue;
    file.fail({ value: [...path, key] }, `«${date}» is no date.`, 'Write 2000-07-17, 2000-07, 2000 or unknown.');
  }
}
