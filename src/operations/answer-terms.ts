/** From the words that somebody gives for a new release to terms that it may have, or a sentence about why not. */
import { didYouMean, PressError } from '../model/press-error.ts';
import { quoted, quotedList } from '../model/quoting.ts';
import { withNarrower, type Facet, type Taxonomy, type Term } from '../model/taxonomy.ts';
import { lookUp, suggest } from '../model/term-lookup.ts';
import { existedOn, labelOn } from '../model/term-names.ts';

export interface TermAnswer {
  readonly facet: Facet;
  /** Ids, labels or other names. */
  readonly words: readonly string[];
  /** `YYYY-MM-DD` of the release; undefined when it has none yet. */
  readonly day: string | undefined;
}

const MOST_ADVISED = 3;

/** The ids that the words mean, each once. Throws PressError for a word that means none, several, or one that no release may have. */
export function answerTerms(taxonomy: Taxonomy, { facet, words, day }: TermAnswer): string[] {
  const ids = new Set<string>();
  for (const word of words) ids.add(requireAssignable(facet, { term: theTerm(taxonomy, facet, word), word, day }).id);
  if (ids.size < 2 || facet.multiple) return [...ids];
  throw new PressError('usage', `A release has one ${facet.name}; ${quotedList(words, 'and')} are several.`, {
    hint: `Give --${facet.name} once.`,
  });
}

/** Whether a new release of that day may have the term. */
export function isOffered(facet: Facet, term: Term, day: string | undefined): boolean {
  if (!term.assignable || term.deprecated) return false;
  return facet.judged !== 'author' || day === undefined || existedOn(term, day) !== false;
}

function theTerm(taxonomy: Taxonomy, facet: Facet, word: string): Term {
  const found = lookUp(taxonomy, word, facet.name);
  const [term, other] = found;
  if (term === undefined) {
    const hint =
      didYouMean(suggest(taxonomy, word, facet.name)) ?? `«press taxonomy tree ${facet.name}» shows what there is.`;
    throw new PressError('unknown-term', `${quoted(word)} is not a term of ${facet.name}.`, { hint });
  }
  if (other === undefined) return term;
  const ids = found.map(({ id }) => id);
  throw new PressError('ambiguous-term', `${quoted(word)} could mean ${quotedList(ids, 'or')}.`, {
    hint: 'Write one of these ids.',
  });
}

interface Assignment {
  readonly term: Term;
  readonly word: string;
  readonly day: string | undefined;
}

function requireAssignable(facet: Facet, { term, word, day }: Assignment): Term {
  if (isOffered(facet, term, day)) return term;
  if (term.deprecated) {
    const hint = term.replacedBy.length === 0 ? 'Choose another term.' : `Use ${quotedList(term.replacedBy, 'or')}.`;
    throw new PressError('unknown-term', `${quoted(word)} is no longer used.`, { hint });
  }
  if (!term.assignable) throw headingError(facet, term, word);
  const { from, until } = term.active ?? {};
  const life = [from === undefined ? '' : `from ${from}`, until === undefined ? '' : `until ${until}`]
    .filter((part) => part !== '')
    .join(' ');
  throw new PressError(
    'unknown-term',
    `«${labelOn(term, day ?? '', 'en')}» existed ${life}; the release is dated ${day ?? ''}.`,
    {
      hint: `Choose the body that issues the release with --${facet.name}, or another date with --date.`,
    },
  );
}

function headingError(facet: Facet, heading: Term, word: string): PressError {
  const below = withNarrower(facet, heading).filter((term) => term.assignable && !term.deprecated);
  const hint =
    below.length === 0
      ? 'Choose a term.'
      : `Choose a term below it, such as ${quotedList(
          below.slice(0, MOST_ADVISED).map(({ id }) => id),
          'or',
        )}.`;
  return new PressError(
    'unknown-term',
    `${quoted(word)} is a heading of ${facet.name}: no release stands under it itself.`,
    { hint },
  );
}
