/**
 * Contexts of JSON-LD 1.1 (https://www.w3.org/TR/json-ld11/#context-definitions), as far as vocabularies use them: prefixes, terms,
 * coercion to addresses and datatypes, languages. Nothing is fetched. What is not understood is declined, never guessed.
 */
import { fitAddress } from './triple.ts';
import { Declined, isRecord, type JsonRecord } from './jsonld-declined.ts';

export interface TermDefinition {
  /** Whole address or keyword; undefined for a name that means nothing. */
  readonly iri: string | undefined;
  /** `@id`, `@vocab`, or the address of a datatype. */
  readonly type: string | undefined;
  readonly container: string | undefined;
  /** `null`: no language, whatever the document's is. */
  readonly language: string | null | undefined;
  readonly isPrefix: boolean;
}

export interface Context {
  readonly base: string | undefined;
  readonly vocab: string | undefined;
  readonly language: string | undefined;
  readonly terms: ReadonlyMap<string, TermDefinition>;
}

export const emptyContext: Context = { base: undefined, vocab: undefined, language: undefined, terms: new Map() };

/** The context after a `@context`. Throws Declined. */
export function contextAfter(before: Context, value: unknown): Context {
  if (Array.isArray(value))
    return value.reduce<Context>((context, each: unknown) => contextAfter(context, each), before);
  if (value === null) return emptyContext;
  if (typeof value === 'string')
    throw new Declined(
      `its context stands at «${value}», and press fetches nothing`,
      'Let the program that made the file write the context into it, or save it as Turtle.',
    );
  if (!isRecord(value)) throw new Declined('its context is no object');
  return new ContextBuilder(before, value).build();
}

const CONTAINERS: ReadonlySet<string> = new Set(['@set', '@language']);
const TERM_KEYS: ReadonlySet<string> = new Set(['@id', '@type', '@container', '@language', '@prefix']);
const ALIASES: ReadonlySet<string> = new Set(['@id', '@type', '@graph', '@value', '@language']);

class ContextBuilder {
  readonly #entries: ReadonlyMap<string, unknown>;
  readonly #terms: Map<string, TermDefinition>;
  readonly #pending = new Set<string>();
  readonly #done = new Set<string>();
  #context: Context;

  constructor(before: Context, value: JsonRecord) {
    this.#entries = new Map(Object.entries(value));
    this.#terms = new Map(before.terms);
    this.#context = { ...before, terms: this.#terms };
  }

