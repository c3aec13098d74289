/** What holds for every format in the list, so that a new one is held to it from its first day. */
import fc from 'fast-check';
import { strFromU8, unzipSync } from 'fflate';
import { XmlDocument } from 'libxml2-wasm';
import { describe, expect, it } from 'vitest';
import { exportFormats } from '../../src/formats/index.ts';
import type { Edition } from '../../src/model/edition.ts';
import type { ExportFormat } from '../../src/model/export-format.ts';
import { emptyEdition, hostileEdition, referenceEdition, singleEdition } from '../support/editions.ts';
import { hostileEditions } from '../support/hostile-editions.ts';
import { bytesWritten, joined } from '../support/written.ts';

const cards = await Promise.all([...exportFormats.values()].map((load) => load()));

/** Texts of an output: itself, the files of its folder, the parts of an archive; none where the standard allows no document. */
function textsOf(card: ExportFormat, edition: Edition): string[] {
  const outputs = card.refuses?.(edition) === undefined ? [bytesWritten(card, edition)] : [];
  for (const { chunks } of card.folder?.files(edition, 'stem') ?? []) outputs.push(joined(chunks));
  if (card.isBinary !== true) return outputs.map((bytes) => new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  return outputs.flatMap((bytes) => Object.values(unzipSync(bytes)).map((part) => strFromU8(part)));
}

const isMarkup = ({ mediaType }: ExportFormat): boolean => /xml$|html|opml/.test(mediaType);

describe.each(cards)('$id', (card) => {
  it('lets no control character and no half of a character through', () => {
    fc.assert(
      fc.property(hostileEditions, (edition) => {
        for (const text of textsOf(card, edition)) {
          expect(text).not.toMatch(/(?![\t\n\r])[\u0000-\u001F\u007F-\u009F]/u);
          expect(text.isWellFormed()).toBe(true);
        }
      }),
      { numRuns: 50 },
    );
  });

  it('has no element in it that runs or fetches, and none that a text made up', () => {
    if (!isMarkup(card)) return;
    fc.assert(
      fc.property(hostileEditions, (edition) => {
        for (const text of textsOf(card, edition)) {
          expect(text).not.toMatch(/<(?:script|iframe|object|embed|svg|base|form|input|link rel="stylesheet")[\s>/]/i);
          expect(text).not.toMatch(/\s(?:href|src|action)="\s*(?:javascript|data|vbscript|file):/i);
          expect(text).not.toMatch(/<[A-Za-z][^<>]*\son[a-z]+="/);
        }
      }),
      { numRuns: 50 },
    );
  });

  it.each([
    ['reference', referenceEdition],
    ['single', singleEdition],
    ['hostile', hostileEdition],
    ['empty', emptyEdition],
  ])('is well-formed in the %s edition', (_, edition) => {
    for (const text of textsOf(card, edition)) {
      if (card.mediaType.endsWith('json')) expect(() => parsedJson(card, text)).not.toThrow();
      else if (card.mediaType.endsWith('xml')) XmlDocument.fromBuffer(Buffer.from(text)).dispose();
    }
  });

  it('is the same however often the releases are read, and in whatever zone the machine stands', () => {
    const zone = process.env['TZ'];
    const before = textsOf(card, referenceEdition);
    try {
      process.env['TZ'] = 'Pacific/Kiritimati';
      expect(textsOf(card, referenceEdition)).toEqual(before);
    } finally {
      if (zone === undefined) delete process.env['TZ'];
      else process.env['TZ'] = zone;
    }
  });

  it('holds no release while it writes the next', () => {
    // An archive is packed in blocks, so that of a few lines nothing can be seen.
    if (card.refuses?.(referenceEdition) !== undefined || card.id === 'opml' || card.isBinary === true) return;
    let given = 0;
    const counted = function* (): Generator<(typeof referenceEdition.releases)[number]> {
      for (const release of referenceEdition.releases) {
        given += 1;
        yield release;
      }
    };
    const series = { length: referenceEdition.releases.length, [Symbol.iterator]: counted };
    const chunks = card.write({ ...referenceEdition, releases: series });
    const seen: number[] = [];
    for (const _ of chunks) seen.push(given);
    // Something was written after the first release and before the last one was asked for.
    expect(new Set(seen).size, String(seen)).toBeGreaterThan(2);
  });
});

function parsedJson({ mediaType }: ExportFormat, text: string): unknown {
  if (!mediaType.includes('ndjson') && !/^\{.*\}\n\{/s.test(text)) return JSON.parse(text);
  return text
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as unknown);
}
