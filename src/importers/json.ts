/** Importer: releases as a JSON array of objects, or one object, with the keys of front matter. */
import type { Importer } from '../model/importer.ts';
import { firstObject, hasObjectOnEachLine, objectsOfText } from './record/json-objects.ts';
import { largestArchive } from './record/largest-archive.ts';
import { releaseOfObject, surenessOf } from './record/release-of-object.ts';

export const json: Importer = {
  id: 'json',
  summary: 'what «press export -f json» writes: a list of objects with the keys of a release, or one of them',
  extensions: ['json'],
  onlyWhenNamed: true,
  mostBytes: largestArchive,
  recognise: (source) => (hasObjectOnEachLine(source.text) ? 0 : surenessOf(firstObject(source))),
  read: (source) => objectsOfText(source).map(releaseOfObject),
};
