/** How terms refer to each other in taxonomy.yaml, for concepts that are known by address. */
import type { ReadScheme } from './read-scheme.ts';

export interface NumberedScheme extends ReadScheme {
  /** Ids by the address of the concept. */
  readonly ids: ReadonlyMap<string, string>;
}

export class References {
  readonly #ids = new Map<string, string>();
  readonly #facets = new Map<string, string | undefined>();

  constructor(schemes: readonly NumberedScheme[]) {
    for (const { name, ids } of schemes) {
      for (const [concept, id] of ids) {
        this.#ids.set(concept, id);
        this.#facets.set(concept, name);
      }
    }
  }

  /** The id of a concept that is a term. */
  idOf(concept: string): string {
    return this.#ids.get(concept) ?? concept;
  }

  /** `elections` for a term of the facet, `field/elections` for one of another; undefined for what is no term here. */
  from(facet: string | undefined, concept: string): string | undefined {
    const id = this.#ids.get(concept);
    const home = this.#facets.get(concept);
    if (id === undefined) return undefined;
    return home === facet ? id : home === undefined ? undefined : `${home}/${id}`;
  }
}
