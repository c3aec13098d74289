import fc from 'fast-check';
import { zipSync } from 'fflate';
import { brotliCompressSync, deflateSync, gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { NotUnpacked } from '../../src/model/produced-files.ts';
import { bytesInMemory } from '../../src/repository/produced-bytes.ts';
import { unpack, unpackLimits, type UnpackLimits } from '../../src/repository/unpack.ts';
import { zipEntries } from '../../src/repository/zip-entries.ts';

/** Path of what was opened → what came out, or what is wrong with it. */
async function opened(
  bytes: Uint8Array,
  name = 'file',
  limits: Partial<UnpackLimits> = {},
): Promise<Record<string, string>> {
  const out: Record<string, string> = {};
  const told = (error: unknown): string => {
    if (error instanceof NotUnpacked) return `! ${error.message}`;
    throw error;
  };
  try {
    for await (const { inside, pieces } of unpack(
      { name, bytes: bytesInMemory(bytes) },
      { ...unpackLimits, ...limits },
    )) {
      const key = inside.join(' → ');
      const all: Uint8Array[] = [];
      try {
        for await (const piece of pieces) all.push(piece);
        out[key] = Buffer.concat(all).toString('utf8');
      } catch (error) {
        out[key] = told(error);
      }
    }
  } catch (error) {
    out['!'] = told(error);
  }
  return out;
}

describe('unpack', () => {
  it('leaves text as it is, also one that begins like something packed', async () => {
    expect(await opened(Buffer.from('hello'))).toEqual({ '': 'hello' });
    expect(await opened(Buffer.from('x^2 + y'))).toEqual({ '': 'x^2 + y' });
    expect(await opened(Buffer.alloc(0))).toEqual({ '': '' });
  });

  it('opens each way of packing', async () => {
    expect((await opened(gzipSync('text'), 'a/feed.xml.gz'))['feed.xml']).toBe('text');
    expect(await opened(brotliCompressSync('text'), 'feed.xml.br')).toEqual({ 'feed.xml': 'text' });
    expect((await opened(deflateSync('text'), 'a'))['unpacked']).toBe('text');
    const names = 'names in the archive';
    expect(
      await opened(
        zipSync({
          'a/b.txt': Buffer.from('text'),
          'c.txt': [Buffer.from('more'), { level: 0 }],
          'd/': new Uint8Array(),
        }),
      ),
    ).toEqual({
      [names]: 'a/b.txt\nc.txt\nd/',
      'a/b.txt': 'text',
      'c.txt': 'more',
      'd/': '',
    });
  });

  it('opens several members of gzip, one behind the other', async () => {
    expect((await opened(Buffer.concat([gzipSync('one '), gzipSync('two')]), 'x.gz'))['x']).toBe('one two');
  });

  it('opens what is packed in what is packed, to a depth', async () => {
    const nested = (depth: number): Uint8Array => (depth === 0 ? Buffer.from('text') : gzipSync(nested(depth - 1)));
    expect(Object.values(await opened(nested(4), 'x.gz')).at(-1)).toBe('text');
    expect((await opened(nested(6), 'x.gz'))['!']).toBe('! is packed in too many layers.');
  });

  it('stops at its limits, and says so', async () => {
    const much = 'unpacks to so much more than its own size that press does not look into it to its end.';
    const zeros = Buffer.alloc(1_000_000);
    expect((await opened(gzipSync(zeros), 'x.gz', { calm: 1000, ratio: 10 }))['!']).toBe(`! ${much}`);
    expect((await opened(gzipSync(zeros), 'x.gz', { bytes: 999_999 }))['x']).toBe(`! ${much}`);
    expect((await opened(gzipSync(zeros), 'x.gz', { bytes: 1_000_000 }))['x']).toHaveLength(1_000_000);
    const archive = await opened(zipSync({ a: zeros, b: zeros, c: zeros }), 'x.zip', { bytes: 1_500_000 });
    expect([archive['a']?.length, archive['b'], archive['!']]).toEqual([1_000_000, `! ${much}`, `! ${much}`]);
    expect(
      (
        await opened(
          gzipSync(gzipSync(Buffer.from(Array.from({ length: 5000 }, (_, at) => (at * 7919) % 251)))),
          'x.gz',
          { held: 10 },
        )
      )['!'],
    ).toBe('! holds an archive too big to be looked into.');
  });

  it('says what is damaged, whatever bytes are changed, and never fails otherwise', async () => {
    const packed = [
      zipSync({ a: Buffer.from('text '.repeat(50)), b: Buffer.from('more') }),
      gzipSync('text '.repeat(50)),
      deflateSync('text '.repeat(50)),
    ];
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...packed),
        fc.nat(),
        fc.nat(255),
        fc.nat(),
        async (bytes, at, value, length) => {
          const copy = Buffer.from(bytes.subarray(0, Math.max(1, length % (bytes.length + 1))));
          copy[at % copy.length] = value;
          expect(Object.keys(await opened(copy, 'x')).length).toBeGreaterThan(0);
        },
      ),
      { numRuns: 300 },
    );
  });

  it('says that it cannot open what it does not know', async () => {
    for (const magic of ['28b52ffd', 'fd377a585a00', '425a6839', '377abcaf271c', '526172211a07'])
      expect((await opened(Buffer.from(`${magic}0000`, 'hex')))['!'], magic).toContain(
        'is packed in a way that press cannot open',
      );
  });

  it('gives the streams of a PDF that are packed with deflate, and the whole', async () => {
    const pdf = (filter: string, stream: Uint8Array): Buffer =>
      Buffer.concat([
        Buffer.from(`%PDF-1.4\n1 0 obj<</Filter/${filter}>>stream\n`),
        stream,
        Buffer.from('\nendstream endobj'),
      ]);
    expect((await opened(pdf('FlateDecode', deflateSync('text'))))['stream 1']).toBe('text');
    expect(Object.keys(await opened(pdf('DCTDecode', Buffer.from('x'))))).toEqual(['']);
    expect((await opened(pdf('FlateDecode', Buffer.from('no stream'))))['stream 1']).toBe('');
  });
});

describe('zipEntries', () => {
  it('reads archives with a comment behind them', () => {
    const zip = Buffer.from(zipSync({ a: Buffer.from('x') }));
    zip.writeUInt16LE(3, zip.length - 2);
    expect(zipEntries(bytesInMemory(Buffer.concat([zip, Buffer.from('abc')]))).map(({ name }) => name)).toEqual(['a']);
  });

  it.each([
    ['a directory elsewhere', 16, 999_999],
    ['a directory beyond 4 GiB', 16, 0xff_ff_ff_ff],
    ['more entries than there are', 10, 0x00_09_00_09],
  ])('refuses %s', (_, at, value) => {
    const zip = Buffer.from(zipSync({ a: Buffer.from('x') }));
    zip.writeUInt32LE(value, zip.length - 22 + at);
    expect(() => zipEntries(bytesInMemory(zip))).toThrow(NotUnpacked);
  });
});
