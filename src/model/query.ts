/**
 * The query language of `--where` and of saved feeds.
 *
 *     field:elections AND (country:azerbaijan OR country:"holy see") AND NOT lang:ru AND date>=2009-11 AND "non-interference"
 *
 * Facets go by their option or front-matter name, terms by any word that finds them; `=` instead of `:` leaves narrower terms out.
 * Two conditions side by side mean AND; AND binds tighter than OR.
 */
import { parsePartialDate } from '../text/dates.ts';
import { nearest } from '../text/nearest.ts';
import { canBeFound, type Condition, type ValueKey } from './condition.ts';
import { didYouMean, PressError } from './press-error.ts';
import { badQuery, tokenise, type QueryToken } from './query-tokens.ts';
import { checkWord } from './known-words.ts';
import { facetOfProperty, type Facet, type Taxonomy } from './taxonomy.ts';
import { termCondition } from './term-condition.ts';

export interface QueryContext {
  readonly taxonomy: Taxonomy;
  /** `YYYY-MM-DD` of the run. */
  readonly today: string;
  readonly exact: boolean;
  /** Names of the release types, where a misspelled one shall be noticed. */
  readonly types?: readonly string[];
}

const valueKeys: ReadonlySet<string> = new Set<ValueKey>(['place', 'lang', 'type', 'status', 'id']);
const DEEPEST_QUERY = 64;

/** The condition that a query describes. Throws PressError that points at the column. */
export function parseQuery(query: string, context: QueryContext): Condition {
  return new QueryParser(query, context).parse();
}

class QueryParser {
  readonly #query: string;
  readonly #context: QueryContext;
  readonly #tokens: readonly QueryToken[];
  #next = 0;
  #depth = 0;

  constructor(query: string, context: QueryContext) {
    this.#query = query;
    this.#context = context;
    this.#tokens = tokenise(query);
  }

