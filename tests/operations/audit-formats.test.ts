/** The audit against the cards of all formats: whatever a release says, and whichever format writes it too early, it is found. */
import fc from 'fast-check';
import { readFileSync } from 'node:fs';
import { beforeAll, describe, expect, it } from 'vitest';
import { exportFormats } from '../../src/formats/index.ts';
import type { AuditReport } from '../../src/model/audit.ts';
import type { ExportFormat } from '../../src/model/export-format.ts';
import { sampleRelease } from '../../src/model/sample-release.ts';
import { audit } from '../../src/operations/audit.ts';
import { needlesOf, type AuditNeedles } from '../../src/operations/audit-needles.ts';
import { repositoryInMemory } from '../../src/repository/in-memory.ts';
import { producedBytes } from '../../src/repository/produced-files.ts';
import { editionOf, publicRelease, testNow, type TestEdition } from '../support/editions.ts';
import { hostileEditions } from '../support/hostile-editions.ts';
import { shippedTaxonomy } from '../support/shipped-taxonomy.ts';
import { root } from '../support/session.ts';
import { bytesWritten } from '../support/written.ts';

const formats: ExportFormat[] = [];

beforeAll(async () => {
  // What has no releases in it has nothing to leak.
  for (const [id, load] of exportFormats) if (id !== 'opml') formats.push(await load());
});

const moment = { now: testNow, timezone: 'Europe/Vienna' };

async function needlesIn(files: Readonly<Record<string, string>>): Promise<AuditNeedles> {
  const repository = await repositoryInMemory({ 'taxonomy.yaml': shippedTaxonomy, ...files });
  const readBytes = (): Uint8Array => {
    throw new Error('Nothing here is unreadable.');
  };
  return needlesOf(repository, { moment, readBytes });
}

function lookInto(format: ExportFormat, edition: TestEdition, needles: AuditNeedles): Promise<AuditReport> {
  return audit([producedBytes(`x.${format.extension}`, bytesWritten(format, edition))], needles);
}

const letters = fc.constantFrom(...'abcdefghijklmnopqrstuvwxyz', 'é', 'ß', 'ж', 'щ', '’', '&', '<', '"');
const word = fc.string({ unit: letters, minLength: 3, maxLength: 9 }).filter((text) => /^\p{L}{2}/u.test(text));
const sentences = fc.array(word, { minLength: 8, maxLength: 14 }).map((words) => words.join(' '));

describe('every format', () => {
  it('is found out when it writes a release that is not public', async () => {
    await fc.assert(
      fc.asyncProperty(sentences, sentences, sentences, async (title, summary, body) => {
        const data = { id: 'a-release-that-waits', title, summary, slug: 'it-still-waits-here' };
        const file = sampleRelease(
          { ...data, title: JSON.stringify(title), summary: JSON.stringify(summary), status: 'draft' },
          `OSH, 1 June 2026 - ${body}\n`,
        );
        const needles = await needlesIn({ 'releases/2026/a.md': file });
        // What a format without the gate would get: the same release, and public.
        const edition = editionOf([publicRelease({ ...data, date: '2026-06-01' }, `OSH, 1 June 2026 - ${body}\n`)]);
        for (const format of formats) {
          const { finds, troubles } = await lookInto(format, edition, needles);
          const what = new Set(finds.map((find) => find.what));
          expect(troubles).toEqual([]);
          expect(what.has(format.id === 'sitemap' ? 'slug' : 'title'), `${format.id}: ${title}`).toBe(true);
        }
      }),
      { numRuns: 25 },
    );
  });

  it('is clean of what is not public, whatever the public releases say', async () => {
    const secret = [
      '2026/2026-11-20-vienna-incident-exercise.md',
      '2026/2026-10-06-pristina-homework-clubs.md',
      '2027/2027-01-15-valletta-harbour-debate.md',
    ];
    const files = Object.fromEntries(
      secret.map((path) => [`releases/${path}`, readFileSync(`${root}releases/${path}`, 'utf8')]),
    );
    const needles = await needlesIn(files);
    expect(needles.secret).toBe(3);
    await fc.assert(
      fc.asyncProperty(hostileEditions, async (edition) => {
        for (const format of formats) {
          if (format.refuses?.(edition) !== undefined) continue;
          const { count, troubles } = await lookInto(format, edition, needles);
          expect({ count, troubles }, format.id).toEqual({ count: 0, troubles: [] });
        }
      }),
      { numRuns: 30 },
    );
  });
});