  build(): Context {
    for (const [key, value] of this.#entries) if (key.startsWith('@')) this.#setting(key, value);
    for (const key of this.#entries.keys()) if (!key.startsWith('@')) this.#define(key);
    return this.#context;
  }

  #setting(key: string, value: unknown): void {
    const text = typeof value === 'string' ? value : undefined;
    if (key === '@version' && value === 1.1) return;
    if (key === '@language' && (value === null || (text !== undefined && TAG.test(text))))
      this.#context = { ...this.#context, language: text };
    else if (key === '@base' && (value === null || (text !== undefined && ABSOLUTE.test(text))))
      this.#context = { ...this.#context, base: text };
    else if (key === '@vocab' && (value === null || (text !== undefined && ABSOLUTE.test(text))))
      this.#context = { ...this.#context, vocab: text };
    else throw new Declined(`«${key}» in its context is not understood`);
  }

  #define(term: string): void {
    if (this.#done.has(term)) return;
    if (this.#pending.has(term)) throw new Declined(`«${term}» in its context is defined by itself`);
    if (term === '' || /^:|^[^:]*\//.test(term)) throw notUnderstood(term);
    this.#pending.add(term);
    this.#terms.delete(term);
    const definition = this.#definition(term, this.#entries.get(term));
    // A name with a colon may be given a form, but no other meaning (JSON-LD 1.1 API §4.2.2, 14.2.5).
    if (term.includes(':') && definition.iri !== this.#address(term)) throw notUnderstood(term);
    this.#terms.set(term, definition);
    this.#done.add(term);
  }

  #definition(term: string, value: unknown): TermDefinition {
    if (value === null) return { iri: undefined, ...noCoercion };
    if (typeof value === 'string') {
      const address = this.#address(value);
      return { iri: address, ...noCoercion, isPrefix: /[:/?#[\]@]$/.test(address) };
    }
    if (!isRecord(value)) throw notUnderstood(term);
    if (Object.keys(value).some((key) => !TERM_KEYS.has(key))) throw notUnderstood(term);
    const { '@container': container, '@language': language, '@prefix': prefix } = value;
    const address = this.#idOf(term, value);
    const isKeyword = address?.startsWith('@') === true;
    if ((isKeyword && Object.keys(value).length > 1) || (prefix !== undefined && term.includes(':')))
      throw notUnderstood(term);
    return {
      iri: address,
      type: this.#typeOf(term, value['@type']),
      container: containerOf(term, container),
      language: languageOf(term, language),
      isPrefix: prefix === true,
    };
  }

  #idOf(term: string, value: JsonRecord): string | undefined {
    const id = value['@id'];
    if (id === null) return undefined;
    if (typeof id === 'string') return this.#address(id);
    if (id === undefined && term.includes(':')) return this.#address(term);
    if (id === undefined && this.#context.vocab !== undefined) return this.#context.vocab + term;
    throw notUnderstood(term);
  }

  #typeOf(term: string, type: unknown): string | undefined {
    if (type === undefined || type === '@none') return undefined;
    if (type === '@id' || type === '@vocab') return type;
    if (typeof type !== 'string' || type.startsWith('@')) throw notUnderstood(term);
    return this.#address(type);
  }

  /** A whole address, a keyword, or a name of this context or an earlier one. */
  #address(text: string): string {
    if (ALIASES.has(text)) return text;
    const colon = text.indexOf(':');
    const prefix = colon === -1 ? text : text.slice(0, colon);
    if (this.#entries.has(prefix) && !text.slice(colon + 1).startsWith('//')) this.#define(prefix);
    const address = expandName(text, this.#context);
    if (address === undefined) throw new Declined(`«${text}» in its context is no address`);
    return address;
  }
}

const noCoercion = { type: undefined, container: undefined, language: undefined, isPrefix: false } as const;
const ABSOLUTE = /^[A-Za-z][A-Za-z0-9+.-]*:\S/;
const TAG = /^[A-Za-z]{1,8}(?:-[A-Za-z0-9]{1,8})*$/;

function notUnderstood(term: string): Declined {
  return new Declined(`what its context says about «${term}» is not understood`);
}

function containerOf(term: string, container: unknown): string | undefined {
  if (container === undefined || container === null) return undefined;
  if (typeof container !== 'string' || !CONTAINERS.has(container)) throw notUnderstood(term);
  return container;
}

function languageOf(term: string, language: unknown): string | null | undefined {
  if (language === undefined || language === null) return language;
  if (typeof language !== 'string' || !TAG.test(language)) throw notUnderstood(term);
  return language;
}

/** The address of a name as predicates, types and prefixes use it; undefined for a word that means nothing. Throws Declined. */
export function expandName(name: string, context: Context): string | undefined {
  const term = context.terms.get(name);
  if (term !== undefined) return term.iri;
  if (name.startsWith('@')) throw new Declined(`«${name}» is not understood`);
  const colon = name.indexOf(':');
  if (colon > 0) return expandCompact(name, colon, context);
  if (context.vocab === undefined) return undefined;
  if (/[/#?]/.test(name)) throw new Declined(`«${name}» is no name`);
  // A word with blanks in it makes no address, and says nothing.
  return fitAddress(name) === name ? context.vocab + name : undefined;
}

/** `skos:prefLabel`, or an address that is whole already. */
export function expandCompact(text: string, colon: number, { terms }: Context): string {
  const rest = text.slice(colon + 1);
  if (rest.startsWith('//')) return text;
  const prefix = terms.get(text.slice(0, colon));
  if (prefix === undefined) {
    if (!ABSOLUTE.test(text) && !text.startsWith('_:')) throw new Declined(`«${text}» is no address`);
    return text;
  }
  if (prefix.iri === undefined || !prefix.isPrefix)
    throw new Declined(`«${text}» begins with a name that is no prefix`);
  return prefix.iri + rest;
}