  parse(): Condition {
    if (this.#peek().kind === 'end')
      throw this.#bad(this.#peek(), 'The query is empty.', 'Write a condition such as field:elections.');
    const condition = this.#alternatives();
    const rest = this.#peek();
    const hint =
      rest.kind === ')'
        ? 'Look for a bracket too many.'
        : 'Write field, sign and value without a blank before the sign, such as field:elections.';
    if (rest.kind !== 'end') throw this.#bad(rest, `«${rest.text}» is not expected here.`, hint);
    return condition;
  }

  #alternatives(): Condition {
    const parts = [this.#together()];
    while (this.#takeWord('OR')) parts.push(this.#together());
    return parts.length === 1 ? (parts[0] as Condition) : { kind: 'any', of: parts };
  }

  #together(): Condition {
    const parts = [this.#single()];
    while (this.#takeWord('AND') || this.#beginsCondition()) parts.push(this.#single());
    return parts.length === 1 ? (parts[0] as Condition) : { kind: 'all', of: parts };
  }

  #single(): Condition {
    this.#depth += 1;
    if (this.#depth > DEEPEST_QUERY)
      throw this.#bad(this.#peek(), 'The query is nested too deeply.', 'Leave out brackets that are not needed.');
    const condition = this.#takeWord('NOT') ? { kind: 'not' as const, of: this.#single() } : this.#primary();
    this.#depth -= 1;
    return condition;
  }

  #primary(): Condition {
    const token = this.#take();
    if (token.kind === '(') return this.#bracket(token);
    if (token.kind === 'phrase') return this.#text(token);
    if (isLowerCaseOperator(token)) {
      const word = token.text.toUpperCase();
      throw this.#bad(
        token,
        `«${token.text}» could be an operator or a word.`,
        `Write ${word} in capitals to join conditions; to search for the word, put it in double quotes.`,
      );
    }
    if (token.kind !== 'word' || isOperator(token.text)) {
      const what =
        token.kind === 'end' ? 'Something is missing at the end.' : `A condition is wanted here, not «${token.text}».`;
      throw this.#bad(token, what, 'Write a condition such as field:elections or date>=2009.');
    }
    const sign = this.#peek();
    const isField = !sign.spaced && [':', '=', '>=', '<=', '>', '<'].includes(sign.kind);
    return isField ? this.#field(token, this.#take()) : this.#text(token);
  }

  #bracket(open: QueryToken): Condition {
    const condition = this.#alternatives();
    if (this.#take().kind !== ')')
      throw this.#bad(open, 'The bracket that opens here is not closed.', 'Put a «)» after the last condition in it.');
    return condition;
  }

  #field(name: QueryToken, sign: QueryToken): Condition {
    const value = this.#take();
    if (value.kind !== 'word' && value.kind !== 'phrase') {
      throw this.#bad(
        value,
        `A value is missing after «${name.text}${sign.text}».`,
        'Write it without a blank; put it in double quotes when it has blanks.',
      );
    }
    if (name.text === 'date') return this.#date(sign, value);
    if (sign.kind !== ':' && sign.kind !== '=') {
      throw this.#bad(sign, `Only date can be compared with «${sign.text}».`, `Write ${name.text}:${value.text}.`);
    }
    if (name.text === 'text' || name.text === 'title') return this.#text(value, name.text);
    if (valueKeys.has(name.text)) return this.#value(name.text as ValueKey, value);
    return this.#term(this.#facet(name), value, sign.kind === '=');
  }

  #text(phrase: QueryToken, where: 'text' | 'title' = 'text'): Condition {
    if (canBeFound(phrase.text))
      return { kind: 'text', phrase: phrase.text, ...(where === 'title' ? { only: where } : {}) };
    throw this.#bad(phrase, `There is no letter and no digit in «${phrase.text}».`, 'Name a word to look for.');
  }

  #value(key: ValueKey, { text, at }: QueryToken): Condition {
    try {
      checkWord(key, text, this.#context.types);
      return { kind: 'value', key, value: text };
    } catch (error) {
      throw this.#pointing(error, at);
    }
  }

  #term(facet: Facet, value: QueryToken, exact: boolean): Condition {
    const { taxonomy, today } = this.#context;
    try {
      return termCondition(value.text, { taxonomy, facet, today, exact: exact || this.#context.exact });
    } catch (error) {
      throw this.#pointing(error, value.at);
    }
  }

  /** The same error, with the place in the query. */
  #pointing(error: unknown, at: number): unknown {
    if (!(error instanceof PressError)) return error;
    return new PressError(error.code, badQuery({ query: this.#query, at }, error.message, '').message, {
      hint: error.hint,
    });
  }

  #facet(name: QueryToken): Facet {
    const { taxonomy } = this.#context;
    const facet = taxonomy.facets.get(name.text) ?? facetOfProperty(taxonomy, name.text);
    if (facet !== undefined) return facet;
    const known = [...taxonomy.facets.keys(), 'date', 'text', 'title', ...valueKeys];
    throw this.#bad(
      name,
      `«${name.text}» is not a field.`,
      didYouMean(nearest(name.text, known)) ?? `The fields are ${known.join(', ')}.`,
    );
  }

  #date(sign: QueryToken, value: QueryToken): Condition {
    const span = parsePartialDate(value.text);
    if (span === undefined || span === 'unknown') {
      throw this.#bad(value, `«${value.text}» is no date.`, 'Write 2009, 2009-11 or 2009-11-16.');
    }
    const words = `date${sign.text}${value.text}`;
    switch (sign.kind) {
      case '>=':
        return { kind: 'date', from: span.from, words };
      case '<=':
        return { kind: 'date', until: span.until, words };
      case '>':
        return { kind: 'date', after: span.until, words };
      case '<':
        return { kind: 'date', before: span.from, words };
      default:
        return { kind: 'date', from: span.from, until: span.until, words };
    }
  }

  #beginsCondition(): boolean {
    const token = this.#peek();
    return (
      token.kind === '(' ||
      token.kind === 'phrase' ||
      (token.kind === 'word' && token.text !== 'OR' && token.text !== 'AND')
    );
  }

  #takeWord(word: string): boolean {
    const token = this.#peek();
    if (token.kind !== 'word' || token.text !== word) return false;
    this.#next += 1;
    return true;
  }

  #peek(): QueryToken {
    return this.#tokens[this.#next] as QueryToken;
  }

  #take(): QueryToken {
    const token = this.#peek();
    if (token.kind !== 'end') this.#next += 1;
    return token;
  }

  #bad(token: QueryToken, message: string, hint: string): PressError {
    return badQuery({ query: this.#query, at: token.at }, message, hint);
  }
}

function isLowerCaseOperator({ kind, text }: QueryToken): boolean {
  return kind === 'word' && !isOperator(text) && isOperator(text.toUpperCase());
}

function isOperator(word: string): boolean {
  return word === 'AND' || word === 'OR' || word === 'NOT';
}
