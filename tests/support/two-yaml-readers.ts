/** Holds the fast reader of YAML to the exact one: the same data, the same numbers that may be text, the same places, or nothing. */
import { expect } from 'vitest';
import type { DataPath, FrontMatter } from '../../src/model/manuscript.ts';
import { subsetPlaces } from '../../src/repository/subset-places.ts';
import { readSubset } from '../../src/repository/subset-reader.ts';
import type { Untexted } from '../../src/repository/untexted.ts';
import { readYaml, type YamlReading } from '../../src/repository/yaml-reader.ts';

/** Both readers on one text: the fast one must decline, or give what the exact one gives. */
export function compareReaders(text: string): 'declined' | 'agreed' {
  const fast = readSubset(text);
  if (fast === undefined) return 'declined';
  const exact = readPatiently(text);
  expect(exact.faults, text).toEqual([]);
  expect(spelt(fast.data), text).toBe(spelt(exact.data));
  const marks = (untexted: readonly Untexted[]): unknown => untexted.map(({ path, source }) => ({ path, source }));
  expect(marks(fast.untexted), text).toEqual(marks(exact.untexted));
  comparePlaces(text, { data: fast.data, locate: (path, part) => exact.locate(path, part) });
  for (const { source, set } of [...fast.untexted, ...exact.untexted]) set(`as text: ${source}`);
  expect(spelt(fast.data), text).toBe(spelt(exact.data));
  return 'agreed';
}

/** The exact reader gives up after a second or so; a machine that is busy with other tests may need more than one try. */
function readPatiently(text: string, tries = 5): YamlReading {
  const reading = readYaml(text, 0);
  const isOutOfTime = reading.faults.some(({ rule }) => rule === 'size-limit');
  return isOutOfTime && tries > 1 ? readPatiently(text, tries - 1) : reading;
}

/** Every place that the fast reader knows is the exact reader's. */
function comparePlaces(text: string, { data, locate }: Pick<YamlReading, 'locate'> & { data: FrontMatter }): void {
  const places = subsetPlaces(text, data, 0);
  for (const path of pathsIn(data)) {
    for (const part of ['value', 'key'] as const) {
      const place = places(path, part);
      if (place === 'unsure') continue;
      const exact = locate(path, part);
      const isSame = place?.start === exact?.start && place?.end === exact?.end;
      if (!isSame) expect(place, `${JSON.stringify(path)} ${part} of ${text}`).toEqual(exact);
    }
  }
}

/** Every path that leads somewhere, and beside each one that leads nowhere. */
function pathsIn(value: unknown, path: DataPath = []): DataPath[] {
  if (typeof value !== 'object' || value === null) return [path, [...path, 'nowhere']];
  const steps = Array.isArray(value) ? [...value.keys()] : Object.keys(value);
  const below = steps.flatMap((step) => pathsIn((value as Record<string | number, unknown>)[step], [...path, step]));
  return [path, [...path, 'nowhere'], ...below];
}

/** Data as text that tells apart what is different: the order of keys, numbers from text, -0 from 0, NaN from nothing. */
function spelt(data: unknown): string {
  return JSON.stringify(data, (_, value: unknown) =>
    typeof value === 'number' && (Object.is(value, -0) || !Number.isFinite(value))
      ? `number ${Object.is(value, -0) ? '-0' : value}`
      : value,
  );
}
