/** What SKOS says about one term. */
import { facetAddress, termAddress } from '../../model/term-addresses.ts';
import type { Facet, FormerName, Term } from '../../model/taxonomy.ts';
import { labelOf } from '../../model/term-names.ts';
import type { VocabularyEdition } from '../../model/vocabulary-format.ts';
import type { Period } from '../../text/dates.ts';
import { named, RDF_TYPE } from '../rdf/names.ts';
import { inLanguage, iri, plainLiteral, typed, type Literal, type RdfObject, type Triple } from '../rdf/triple.ts';
import { dateLiteral } from './partial-dates.ts';
import type { SoundLinks, TermLinks } from './sound-links.ts';
import { eachText } from './texts.ts';

interface Surroundings {
  readonly facet: Facet;
  readonly edition: VocabularyEdition;
  readonly links: SoundLinks;
}

type Statement = readonly [name: string, object: RdfObject];

/** How the note begins that says why a concept is not to be used. */
export const changeNoteStart = 'No longer used';

/** What a heading says that no release may name: a word of Dublin Core, for SKOS has none. */
export const headingType = 'heading';

/** The concept, then the notes about its earlier names, functions and memberships, which have addresses of their own. */
export function* conceptStatements(term: Term, { facet, edition, links }: Surroundings): Generator<Triple> {
  const own = links.of(term);
  const addressOf = (other: Term): string => addressIn(edition, other);
  const subject = termAddress(facet, term.id, edition.base);
  const notes = notesOf(term, own, addressOf);
  yield { subject, predicate: RDF_TYPE, object: iri(named('skos:Concept')) };
  const all: readonly Statement[] = [
    ...placeStatements(term, { scheme: facetAddress(facet, edition.base), own, addressOf }),
    ...labelStatements(term),
    ...lifeStatements(term, own, addressOf),
    ...own.related.map((other): Statement => ['skos:related', iri(addressOf(other))]),
    ...own.implies.map((other): Statement => ['dct:relation', iri(addressOf(other))]),
    ...own.matches.map(({ relation, address }): Statement => [`skos:${relation}`, iri(address)]),
    ...eachText(term.description).map((text): Statement => ['skos:scopeNote', text]),
    ...(edition.withNotes && term.note !== undefined ? [['skos:editorialNote', plainLiteral(term.note)] as const] : []),
    ...notes.map(({ link, fragment }): Statement => [link, iri(`${subject}#${fragment}`)]),
    ...formerIdsOf(term).map((id): Statement => ['dct:replaces', iri(termAddress(facet, id, edition.base))]),
  ];
  for (const [name, object] of all) yield { subject, predicate: named(name), object };
  for (const { fragment, says } of notes)
    for (const [name, object] of says) yield { subject: `${subject}#${fragment}`, predicate: named(name), object };
}

function addressIn({ facets, base }: VocabularyEdition, { facet: name, id }: Term): string {
  const facet = facets.find((each) => each.name === name);
  if (facet === undefined) throw new Error(`${name} is not in the edition`);
  return termAddress(facet, id, base);
}

/** Ids that nothing else has: an address names one thing. */
function formerIdsOf({ formerIds }: Term): string[] {
  return [...new Set(formerIds)];
}

interface Place {
  readonly scheme: string;
  readonly own: TermLinks;
  readonly addressOf: (term: Term) => string;
}

function placeStatements({ id, assignable, iso3166 }: Term, { scheme, own, addressOf }: Place): Statement[] {
  return [
    ['skos:inScheme', iri(scheme)],
    ...(own.broader.length === 0 ? [['skos:topConceptOf', iri(scheme)] as const] : []),
    ['skos:notation', plainLiteral(id)],
    ...(assignable ? [] : [['dc:type', plainLiteral(headingType)] as const]),
    ...(iso3166 === undefined ? [] : [['dct:identifier', typed(iso3166, named('dct:ISO3166'))] as const]),
    ...own.broader.map((other): Statement => ['skos:broader', iri(addressOf(other))]),
    ...own.narrower.map((other): Statement => ['skos:narrower', iri(addressOf(other))]),
  ];
}

