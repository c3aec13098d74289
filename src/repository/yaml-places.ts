/** Where the parser's nodes stand, as offsets into the file that the YAML is part of. */
import type { Pair, Scalar, YAMLMap } from 'yaml';
import type { DataPath, Span } from '../model/manuscript.ts';
import { yamlPackage } from './lazy-packages.ts';

/** The place of a node; undefined for what has none. */
export function spanOf(node: unknown, offset: number): Span | undefined {
  const range = (node as { range?: readonly [number, number, number] | null } | null)?.range;
  if (range === undefined || range === null) return undefined;
  return { start: range[0] + offset, end: range[1] + offset };
}

/** The name of a key, also of one that YAML takes for a number or for nothing: as it is written. */
export function keyName(key: Scalar): string {
  return typeof key.value === 'string' ? key.value : (key.source ?? String(key.value));
}

interface Asked {
  readonly path: DataPath;
  readonly part: 'value' | 'key';
}

/** The place of a value or its key; undefined for what is not there. */
export function placeIn(top: YAMLMap, { path, part }: Asked, offset: number): Span | undefined {
  let found: Entry | undefined = { key: undefined, node: top };
  for (const step of path) {
    found = found === undefined ? undefined : below(found.node, step);
  }
  if (found === undefined) return undefined;
  const value = spanOf(found.node, offset);
  // An empty value has no place of its own; its key does.
  const isEmpty = value === undefined || value.start === value.end;
  return (part === 'key' || isEmpty) && found.key !== undefined ? (spanOf(found.key, offset) ?? value) : value;
}

interface Entry {
  readonly key: unknown;
  readonly node: unknown;
}

function below(node: unknown, step: string | number): Entry | undefined {
  const { isMap, isScalar, isSeq } = yamlPackage();
  if (isMap(node)) {
    const pair = pairsOf(node, isScalar).get(String(step));
    return pair === undefined ? undefined : { key: pair.key, node: pair.value };
  }
  return isSeq(node) && typeof step === 'number' ? { key: undefined, node: node.items[step] } : undefined;
}

/** Pairs by key, the first of equal ones: a vocabulary of thousands of terms is asked for each of them. */
const knownPairs = new WeakMap<YAMLMap, ReadonlyMap<string, Pair>>();

function pairsOf(map: YAMLMap, isScalar: (node: unknown) => node is Scalar): ReadonlyMap<string, Pair> {
  const known = knownPairs.get(map);
  if (known !== undefined) return known;
  const pairs = new Map<string, Pair>();
  for (const pair of map.items) {
    if (isScalar(pair.key) && !pairs.has(keyName(pair.key))) pairs.set(keyName(pair.key), pair);
  }
  knownPairs.set(map, pairs);
  return pairs;
}
