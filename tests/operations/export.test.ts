import { describe, expect, it } from 'vitest';
import { plainLook, type Edition } from '../../src/model/edition.ts';
import type { ExportFormat } from '../../src/model/export-format.ts';
import { exportReleases, type ExportRequest } from '../../src/operations/export.ts';
import { repositoryInMemory } from '../../src/repository/in-memory.ts';

const gone =
  '---\nid: gone\ntitle: T\ndate: 2020-01-02\nstatus: withdrawn\ncorrections: [{date: 2020-02-01T00:00:00Z, kind: withdrawal, note: Why.}]\n---\n';
const open = '---\nid: open\ntitle: T\ndate: 2020-01-02\nstatus: published\n---\n';
const files = {
  'taxonomy.yaml': 'version: 1\nfacets: {field: {property: fields, terms: {}}}\n',
  'releases/a.md': open,
  'releases/b.md': gone,
};

const request: ExportRequest = {
  ...plainLook('en', 'full'),
  selection: {
    condition: { kind: 'all', of: [] },
    filter: 'the filter',
    sort: { key: 'date', descending: true },
    limit: undefined,
    offset: 0,
  },
  moment: { now: Date.parse('2026-11-23T12:00:00Z'), timezone: 'UTC' },
  includeUnpublished: false,
  withTombstones: true,
};

/** A format that remembers what it was given. */
function format(changes: Partial<ExportFormat> = {}): ExportFormat & { given: Edition[] } {
  const given: Edition[] = [];
  const write = (edition: Edition): Iterable<string> => {
    given.push(edition);
    return [...edition.releases].map(({ id }) => id);
  };
  return {
    id: 'probe',
    summary: '',
    mediaType: '',
    extension: '',
    content: 'full',
    marksUnpublished: true,
    needsBaseUrl: false,
    hasTombstones: true,
    lacks: '',
    ...changes,
    write,
    given,
  } as ExportFormat & { given: Edition[] };
}

describe('an export', () => {
  it('hands the format the edition that was asked for, and counts', async () => {
    const probe = format();
    const { count, heldBack, unreadable, chunks } = exportReleases(await repositoryInMemory(files), probe, request);
    expect([...chunks]).toEqual(['open']);
    expect({ count, heldBack, unreadable }).toEqual({ count: 1, heldBack: 1, unreadable: 0 });
    expect(probe.given[0]).toMatchObject({
      filter: 'the filter',
      now: request.moment.now,
      lang: 'en',
      tombstones: [{ id: 'gone' }],
    });
  });

  it.each([
    ['that nobody wants', {}, { withTombstones: false }],
    ['for which the format has no room', { hasTombstones: false }, {}],
  ])('gives no notice %s', async (_, card, wish) => {
    const probe = format(card);
    exportReleases(await repositoryInMemory(files), probe, { ...request, ...wish });
    expect(probe.given[0]?.tombstones).toEqual([]);
  });

  it('refuses what a format cannot mark, and what it cannot do without', async () => {
    const repository = await repositoryInMemory(files);
    expect(() =>
      exportReleases(repository, format({ marksUnpublished: false }), { ...request, includeUnpublished: true }),
    ).toThrow(
      expect.objectContaining({
        code: 'usage',
        message: 'The format «probe» has no mark for a release that is not public.',
      }),
    );
    expect(() => exportReleases(repository, format({ needsBaseUrl: true }), request)).toThrow(
      expect.objectContaining({
        code: 'missing-setting',
        message: 'The format «probe» needs the key «baseUrl» in press.yaml.',
      }),
    );
    const settled = await repositoryInMemory({ ...files, 'press.yaml': 'baseUrl: https://press.example.org' });
    expect(exportReleases(settled, format({ needsBaseUrl: true }), request).count).toBe(1);
  });
});
