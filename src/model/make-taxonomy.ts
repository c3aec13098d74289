/** From taxonomy.yaml, as its schema accepts it, to the vocabulary that the program uses. */
import type { Period } from '../text/dates.ts';
import type { FacetEntry, LabelText, PartialDate, TaxonomyFile, TermEntry } from './generated/taxonomy-file.ts';
import type { Facet, FormerName, Localized, MatchRelation, Taxonomy, Term } from './taxonomy.ts';

const fallbackLanguages = ['en'];

/** The taxonomy that a file's data describes. */
export function makeTaxonomy(file: TaxonomyFile): Taxonomy {
  const languages = file.languages ?? fallbackLanguages;
  const facets = new Map<string, Facet>();
  for (const [name, entry] of Object.entries(file.facets)) facets.set(name, makeFacet(name, entry, languages));
  return { languages, decorations: file.decorations ?? [], facets };
}

function makeFacet(name: string, entry: FacetEntry, fallback: readonly string[]): Facet {
  const languages = entry.languages ?? fallback;
  const reader = new TermReader(name, languages[0] ?? 'en');
  reader.addAll(entry.terms, undefined);
  return {
    name,
    property: entry.property,
    label: localized(entry.label ?? name, languages[0] ?? 'en'),
    multiple: entry.multiple ?? false,
    required: entry.required ?? false,
    judged: entry.judged ?? (name === 'source' ? 'author' : 'subject'),
    languages,
    description: entry.description === undefined ? undefined : localized(entry.description, languages[0] ?? 'en'),
    note: entry.note,
    terms: reader.terms,
    formerIds: reader.formerIds,
  };
}

/** Flattens the tree of `narrower` into terms that know what is above and below them. */
class TermReader {
  readonly terms = new Map<string, Term>();
  readonly formerIds = new Map<string, string>();
  readonly #facet: string;
  readonly #language: string;

  constructor(facet: string, language: string) {
    this.#facet = facet;
    this.#language = language;
  }

  addAll(entries: Readonly<Record<string, TermEntry>>, broader: string | undefined): void {
    for (const [id, entry] of Object.entries(entries)) {
      this.terms.set(id, makeTerm(id, entry, { facet: this.#facet, language: this.#language, broader }));
      for (const former of entry.formerIds ?? []) this.formerIds.set(former, id);
      if (entry.narrower !== undefined) this.addAll(entry.narrower, id);
    }
  }
}

/** Where a term stands, and the language of what is written as plain text. */
export interface TermSetting {
  readonly facet: string;
  readonly language: string;
  readonly broader: string | undefined;
}

/** The term that an entry of the file describes. */
export function makeTerm(id: string, entry: TermEntry, { facet, language, broader }: TermSetting): Term {
  return {
    facet,
    id,
    label: localized(entry.label ?? id, language),
    names: (entry.names ?? []).map((name) => named(name, language)),
    aliases: (entry.aliases ?? []).map((alias) => localized(alias, language)),
    broader,
    narrower: Object.keys(entry.narrower ?? {}),
    memberOf: (entry.memberOf ?? []).map((member) => ({ term: member.term, ...period(member) })),
    assignable: entry.assignable ?? true,
    members: entry.members,
    active: entry.active === undefined ? undefined : period(entry.active),
    replacedBy: entry.replacedBy ?? [],
    implies: entry.implies ?? [],
    related: entry.related ?? [],
    roles: (entry.roles ?? []).map((role) => named(role, language)),
    iso3166: entry.iso3166,
    match: new Map(Object.entries(entry.match ?? {}) as [MatchRelation, string[]][]),
    formerIds: entry.formerIds ?? [],
    deprecated: entry.deprecated ?? false,
    description: entry.description === undefined ? undefined : localized(entry.description, language),
    note: entry.note,
  };
}

function named(entry: { label: LabelText; from?: PartialDate; until?: PartialDate }, language: string): FormerName {
  return { label: localized(entry.label, language), ...period(entry) };
}

/** A label by language; plain text is in the given one. */
export function localized(label: LabelText, language: string): Localized {
  return new Map(typeof label === 'string' ? [[language, label]] : Object.entries(label));
}

/** Years may stand in YAML as numbers; everywhere else a partial date is text. */
function period(entry: { from?: PartialDate; until?: PartialDate }): Period {
  const bounds: { from?: string; until?: string } = {};
  if (entry.from !== undefined) bounds.from = String(entry.from);
  if (entry.until !== undefined) bounds.until = String(entry.until);
  return bounds;
}
