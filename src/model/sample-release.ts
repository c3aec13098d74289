/** The release that the examples of rules begin with: sound, short, and different in the one thing that an example is about. */

/** Where an example that is one file stands. */
export const samplePath = 'releases/2009/2009-11-16-observer-course.md';

const frontMatter: readonly (readonly [key: string, value: string])[] = [
  ['id', '2009-11-16-observer-course'],
  ['title', 'Course for election observers opens in Baku'],
  ['date', '2009-11-16'],
  ['place', 'Baku'],
  ['source', 'baku'],
  ['fields', '[elections, education]'],
  ['status', 'published'],
];

const sampleBody = 'BAKU, 16 November 2009 - A course for election observers opened in Baku today.\n';

/** The sample with other values, more keys (before the status), or without some (undefined), as the text of a file. */
export function sampleRelease(changes: Readonly<Record<string, string | undefined>> = {}, body = sampleBody): string {
  const changed = new Map(Object.entries(changes));
  const kept = frontMatter.filter(([key]) => !changed.has(key) || changed.get(key) !== undefined);
  const known = new Set(frontMatter.map(([key]) => key));
  const lines = kept.map(([key, value]) => lineOf(key, changed.get(key) ?? value));
  const added = [...changed].filter(([key, value]) => !known.has(key) && value !== undefined);
  const isStatusLast = kept.at(-1)?.[0] === 'status';
  lines.splice(
    isStatusLast ? lines.length - 1 : lines.length,
    0,
    ...added.map(([key, value]) => lineOf(key, value ?? '')),
  );
  return `---\n${lines.join('\n')}\n---\n${body}`;
}

/** A value that begins on the next line follows its key without a blank. */
function lineOf(key: string, value: string): string {
  return value === '' || value.startsWith('\n') ? `${key}:${value}` : `${key}: ${value}`;
}
