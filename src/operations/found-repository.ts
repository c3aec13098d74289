/** What a new repository begins with: a vocabulary, schemas, settings, one draft to look at, and the surroundings of editor and CI. */
import type { ChangeSet } from '../model/change-set.ts';
import { textsOfNewRepository, type FirstTexts } from './new-repository-texts.ts';

export interface FoundingWish extends FirstTexts {
  /** Text of taxonomy.yaml. */
  readonly taxonomy: string;
  /** Path → text of the schemas. */
  readonly schemas: ReadonlyMap<string, string>;
}

export interface FoundingPlan {
  /** Files that would be made. */
  readonly changes: ChangeSet;
  /** Files that exist and stay as they are. */
  readonly kept: readonly string[];
}

/** The files to make, and those that are there already and are left alone. */
export function planFounding(wish: FoundingWish, exists: (path: string) => boolean): FoundingPlan {
  const files = new Map<string, string>([
    ['taxonomy.yaml', wish.taxonomy],
    ...wish.schemas,
    ...textsOfNewRepository(wish),
  ]);
  const kept = [...files.keys()].filter(exists);
  const missing = [...files].filter(([path]) => !kept.includes(path));
  return {
    changes: { purpose: 'init', changes: missing.map(([path, text]) => ({ kind: 'create', path, text })) },
    kept,
  };
}
