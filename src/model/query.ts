/**
 * The query language of `--where` and of saved feeds.
 *
 *     field:elections AND (country:azerbaijan OR country:"holy see") AND NOT lang:ru AND date:2009..2011 AND "non-interference"
 *
 * Facets go by their option, front-matter key or label, terms by any word that finds them; `=` instead of `:` leaves narrower
 * terms out; a comma between values means any of them. Two conditions side by side mean AND; AND binds tighter than OR.
 */
import { allOf, anyOf, notOf, type Condition } from './condition.ts';
import { foreignMark } from './foreign-marks.ts';
import { PressError } from './press-error.ts';
import { badQuery, pointedAt } from './query-fault.ts';
import { fieldNamed, type QueryField } from './query-fields.ts';
import { tokenise, type QueryToken } from './query-tokens.ts';
import { textCondition, valueCondition, type FieldSign, type QueryContext } from './query-values.ts';

const DEEPEST_QUERY = 64;

/** The condition that a query describes. Throws PressError that points at the column. */
export function parseQuery(query: string, context: QueryContext): Condition {
  return new QueryParser(query, context).parse();
}

class QueryParser {
  readonly #query: string;
  readonly #context: QueryContext;
  readonly #tokens: readonly QueryToken[];
  readonly #end: QueryToken;
  #next = 0;
  #depth = 0;
  #deepest: { readonly depth: number; readonly token: QueryToken };

  constructor(query: string, context: QueryContext) {
    this.#query = query;
    this.#context = context;
    this.#tokens = tokenise(query);
    this.#end = { kind: 'end', text: '', at: query.length, end: query.length, spaced: false };
    this.#deepest = { depth: 0, token: this.#end };
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
    // Printed, a query has brackets where AND stands in OR and where a comma stood: that must be readable again.
    if (heightOf(condition) > DEEPEST_QUERY) throw this.#tooDeep(this.#deepest.token);
    return condition;
  }

  #alternatives(): Condition {
    const parts = [this.#together()];
    while (this.#takeWord('OR')) parts.push(this.#together());
    return anyOf(parts);
  }

  #together(): Condition {
    const parts = [this.#single()];
    while (this.#takeWord('AND') || this.#beginsCondition()) parts.push(this.#single());
    return allOf(parts);
  }

  #single(): Condition {
    this.#depth += 1;
    const token = this.#peek();
    if (this.#depth > DEEPEST_QUERY) throw this.#tooDeep(token);
    if (this.#depth > this.#deepest.depth) this.#deepest = { depth: this.#depth, token };
    const condition = this.#takeWord('NOT') ? notOf(this.#single()) : this.#primary();
    this.#depth -= 1;
    return condition;
  }

  #primary(): Condition {
    const token = this.#take();
    if (token.kind === '(') return this.#bracket(token);
    if (token.kind !== 'word' && token.kind !== 'phrase') throw this.#noCondition(token);
    if (this.#isSign()) return this.#field(token);
    if (token.kind === 'phrase') return this.#text(token);
    if (isOperator(token.text)) throw this.#noCondition(token);
    if (!isOperator(token.text.toUpperCase())) return this.#text(token);
    const [word, capitals] = [token.text, token.text.toUpperCase()];
    throw this.#bad(
      token,
      `«${word}» could be an operator or a word.`,
      `Write ${capitals} in capitals to join conditions; to search for the word, put it in double quotes.`,
    );
  }

  #noCondition(token: QueryToken): PressError {
    const what =
      token.kind === 'end' ? 'Something is missing at the end.' : `A condition is wanted here, not «${token.text}».`;
    return this.#bad(token, what, 'Write a condition such as field:elections or date>=2009.');
  }

  #bracket(open: QueryToken): Condition {
    const condition = this.#alternatives();
    if (this.#take().kind !== ')')
      throw this.#bad(open, 'The bracket that opens here is not closed.', 'Put a «)» after the last condition in it.');
    return condition;
  }

  #isSign(): boolean {
    const { kind, spaced } = this.#peek();
    return !spaced && signOf(kind) !== undefined;
  }

