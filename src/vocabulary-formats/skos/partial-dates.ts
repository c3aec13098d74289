/** Dates of the vocabulary as literals of XML Schema: a day, a month or a year, each with the type that says how exact it is. */
import { parsePartialDate } from '../../text/dates.ts';
import { named } from '../rdf/names.ts';
import { plainLiteral, typed, type Literal, type RdfObject } from '../rdf/triple.ts';

const types: ReadonlyMap<number, string> = new Map([
  [4, named('xsd:gYear')],
  [7, named('xsd:gYearMonth')],
  [10, named('xsd:date')],
]);

/** `1999-01` as an `xsd:gYearMonth`; «unknown» stays the word. */
export function dateLiteral(date: string): Literal {
  const type = types.get(date.length);
  return date === 'unknown' || type === undefined ? plainLiteral(date) : typed(date, type);
}

/** The date that a literal states; undefined where it is none that taxonomy.yaml knows. */
export function dateOf(object: RdfObject | undefined): string | undefined {
  if (object === undefined || object.kind === 'iri') return undefined;
  return parsePartialDate(object.value) === undefined ? undefined : object.value;
}
