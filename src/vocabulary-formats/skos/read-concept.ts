/** A concept as an entry of taxonomy.yaml. */
import type { LabelText, MatchesEntry, TermEntry } from '../../model/generated/taxonomy-file.ts';
import { isTermId } from '../fitting-texts.ts';
import { headingType, labelKey } from './concept-statements.ts';
import type { ConceptSurroundings } from './concept-surroundings.ts';
import type { Graph } from './graph.ts';
import { labelsOf } from './membership.ts';
import { matchName } from './match-addresses.ts';
import { dateOf } from './partial-dates.ts';
import { readMemberships, readNames, readRoles } from './read-notes.ts';
import { fittingLiterals, readTexts, readWords, type FittingLiteral, type TextReading } from './read-texts.ts';
import { matchRelations } from './sound-matches.ts';

/** What the concept says, key by key; keys without anything to say are left out. */
export function readConcept(concept: string, around: ConceptSurroundings): TermEntry {
  const { graph, scheme } = around;
  const reading: TextReading = { remarks: around.remarks, main: scheme.languages[0] ?? 'en', place: concept };
  const labels = fittingLiterals(labelsOf(graph, concept), reading);
  const names = readNames(graph, concept, reading);
  const entry: Record<keyof TermEntry, unknown> = {
    label: readTexts(labelsOf(graph, concept), reading),
    names,
    aliases: aliasesOf(concept, { labels, names, reading }, graph),
    iso3166: countryOf(graph, concept),
    match: matchesOf(concept, around),
    active: activeOf(graph, concept),
    deprecated:
      graph.literals(concept, 'owl:deprecated').some(({ value }) => value === 'true' || value === '1') || undefined,
    assignable: graph.literals(concept, 'dc:type').some(({ value }) => value === headingType) ? false : undefined,
    members: undefined,
    memberOf: readMemberships(concept, around),
    roles: readRoles(graph, concept, reading),
    replacedBy: linksOf(concept, 'dct:isReplacedBy', around),
    implies: linksOf(concept, 'dct:relation', around),
    related: linksOf(concept, 'skos:related', around),
    formerIds: formerIdsOf(concept, around),
    description: readTexts(
      [...graph.literals(concept, 'skos:definition'), ...graph.literals(concept, 'skos:scopeNote')],
      { ...reading, isLong: true },
    ),
    note: readWords(graph.literals(concept, 'skos:editorialNote'), reading),
    narrower: undefined,
  };
  return Object.fromEntries(Object.entries(entry).filter(([, value]) => isSaid(value)));
}

function isSaid(value: unknown): boolean {
  return value !== undefined && !(Array.isArray(value) && value.length === 0);
}

interface Words {
  readonly labels: readonly FittingLiteral[];
  readonly names: readonly { readonly label: LabelText }[];
  readonly reading: TextReading;
}

/** Every other word for it that is no earlier name; a second preferred label in one language is one of them. */
function aliasesOf(concept: string, { labels, names, reading }: Words, graph: Graph): LabelText[] {
  const seen = new Set<string>();
  const shown = labels.filter(({ lang }) => !seen.has(lang) && seen.add(lang));
  const taken = new Set([...shown, ...names.flatMap(({ label }) => literalsOf(label, reading.main))].map(keyOf));
  const others = fittingLiterals(
    [...graph.literals(concept, 'skos:altLabel'), ...graph.literals(concept, 'skos:hiddenLabel')],
    reading,
  );
  return [...labels, ...others]
    .filter((text) => !taken.has(keyOf(text)) && taken.add(keyOf(text)))
    .map(({ lang, value }) => (lang === reading.main ? value : { [lang]: value }));
}

function literalsOf(label: LabelText, main: string): FittingLiteral[] {
  return typeof label === 'string'
    ? [{ lang: main, value: label }]
    : Object.entries(label).map(([lang, value]) => ({ lang, value }));
}

function keyOf({ lang, value }: FittingLiteral): string {
  return labelKey({ kind: 'literal', lang, value });
}

const COUNTRY = /^[A-Z]{2}$/;

function countryOf(graph: Graph, concept: string): string | undefined {
  const codes = graph
    .literals(concept, 'dct:identifier')
    .filter(({ datatype }) => datatype?.endsWith('/ISO3166') === true);
  return codes.map(({ value }) => value).find((code) => COUNTRY.test(code));
}

/** The same elsewhere; a concept that press did not write is itself the same as its term. */
function matchesOf(concept: string, { graph, scheme }: ConceptSurroundings): MatchesEntry | undefined {
  const found = matchRelations.map((relation): [string, string[]] => {
    const itself = relation === 'exactMatch' && !scheme.isOurs ? [concept] : [];
    const addresses = [...itself, ...graph.addresses(concept, `skos:${relation}`)].filter((address) =>
      MATCH.test(address),
    );
    return [relation, [...new Set(addresses.map(matchName))]];
  });
  const said = found.filter(([, concepts]) => concepts.length > 0);
  return said.length === 0 ? undefined : Object.fromEntries(said);
}

const MATCH = /^[A-Za-z][A-Za-z0-9+.-]*:[^\s\p{Cc}<>"]{1,2000}$/u;

function activeOf(graph: Graph, concept: string): TermEntry['active'] {
  const from = dateOf(graph.objects(concept, 'schema:foundingDate')[0]);
  const until = dateOf(graph.objects(concept, 'schema:dissolutionDate')[0]);
  if (from === undefined && until === undefined) return undefined;
  return { ...(from === undefined ? {} : { from }), ...(until === undefined ? {} : { until }) };
}

function linksOf(concept: string, name: string, { graph, references, remarks, scheme }: ConceptSurroundings): string[] {
  return graph.addresses(concept, name).flatMap((target) => {
    const reference = references.from(scheme.name, target);
    if (reference === undefined) remarks.note(`A link to what is no term of the file was left out (${name}).`, concept);
    return reference ?? [];
  });
}

/** Addresses that the concept replaces and that nothing stands under: ids that the term had. */
function formerIdsOf(concept: string, { graph, scheme }: ConceptSurroundings): string[] {
  return graph.addresses(concept, 'dct:replaces').flatMap((address) => {
    const id = address.slice(scheme.address.length + 1);
    return scheme.isOurs && address.startsWith(`${scheme.address}/`) && isTermId(id) && !graph.has(address) ? [id] : [];
  });
}
