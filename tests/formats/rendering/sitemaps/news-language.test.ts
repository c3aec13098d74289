import { expect, it } from 'vitest';
import { newsLanguage } from '../../../../src/formats/rendering/sitemaps/news-language.ts';
import { hostileTexts } from '../../../support/hostile-text.ts';
import fc from 'fast-check';

it.each([
  ['en', 'en'],
  ['en-GB', 'en'],
  ['EN-gb', 'en'],
  ['sr-Latn-ME', 'sr'],
  ['cnr', 'sr'],
  ['mo', 'ro'],
  ['nb', 'nb'],
  ['yue', 'yue'],
  ['zh', 'zh-cn'],
  ['zh-CN', 'zh-cn'],
  ['zh-SG', 'zh-cn'],
  ['zh-Hans-TW', 'zh-cn'],
  ['zh-TW', 'zh-tw'],
  ['zh-HK', 'zh-tw'],
  ['ZH-hant', 'zh-tw'],
  ['en_GB', 'und'],
  ['', 'und'],
  ['<x>', 'und'],
  ['x-private', 'und'],
])('says %j as %j', (tag, language) => {
  expect(newsLanguage(tag)).toBe(language);
});

it('is never anything but what a news sitemap takes', () => {
  fc.assert(
    fc.property(hostileTexts, (tag) => {
      expect(newsLanguage(tag)).toMatch(/^(?:zh-cn|zh-tw|[a-z]{2,3})$/);
    }),
  );
});
