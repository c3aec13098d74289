import { describe, expect, it } from 'vitest';
import { mendedAddress, schemeOf } from '../../src/text/address-scheme.ts';

describe('the scheme of an address', () => {
  it.each([
    ['https://a.example', 'https'],
    ['JavaScript:x', 'javascript'],
    [' \u0001java\tscr\nipt:x', 'javascript'],
    ['java\u200Bscript:x', 'javascript'],
    ['java%73cript:x', 'javascript'],
    ['javascript%3Ax', 'javascript'],
    ['c:\\x', 'c'],
    ['a/b:c', undefined],
    ['#a:b', undefined],
    ['?a:b', undefined],
    ['2009:x', undefined],
    [':x', undefined],
    ['page.html', undefined],
    ['', undefined],
  ])('of %j is %s', (address, scheme) => {
    expect(schemeOf(address)).toBe(scheme);
  });

  it('is looked for at the beginning alone', () => {
    expect(schemeOf('a'.repeat(1_000_000))).toBeUndefined();
  });
});

describe('a slip at the beginning of an address', () => {
  it.each([
    ['htps://a.example/x', 'https://a.example/x'],
    ['htpp://a.example', 'http://a.example'],
    ['httpss://a.example', 'https://a.example'],
    ['http:/a.example', 'http://a.example'],
    ['http//a.example', 'http://a.example'],
    ['https:a.example', 'https://a.example'],
    ['http:\\\\a.example', 'http://a.example'],
    ['https:///a.example', 'https://a.example'],
    ['https;//a.example', 'https://a.example'],
    ['http://https://a.example', 'https://a.example'],
    ['www.a.example', 'https://www.a.example'],
    ['desk@a.example', 'mailto:desk@a.example'],
  ])('%s becomes %s', (written, mended) => {
    expect(mendedAddress(written)).toBe(mended);
    expect(mendedAddress(mended)).toBeUndefined();
  });

  it.each([
    'https://a.example',
    'HTTP://a.example',
    'ftp://a.example',
    'http.html',
    'https/index.html',
    'http-guide/a.md',
    'www/a.md',
    'www.md',
    'a@b',
    '@a.example',
    'mailto:a@a.example',
    '../x@a.example.md/',
  ])('is not in %s', (address) => {
    expect(mendedAddress(address)).toBeUndefined();
  });
});