/** One preferred label for each language; no other label says the same once more (S13). */
function labelStatements({ label, names, aliases }: Term): Statement[] {
  const preferred = eachText(label);
  const taken = new Set(preferred.map(labelKey));
  const others = [...names.map((name) => name.label), ...aliases].flatMap(eachText);
  const alternatives = others.filter((text) => !taken.has(labelKey(text)) && taken.add(labelKey(text)));
  return [
    ...preferred.map((text): Statement => ['skos:prefLabel', text]),
    ...byLanguage(alternatives).map((text): Statement => ['skos:altLabel', text]),
  ];
}

/** Language by language, for that is how JSON-LD says it. */
function byLanguage(texts: readonly Literal[]): Literal[] {
  const tags = [...new Set(texts.map(({ lang }) => lang))];
  return tags.flatMap((tag) => texts.filter(({ lang }) => lang === tag));
}

/** What makes two labels one: tags do not tell capitals apart. */
export function labelKey({ value, lang }: Literal): string {
  return `${(lang ?? '').toLowerCase()} ${value}`;
}

/** A body that closed has a last day; only what nobody may use any more is deprecated. */
function lifeStatements(
  { active, deprecated, replacedBy }: Term,
  own: TermLinks,
  addressOf: Place['addressOf'],
): Statement[] {
  const successors = own.replacedBy.map((term) => labelOf(term.label, 'en'));
  const note = `${changeNoteStart}${successors.length === 0 ? '' : `; see ${successors.join(', ')}`}.`;
  return [
    ...datesOf(active ?? {}, ['schema:foundingDate', 'schema:dissolutionDate']),
    ...(deprecated ? [['owl:deprecated', typed('true', named('xsd:boolean'))] as const] : []),
    ...(replacedBy.length === 0
      ? []
      : own.replacedBy.map((term): Statement => ['dct:isReplacedBy', iri(addressOf(term))])),
    ...(deprecated ? [['skos:changeNote', inLanguage(note, 'en')] as const] : []),
  ];
}

function datesOf({ from, until }: Period, [start, end]: readonly [string, string]): Statement[] {
  return [
    ...(from === undefined ? [] : [[start, dateLiteral(from)] as const]),
    ...(until === undefined ? [] : [[end, dateLiteral(until)] as const]),
  ];
}

const ROLE_DATES = ['schema:startDate', 'schema:endDate'] as const;

interface ResourceNote {
  /** How the concept points to it. */
  readonly link: string;
  readonly fragment: string;
  readonly says: readonly Statement[];
}

/** Notes that are resources (SKOS Primer §4.2): they have room for dates. */
function notesOf(term: Term, { memberOf }: TermLinks, addressOf: Place['addressOf']): ResourceNote[] {
  const role: Statement = ['rdf:type', iri(named('schema:Role'))];
  return [
    ...term.names.map((name, at) => ({
      link: 'skos:historyNote',
      fragment: `name-${at + 1}`,
      says: [...textsOf(name, 'rdf:value'), ...datesOf(name, ROLE_DATES)],
    })),
    ...term.roles.map((each, at) => ({
      link: 'skos:note',
      fragment: `role-${at + 1}`,
      says: [role, ...textsOf(each, 'schema:roleName'), ...datesOf(each, ROLE_DATES)],
    })),
    ...memberOf.map(({ term: heading, member }, at) => ({
      link: 'schema:memberOf',
      fragment: `membership-${at + 1}`,
      says: [role, ['schema:memberOf', iri(addressOf(heading))] as const, ...datesOf(member, ROLE_DATES)],
    })),
  ];
}

function textsOf({ label }: FormerName, name: string): Statement[] {
  return eachText(label).map((text) => [name, text]);
}
