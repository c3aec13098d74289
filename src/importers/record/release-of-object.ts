/** From a JSON object with the keys of a release to what it says. */
import type { SourceRelease, StatedKey } from '../../model/importer.ts';
import { describeRecord } from './describe-record.ts';
import type { JsonObject } from './json-objects.ts';
import { keysOf } from './record-keys.ts';

/** Reads one object. Where two of its names mean one key, the name that is the key has it. */
export function releaseOfObject({ value, part }: JsonObject): SourceRelease {
  const members = Object.entries(value);
  const keys = keysOf(members.map(([name]) => name));
  const values = new Map<string, StatedKey>();
  for (const [at, [name, member]] of members.entries()) {
    const key = keys[at] ?? name;
    values.set(key !== name && Object.hasOwn(value, key) ? name : key, { value: member, origin: `key «${name}»` });
  }
  return describeRecord({ values, part });
}

/** How sure it is that an object, the first of a source, is a release: it has a headline, and something else that releases have. */
export function surenessOf(first: object | 'broken' | undefined): number {
  if (first === undefined) return 0;
  if (first === 'broken') return 0.5;
  const keys = new Set(keysOf(Object.keys(first)));
  const others = ['id', 'date', 'body', 'status', 'url', 'summary'];
  return keys.has('title') && others.some((key) => keys.has(key)) ? 0.9 : 0;
}