  #field(name: QueryToken): Condition {
    const signToken = this.#take();
    const sign = signOf(signToken.kind) ?? ':';
    const field = this.#at(name, () => fieldNamed(name.text, this.#context.taxonomy));
    const isComparison = sign !== ':' && sign !== '=';
    const values = this.#values(`${name.text}${sign}`, isComparison);
    if (isComparison && field.kind !== 'date') {
      const way = `Write ${name.text}:${values[0]?.text ?? ''}.`;
      throw this.#bad(signToken, `Only date and updated can be compared with «${sign}».`, way);
    }
    return anyOf(values.map((value) => this.#value(field, sign, value)));
  }

  /** The values behind a sign, with commas between them. */
  #values(asked: string, isComparison: boolean): QueryToken[] {
    const values = [this.#valueAfter(asked)];
    while (this.#peek().kind === ',') {
      const comma = this.#take();
      if (isComparison)
        throw this.#bad(comma, `One date stands after «${asked}».`, 'Write another condition for each.');
      values.push(this.#valueAfter(','));
    }
    return values;
  }

  #valueAfter(sign: string): QueryToken {
    const value = this.#take();
    const isValue = value.kind === 'word' ? !(value.spaced && isOperator(value.text)) : value.kind === 'phrase';
    if (isValue) return value;
    throw this.#bad(
      value,
      `A value is missing after «${sign}».`,
      'Write it without a blank; put it in double quotes when it has blanks.',
    );
  }

  #value(field: QueryField, sign: FieldSign, value: QueryToken): Condition {
    this.#refuseMarks(value);
    return this.#at(value, () => valueCondition(field, { sign, text: value.text }, this.#context));
  }

  #text(token: QueryToken): Condition {
    this.#refuseMarks(token);
    return this.#at(token, () => textCondition(token.text));
  }

  /** Marks that other searches know would be folded away with all punctuation, and the answer would be the wrong one. */
  #refuseMarks(token: QueryToken): void {
    const { kind, text } = token;
    if (kind !== 'word') return;
    const mark = foreignMark(text);
    if (mark === 'leaves-out') {
      const way =
        'To leave something out, write NOT before the condition; what is in double quotes is searched for as it is.';
      throw this.#bad(token, `«${text}» begins with a sign that leaves nothing out.`, way);
    }
    if (mark === 'wildcard')
      throw this.#bad(
        token,
        `There is no wildcard for «${text}».`,
        'Write whole words; of a date, a year or a month will do.',
      );
  }

  /** What `read` gives; what it throws points at the token. */
  #at<Read>(token: QueryToken, read: () => Read): Read {
    try {
      return read();
    } catch (error) {
      throw error instanceof PressError ? pointedAt(error, { query: this.#query, ...token }) : error;
    }
  }

  #beginsCondition(): boolean {
    const { kind, text } = this.#peek();
    return kind === '(' || kind === 'phrase' || (kind === 'word' && text !== 'OR' && text !== 'AND');
  }

  #takeWord(word: string): boolean {
    const { kind, text } = this.#peek();
    if (kind !== 'word' || text !== word) return false;
    this.#next += 1;
    return true;
  }

  #peek(): QueryToken {
    return this.#tokens[this.#next] ?? this.#end;
  }

  #take(): QueryToken {
    const token = this.#peek();
    if (token.kind !== 'end') this.#next += 1;
    return token;
  }

  #tooDeep(token: QueryToken): PressError {
    return this.#bad(token, 'The query is nested too deeply.', 'Leave out brackets that are not needed.');
  }

  #bad(token: QueryToken, message: string, hint: string): PressError {
    return badQuery({ query: this.#query, ...token }, message, hint);
  }
}

function signOf(kind: QueryToken['kind']): FieldSign | undefined {
  return signs.find((sign) => sign === kind);
}

const signs: readonly FieldSign[] = [':', '=', '>=', '<=', '>', '<'];

function isOperator(word: string): boolean {
  return word === 'AND' || word === 'OR' || word === 'NOT';
}

/** Conditions within each other, a single one being 1. */
function heightOf(condition: Condition): number {
  if (condition.kind === 'not') return 1 + heightOf(condition.of);
  if (condition.kind !== 'all' && condition.kind !== 'any') return 1;
  return 1 + condition.of.reduce((height, part) => Math.max(height, heightOf(part)), 0);
}
