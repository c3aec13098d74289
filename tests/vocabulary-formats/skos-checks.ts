/** The integrity conditions of SKOS that a document has to keep, asked of the statements as an outside parser reads them. */
import type { Quad } from 'n3';
import { quads } from './judges.ts';

const SKOS = 'http://www.w3.org/2004/02/skos/core#';
const TYPE = 'http://www.w3.org/1999/02/22-rdf-syntax-ns#type';

export interface SkosFacts {
  readonly schemes: readonly string[];
  readonly concepts: readonly string[];
  readonly objections: readonly string[];
}

export function parseTaxonomyFacts(text: string): SkosFacts {
  const all = quads(text);
  const typed = (name: string): string[] =>
    all
      .filter(({ predicate, object }) => predicate.value === TYPE && object.value === SKOS + name)
      .map(({ subject }) => subject.value);
  const [schemes, concepts] = [typed('ConceptScheme'), typed('Concept')];
  const store = new Map<string, Quad[]>();
  for (const quad of all) store.set(quad.subject.value, [...(store.get(quad.subject.value) ?? []), quad]);
  const objects = (subject: string, name: string): Quad['object'][] =>
    (store.get(subject) ?? []).filter(({ predicate }) => predicate.value === SKOS + name).map(({ object }) => object);
  const labels = (subject: string, name: string): string[] =>
    objects(subject, name).map((object) =>
      object.termType === 'Literal' ? `${object.language} ${object.value}` : object.value,
    );
  const links = (subject: string, name: string): string[] => objects(subject, name).map(({ value }) => value);
  const above = (subject: string): Set<string> => {
    const found = new Set<string>();
    for (
      let queue = links(subject, 'broader');
      queue.length > 0;
      queue = queue.flatMap((each) => links(each, 'broader')).filter((each) => !found.has(each))
    )
      for (const each of queue) found.add(each);
    return found;
  };
  const objections: string[] = [];
  const object = (isWrong: boolean, what: string): void => void (isWrong && objections.push(what));
  for (const each of [...schemes, ...concepts]) {
    const tags = labels(each, 'prefLabel').map((label) => label.split(' ')[0]);
    object(
      tags.length === 0 || new Set(tags).size !== tags.length || tags.includes(''),
      `S14 ${each}: one label for each language`,
    );
  }
  for (const each of concepts) {
    const kinds = ['prefLabel', 'altLabel', 'hiddenLabel'].map((name) => new Set(labels(each, name)));
    object(
      kinds.some((kind, at) => kinds.slice(at + 1).some((other) => [...kind].some((label) => other.has(label)))),
      `S13 ${each}: labels are disjoint`,
    );
    const [notation, another] = links(each, 'notation');
    object(
      notation === undefined || another !== undefined || !each.endsWith(`/${notation}`),
      `${each}: one notation, and it is the id`,
    );
    const ancestors = above(each);
    object(ancestors.has(each), `${each}: above itself`);
    for (const other of links(each, 'related'))
      object(
        ancestors.has(other) || above(other).has(each) || other === each,
        `S27 ${each}: related to ${other}, which is above or below`,
      );
    for (const other of links(each, 'broader'))
      object(!links(other, 'narrower').includes(each), `${each}: ${other} does not say so`);
    for (const other of links(each, 'narrower'))
      object(!links(other, 'broader').includes(each), `${other}: does not say that ${each} is above`);
    const exact = new Set(links(each, 'exactMatch'));
    for (const name of ['broadMatch', 'narrowMatch', 'relatedMatch'])
      object(
        links(each, name).some((match) => exact.has(match)),
        `S46 ${each}: exactMatch and ${name}`,
      );
    const [scheme, second] = links(each, 'inScheme');
    object(
      scheme === undefined || second !== undefined || !schemes.includes(scheme),
      `${each}: in one scheme that is here`,
    );
    const isTop = links(each, 'topConceptOf').includes(scheme ?? '');
    object(isTop !== links(scheme ?? '', 'hasTopConcept').includes(each), `${each}: top in one direction only`);
    object(isTop === links(each, 'broader').length > 0, `${each}: top, or below something`);
  }
  return { schemes, concepts, objections };
}
