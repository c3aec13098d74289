import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { uuidV5 } from '../../src/text/uuid-v5.ts';

const dns = '6ba7b810-9dad-11d1-80b4-00c04fd430c8';

it('gives the UUID of the standard’s example (RFC 9562, A.4)', () => {
  expect(uuidV5(dns, 'www.example.com')).toBe('2ed6657d-e927-568b-95e1-2665a8aea6a2');
});

it('agrees with another SHA-1, whatever the name and its length', () => {
  const names = fc.oneof(
    fc.string({ unit: 'grapheme', maxLength: 200 }),
    fc.nat(200).map((length) => 'x'.repeat(length)),
  );
  fc.assert(
    fc.property(fc.uuid(), names, (namespace, name) => {
      const digest = createHash('sha1')
        .update(Buffer.from(namespace.replaceAll('-', ''), 'hex'))
        .update(name)
        .digest();
      digest[6] = (digest[6]! & 0x0f) | 0x50;
      digest[8] = (digest[8]! & 0x3f) | 0x80;
      const expected = digest.toString('hex', 0, 16).replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-');
      expect(uuidV5(namespace, name)).toBe(expected);
    }),
  );
});
