import { describe, expect, it } from 'vitest';
import { makeSettings } from '../../src/model/make-settings.ts';
import { defaultSettings } from '../../src/model/settings.ts';

describe('settings', () => {
  it('that nobody wrote are the defaults', () => {
    expect(makeSettings({})).toEqual(defaultSettings);
    expect(makeSettings({ publisher: {} })).toEqual(defaultSettings);
  });

  it.each([
    ['https://press.example.org', 'https://press.example.org/'],
    ['https://press.example.org/', 'https://press.example.org/'],
    ['https://example.org/press', 'https://example.org/press/'],
  ])('have an address that links can be hung on: %s', (baseUrl, made) => {
    expect(makeSettings({ baseUrl }).baseUrl).toBe(made);
  });

  it.each([
    ['releases', 'releases'],
    ['./releases/', 'releases'],
    ['news//2009/./x', 'news/2009/x'],
    ['.', ''],
    ['../x', '../x'],
  ])('have a folder without ornament: %s', (releases, made) => {
    expect(makeSettings({ releases }).releases).toBe(made);
  });

  it('keep years as text, texts by language, and feeds with what they leave out', () => {
    const settings = makeSettings({
      language: 'ru',
      publisher: { name: 'N', since: 2009 },
      boilerplates: { short: 'О нас', long: { en: 'About', ru: 'О нас' } },
      rules: { hype: 'off' },
      feeds: [{ id: 'all' }, { id: 'x', title: 'X', formats: ['csv'], limit: 5 }],
    });
    expect(settings.publisher).toEqual({ name: 'N', since: '2009' });
    expect(settings.boilerplates).toEqual(
      new Map([
        ['short', new Map([['ru', 'О нас']])],
        [
          'long',
          new Map([
            ['en', 'About'],
            ['ru', 'О нас'],
          ]),
        ],
      ]),
    );
    expect(settings.rules).toEqual(new Map([['hype', 'off']]));
    expect(settings.feeds).toEqual([
      { id: 'all', title: 'all', formats: ['rss'] },
      { id: 'x', title: 'X', formats: ['csv'], limit: 5 },
    ]);
  });
});
