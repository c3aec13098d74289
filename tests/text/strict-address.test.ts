import fc from 'fast-check';
import { expect, it } from 'vitest';
import { strictAddress } from '../../src/text/strict-address.ts';

it.each([
  ['https://press.example.org', 'https://press.example.org'],
  ['https://press.example.org/a%20b', 'https://press.example.org/a%20b'],
  ['https://press.example.org/a[1]|^{b}?q=`x`\\y', 'https://press.example.org/a%5B1%5D%7C%5E%7Bb%7D?q=%60x%60%5Cy'],
  ['https://press.example.org/100%.pdf', 'https://press.example.org/100%25.pdf'],
  ['https://press.example.org/a#b#c#d', 'https://press.example.org/a#b%23c%23d'],
  ['http://[::1]/a[1]', 'http://[::1]/a%5B1%5D'],
  ['http://[::1]', 'http://[::1]'],
  ["https://x.example/AZaz09-._~:@!$&'()*+,;=?a/?b", "https://x.example/AZaz09-._~:@!$&'()*+,;=?a/?b"],
  ['https://x.example/%aF%Fa%az', 'https://x.example/%aF%Fa%25az'],
])('has nothing that RFC 3986 has no room for: %s', (href, strict) => {
  expect(strictAddress(href)).toBe(strict);
});

it('leads where the address leads, and changes nothing twice', () => {
  const addresses = fc
    .string({ unit: 'binary', maxLength: 30 })
    .filter((path) => URL.canParse(`https://x.example/${path}`))
    .map((path) => new URL(`https://x.example/${path}`).href);
  fc.assert(
    fc.property(addresses, (href) => {
      const strict = strictAddress(href);
      expect(strict).toMatch(/^https:\/\/x\.example\/(?:[A-Za-z0-9\-._~:/?#@!$&'()*+,;=]|%[0-9A-Fa-f]{2})*$/);
      expect(strictAddress(new URL(strict).href)).toBe(strict);
    }),
  );
});
