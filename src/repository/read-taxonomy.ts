/** taxonomy.yaml: without a sound one nothing runs, for a broken vocabulary would let everything pass. */
import type { PartialDate, TaxonomyFile, TermEntries, TermEntry } from '../model/generated/taxonomy-file.ts';
import { makeTaxonomy } from '../model/make-taxonomy.ts';
import type { DataPath } from '../model/manuscript.ts';
import { PressError } from '../model/press-error.ts';
import { reservedProperties, unfitFacetName } from '../model/reserved-names.ts';
import { suspectKeys } from '../model/suspect-keys.ts';
import type { Taxonomy } from '../model/taxonomy.ts';
import { parsePartialDate } from '../text/dates.ts';
import { parseDataFile, readDataFile, type DataFile, type DataFileKind } from './data-file.ts';
import type { FileSource } from './file-source.ts';
import type { SchemaShelf } from './schema-shelf.ts';
import { unusableKeys } from './unusable-keys.ts';

const kind: DataFileKind = { name: 'taxonomy.yaml', schema: 'taxonomy.schema.json', code: 'broken-taxonomy' };

/** The vocabulary of a repository. Throws PressError with file and line. */
export function readTaxonomy(files: FileSource, shelf: SchemaShelf): Taxonomy {
  return taxonomyFrom(readTaxonomyFile(files, shelf));
}

/**
 * The file of the vocabulary, as its schema accepts it, also when an id stands twice in it: `press taxonomy check` tells of that with
 * everything else. Throws PressError with file and line.
 */
export function readTaxonomyFile(files: FileSource, shelf: SchemaShelf): DataFile {
  const file = readDataFile(files, kind, shelf);
  if (file !== undefined) return soundFile(file);
  throw new PressError('no-repository', 'There is no taxonomy.yaml.', { hint: 'Make one with «press init».' });
}

/** The same from a text. */
export function parseTaxonomy(text: string, shelf: SchemaShelf): Taxonomy {
  return taxonomyFrom(parseTaxonomyFile(text, shelf));
}

/** The file from a text. */
export function parseTaxonomyFile(text: string, shelf: SchemaShelf): DataFile {
  return soundFile(parseDataFile(text, kind, shelf));
}

function taxonomyFrom(file: DataFile): Taxonomy {
  const data = contentOf(file);
  for (const [name, { terms }] of Object.entries(data.facets))
    checkIds(terms, ['facets', name, 'terms'], { file, seen: new Set() });
  return makeTaxonomy(data);
}

function soundFile(file: DataFile): DataFile {
  checkFacets(file, contentOf(file));
  return file;
}

function contentOf(file: DataFile): TaxonomyFile {
  return file.data as unknown as TaxonomyFile;
}

/** What a schema cannot see: clashes of names, and dates that no calendar has. */
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
    const [suspect] = suspectKeys([facet.property], () => false);
    if (suspect !== undefined && !suspect.isOtherName) {
      file.fail(
        { value: [...path, 'property'] },
        `«${facet.property}» would be taken for «${suspect.meant}», which keeps a release in.`,
        'Choose another key.',
      );
    }
    if (unusableKeys.has(facet.property)) {
      file.fail(
        { value: [...path, 'property'] },
        `«${facet.property}» may not be used as a key of front matter.`,
        'Choose another key.',
      );
    }
    properties.set(facet.property, name);
    checkTerms(file, facet.terms, [...path, 'terms']);
  }
}

function checkTerms(file: DataFile, terms: TermEntries, path: DataPath): void {
  for (const [id, term] of Object.entries(terms)) {
    checkDates(file, term, [...path, id]);
    checkTerms(file, term.narrower ?? {}, [...path, id, 'narrower']);
  }
}

interface IdCheck {
  readonly file: DataFile;
  readonly seen: Set<string>;
}

/** An id that stands under two headings would mean two terms. */
function checkIds(terms: TermEntries, path: DataPath, { file, seen }: IdCheck): void {
  for (const [id, term] of Object.entries(terms)) {
    if (seen.has(id))
      file.fail(
        { key: [...path, id] },
        `The id «${id}» stands a second time in this facet.`,
        'An id names one term: choose another for one of the two.',
      );
    seen.add(id);
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
