/** Words by which two terms of a facet would be found, and what each of the two has the word for. */
import { fold } from '../text/fold.ts';
import type { DataPath } from './manuscript.ts';
import type { Decoration, Localized } from './taxonomy.ts';
import { plainWords } from './term-lookup.ts';
import type { Vocabulary, VocabularyFacet, VocabularyTerm } from './vocabulary.ts';
import type { VocabularyFinding } from './vocabulary-rule.ts';

/** What a term is found by, in the order in which it has a right to the word. */
const kinds = ['label', 'id', 'former id', 'former name', 'alias'] as const;
type ClaimKind = (typeof kinds)[number];

/** A word of a term. */
interface Claim {
  readonly by: VocabularyTerm;
  readonly kind: ClaimKind;
  readonly words: string;
  /** Undefined for ids. */
  readonly lang: string | undefined;
  readonly path: DataPath;
  readonly part: 'value' | 'key';
}

export type ClashKind = 'label-clash' | 'alias-shadows-label' | 'former-name-reused' | 'ambiguous-word';

export interface WordClash {
  readonly kind: ClashKind;
  /** The claim of the term with the better right, or of the one that stands first. */
  readonly owner: Claim;
  readonly other: Claim;
}

/** Every word that two terms of a facet could mean, once for each claim on it but the best. */
function wordClashes(vocabulary: Vocabulary): readonly WordClash[] {
  const found =
    known.get(vocabulary) ?? [...vocabulary.facets.values()].flatMap((facet) => clashesIn(facet, vocabulary));
  known.set(vocabulary, found);
  return found;
}

/** The clashes of one kind as findings, at the claim that is the weaker one. */
export function* clashFindings(
  vocabulary: Vocabulary,
  kind: ClashKind,
  words: (clash: WordClash) => { readonly message: string; readonly hint: string },
): Generator<VocabularyFinding> {
  for (const clash of wordClashes(vocabulary)) {
    if (clash.kind !== kind) continue;
    const { path, part } = clash.owner;
    yield {
      path: clash.other.path,
      part: clash.other.part,
      ...words(clash),
      related: [{ path, part, message: 'The other one stands here.' }],
    };
  }
}

const known = new WeakMap<Vocabulary, readonly WordClash[]>();

function clashesIn(facet: VocabularyFacet, { taxonomy }: Vocabulary): WordClash[] {
  const claims = new Map<string, Claim[]>();
  for (const each of facet.byId.values()) {
    for (const claim of claimsOf(each)) {
      for (const word of lookedUpAs(claim.words, taxonomy.decorations)) {
        const others = claims.get(word);
        if (others === undefined) claims.set(word, [claim]);
        else others.push(claim);
      }
    }
  }
  const told = new Set<Claim>();
  return [...claims.values()].flatMap((rivals) => clashesBetween(rivals, facet, told));
}

/** A name with its decorations and without them: people leave them out. */
function lookedUpAs(words: string, decorations: readonly Decoration[]): Set<string> {
  const forms = new Set([fold(words), plainWords(words, decorations)]);
  forms.delete('');
  return forms;
}

function* claimsOf(by: VocabularyTerm): Generator<Claim> {
  const { term, entry, path } = by;
  yield { by, kind: 'id', words: term.id, lang: undefined, path, part: 'key' };
  for (const [index, words] of term.formerIds.entries())
    yield { by, kind: 'former id', words, lang: undefined, path: [...path, 'formerIds', index], part: 'value' };
  if (entry.label !== undefined) yield* texts(term.label, { by, kind: 'label', path: [...path, 'label'] });
  for (const [index, { label }] of term.names.entries())
    yield* texts(label, { by, kind: 'former name', path: [...path, 'names', index, 'label'] });
  for (const [index, alias] of term.aliases.entries())
    yield* texts(alias, { by, kind: 'alias', path: [...path, 'aliases', index] });
}

function* texts(text: Localized, claim: Pick<Claim, 'by' | 'kind' | 'path'>): Generator<Claim> {
  for (const [lang, words] of text) yield { ...claim, words, lang, path: [...claim.path, lang], part: 'value' };
}

function clashesBetween(rivals: readonly Claim[], facet: VocabularyFacet, told: Set<Claim>): WordClash[] {
  const owner = best(rivals);
  if (owner === undefined) return [];
  const byTerm = new Map<VocabularyTerm, Claim[]>();
  for (const claim of rivals) byTerm.set(claim.by, [...(byTerm.get(claim.by) ?? []), claim]);
  return [...byTerm].flatMap(([term, claims]) => {
    if (term === owner.by || wentInto(term, owner.by, facet) || wentInto(owner.by, term, facet)) return [];
    const other = best(claims.filter(({ lang }) => lang === owner.lang)) ?? best(claims);
    if (other === undefined || told.has(other) || isClaimOnId(other, owner.by)) return [];
    told.add(other);
    return [{ kind: clashKind(owner, other), owner, other }];
  });
}

/** A term that is out of use has no right to a word before others. */
function best(claims: readonly Claim[]): Claim | undefined {
  const rank = ({ kind, by }: Claim): number => kinds.indexOf(kind) + (by.term.deprecated ? kinds.length : 0);
  return claims.toSorted((a, b) => rank(a) - rank(b))[0];
}

/** `former-id-taken` says it more exactly. */
function isClaimOnId({ kind, words }: Claim, { term }: VocabularyTerm): boolean {
  return kind === 'former id' && (term.id === words || term.formerIds.includes(words));
}

// Nobody merges more often, and a circle comes to an end.
const LONGEST_LINE = 16;

/** Whether a term was merged into another, in one step or several: such terms share their words on purpose. */
function wentInto(from: VocabularyTerm, into: VocabularyTerm, { byId }: VocabularyFacet): boolean {
  const line = new Set([from]);
  for (const each of line) {
    if (!each.term.deprecated || line.size > LONGEST_LINE) continue;
    for (const reference of each.term.replacedBy) {
      const next = byId.get(reference.slice(reference.indexOf('/') + 1));
      if (next === into) return true;
      if (next !== undefined) line.add(next);
    }
  }
  return false;
}

/** Only the very label is a label: one that is found without its decorations is a word among others. */
function clashKind(owner: Claim, other: Claim): ClashKind {
  if (owner.kind !== 'label' || fold(owner.words) !== fold(other.words)) return 'ambiguous-word';
  if (other.kind === 'alias') return 'alias-shadows-label';
  if (other.kind === 'former name') return 'former-name-reused';
  return other.kind === 'label' && other.lang === owner.lang ? 'label-clash' : 'ambiguous-word';
}
