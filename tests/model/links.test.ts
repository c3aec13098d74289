import { describe, expect, it } from 'vitest';
import { addressOf, requiredBaseUrl, resolveFile, resolveLink } from '../../src/model/links.ts';
import { PressError } from '../../src/model/press-error.ts';
import { defaultSettings } from '../../src/model/settings.ts';

const base = { baseUrl: 'https://press.example.org/news/', address: 'https://press.example.org/news/2009/baku/' };

describe('the address of a release', () => {
  it.each([
    ['/2009/baku/', 'https://press.example.org/', 'https://press.example.org/2009/baku/'],
    ['/2009/baku/', 'https://press.example.org/news/', 'https://press.example.org/news/2009/baku/'],
    ['/ru/2009/ü b/', 'https://пример.рф/', 'https://xn--e1afmkfd.xn--p1ai/ru/2009/%C3%BC%20b/'],
    ['//evil.example/', 'https://press.example.org/', 'https://press.example.org//evil.example/'],
  ])('%s below %s is %s', (permalink, baseUrl, address) => {
    expect(addressOf({ permalink }, baseUrl)).toBe(address);
  });
});

describe('a link', () => {
  it.each([
    ['photo.jpg', 'https://press.example.org/news/photo.jpg'],
    ['/files/a b.pdf', 'https://press.example.org/files/a%20b.pdf'],
    ['#contacts', 'https://press.example.org/news/2009/baku/#contacts'],
    ['?page=2', 'https://press.example.org/news/2009/baku/?page=2'],
    ['', 'https://press.example.org/news/2009/baku/'],
    ['//other.example/x', 'https://other.example/x'],
    ['HTTP://Пример.РФ/x', 'http://xn--e1afmkfd.xn--p1ai/x'],
    ['https://press_office.example.org./x', 'https://press_office.example.org./x'],
    ['http://[2001:db8::1]:8080/x', 'http://[2001:db8::1]:8080/x'],
    ['mailto:desk@example.org', 'mailto:desk@example.org'],
  ])('%j leads to %s', (href, address) => {
    expect(resolveLink(href, base)).toBe(address);
  });

  it.each([
    'javascript:alert(1)',
    'JavaScript:alert(1)',
    ' javascript:alert(1)',
    'java\nscript:alert(1)',
    '\u0001javascript:alert(1)',
    'vbscript:x',
    'data:text/html,x',
    'file:///etc/passwd',
    'blob:https://x/y',
    'tel:+1',
    'https://',
    'http://[',
    '\\\\=',
    'https://a,b/',
    'https://-/',
  ])('to %j leads nowhere', (href) => {
    expect(resolveLink(href, base)).toBeUndefined();
  });

  it('to a file is http or https', () => {
    expect(resolveFile('a.png', base)).toBe('https://press.example.org/news/a.png');
    expect(resolveFile('mailto:x@example.org', base)).toBeUndefined();
    expect(resolveFile('data:image/png;base64,AAAA', base)).toBeUndefined();
  });
});

describe('baseUrl', () => {
  it('is given in its canonical form', () => {
    expect(requiredBaseUrl({ ...defaultSettings, baseUrl: 'https://Пример.РФ/' }, 'rss')).toBe(
      'https://xn--e1afmkfd.xn--p1ai/',
    );
  });

  it.each([[{}], [{ baseUrl: 'https://[' }]])('is asked for by name when the settings are %j', (settings) => {
    const ask = (): string => requiredBaseUrl({ ...defaultSettings, ...settings }, 'rss');
    expect(ask).toThrow(PressError);
    expect(ask).toThrow(/«rss».*«baseUrl»/);
  });
});
