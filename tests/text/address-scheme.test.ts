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
    ['2a:x', undefined],
    ['a_b:x', undefined],
    ['h2+a.b-c:x', 'h2+a.b-c'],
    ['java%73%63ript:x', 'javascript'],
    ['abcdefghijklmnopqrstuvwxyz:x', 'abcdefghijklmnopqrstuvwxyz'],
    [`${'a'.repeat(200)}:x`, undefined],
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
    ['WWW.press.example', 'https://WWW.press.example'],
    ['http.://a.example', 'http://a.example'],
    ['http,//a.example', 'http://a.example'],
    ['HTPS://a.example', 'https://a.example'],
    ['http:/a.example/\nb', 'http://a.example/\nb'],
    ['http:/press.example?u=https://b.example', 'http://press.example?u=https://b.example'],
    ['https://http://a.example', 'http://a.example'],
    ['https:/http://localhost', 'http://localhost'],
    ['https;/a.example', 'https://a.example'],
    ['http\\a.example', 'http://a.example'],
    ['a.b%c+d-e_f@a-1.x-2.example9', 'mailto:a.b%c+d-e_f@a-1.x-2.example9'],
    [`${'a'.repeat(244)}@a.example`, `mailto:${'a'.repeat(244)}@a.example`],
  ])('%s becomes %s', (written, mended) => {
    expect(mendedAddress(written)).toBe(mended);
    expect(mendedAddress(mended)).toBeUndefined();
  });

  it('is mended whatever its case', () => {
    expect(mendedAddress('http://HTTPS://a.example')).toBe('HTTPS://a.example');
    expect(mendedAddress('https:/HTTP://localhost')).toBe('HTTP://localhost');
  });

  it.each([
    ...['www.a b.example', 'www.a/b.example', 'see http:/a.example', 'http:/x https://b', 'http:/ a.b', 'http:/a b.c'],
    ...['http:a/b.c', 'http::::::::.a.b', 'http:/a. b', 'http:/a./b', 'a@b.c d', `${'a'.repeat(245)}@a.example`],
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
