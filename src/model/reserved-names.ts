/** Words that mean something to press itself, so that no facet may take them. */

/** Front-matter keys (`schemas/release.schema.json`), and those that other site builders read. */
export const reservedProperties: ReadonlySet<string> = new Set([
  'id',
  'title',
  'date',
  'status',
  'embargo',
  'type',
  'place',
  'lang',
  'summary',
  'updated',
  'slug',
  'aliases',
  'contacts',
  'boilerplate',
  'corrections',
  'translationOf',
  'related',
  'attachments',
  'origin',
  'draft',
  'path',
  'public',
  'url',
  'body',
  'permalink',
  'description',
  'lastmod',
  'last_modified_at',
  'updatedDate',
  'redirect_from',
  'translationKey',
  'layout',
  'published',
  'weight',
]);

/** Options of the commands that choose releases, options of every command, and fields of a query. */
export const reservedFacetNames: ReadonlySet<string> = new Set([
  'repo',
  'color',
  'no-color',
  'quiet',
  'no-input',
  'input',
  'debug',
  'help',
  'version',
  'exact',
  'from',
  'to',
  'place',
  'lang',
  'status',
  'type',
  'text',
  'where',
  'sort',
  'limit',
  'offset',
  'explain',
  'include-unpublished',
  'as-of',
  'format',
  'output',
  'title',
  'feed',
  'all-feeds',
  'labels',
  'label-lang',
  'columns',
  'bom',
  'raw-cells',
  'content',
  'tombstones',
  'no-tombstones',
  'withdrawn',
  'by',
  'and',
  'or',
  'not',
  'dry-run',
  'date',
  'id',
  'embargo',
  'summary',
  'body',
  'slug',
  'edit',
  'year',
  'undated',
  'report',
  'map',
  'on-duplicate',
  'has',
  'is',
  'path',
  'updated',
  'yes',
  'note',
  'boilerplate',
  'contact',
  'url',
  'public',
  'until',
  'ics',
  'cron',
]);

/**
 * Why no option can be made of a facet's name, as the rest of a sentence; undefined for a name that is fine. `others` are the names
 * of the facets before it.
 */
export function unfitFacetName(name: string, others: Iterable<string>): string | undefined {
  if (reservedFacetNames.has(name)) return 'it is an option or a query field of press';
  if (/^not?-/.test(name)) return 'an option that begins like that leaves something out';
  if (name.endsWith('-') || name.includes('--')) return 'a hyphen stands between two letters or digits';
  for (const other of others)
    if (withoutHyphens(other) === withoutHyphens(name)) return `its option would be mistaken for that of «${other}»`;
  return undefined;
}

function withoutHyphens(name: string): string {
  return name.replaceAll('-', '');
}
