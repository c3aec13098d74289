import { expect, it } from 'vitest';
import { TURNING } from '../../src/text/turning-characters.ts';

it('knows what turns the order of others around, and nothing else', () => {
  const found = Array.from({ length: 0x3000 }, (_, code) => code).filter((code) =>
    TURNING.test(String.fromCharCode(code)),
  );
  expect(found).toEqual([0x202a, 0x202b, 0x202c, 0x202d, 0x202e, 0x2066, 0x2067, 0x2068, 0x2069]);
});
