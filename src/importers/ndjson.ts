/** Importer: releases as JSON objects, one a line. */
import type { Importer } from '../model/importer.ts';
import { firstObject, hasObjectOnEachLine, objectsOfLines } from './record/json-objects.ts';
import { largestArchive } from './record/largest-archive.ts';
import { releaseOfObject, surenessOf } from './record/release-of-object.ts';

export const ndjson: Importer = {
  id: 'ndjson',
  summary: 'what «press export -f ndjson» writes: an object with the keys of a release on each line',
  extensions: ['ndjson', 'jsonl'],
  onlyWhenNamed: true,
  mostBytes: largestArchive,
  recognise: (source) => (hasObjectOnEachLine(source.text) ? surenessOf(firstObject(source)) : 0),
  read: (source) => objectsOfLines(source).map(releaseOfObject),
};
