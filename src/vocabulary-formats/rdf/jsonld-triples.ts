/**
 * The statements of a JSON-LD document (https://www.w3.org/TR/json-ld11-api/#deserialize-json-ld-to-rdf-algorithm): nodes, nested or
 * in a graph, with contexts of their own. Lists, reverse properties, named graphs and contexts elsewhere are declined.
 */
import { PressError } from '../../model/press-error.ts';
import { quoted } from '../../model/quoting.ts';
import {
  contextAfter,
  emptyContext,
  expandCompact,
  expandName,
  type Context,
  type TermDefinition,
} from './jsonld-context.ts';
import { Declined, isRecord, type JsonRecord } from './jsonld-declined.ts';
import { literalsOf } from './jsonld-values.ts';
import { RDF_TYPE } from './names.ts';
import type { RdfObject, Triple } from './triple.ts';

const DEEPEST = 64;

/** Throws PressError with the reason where a text is no JSON, or says something in a way that is not read here. */
export function jsonldTriples(name: string, text: string): Triple[] {
  const reader = new NodeReader();
  try {
    reader.readTop(parsed(text), emptyContext);
  } catch (error) {
    if (!(error instanceof Declined)) throw error;
    throw new PressError('nothing-imported', `${quoted(name)} cannot be read as JSON-LD: ${error.message}.`, {
      hint: error.hint ?? 'Let the program that made the file save it as Turtle.',
    });
  }
  return reader.triples;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new Declined('it is no JSON', 'Look whether the file is whole.');
  }
}

class NodeReader {
  readonly triples: Triple[] = [];
  #unnamed = 0;

  readTop(value: unknown, before: Context): void {
    if (Array.isArray(value)) {
      for (const each of value) this.readTop(each, before);
      return;
    }
    if (!isRecord(value)) throw new Declined('it holds something else than objects');
    const context = Object.hasOwn(value, '@context') ? contextAfter(before, value['@context']) : before;
    const graph = Object.keys(value).filter((key) => key === '@graph' || context.terms.get(key)?.iri === '@graph');
    if (graph.length === 0) this.#node(value, before, 0);
    else this.#graph(value, context, graph);
  }

  #graph(value: JsonRecord, context: Context, [key = '@graph', another]: readonly string[]): void {
    const isAlone = another === undefined && Object.keys(value).every((each) => each === key || each === '@context');
    if (!isAlone) throw new Declined('it holds a graph that has a name');
    const nodes = value[key];
    for (const node of Array.isArray(nodes) ? nodes : [nodes]) {
      if (!isRecord(node)) throw new Declined('its graph holds something else than objects');
      this.#node(node, context, 0);
    }
  }

  /** Reads a node and returns its address. */
  #node(value: JsonRecord, before: Context, depth: number): string {
    if (depth > DEEPEST) throw new Declined('its objects lie too deep within each other');
    const context = Object.hasOwn(value, '@context') ? contextAfter(before, value['@context']) : before;
    const subject = this.#subjectOf(value, context);
    for (const [key, content] of Object.entries(value)) {
      if (key === '@context') continue;
      const predicate = key.startsWith('@') ? key : expandName(key, context);
      if (predicate === '@id') continue;
      if (predicate === '@type') this.#types(subject, content, context);
      else if (predicate?.startsWith('@') === true) throw new Declined(`«${key}» is not understood`);
      else if (predicate?.startsWith('_:') === true) throw new Declined(`«${key}» is no address`);
      else if (predicate !== undefined)
        for (const object of this.#objects(content, { context, term: context.terms.get(key), depth }))
          this.triples.push({ subject, predicate, object });
    }
    return subject;
  }

  #subjectOf(value: JsonRecord, context: Context): string {
    const keys = Object.keys(value).filter((key) => key === '@id' || context.terms.get(key)?.iri === '@id');
    const [key, another] = keys;
    if (another !== undefined) throw new Declined('an object has two addresses');
    if (key === undefined) return `_:press-${(this.#unnamed += 1)}`;
    const id = value[key];
    if (typeof id !== 'string') throw new Declined('an address is no text');
    return addressOf(id, context);
  }

  #types(subject: string, content: unknown, context: Context): void {
    for (const type of Array.isArray(content) ? content : [content]) {
      if (typeof type !== 'string') throw new Declined('a type is no text');
      const address = expandName(type, context);
      if (address === undefined) throw new Declined(`the type «${type}» is no address`);
      if (address.startsWith('@')) throw new Declined(`the type «${type}» is not understood`);
      this.triples.push({ subject, predicate: RDF_TYPE, object: { kind: 'iri', iri: address } });
    }
  }

  #objects(content: unknown, place: Place): RdfObject[] {
    if (Array.isArray(content)) return content.flatMap((each) => this.#objects(each, place));
    const { context, term, depth } = place;
    const isMap = term?.container === '@language' && isRecord(content);
    if (isMap || !isRecord(content) || isKeyed(content, '@value', context)) return this.#values(content, place, isMap);
    if (isKeyed(content, '@set', context)) {
      if (Object.keys(content).length > 1) throw new Declined('a set has something beside it');
      return this.#objects(content['@set'], place);
    }
    return [{ kind: 'iri', iri: this.#node(content, context, depth + 1) }];
  }

  #values(content: unknown, { context, term }: Place, isMap: boolean): RdfObject[] {
    const isAddress = term?.type === '@id' || term?.type === '@vocab';
    if (isAddress && typeof content === 'string') {
      const named = term.type === '@vocab' ? expandName(content, context) : undefined;
      return [{ kind: 'iri', iri: named ?? addressOf(content, context) }];
    }
    return literalsOf(content, { context, term, isMap });
  }
}

interface Place {
  readonly context: Context;
  readonly term: TermDefinition | undefined;
  readonly depth: number;
}

function isKeyed(value: JsonRecord, keyword: string, { terms }: Context): boolean {
  return Object.keys(value).some((key) => key === keyword || terms.get(key)?.iri === keyword);
}

/** The address of a node: whole, shortened by a prefix, or relative to the base that a context names. */
function addressOf(text: string, context: Context): string {
  if (text.startsWith('@')) throw new Declined(`«${text}» is no address`);
  const colon = text.indexOf(':');
  if (colon > 0) return expandCompact(text, colon, context);
  if (context.base === undefined || !URL.canParse(text, context.base))
    throw new Declined(`the address «${text}» is not whole, and no context says what it begins with`);
  return new URL(text, context.base).href;
}
